import { DETAIL, GROUP, LABEL_FONT } from "../type/typography.ts";
import { LEGEND_FONT } from "../legend.ts";
import { HEADINGS, PHRASE_FONT } from "../scene.ts";
import type { Font } from "../type/text.ts";
import { CELL_FONT, HEAD_FONT } from "../table.ts";
import { themes, type Colours, type PlainTheme, type ThemeName } from "./theme.ts";

/**
 * The style sheet of a picture. Pictures in files get it inside; the panel takes the one of `vscode` once, into a
 * sheet of its own, and its pictures follow the editor's theme.
 */
export function styleSheet(theme: ThemeName): string {
  const plain = (name: PlainTheme): string => rules((colour) => themes[name][colour]);
  if (theme === "auto")
    return `${plain("light")}\n@media screen and (prefers-color-scheme:dark){${plain("dark")}}`;
  if (theme !== "vscode") return plain(theme);
  return [
    `.bz{${variables(themes.light)}}`,
    `.vscode-dark .bz{${variables(themes.dark)}}`,
    `.vscode-high-contrast .bz{${variables(themes.contrast)}}`,
    `.vscode-high-contrast-light .bz{${variables(themes["contrast-light"])}}`,
    themedSheet(),
  ].join("\n");
}

/** The style sheet of a picture on a page that says its colours in `variables`. */
export function themedSheet(): string {
  return `${rules((name) => `var(--bz-${name})`)}\n${INTERACTIVE}`;
}

/** A theme as variables, but for what is the editor's in all of them. */
export function variables(colours: Colours): string {
  const themed = { ...colours, paper: "var(--vscode-editor-background)", focus: "var(--vscode-focusBorder)" };
  return Object.entries(themed)
    .map(([name, colour]) => `--bz-${name}:${colour}`)
    .join(";");
}

const INTERACTIVE = `.bz [tabindex]{cursor:pointer;outline:none}
.bz [tabindex]:focus-visible .bz-outline,.bz .bz-selected .bz-outline{stroke:var(--bz-focus);stroke-width:3px}
.bz [tabindex]:hover .bz-outline{stroke:var(--bz-ink)}
.bz-dim{opacity:.25}`;

const TONE_NAMES = ["tone0", "tone1", "tone2", "tone3", "tone4", "tone5", "tone6", "tone7"] as const;

/** How far a shade is from the plain tile. What is written on the darkest has to be read, too. */
const HEATS = [0, 0.08, 0.16, 0.26] as const;

type Colour = (name: keyof Colours) => string;

function rules(colour: Colour): string {
  const fill = (name: keyof Colours): string => `fill:${colour(name)}`;
  const stroke = (name: keyof Colours, width: number): string =>
    `fill:none;stroke:${colour(name)};stroke-width:${width}px`;
  const both = (inside: keyof Colours, outline: keyof Colours, width: number): string =>
    `${fill(inside)};stroke:${colour(outline)};stroke-width:${width}px`;
  const font = ({ size, weight }: Font): string => `font-size:${size}px;font-weight:${weight}`;
  const sheet: readonly (readonly [string, string])[] = [
    ["text", "font-family:Inter,'Segoe UI',system-ui,sans-serif;text-rendering:geometricPrecision"],
    ["paper", fill("paper")],
    ["why", fill("why")],
    ["what", fill("what")],
    ["how", fill("how")],
    ["ink", fill("ink")],
    ["muted", fill("muted")],
    ["heading", `${fill("ink")};${font(HEADINGS.usual.title)};letter-spacing:-.01em`],
    ["heading-large", `${fill("ink")};${font(HEADINGS.large.title)};letter-spacing:-.015em`],
    ["subheading", `${fill("muted")};${font(HEADINGS.usual.subtitle)}`],
    ["subheading-large", `${fill("muted")};${font(HEADINGS.large.subtitle)}`],
    ["phrase", `${fill("muted")};${font(PHRASE_FONT)}`],
    ["word", "font-size:16px;font-weight:600;letter-spacing:.14em"],
    ["ink-why", fill("whyInk")],
    ["ink-what", fill("whatInk")],
    ["ink-how", fill("howInk")],
    ["on-roof", fill("onRoof")],
    ["on-wall", fill("onWall")],
    ["bold", "font-weight:600"],
    ...[13, 14, 18, 26].map((size) => [`t${size}`, `font-size:${size}px`] as const),
    ["detail", `${fill("muted")};${font(DETAIL)}`],
    ["detail-roof", `${fill("onRoof")};${font(DETAIL)}`],
    ["detail-wall", `${fill("onWall")};${font(DETAIL)}`],
    ["group", font(GROUP.title)],
    ["legend", `${fill("muted")};${font(LEGEND_FONT)}`],
    ["label", `${fill("ink")};${font(LABEL_FONT)}`],
    ["label-ground", fill("paper")],
    ["roof", both("roof", "whyInk", 1.25)],
    ["goal", both("tile", "whyInk", 1.5)],
    ["beam", both("pale", "wall", 3)],
    ["flange", fill("wall")],
    ["wall-core", fill("wall")],
    ["wall-pale", fill("pale")],
    ["wall", `${stroke("wall", 4)};stroke-linejoin:miter`],
    ["wall-thin", `${stroke("wall", 2.5)};stroke-linejoin:miter`],
    ["floor", fill("what")],
    ["room", both("room", "whatInk", 1)],
    ["what-tile", both("tile", "whatInk", 2)],
    ["tile", both("tile", "line", 1.25)],
    ["partition", stroke("partition", 1)],
    ["head", font(HEAD_FONT)],
    ["cell", font(CELL_FONT)],
    ["hit", "fill:transparent"],
    ...TONE_NAMES.map((name, index): readonly [string, string] => [`tone-${index}`, fill(name)]),
    ...TONE_NAMES.map((name, index): readonly [string, string] => [`ring-${index}`, stroke(name, 1.5)]),
    ["scale", fill("howInk")],
    ["scale-rest", `${fill("howInk")};fill-opacity:.16`],
    ...HEATS.map((share, index): readonly [string, string] => [
      `heat-${index}`,
      `${fill("heat")};fill-opacity:${share};pointer-events:none`,
    ]),
    ["rule", `${fill("line")};fill-opacity:.5`],
    ["rule-strong", fill("muted")],
    ["number", fill("howInk")],
    ["holds", fill("whatInk")],
    ["holds-line", stroke("whatInk", 1.6)],
    ["lane-head", fill("howInk")],
    ["on-lane", fill("paper")],
    ["lane-missing", `${stroke("error", 1.5)};stroke-dasharray:6 4`],
    ["lane-open", fill("paper")],
    ["ink-error", fill("error")],
    ["centre", both("how", "ink", 3.5)],
    ["wrong", `${stroke("error", 2.2)};pointer-events:none`],
    ["centre-wall", stroke("ink", 2.5)],
    ["dashed", "stroke-dasharray:6 4"],
    ["dotted", "stroke-dasharray:1.5 3.5;stroke-linecap:round"],
    ["faded", "opacity:.55"],
    ["icon", "stroke-linecap:round;stroke-linejoin:round"],
    ["icon-why", stroke("whyInk", 1.4)],
    ["icon-what", stroke("whatInk", 1.4)],
    ["icon-how", stroke("howInk", 1.4)],
    ["icon-roof", stroke("onRoof", 1.4)],
    ["icon-wall", stroke("onWall", 1.4)],
    ["icon-error", stroke("error", 1.4)],
    ["icon-one-way", stroke("changed", 2)],
    ["icon-plate", stroke("paper", 1.6)],
    ["icon-muted", stroke("muted", 1.3)],
    ["line", "fill:none;stroke-linejoin:round;stroke-linecap:butt"],
    ["line-serves", stroke("whyInk", 1.4)],
    ["line-embodies", stroke("whatInk", 2.4)],
    ["line-owns", stroke("whatInk", 1.6)],
    ["line-writes", stroke("whatInk", 1.4)],
    ["line-reads", stroke("whatInk", 1.1)],
    ["line-people", stroke("muted", 1.1)],
    ["line-flow", stroke("flow", 1.25)],
    ["line-manual-flow", `${stroke("flow", 1.6)};stroke-dasharray:2 3`],
    ["line-value", stroke("whyInk", 1.4)],
    ["line-step", stroke("howInk", 2)],
    ["line-gap", `${stroke("error", 2)};stroke-dasharray:3 3`],
    ["line-other", stroke("muted", 1.1)],
    ["line-error", stroke("error", 2.4)],
    ["line-warning", stroke("changed", 2.4)],
    ["line-info", stroke("info", 2.4)],
    ["line-added", stroke("added", 2.4)],
    ["line-removed", `${stroke("removed", 2.4)};stroke-dasharray:7 4`],
    ["line-changed", stroke("changed", 2.4)],
    ["line-renamed", `${stroke("info", 2.4)};stroke-dasharray:2 3`],
    ["thin", "stroke-width:1.25px"],
    ["hollow", fill("paper")],
    ["tip-error", fill("error")],
    ["tip-warning", fill("changed")],
    ["tip-info", fill("info")],
    ["tip-added", fill("added")],
    ["tip-removed", fill("removed")],
    ["tip-changed", fill("changed")],
    ["tip-renamed", fill("info")],
    ["tip-serves", fill("whyInk")],
    ["tip-embodies", fill("whatInk")],
    ["tip-owns", fill("whatInk")],
    ["tip-writes", fill("whatInk")],
    ["tip-flow", fill("flow")],
    ["tip-manual-flow", fill("flow")],
    ["tip-value", fill("whyInk")],
    ["tip-step", fill("howInk")],
    ["tip-other", fill("muted")],
    ["error", both("error", "paper", 2)],
    ["halo", stroke("paper", 4.5)],
    ["warning", `${both("warning", "changed", 1.4)};stroke-linejoin:round`],
    ["info", both("info", "paper", 2)],
    ["on-error", fill("onError")],
    ["on-warning", fill("onWarning")],
    ["on-info", fill("onInfo")],
    ["badge", "font-size:10px;font-weight:600;text-anchor:middle"],
    ["added", stroke("added", 3)],
    ["removed", `${stroke("removed", 3)};stroke-dasharray:7 4`],
    ["changed", `${stroke("changed", 3)};stroke-dasharray:2 3`],
    ["renamed", `${stroke("info", 3)};stroke-dasharray:10 3 2 3`],
    ["pale", "opacity:.5"],
    ["sign", `${stroke("paper", 2)};stroke-linecap:round;stroke-linejoin:round`],
    ["sign-added", fill("added")],
    ["sign-removed", fill("removed")],
    ["sign-changed", fill("changed")],
    ["sign-renamed", fill("info")],
    ["middle", "text-anchor:middle"],
  ];
  return sheet.map(([name, text]) => `.bz-${name}{${text}}`).join("\n");
}
