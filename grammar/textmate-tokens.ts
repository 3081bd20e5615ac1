/** The part of the TextMate grammar that is the same in every statement: `tokens.ts` in an editor's terms. */

/** A rule as TextMate knows it; the names of scopes are written without the language's own ending. */
export interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

export type Captures = Readonly<Record<string, Rule>>;

export const WORD = "[\\p{L}_](?:[\\p{L}\\p{M}\\p{N}_]|-(?=[\\p{L}\\p{N}_]))*";
export const PATH = `${WORD}(?:\\.${WORD})*`;
/** After a word: no more of it. */
export const END = "(?![\\p{L}\\p{M}\\p{N}_]|-[\\p{L}\\p{N}_])";
/** The head of a statement: the beginning of a line, or what ends the statement before. */
export const HEAD = "(?:^|(?<=[{};]))\\s*";

/** Rules of the grammar's own, by their names. */
export function include(...names: readonly string[]): readonly Rule[] {
  return names.map((name) => ({ include: `#${name}` }));
}

/** What each group of a match is: `{ 1: "keyword" }`. */
export function scopes(names: Readonly<Record<number, string>>): Captures {
  return Object.fromEntries(Object.entries(names).map(([group, name]) => [group, { name }]));
}

/** One of these words, and no more than that word. */
export function oneOf(words: readonly string[]): string {
  return `(?:${words.join("|")})${END}`;
}

export const comments: readonly Rule[] = [
  { name: "comment.line.documentation", match: "///(?!/).*$" },
  { name: "comment.line.double-slash", match: "//.*$" },
  { name: "comment.block", begin: "/\\*", end: "\\*/" },
];

const escapes: readonly Rule[] = [
  { name: "constant.character.escape", match: '\\\\(?:["\\\\nt]|u\\{[0-9A-Fa-f]{1,6}\\})' },
  { name: "invalid.illegal.escape", match: "\\\\." },
];

/** A string that is never closed ends with its line, and leaves the brace there to the block. */
export const strings: readonly Rule[] = [
  { name: "string.quoted.triple", begin: '"""', end: '"""', patterns: escapes },
  { name: "string.quoted.double", begin: '"', end: '"|(?=\\s*[{}]?\\s*$)', patterns: escapes },
];

export const quantities: readonly Rule[] = [
  { name: "constant.numeric.date", match: `\\d{4}-\\d{2}-\\d{2}${END}` },
  {
    match: `(\\d+)(y|mo|w|d|h|min)${END}`,
    captures: scopes({ 1: "constant.numeric.duration", 2: "keyword.other.unit" }),
  },
  {
    match: `(\\d+(?:\\.\\d+)?)\\s+([A-Z]{3})${END}`,
    captures: scopes({ 1: "constant.numeric.money", 2: "keyword.other.unit.currency" }),
  },
  {
    match: "(\\d+(?:\\.\\d+)?)(%)",
    captures: scopes({ 1: "constant.numeric.percent", 2: "keyword.other.unit" }),
  },
  { name: "constant.numeric", match: `\\d+(?:\\.\\d+)?${END}` },
];

export const operators: readonly Rule[] = [
  { name: "keyword.operator.arrow", match: "->" },
  { name: "keyword.operator.comparison", match: "!=|[=<>]" },
  { name: "keyword.operator.logical", match: "\\|" },
  { name: "punctuation.separator", match: "[,:]" },
  { name: "punctuation.accessor", match: "\\." },
  { name: "punctuation.terminator", match: ";" },
];

const REFERENCE = "support.class.reference";

export const references: readonly Rule[] = [{ name: REFERENCE, match: WORD }];

/** After a comma or an arrow at its end, a line goes on with the next; what an arrow leads to is a reference there too. */
export const continuation: Rule = {
  begin: "(?:(,)|(->))(?=\\s*(?:$|//|/\\*.*\\*/\\s*$))",
  beginCaptures: scopes({ 1: "punctuation.separator", 2: "keyword.operator.arrow" }),
  end: "^\\s*",
  patterns: include("comment"),
};

/** A dotted name as one capture. */
export const reference: Rule = { patterns: include("reference", "operator") };
