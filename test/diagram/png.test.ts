import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { fontFiles } from "../../client/cli/render/fonts.ts";
import { png } from "../../client/diagram/png.ts";
import { house } from "./graphs.ts";
import { pictureOf } from "./picture.ts";

const require = createRequire(import.meta.url);
const wasm = new Uint8Array(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const fonts = fontFiles();

/** Width and height from the header of a PNG. */
function sizeOf(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

/** The pixels of a PNG before their filters are undone: enough to tell two pictures apart. */
function pixelsOf(bytes: Uint8Array): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const chunks: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === "IDAT")
      chunks.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  return inflateSync(Buffer.concat(chunks));
}

test("a picture becomes pixels, twice as many as it is wide", async () => {
  const picture = await pictureOf(house);
  const [, width] = /width="(\d+)"/.exec(picture) ?? [];
  const bytes = await png(picture, { wasm, fonts });
  expect(String.fromCharCode(...bytes.subarray(1, 4))).toBe("PNG");
  expect(sizeOf(bytes)[0]).toBe(2 * Number(width));
});

test("the text is in it", async () => {
  const picture = await pictureOf(house);
  const textless = picture.replace(/<text[^]*?<\/text>/g, "");
  const [withText, without] = await Promise.all([
    png(picture, { wasm, fonts }, 1),
    png(textless, { wasm, fonts }, 1),
  ]);
  expect(pixelsOf(withText).equals(pixelsOf(without))).toBe(false);
});

test("the same picture gives the same bytes", async () => {
  const picture = await pictureOf(house);
  expect(await png(picture, { wasm, fonts }, 1)).toEqual(await png(picture, { wasm, fonts }, 1));
});

test("a picture that is larger than programs take is made smaller", async () => {
  const huge =
    '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="10" viewBox="0 0 20000 10"></svg>';
  expect(sizeOf(await png(huge, { wasm, fonts }))[0]).toBe(16_000);
});

test("signs that no subset of the font has are drawn, whatever stands beside them, and a box for what no font has", async () => {
  const drawn = async (text: string): Promise<Buffer> => {
    const around = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20" font-family="Inter">';
    return pixelsOf(await png(`${around}<text y="15">${text}</text></svg>`, { wasm, fonts }, 1));
  };
  const box = await drawn("\u25a1 \u25a1");
  for (const sign of "→⇒≥★✓ΩЖ") expect((await drawn(`商 ${sign}`)).equals(box), sign).toBe(false);
  expect((await drawn("商 \u{1f44d}\u{1f3fd}\ufe0f")).equals(box)).toBe(true);
});
