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
import ranges from "@fontsource/inter/unicode.json";

import type { EmbeddedFont } from "../diagram/type/font-faces.ts";
import { within } from "../diagram/type/font-range.ts";

/** The font by whose widths pictures are measured, part by part; a part is decoded when a character of it is shown. */
const parts = [
  { range: ranges.latin, weights: { 400: latin400, 600: latin600 } },
  { range: ranges["latin-ext"], weights: { 400: latinExt400, 600: latinExt600 } },
  { range: ranges.greek, weights: { 400: greek400, 600: greek600 } },
  { range: ranges.cyrillic, weights: { 400: cyrillic400, 600: cyrillic600 } },
  { range: ranges.vietnamese, weights: { 400: vietnamese400, 600: vietnamese600 } },
];

/** Makes the font known to the page. */
export function addFonts(page: Document): void {
  for (const { range, weights } of parts)
    for (const [weight, url] of Object.entries(weights))
      page.fonts.add(new FontFace("Inter", `url(${url})`, { weight, unicodeRange: range }));
}

/** The parts of the font that a text needs, to be put into a picture that leaves the page. */
export function fontsFor(text: string): readonly EmbeddedFont[] {
  const characters = [...new Set(text)];
  return parts
    .filter(({ range }) => characters.some(within(range)))
    .flatMap(({ range, weights }) =>
      Object.entries(weights).map(([weight, url]) => ({ weight: Number(weight), url, range })),
    );
}
