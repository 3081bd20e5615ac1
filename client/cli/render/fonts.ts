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
import ranges from "@fontsource/inter/unicode.json";
import whole400 from "inter-ui/web/Inter-Regular.woff2";
import whole600 from "inter-ui/web/Inter-SemiBold.woff2";
import type { EmbeddedFont } from "../../diagram/type/font-faces.ts";
import { within } from "../../diagram/type/font-range.ts";

interface Part {
  readonly range: string;
  readonly weights: Readonly<Record<400 | 600, string>>;
}

/** What every picture needs. */
const latin: Part = { range: ranges.latin, weights: { 400: latin400, 600: latin600 } };

/** What a picture needs where a character of it occurs. */
const others: readonly Part[] = [
  { range: ranges["latin-ext"], weights: { 400: latinExt400, 600: latinExt600 } },
  { range: ranges.greek, weights: { 400: greek400, 600: greek600 } },
  { range: ranges.cyrillic, weights: { 400: cyrillic400, 600: cyrillic600 } },
  { range: ranges.vietnamese, weights: { 400: vietnamese400, 600: vietnamese600 } },
];

/** The whole of the shipped font, each weight, as it lies on disk: pixels are drawn with nothing else. */
export function fontFiles(): readonly Uint8Array[] {
  return [whole400, whole600].map((path) => readFileSync(path));
}

/** The parts of the shipped font that a text needs, to be put into the picture or the page that shows it. */
export function fontsFor(text: string): readonly EmbeddedFont[] {
  const isLatin = within(latin.range);
  const rest = [...new Set(text)].filter((character) => !isLatin(character));
  return [
    ...embedded(latin.weights),
    ...others
      .filter(({ range }) => rest.some(within(range)))
      .flatMap(({ range, weights }) => embedded(weights, range)),
  ];
}

function embedded(weights: Part["weights"], range?: string): readonly EmbeddedFont[] {
  return ([400, 600] as const).map((weight) => ({
    weight,
    range,
    url: `data:font/woff2;base64,${readFileSync(weights[weight]).toString("base64")}`,
  }));
}
