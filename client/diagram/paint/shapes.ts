import type { ViewGraph } from "../../../server/views/view-graph.ts";
import type { Box } from "../layout/frame.ts";
import type { Scene } from "../scene.ts";
import {
  baseline,
  DETAIL,
  DETAIL_LEADING,
  ICON,
  ITEMS_APART,
  ROOF,
  settingOf,
  TEXT_END,
  TEXT_X,
} from "../type/typography.ts";
import { outline } from "./outline.ts";
import { changed, icon, marks, paleness, spoken } from "./signs.ts";
import { toneBar } from "./tones.ts";
import { group, path, tag, text, tip } from "./tag.ts";

type SceneNode = Scene["nodes"][number];

/** An element as a shape with its icon, its title and its marks. */
export function shape(it: SceneNode, { locale, tones }: ViewGraph): string {
  const { node, box } = it;
  const tone = tones?.names[node.tone ?? -1];
  const label = [spoken(node, locale), ...(tone === undefined ? [] : [tone])].join(" · ");
  const drawn = it.spread ? spreadText(it) : tileText(it);
  const faded = node.marks.includes("retired") ? "bz-faded" : paleness(node.change);
  return group(
    {
      "data-name": node.name,
      "data-id": node.id === node.name ? undefined : node.id,
      "data-kind": node.kind,
      tabindex: 0,
      role: "img",
      "aria-label": label,
      class: faded,
    },
    tip(label),
    path(outline(node.kind, it.spread, box), `outline ${shapeStyle(it)}${node.centre ? " centre" : ""}`),
    it.spread && node.kind === "business-model" ? flanges(box) : undefined,
    node.tone === undefined ? undefined : toneBar(node.tone, tones?.isScale ?? false, box),
    ...drawn,
    changed(node.change, outline(node.kind, it.spread, box), box),
  );
}

function shapeStyle({ node, spread }: SceneNode): string {
  const dash = node.marks.includes("planned") ? " dotted" : node.marks.includes("seasonal") ? " dashed" : "";
  if (node.kind === "mission") return "roof";
  if (node.kind === "business-model") return spread ? "beam" : "what-tile";
  if (node.kind === "goal") return "goal";
  if (node.kind === "entity") return "room";
  if (node.wall) return "what-tile";
  return `tile${dash}`;
}

/** The two plates that make a beam a beam. */
function flanges({ x, y, width, height }: Box): string {
  const plate = { x: x - 1.5, width: width + 3, height: 5, class: "bz-flange" };
  return tag("rect", { ...plate, y: y - 1.5 }) + tag("rect", { ...plate, y: y + height - 3.5 });
}

function tileText({ node, lines, detail, items, box }: SceneNode): readonly (string | undefined)[] {
  const setting = settingOf(node.kind, false);
  const roof = node.kind === "mission";
  const head = Math.max(ICON, lines.length * setting.leading) + (detail === "" ? 0 : DETAIL_LEADING);
  const top = items.length > 0 ? box.y + setting.padding : box.y + (box.height - head) / 2;
  const after = top + Math.max(ICON, lines.length * setting.leading);
  const marksY = detail === "" ? top + setting.leading / 2 - 6 : after + 1.5;
  const size = `t${setting.title.size}`;
  return [
    icon(node, { x: box.x + 12, y: top + (setting.leading - ICON) / 2 }, roof ? "roof" : node.storey),
    ...lines.map((words, index) =>
      text(
        { x: box.x + TEXT_X, y: top + index * setting.leading + baseline(setting.title, setting.leading) },
        `${size} bold ${roof ? "on-roof" : "ink"}`,
        words,
      ),
    ),
    text(
      { x: box.x + TEXT_X, y: after + baseline(DETAIL, DETAIL_LEADING) },
      roof ? "detail-roof" : "detail",
      detail,
    ),
    ...marks(node.marks, { x: box.x + box.width - TEXT_END, y: marksY }, node.storey),
    ...items.map((words, index) => {
      const y = top + head + ITEMS_APART + index * DETAIL_LEADING + baseline(DETAIL, DETAIL_LEADING);
      return text({ x: box.x + TEXT_X, y }, "detail", words);
    }),
  ];
}

/** The text of a roof or a beam stands in the middle. */
function spreadText({ node, lines, detail, box }: SceneNode): readonly (string | undefined)[] {
  const setting = settingOf(node.kind, true);
  const mission = node.kind === "mission";
  const colour = mission ? "on-roof" : "ink";
  const x = box.x + box.width / 2;
  const block = lines.length * setting.leading + (detail === "" ? 0 : DETAIL_LEADING);
  const room = mission ? { y: box.y + ROOF - 8, height: box.height - ROOF + 8 } : box;
  const top = room.y + (room.height - block) / 2;
  return [
    ...lines.map((words, index) =>
      text(
        { x, y: top + index * setting.leading + baseline(setting.title, setting.leading) },
        `t${setting.title.size} bold middle ${colour}`,
        words,
      ),
    ),
    text(
      { x, y: top + lines.length * setting.leading + baseline(DETAIL, DETAIL_LEADING) },
      `${mission ? "detail-roof" : "detail"} middle`,
      detail,
    ),
  ];
}
