import { unitsPerEm, widths } from "./font-metrics.ts";

export type Weight = keyof typeof widths;

export interface Font {
  readonly size: number;
  readonly weight: Weight;
}

/** How wide a line of text is, from the metrics of the shipped font; never less than a browser draws it. */
export function textWidth(text: string, { size, weight }: Font): number {
  let units = 0;
  for (const character of text) units += advance(character.codePointAt(0) ?? 0, weight);
  return (units * size) / unitsPerEm;
}

/**
 * Breaks a title into at most `limit` lines that fit the width: between words, inside a word only where it is wider
 * than a line. What does not fit ends in an ellipsis. Gives no lines for a text without any visible character.
 */
export function wrap(text: string, font: Font, width: number, limit: number): readonly string[] {
  const words = breakable(text, font, width);
  const lines: string[] = [];
  for (const { word, glued } of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : last + (glued ? "" : " ") + word;
    if (last !== undefined && textWidth(joined, font) <= width) lines[lines.length - 1] = joined;
    else if (lines.length === limit) return [...lines.slice(0, -1), ellipsis(joined, font, width)];
    else lines.push(word);
  }
  return lines;
}

/**
 * As `wrap`, in as few lines, but with lines as even as can be: no last word stands alone where its line could have more.
 * What does not fit, and what is broken inside of words, is left as it is.
 */
export function balanced(text: string, font: Font, width: number, limit: number): readonly string[] {
  const words = breakable(text, font, width);
  const lines = wrap(text, font, width, limit);
  const isWhole =
    !words.some(({ glued }) => glued) && lines.join(" ") === words.map(({ word }) => word).join(" ");
  return lines.length > 1 && isWhole ? even(words, font, width, lines.length) : lines;
}

/** What a line that would be too wide costs. */
const NEVER = Infinity;

/** The first words of a text in lines: what these cost, and with which word each begins. */
interface Setting {
  readonly cost: number;
  readonly begins: readonly number[];
}

const NOWHERE: Setting = { cost: NEVER, begins: [] };

/** The words in so many lines that the squares of the widths of these add up to the least. */
function even(words: readonly Word[], font: Font, width: number, lines: number): readonly string[] {
  const space = textWidth(" ", font);
  const ends = [0];
  for (const { word } of words) ends.push((ends.at(-1) ?? 0) + textWidth(word, font) + space);
  const cost = (from: number, to: number): number => {
    const wide = (ends[to] ?? 0) - (ends[from] ?? 0) - space;
    return wide > width ? NEVER : wide * wide;
  };
  // For the first so many words, the best setting of them in the lines until now.
  let least = ends.map((_, to): Setting => (to === 0 ? { cost: 0, begins: [] } : NOWHERE));
  for (let line = 0; line < lines; line++) {
    least = ends.map((_, to) => {
      let best = NOWHERE;
      for (let from = 0; from < to; from++) {
        const before = least[from] ?? NOWHERE;
        const sum = before.cost + cost(from, to);
        if (sum < best.cost) best = { cost: sum, begins: [...before.begins, from] };
      }
      return best;
    });
  }
  const begins = least.at(-1)?.begins ?? [];
  return begins.map((from, index) =>
    words
      .slice(from, begins[index + 1] ?? words.length)
      .map(({ word }) => word)
      .join(" "),
  );
}

/** One line of text, cut with an ellipsis where it is wider than the width. */
export function fit(text: string, font: Font, width: number): string {
  return wrap(text, font, width, 1)[0] ?? "";
}

interface Word {
  readonly word: string;
  /** It follows the word before without a space. */
  readonly glued: boolean;
}

/** A title is never longer than this, however long the text: wrapping must not depend on who wrote it. */
const LONGEST = 400;

/** Where a line may be broken: not inside of « quotes », nor before a sign that French sets apart from its word. */
const BREAKS = /(?<!«) +(?![»?!:;%€](?:[\s.,)]|$))/;

function breakable(text: string, font: Font, width: number): readonly Word[] {
  return plain(text.slice(0, LONGEST))
    .split(BREAKS)
    .filter((word) => word !== "")
    .flatMap((word) => pieces(word, font, width));
}

/** A text on one line, without what would make it other than it looks: controls, turned directions, piled-up accents. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, " ").replace(INVISIBLE, "").replace(PILED, "$1").trim();
}

const PILED = /(\p{M}{2})\p{M}+/gu;
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A word as it stands where it fits; else cut into pieces that do. */
function pieces(word: string, font: Font, width: number): readonly Word[] {
  if (textWidth(word, font) <= width) return [{ word, glued: false }];
  const cut: string[] = [];
  for (const { segment } of letters.segment(word)) {
    const last = cut.at(-1);
    if (last !== undefined && textWidth(last + segment, font) <= width) cut[cut.length - 1] = last + segment;
    else cut.push(segment);
  }
  return cut.map((piece, index) => ({ word: piece, glued: index > 0 }));
}

/** The text with as many of its last letters taken away as an ellipsis needs. */
function ellipsis(text: string, font: Font, width: number): string {
  const kept = [...letters.segment(text)].map(({ segment }) => segment);
  while (kept.length > 0 && textWidth(`${kept.join("").trimEnd()}…`, font) > width) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}

/** Ideographs, kana, hangul and full-width forms: as wide as they are high. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const EMOJI = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|[\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{M}|[\u200d\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/u;

/** Characters that the font lacks are drawn in some other font, so their width is a guess on the safe side. */
function advance(point: number, weight: Weight): number {
  const known = tables[weight].get(point);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(point);
  if (COMBINING.test(character)) return 0;
  if (EMOJI.test(character)) return unitsPerEm * 1.4;
  return WIDE.test(character) ? unitsPerEm * 1.05 : unitsPerEm * 0.85;
}

/** A text with a box for each character that the shipped font lacks; nothing for marks on such a character. */
export function boxed(text: string): string {
  return text.replace(LACKING, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (tables[400].has(point)) return character;
    return COMBINING.test(character) ? "" : "\u25a1";
  });
}

const LACKING = /[^\u0000-\u00ff]/gu;

const tables: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
  400: read(widths[400]),
  600: read(widths[600]),
};

function read(table: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const run of table.split(";")) {
    const [first = "", list = ""] = run.split(":");
    list.split(" ").forEach((width, index) => found.set(parseInt(first, 36) + index, parseInt(width, 36)));
  }
  return found;
}
