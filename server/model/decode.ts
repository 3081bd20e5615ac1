import { languageFinding, type Finding, type Message } from "../../grammar/finding.ts";
import { LARGEST_FILE } from "./outline.ts";

/**
 * A file as it was read: its text, and what is wrong with it before anybody reads it. The text is undefined where the
 * file is refused, and holds U+FFFD where its bytes are not UTF-8, unless they say that they are UTF-16.
 */
export interface Decoded {
  readonly text: string | undefined;
  readonly flaw: Finding | undefined;
}

/** What the bytes of a file say, without the mark that some editors put in front. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  if (bytes.byteLength > LARGEST_FILE) return refused(path);
  const wide = WIDE.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (wide) return { text: new TextDecoder(wide.encoding).decode(bytes), flaw: flaw(path, 0, say.utf16()) };
  const text = new TextDecoder().decode(bytes);
  const broken = text.includes(REPLACEMENT) ? firstBroken(bytes, text) : undefined;
  return { text, flaw: broken === undefined ? undefined : flaw(path, broken, say.notUtf8()) };
}

/** A file that is too large to be read. */
export function refused(path: string): Decoded {
  return { text: undefined, flaw: flaw(path, 0, say.tooLarge()) };
}

/** Both orders of UTF-16, by the mark in front, which no UTF-8 begins with: what Windows calls Unicode. */
const WIDE = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

const REPLACEMENT = "\ufffd";

/** Where bytes and text begin to disagree: a replacement character that the file itself does not contain. */
function firstBroken(bytes: Uint8Array, text: string): number | undefined {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const again = new TextEncoder().encode(text);
  const length = Math.min(again.length, bytes.length - mark);
  let at = 0;
  while (at < length && again[at] === bytes[at + mark]) at++;
  if (at === again.length && at === bytes.length - mark) return undefined;
  // A broken character may begin with bytes that agree by chance: back to where a whole one begins.
  while (at > 0 && isContinuation(again[at])) at--;
  return new TextDecoder().decode(again.subarray(0, at)).length;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

const say = {
  tooLarge: (): Message => ({
    en: "This file is larger than 20 MB, so it is not read: nobody writes such a file by hand. Split it.",
    fr: "Ce fichier dépasse 20 Mo ; il n'est pas lu : personne n'écrit un tel fichier à la main. Divisez-le.",
  }),
  utf16: (): Message => ({
    en: "This file is UTF-16, which git and others take for binary. Save it as UTF-8.",
    fr: "Ce fichier est en UTF-16, que git et d'autres prennent pour du binaire. Enregistrez-le en UTF-8.",
  }),
  notUtf8: (): Message => ({
    en: "From here on the file is not UTF-8, so its letters cannot be trusted. Save it as UTF-8.",
    fr: "À partir d'ici, le fichier n'est pas en UTF-8 : ses lettres ne sont pas sûres. Enregistrez-le en UTF-8.",
  }),
} as const;

function flaw(path: string, offset: number, message: Message): Finding {
  const span = { start: offset, end: offset + 1 };
  return languageFinding("syntax", { path, top: undefined, span }, message);
}
