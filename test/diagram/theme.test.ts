import { expect, test } from "vitest";
import { styleSheet } from "../../client/diagram/paint/style.ts";
import { themes, type Colours } from "../../client/diagram/paint/theme.ts";

/** Text, and the grounds that it stands on. */
const TEXTS: readonly (readonly [keyof Colours, readonly (keyof Colours)[]])[] = [
  ["ink", ["paper", "what", "how", "tile", "room", "pale"]],
  ["muted", ["paper", "why", "what", "how", "tile", "room", "pale"]],
  ["whyInk", ["why", "paper"]],
  ["whatInk", ["what", "paper"]],
  ["howInk", ["how", "paper"]],
  ["onRoof", ["roof"]],
  ["onWall", ["wall"]],
  ["onError", ["error"]],
  ["onWarning", ["warning"]],
  ["onInfo", ["info"]],
];

/** Lines and outlines that say something, and the grounds that they run over. */
const LINES: readonly (readonly [keyof Colours, readonly (keyof Colours)[]])[] = [
  ["whyInk", ["why", "what", "tile"]],
  ["whatInk", ["what", "how", "room"]],
  ["wall", ["what"]],
  ["flow", ["how", "paper"]],
  // The outlines of tiles, of groups, and of what is filled with a light colour.
  ["line", ["how", "paper", "tile"]],
  ["partition", ["how", "what", "paper"]],
  ["whyInk", ["why", "paper"]],
  ["changed", ["paper", "what", "how", "why"]],
  ["muted", ["paper", "what", "how"]],
  ["error", ["how", "what", "paper"]],
  ["added", ["paper", "how"]],
  ["removed", ["paper", "how"]],
];

const THEMES = ["light", "dark", "contrast", "contrast-light"] as const;

const cases = THEMES.flatMap((theme) => [
  ...TEXTS.flatMap(([on, grounds]) => grounds.map((ground) => ({ theme, on, ground, least: 4.5 }))),
  ...LINES.flatMap(([on, grounds]) => grounds.map((ground) => ({ theme, on, ground, least: 3 }))),
]);

test.each(cases)("$theme: $on on $ground has a contrast of $least", ({ theme, on, ground, least }) => {
  expect(contrast(themes[theme][on], themes[theme][ground])).toBeGreaterThanOrEqual(least);
});

const TONES = ["tone0", "tone1", "tone2", "tone3", "tone4", "tone5", "tone6", "tone7"] as const;

test.each(THEMES)("%s: an icon can be seen on each tone", (theme) => {
  for (const tone of TONES)
    expect(contrast(themes[theme].paper, themes[theme][tone]), tone).toBeGreaterThanOrEqual(3);
});

test.each(THEMES)("%s: text can be read on the darkest shade", (theme) => {
  const [, share = ""] = /bz-heat-3\{[^}]*fill-opacity:([.\d]+)/.exec(styleSheet(theme)) ?? [];
  const shaded = mixed(themes[theme].tile, themes[theme].heat, Number(share));
  expect(contrast(themes[theme].muted, shaded)).toBeGreaterThanOrEqual(4.5);
});

/** A colour with so much of another on top of it. */
function mixed(ground: string, over: string, share: number): string {
  const at = (colour: string, place: number): number => parseInt(colour.slice(place, place + 2), 16);
  const parts = [1, 3, 5].map((place) => at(ground, place) * (1 - share) + at(over, place) * share);
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

test("the style sheet of the editor has a palette for each kind of theme and no colour of its own elsewhere", () => {
  const sheet = styleSheet("vscode");
  for (const kind of [
    ".bz{",
    ".vscode-dark .bz{",
    ".vscode-high-contrast .bz{",
    ".vscode-high-contrast-light .bz{",
  ])
    expect(sheet).toContain(kind);
  const rules = sheet.split("\n").filter((line) => !line.includes("--bz-paper:"));
  expect(rules.join("\n")).not.toMatch(/#[0-9a-f]{3,6}/);
});

/** The contrast of two colours as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
