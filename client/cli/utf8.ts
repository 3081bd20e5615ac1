import { isUtf8 } from "node:buffer";

/** A file's text, and where its bytes stop to be UTF-8; `broken` is undefined where all is well. */
export interface Decoded {
  readonly text: string;
  /** Offset in the text. */
  readonly broken: number | undefined;
}

/** Reads bytes as UTF-8, without the mark that some editors put in front. What cannot be read becomes U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = buffer.toString("utf8");
  const mark = whole.startsWith("\ufeff") ? 1 : 0;
  const broken = isUtf8(buffer) ? undefined : firstBroken(buffer, whole) - mark;
  return { text: whole.slice(mark), broken };
}

/** The first replacement character that the file itself does not contain. */
function firstBroken(buffer: Buffer, text: string): number {
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    byte += Buffer.byteLength(text.slice(from, at));
    if (buffer.toString("latin1", byte, byte + 3) !== "\u00ef\u00bf\u00bd") return at;
    byte += 3;
    from = at + 1;
  }
  return 0;
}

const REPLACEMENT = "\ufffd";
