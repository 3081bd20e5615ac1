/**
 * Writes client/diagram/type/font-metrics.ts: how wide each character of the shipped font is.
 * Run it after an update of @fontsource/inter or inter-ui: `node client/build/font-metrics.mjs && npx prettier --write client/diagram/type/font-metrics.ts`.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fontkit from "fontkit";

const weights = [400, 600];
const subsets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"];

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {string} subset
 * @param {number} weight
 */
function open(subset, weight) {
  return fontkit.openSync(
    here(`../../node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`),
  );
}

/**
 * The whole font, with the signs that no subset has: arrows, mathematics, stars.
 *
 * @param {number} weight
 */
function openWhole(weight) {
  const name = weight === 400 ? "Regular" : "SemiBold";
  return fontkit.openSync(here(`../../node_modules/inter-ui/web/Inter-${name}.woff2`));
}

/**
 * The advances of one weight by code point; the first subset that has a character wins, as it does in a browser. What
 * only the whole font has is drawn from it in pixels, and elsewhere in a font of the reader's system, where no such sign
 * is wider than the letters are high.
 *
 * @param {number} weight
 */
function advances(weight) {
  const found = new Map();
  for (const font of subsets.map((subset) => open(subset, weight)))
    for (const point of font.characterSet)
      if (!found.has(point)) found.set(point, font.glyphForCodePoint(point).advanceWidth);
  const whole = openWhole(weight);
  for (const point of whole.characterSet) {
    const { advanceWidth } = whole.glyphForCodePoint(point);
    // A mark that stands above another character has no width.
    if (!found.has(point)) found.set(point, advanceWidth && Math.max(whole.unitsPerEm, advanceWidth));
  }
  return [...found].toSorted(([a], [b]) => a - b);
}

/**
 * Runs of consecutive characters, `first:width width …`, in base 36.
 *
 * @param {number} weight
 */
function table(weight) {
  const runs = /** @type {string[]} */ ([]);
  let next = -1;
  for (const [point, width] of advances(weight)) {
    if (point !== next) runs.push(`${point.toString(36)}:${width.toString(36)}`);
    else runs.push(`${runs.pop()} ${width.toString(36)}`);
    next = point + 1;
  }
  return runs.join(";");
}

/** The text of client/diagram/type/font-metrics.ts, before formatting. */
export function fontMetrics() {
  const { unitsPerEm } = open("latin", 400);
  const lines = weights.map((weight) => `  ${weight}: ${JSON.stringify(table(weight))},`);
  return `/** Made by client/build/font-metrics.mjs from @fontsource/inter and inter-ui; do not edit. */
export const unitsPerEm = ${unitsPerEm};

/** Advance widths by weight: runs of \`first character:width width …\`, all in base 36. */
export const widths = {
${lines.join("\n")}
} as const;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(here("../diagram/type/font-metrics.ts"), fontMetrics());
