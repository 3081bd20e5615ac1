import { readFileSync } from "node:fs";
import wasm from "@resvg/resvg-wasm/index_bg.wasm";
import type { Message } from "../../../grammar/finding.ts";
import type { Size } from "../../diagram/layout/frame.ts";
import { png } from "../../diagram/png.ts";
import { fontFiles } from "./fonts.ts";
import { cliMessages as say } from "../messages.ts";
import { Refusal } from "../refusal.ts";

/** No side of a picture has more pixels than this: programs refuse larger ones. */
const LONGEST = 16_000;
/** So many pixels need half a gigabyte while they are drawn. */
const MOST = 100_000_000;
/** How much larger than on a screen a picture is drawn, unless somebody says so. */
const USUAL = 2;

/**
 * How much larger a picture of some size is drawn: as it was asked for, or twice. What is too large for that is drawn as
 * large as it may be, which `tell` hears of; what was asked for and cannot be is refused, and so is what would be smaller
 * than on a screen, since nobody could read it.
 */
export function scaleFor(size: Size, asked: number | undefined, tell: (message: Message) => void): number {
  const { width, height } = size;
  const most = Math.min(LONGEST / Math.max(width, height), Math.sqrt(MOST / (width * height)));
  const scale = asked ?? USUAL;
  if (scale <= most) return scale;
  const largest = Math.floor(most * 100) / 100;
  if (largest < 1) throw new Refusal(say.tooLargeForPixels(Math.round(width), Math.round(height)));
  if (asked !== undefined) throw new Refusal(say.scaleTooLarge(asked, largest));
  tell(say.scaledDown(largest));
  return largest;
}

/** A picture as PNG. */
export function pixels(svg: string, scale: number): Promise<Uint8Array> {
  return png(svg, { wasm: new Uint8Array(readFileSync(wasm)), fonts: fontFiles() }, scale);
}
