/**
 * Text from a file as it may be shown in a terminal: what would move the cursor, change colours or turn the reading
 * direction is written out (`\u{1b}`) and does nothing.
 */
export function terminalText(text: string): string {
  return text.replace(UNSAFE, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * Lines as they may stand in the log of a pipeline too: some read commands out of it, at the start of a line (`::name`) or
 * anywhere (`##[name]`, `##vso[name]`). What would be one is written out.
 */
export function logText(lines: string): string {
  return lines.replace(/##(?=(?:vso)?\[)/g, "#\\u{23}").replace(/^(\s*):(?=:)/gm, "$1\\u{3a}");
}

/**
 * Control characters, line separators, direction marks, invisible operators and tags, lone surrogates. The joiners
 * U+200C and U+200D stay: scripts and emoji need them.
 */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- these are what it is there for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** How many columns a text takes: wide characters two, combining ones none. */
export function widthOf(text: string): number {
  // Nearly every text is plain, and plain text needs no look at each character.
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += NARROW.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** Combining marks, variation selectors among them, and joiners. */
const NARROW = /\p{M}|\u200c|\u200d/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Blanks that a line may be broken at: « quotes » and the signs that French sets apart stay with their word. */
const BREAKS = /(?<!«) +(?![»?!:;%€](?:[\s.,)]|$))/;

/** A text on lines of at most `columns`, broken at blanks; a word longer than a line stays whole. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(BREAKS)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The start of a text, with a mark where something was left out. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a surrogate pair would be no character.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** How to colour what is shown; without colours each returns what it is given. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
  /** A text that leads to an address. */
  readonly link: (text: string, url: string) => string;
}
