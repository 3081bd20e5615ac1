const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g;
const LINE_END = /\r\n|\n|\r/;
const SIMPLE: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", n: "\n", t: "\t" };

/** An escape that the language does not have: where in the token, and what is written. */
export interface BadEscape {
  readonly at: number;
  readonly text: string;
}

/** How many quotes a string token has on each side, and whether those at its end are there. */
export function quotesOf(image: string): { readonly quotes: number; readonly isClosed: boolean } {
  const quotes = image.startsWith('"""') ? 3 : 1;
  return { quotes, isClosed: image.length >= 2 * quotes && image.endsWith('"'.repeat(quotes)) };
}

/** What a string token says. Unknown escapes are kept as they are written and listed. */
export function readString(image: string): { readonly value: string; readonly bad: readonly BadEscape[] } {
  const { quotes, isClosed } = quotesOf(image);
  const block = quotes > 1;
  const raw = image.slice(quotes, isClosed ? -quotes : undefined);
  if (!raw.includes("\\")) return { value: block ? dedent(raw) : raw, bad: NONE };
  const bad: BadEscape[] = [];
  const resolve = (text: string): string =>
    text.replace(ESCAPE, (all: string, hex: string | undefined, char: string | undefined) => {
      const value = hex === undefined ? SIMPLE[char ?? ""] : codePoint(hex);
      return value ?? all;
    });
  for (const match of raw.matchAll(ESCAPE)) {
    const value = match[1] === undefined ? SIMPLE[match[2] ?? ""] : codePoint(match[1]);
    if (value === undefined) bad.push({ at: quotes + match.index, text: match[0] });
  }
  return { value: resolve(block ? dedent(raw) : raw), bad };
}

const NONE: readonly BadEscape[] = [];

function codePoint(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : undefined;
}

/** The lines without the indentation that they have in common, and without a blank first and last line. */
function dedent(raw: string): string {
  const [first = "", ...rest] = raw.split(LINE_END);
  const common = commonIndent(rest);
  const body = [first.trimStart(), ...rest.map((line) => line.slice(common).trimEnd())];
  if (body[0] === "") body.shift();
  if (body.at(-1)?.trim() === "") body.pop();
  return body.join("\n");
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => !isBlank(line)).map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  return indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
}

function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** A text block that says the same with its lines at another indentation, each ended by `eol`. */
export function indentBlock(image: string, indent: string, eol: string): string {
  const [first = "", ...rest] = image.slice(3, -3).split(LINE_END);
  const common = commonIndent(rest);
  const lines = rest.map((line, index) => {
    // What stands right before the closing quotes stays: a quote there would be taken for one of them.
    const isLast = index === rest.length - 1;
    if (isBlank(line)) return isLast ? indent : "";
    const text = line.slice(common);
    return indent + (isLast ? text : text.trimEnd());
  });
  return `"""${[isBlank(first) && rest.length > 0 ? "" : first, ...lines].join(eol)}"""`;
}

/** A string as it is written on one line. */
export function writeString(value: string): string {
  const escaped = value
    .replace(/["\\]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\t/g, "\\t")
    // Control characters and line breaks that the text could not hold on one line.
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);
  return `"${escaped}"`;
}
