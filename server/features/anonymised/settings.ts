import { createScanner } from "jsonc-parser";

/**
 * A `bizarch.json` that says the same about how strict it is and in which language, and nothing about what it is for. Which
 * files it takes in is said by which files there are, so its globs take in all of them. What is no JSON stays none.
 */
export function neutralSettings(text: string): string {
  const scanner = createScanner(text);
  let neutral = "";
  let list: string | undefined;
  let key = "";
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const image = text.slice(start, start + scanner.getTokenLength());
    const value = scanner.getTokenValue();
    if (image === "[") list = key;
    if (image === "]") list = undefined;
    if (image.startsWith('"')) {
      neutral += list === undefined ? plainString(image, value) : globLike(list, value);
      key = value;
    } else neutral += BARE.test(image) ? image : bare(image);
  }
  return neutral;
}

/** Blanks, signs, small figures, and the words of JSON. */
const BARE = /^(\s+|[{}[\],:]|-?\d{1,3}|true|false|null)$/;

const KNOWN = /^(name|include|exclude|profile|locale|\$schema|starter|recommended|strict|en|fr)$/;

function plainString(image: string, value: string): string {
  if (KNOWN.test(value) || value === "") return image;
  return image.length > 1 && image.endsWith('"') ? '"Text"' : '"Text';
}

/** A glob that leads out of the folder stays one that is refused. */
function globLike(list: string, value: string): string {
  if (/(^|[\\/])\.\.([\\/]|$)|^([\\/]|[A-Za-z]:)/.test(value)) return '"../elsewhere"';
  if (/\(/.test(value)) return '"(elsewhere)"';
  return list === "exclude" ? '"elsewhere/**"' : '"**"';
}

/** A comment, or what JSON cannot read. */
function bare(image: string): string {
  if (image.startsWith("//")) return "// Comment";
  if (image.startsWith("/*")) return `/*${image.replaceAll(/[^\r\n]/g, "")}*/`;
  return /^[\d.eE+-]+$/.test(image)
    ? image.replaceAll(/\d/g, "1")
    : image.replaceAll(/[\p{L}\p{M}\p{N}_]+/gu, "x");
}
