import type { IToken } from "chevrotain";
import type { Damaged } from "./damage.ts";
import { exact } from "./exact.ts";
import { languageFinding, type Finding, type Mend, type Message } from "./finding.ts";
import { hitchIn, type Hitch } from "./hitch.ts";
import type { Line, Trouble } from "./layout.ts";
import { insert, remove, write } from "./mends.ts";
import { syntaxMessages as say } from "./messages.ts";
import { readPhrase, type Reading } from "./parser.ts";
import { isHead, policyWords, propertyNames, writtenKind } from "./schema.ts";
import { readString } from "./strings.ts";
import type { SourceFile, Span } from "./text.ts";
import { Colon, Name, Numeric, OpenString, Quoted, TextBlock } from "./tokens.ts";
import type { Block, Statement, Word } from "./tree.ts";

/** Builds the statements of one file, and collects what is wrong with them. */
export class Reader {
  readonly statements: Statement[] = [];
  /** Where each of the statements begins. */
  readonly starts: number[] = [];
  readonly findings: Finding[] = [];
  private base = 0;
  private pending: Hitch[] = [];
  /** Where the blocks end that are never closed, by their opening braces. */
  private readonly ends = new Map<IToken, number>();

  constructor(
    private readonly file: SourceFile,
    private readonly damage: Damaged,
    /** Where the text begins in its file. */
    private readonly from = 0,
  ) {}

  top(line: Line): void {
    this.base = line.tokens[0]?.startOffset ?? 0;
    this.pending = [];
    const statement = this.statement(line);
    if (statement) {
      this.statements.push(statement);
      this.starts.push(this.base + this.from);
    }
    for (const { span, message, mends } of this.pending) {
      const shift = statement ? 0 - this.base : 0;
      const site = { path: this.file.path, top: statement, span: moved(span, shift) };
      this.findings.push(languageFinding("syntax", site, message, { mends: mends.map(mendMoved(shift)) }));
    }
  }

  /** A finding that belongs to no statement. */
  note(span: Span, message: Message, mends: readonly Mend[] = []): void {
    this.findings.push(
      languageFinding("syntax", { path: this.file.path, top: undefined, span }, message, { mends }),
    );
  }

  openComment(token: IToken): void {
    const end = this.damage.prose.get(token) ?? token;
    this.note(spanOf(token), say.openComment(), [insert(spanOf(end).end, " */")]);
  }

  trouble({ what, token, head }: Trouble): void {
    const span = spanOf(token);
    const { text } = this.file;
    // That it has no block at all is told by whoever reads the line.
    if (what === "missing-close" && takesNoBlock(head)) return;
    if (what === "missing-close") {
      this.note(span, say.missingClose(calledBy(head)), [
        closing(text, token, this.ends.get(token) ?? span.end),
      ]);
    } else if (what === "stray-close")
      this.note(span, say.strayClose(), [remove(lineAround(text, span), "}")]);
    else if (what === "too-deep") this.note(span, say.tooDeep());
    else
      this.note(
        span,
        /^\{\s*"/.test(text.slice(span.start, span.start + 200)) ? say.json() : say.strayOpen(),
      );
  }

  private statement(line: Line): Statement | undefined {
    const { phrase, hitch } = readPhrase(line.tokens, this.base);
    this.strings(line.tokens);
    // A word that the schema does not have is told by whoever reads the line by it, and explains what follows.
    const isKnown = !phrase.head || phrase.colon !== undefined || isHead(phrase.head.text);
    if (hitch && isKnown) this.hitch(line.tokens, hitch);
    const unopened = this.damage.unopened.has(line);
    if (unopened && !hitch) this.unopened(line.tokens);
    const block = line.block && this.block(line);
    if (!phrase.head) return undefined;
    const first = line.tokens[0];
    const last = line.tokens.at(-1);
    const start = first ? this.span(first).start : 0;
    const end = block?.span.end ?? (last ? this.span(last).end : start);
    const { head, colon, items } = phrase;
    const lost =
      last && (hitch ? this.lost(hitch === "end" ? last : hitch, last) : this.nothing(unopened, end));
    // A literal within a literal takes several times as long to make, and this is made for each line.
    const span = { start, end };
    return { span, head, colon, items, lost, block, doc: this.doc(line.docs) };
  }

  /** From one token to another, as it is written. */
  private lost(first: IToken, last: IToken): Word {
    const span = { start: this.span(first).start, end: this.span(last).end };
    return { text: this.file.text.slice(span.start + this.base, span.end + this.base), span };
  }

  private nothing(isLost: boolean, at: number): Word | undefined {
    return isLost ? { text: "", span: { start: at, end: at } } : undefined;
  }

  private unopened(tokens: readonly IToken[]): void {
    const last = tokens.at(-1);
    if (!last) return;
    const span = spanOf(last);
    this.pending.push({ span, message: say.missingOpen(calledBy(tokens)), mends: [insert(span.end, " {")] });
  }

  private block(line: Line): Block | undefined {
    if (!line.block) return undefined;
    const { open, close, lines } = line.block;
    if (open.image !== "{") this.bracketed(open, close);
    const statements: Statement[] = [];
    const told = this.pending.length;
    for (const inner of lines) {
      const statement = this.statement(inner);
      if (statement) statements.push(statement);
    }
    if (takesNoBlock(line.tokens)) this.pending.length = told;
    const start = this.span(open).start;
    const end = close
      ? this.span(close).end
      : Math.max(this.span(open).end, statements.at(-1)?.span.end ?? 0);
    if (!close) this.ends.set(open, end + this.base);
    return {
      span: { start, end },
      statements: exact(statements),
      closed: close !== undefined,
      whole: statements.length === lines.length,
    };
  }

  /** A block between other brackets. */
  private bracketed(open: IToken, close: IToken | undefined): void {
    const title = { en: "Write '{ … }'", fr: "Écrire « { … } »" };
    const changes = [
      { span: spanOf(open), text: "{" },
      ...(close && close.image !== "}" ? [{ span: spanOf(close), text: "}" }] : []),
    ];
    this.pending.push({
      span: spanOf(open),
      message: say.blockInBrackets(open.image),
      mends: [{ title, changes }],
    });
  }

  private doc(tokens: readonly IToken[]): Word | undefined {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (!first || !last) return undefined;
    const text = tokens.map((token) => token.image.slice(3).replace(/^ /, "").trimEnd()).join("\n");
    return { text, span: { start: this.span(first).start, end: this.span(last).end } };
  }

  private strings(tokens: readonly IToken[]): void {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token?.tokenType === OpenString) {
        const { overLines, prose } = this.damage;
        this.pending.push(openString(tokens, token, overLines.get(token), prose.get(token)));
      } else if (token?.tokenType === Quoted || token?.tokenType === TextBlock) this.escapes(token);
    }
  }

  private escapes(token: IToken): void {
    if (!token.image.includes("\\")) return;
    for (const { at, text } of readString(token.image).bad) {
      const start = token.startOffset + at;
      const mends = /^\\[\p{L}\p{N}]/u.test(text) ? [write({ start, end: start + 1 }, "\\\\")] : [];
      this.pending.push({ span: { start, end: start + text.length }, message: say.escape(text), mends });
    }
  }

  private hitch(tokens: readonly IToken[], hitch: Exclude<Reading["hitch"], undefined>): void {
    // A quote without its partner is told already.
    const isQuote = hitch !== "end" && hitch.tokenType === OpenString;
    const told = isQuote ? undefined : hitchIn(this.file.text, tokens, hitch);
    if (told) this.pending.push(told);
  }

  /** Where a token stands in its top-level statement. By subtraction: adding `-0` would make floats of all offsets. */
  private span({ startOffset, image }: IToken): Span {
    const start = startOffset - this.base;
    return { start, end: start + image.length };
  }
}

/** Whether a line is a property, an attribute or a line of a policy, so that a brace in it is the mistake. */
function takesNoBlock([first, second]: readonly IToken[]): boolean {
  if (first?.tokenType !== Name || writtenKind(first.image)) return false;
  return second?.tokenType === Colon || propertyNames.has(first.image) || isPolicyWord(first.image);
}

function isPolicyWord(word: string): boolean {
  return policyWords.some(({ name }) => name === word);
}

/** What a reader calls a statement by: its words up to the title. */
function calledBy(head: readonly IToken[]): string {
  const words = head.map(({ image }) => image);
  const title = words.findIndex((word) => word.startsWith('"'));
  return (title > 0 ? words.slice(0, title) : words).slice(0, 6).join(" ");
}

function spanOf({ startOffset, image }: IToken): Span {
  return { start: startOffset, end: startOffset + image.length };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function mendMoved(by: number) {
  return ({ title, changes }: Mend): Mend => ({
    title,
    changes: changes.map(({ span, text }) => ({ span: moved(span, by), text })),
  });
}

/** A text that is never closed, or never opened. */
function openString(
  tokens: readonly IToken[],
  token: IToken,
  ending: IToken | undefined,
  rest: IToken | undefined,
): Hitch {
  const span = spanOf(token);
  if (token.image.startsWith('"""')) {
    const mends = token.image === '"""' && !rest ? [] : [insert(spanOf(rest ?? token).end, '"""')];
    return { span, message: say.openBlock(), mends };
  }
  if (ending) {
    const title = { en: 'Write \'"""\' at both ends', fr: 'Écrire « """ » aux deux bouts' };
    const opening = { span: { start: span.start, end: span.start + 1 }, text: '"""' };
    const changes = [opening, { span: spanOf(ending), text: '"""' }];
    return { span, message: say.textOverLines(), mends: [{ title, changes }] };
  }
  const start = token.image === '"' ? startOfWords(tokens, token) : undefined;
  if (start !== undefined) return { span, message: say.noOpeningQuote(), mends: [insert(start, '"')] };
  const curly = /[“”»]$/u.exec(token.image);
  const end = { start: span.end - (curly ? 1 : 0), end: span.end };
  const mends = [{ ...insert(span.end, '"'), changes: [{ span: end, text: '"' }] }];
  return { span, message: say.openString(), mends };
}

/** Where the words begin that a quote at their end was meant to close; undefined where there are none. */
function startOfWords(tokens: readonly IToken[], quote: IToken): number | undefined {
  const end = tokens.indexOf(quote);
  const least = writtenKind(tokens[0]?.image ?? "") ? 2 : 1;
  let at = end;
  while (at > least && (tokens[at - 1]?.tokenType === Name || tokens[at - 1]?.tokenType === Numeric)) at--;
  return at < end ? tokens[at]?.startOffset : undefined;
}

/** The `}` that is missing, where its block ends: on a line of its own, or on the line of the block. */
function closing(text: string, open: IToken, end: number): Mend {
  const inside = text.slice(open.startOffset, end);
  const lineStart =
    Math.max(text.lastIndexOf("\n", open.startOffset), text.lastIndexOf("\r", open.startOffset)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, open.startOffset))?.[0] ?? "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return insert(end, /[\r\n]/.test(inside) ? `${eol}${indent}}` : " }");
}

/** A span with its line, where nothing else stands on it. */
function lineAround(text: string, { start, end }: Span): Span {
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  const isFirst = start - before === 0 || /[\r\n]/.test(text.charAt(start - before - 1));
  return isFirst && after ? { start: start - before, end: end + after[0].length } : { start, end };
}
