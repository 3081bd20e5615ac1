import { readString } from "../../../grammar/strings.ts";
import type { Model } from "../../model/model.ts";
import { isWebAddress } from "../../model/values.ts";
import { telling } from "./aims.ts";
import { vocabulary, type NeutralWords } from "./words.ts";

/** What stands for what is between quotes, and behind the signs of a comment. */
export interface NeutralTexts {
  /** A string as it is written, quotes included. */
  readonly string: (image: string, end: "closed" | "open") => string;
  /** What stands behind a `///`. */
  readonly doc: (text: string) => string;
}

/**
 * Another text for each that says something, the same one wherever it says the same. It keeps its lines, how they are
 * indented, that an address is one, and what the language cannot read in it.
 */
export function neutralTexts(model: Model, words: NeutralWords): NeutralTexts {
  const known = new Map<string, string>();
  const aims = telling(model);
  const said = (value: string): string => {
    const neutral = known.get(value) ?? neutralValue(value, known.size + 1);
    known.set(value, neutral);
    return neutral;
  };
  const neutralValue = (value: string, count: number): string => {
    if (vocabulary.has(value)) return value;
    if (isWebAddress(value)) return `https://example.org/${count}`;
    const aim = aims.titles.get(value);
    return aim
      ? aim((name) => (model.byName.has(name) || isName(name) ? words(name) : said(name)))
      : `Text ${count}`;
  };
  return {
    string: (image, end) => stringLike(image, end, said),
    doc: (text) => inLines(text, said(text.trim())),
  };
}

function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(text);
}

function stringLike(image: string, end: "closed" | "open", said: (value: string) => string): string {
  const { value, bad } = readString(image);
  const quotes = image.startsWith('"""') ? '"""' : '"';
  const close = end === "closed" ? quotes : "";
  const inner = image.slice(quotes.length, image.length - close.length);
  if (value.trim() === "") return image;
  // An escape that the language does not have stays one: which, nobody needs to know.
  const text = said(value) + bad.map(() => "\\q").join("");
  return quotes + inLines(inner, text) + close;
}

/** A text in the place of what the lines of another say: in the first of them that says something, and a sign in the others. */
export function inLines(text: string, first: string): string {
  let isFirst = true;
  return text.replaceAll(/\S(?:[^\r\n]*\S)?/g, () => {
    const line = isFirst ? first : "…";
    isFirst = false;
    return line;
  });
}
