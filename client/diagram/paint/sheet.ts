import { HEADINGS, type Scene, type SceneBand } from "../scene.ts";
import { LEGEND_FONT, LEGEND_LEADING, SCALE, SIGN, type LegendItem, type Sign } from "../legend.ts";
import { baseline } from "../type/typography.ts";
import { sign } from "./findings.ts";
import { icons } from "./icons.ts";
import { lineSample } from "./lines.ts";
import { rounded } from "./outline.ts";
import { changeSign, markSign } from "./signs.ts";
import { holding } from "./table.ts";
import { meter, plate } from "./tones.ts";
import { group, num, path, tag, text } from "./tag.ts";

/** The title block. */
export function heading({ heading: { at, title, subtitle, isLarge } }: Scene): string {
  const { leading } = isLarge ? HEADINGS.large : HEADINGS.usual;
  const size = isLarge ? "-large" : "";
  const first = at.y + leading * 0.7;
  return group(
    {},
    ...title.map((words, index) => text({ x: at.x, y: first + index * leading }, `heading${size}`, words)),
    text(
      { x: at.x, y: first + (title.length - 1) * leading + leading * 0.65 },
      `subheading${size}`,
      subtitle,
    ),
  );
}

/** The ground of a storey, with what it stands for at its side. */
export function band({ storey, box, word, phrase }: SceneBand): string {
  const x = box.x + 22;
  return group(
    { "data-storey": storey },
    path(rounded(10)(box), storey),
    text({ x, y: box.y + 42 }, `word ink-${storey}`, word),
    ...phrase.map((words, index) => text({ x, y: box.y + 66 + index * 17 }, "phrase", words)),
  );
}

export function legend({ legend: { items, box } }: Scene): string | undefined {
  if (items.length === 0) return undefined;
  const rule = tag("rect", { x: box.x, y: box.y - 14, width: box.width, height: 1, class: "bz-how" });
  return group({ "data-legend": "" }, rule, ...items.map(item));
}

function item({ at, sign: shown, text: words }: LegendItem): string {
  const middle = at.y + LEGEND_LEADING / 2;
  return group(
    {},
    shown && signOf(shown, at.x, middle),
    text(
      { x: at.x + (shown ? SIGN[shown.type] : 0), y: at.y + baseline(LEGEND_FONT, LEGEND_LEADING) },
      "legend",
      words,
    ),
  );
}

function signOf(shown: Sign, x: number, middle: number): string {
  switch (shown.type) {
    case "kind": {
      const transform = `translate(${num(x)} ${num(middle - 8)})`;
      return `<g transform="${transform}">${path(icons[shown.kind], "icon icon-muted")}</g>`;
    }
    case "mark":
      return markSign(shown.mark, { x, y: middle - 6 }, "muted");
    case "line":
      return lineSample(shown.line, { x, y: middle });
    case "holding":
      return holding(shown.holding, { x: x + 8, y: middle });
    case "tone":
      return plate(shown.tone, { x: x + 9, y: middle }, 16);
    case "scale":
      return meter(shown, { x, y: middle - 2.5, width: SCALE, height: 5 });
    case "finding":
      return sign(shown.severity, "", { x: x + 10, y: middle });
    case "change":
      return shown.change === "same"
        ? path(`M${num(x)} ${num(middle)}h16`, "line line-other pale")
        : changeSign(shown.change, { x: x + 8, y: middle });
  }
}
