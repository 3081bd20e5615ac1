import { readFileSync } from "node:fs";
import cyrillic400 from "@fontsource/inter/files/inter-cyrillic-400-normal.woff2";
import cyrillic600 from "@fontsource/inter/files/inter-cyrillic-600-normal.woff2";
import greek400 from "@fontsource/inter/files/inter-greek-400-normal.woff2";
import greek600 from "@fontsource/inter/files/inter-greek-600-normal.woff2";
import latin400 from "@fontsource/inter/files/inter-latin-400-normal.woff2";
import latin600 from "@fontsource/inter/files/inter-latin-600-normal.woff2";
import latinExt400 from "@fontsource/inter/files/inter-latin-ext-400-normal.woff2";
import latinExt600 from "@fontsource/inter/files/inter-latin-ext-600-normal.woff2";
import vietnamese400 from "@fontsource/inter/files/inter-vietnamese-400-normal.woff2";
import vietnamese600 from "@fontsource/inter/files/inter-vietnamese-600-normal.woff2";
import type { EmbeddedFont } from "../diagram/type/font-faces.ts";

const files: readonly (readonly [number, string])[] = [
  [400, latin400],
  [600, latin600],
  [400, latinExt400],
  [600, latinExt600],
  [400, greek400],
  [600, greek600],
  [400, cyrillic400],
  [600, cyrillic600],
  [400, vietnamese400],
  [600, vietnamese600],
];

/** The shipped font, each weight and subset, as it lies on disk. */
export function fontFiles(): readonly Uint8Array[] {
  return files.map(([, path]) => readFileSync(path));
}

/** The part of the shipped font that nearly every picture needs, to be put into the picture itself. */
export function embeddedFonts(): readonly EmbeddedFont[] {
  return files.slice(0, 2).map(([weight, path]) => {
    return { weight, url: `data:font/woff2;base64,${readFileSync(path).toString("base64")}` };
  });
}
