import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { boxed } from "./type/text.ts";

/** What a picture of pixels needs besides the SVG. Where it comes from is the caller's business. */
export interface Rasteriser {
  /** The bytes of resvg's `index_bg.wasm`. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  /**
   * The shipped font as woff2, each weight. Without them every text would be missing; for a character that they lack
   * (ideographs, emoji) a box stands, while the SVG shows it in a font of the reader's system.
   */
  readonly fonts: readonly Uint8Array[];
}

let ready: Promise<void> | undefined;

/** A picture as PNG, by default at twice its size so that it stays sharp where it is shown large. */
export async function png(svg: string, { wasm, fonts }: Rasteriser, scale = 2): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const [width = 1, height = 1] = sizeOf(svg);
  const zoom = Math.min(scale, LONGEST / Math.max(width, height));
  const resvg = new Resvg(boxed(svg), {
    fitTo: { mode: "zoom", value: zoom },
    font: { fontBuffers: [...fonts], defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
  });
  try {
    const image = resvg.render();
    const bytes = image.asPng();
    image.free();
    return bytes;
  } finally {
    resvg.free();
  }
}

/** No side of a picture has more pixels than this: programs refuse larger ones, and memory runs out. */
const LONGEST = 16_000;

function sizeOf(svg: string): readonly number[] {
  const match = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg);
  return match ? [Number(match[1]), Number(match[2])] : [];
}
