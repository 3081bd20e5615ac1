import type { ViewGraph } from "../../../server/views/view-graph.ts";
import type { Box } from "../layout/frame.ts";
import type { Scene } from "../scene.ts";
import {
  baseline,
  DETAIL,
  DETAIL_LEADING,
  HANG,
  ICON,
  ITEMS_APART,
  MARK,
  METER,
  ROOF,
  settingOf,
  TEXT_END,
  TEXT_X,
} from "../type/typography.ts";
import { outline } from "./outline.ts";
import { changed, icon, marks, paleness, spoken, wrong } from "./signs.ts";
import { heat, meter, plate } from "./tones.ts";
import { group, path, tag, text, tip } from "./tag.ts";

type SceneNode = Scene["nodes"][number];

/** An element as a shape with its icon, its title and its marks. */
export function shape(it: SceneNode, { locale, tones, layout }: ViewGraph): string {
  const { node, box } = it;
  const tone = tones?.names[node.tone ?? -1];
  const label = [spoken(node, locale), ...(tone === undefined ? [] : [tone])].join(" · ");
  const scale =
    tones?.isScale && node.tone !== undefined ? { tone: node.tone, of: tones.names.length } : undefined;
  const isBeam = it.spread && node.kind === "business-model";
  const plated = scale ? undefined : node.tone;
  const drawn = it.spread
    ? layout === "hub"
      ? pillarText(it)
      : spreadText(it)
    : tileText(scale ? aboveMeter(it) : it, plated);
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
    path(
      outline(node.kind, it.spread, box),
      `outline ${shapeStyle(it)}${node.centre && !isBeam ? " centre" : ""}`,
    ),
    scale ? path(outline(node.kind, it.spread, box), `heat-${heat(scale)}`) : undefined,
    isBeam ? flanges(box) : undefined,
    wrong(node.finding, outline(node.kind, it.spread, box)),
    scale ? meter(scale, meterIn(box)) : undefined,
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

function aboveMeter(it: SceneNode): SceneNode {
  return { ...it, box: { ...it.box, height: it.box.height - METER } };
}

/** Along the foot of a shape, below its text. */
function meterIn({ x, y, width, height }: Box): Box {
  return { x: x + TEXT_X, y: y + height - 8, width: width - TEXT_X - TEXT_END - 4, height: 4 };
}

/** The two plates that make a beam a beam. */
function flanges({ x, y, width, height }: Box): string {
  const plate = { x: x - 1.5, width: width + 3, height: 5, class: "bz-flange" };
  return tag("rect", { ...plate, y: y - 1.5 }) + tag("rect", { ...plate, y: y + height - 3.5 });
}

function tileText(
  { node, lines, detail, items, box }: SceneNode,
  tone: number | undefined,
): readonly (string | undefined)[] {
  const setting = settingOf(node.kind, false);
  const roof = node.kind === "mission";
  const head = Math.max(ICON, lines.length * setting.leading) + detail.length * DETAIL_LEADING;
  const top = items.length > 0 ? box.y + setting.padding : box.y + (box.height - head) / 2;
  const after = top + Math.max(ICON, lines.length * setting.leading);
  const marksY = detail.length === 0 ? top + setting.leading / 2 - 6 : after + 1.5;
  const size = `t${setting.title.size}`;
  const sign = { x: box.x + 12, y: top + (setting.leading - ICON) / 2 };
  const colour = tone === undefined ? (roof ? "roof" : node.storey) : "plate";
  return [
    tone === undefined ? undefined : plate(tone, { x: sign.x + ICON / 2, y: sign.y + ICON / 2 }, 23),
    icon(node, sign, colour),
    ...lines.map((words, index) =>
      text(
        { x: box.x + TEXT_X, y: top + index * setting.leading + baseline(setting.title, setting.leading) },
        `${size} bold ${roof ? "on-roof" : "ink"}`,
        words,
      ),
    ),
    ...detail.map((words, index) =>
      text(
        { x: box.x + TEXT_X, y: after + index * DETAIL_LEADING + baseline(DETAIL, DETAIL_LEADING) },
        roof ? "detail-roof" : "detail",
        words,
      ),
    ),
    ...marks(node.marks, { x: box.x + box.width - TEXT_END, y: marksY }, node.storey),
    ...items.map(({ words, isMore, isHeading }, index) => {
      const y = top + head + ITEMS_APART + index * DETAIL_LEADING + baseline(DETAIL, DETAIL_LEADING);
      const look = isHeading ? "head muted" : "detail";
      return text({ x: box.x + TEXT_X + (isMore ? HANG : 0), y }, look, words);
    }),
  ];
}

/** As a roof or a beam has it, with the icon above and the marks below. */
function pillarText(it: SceneNode): readonly (string | undefined)[] {
  const { node, box } = it;
  const sign = ICON + 8;
  const foot = node.marks.length > 0 ? MARK + 4 : 0;
  const room = { ...box, y: box.y + sign, height: box.height - sign - foot };
  const slope = node.kind === "mission" ? ROOF - 8 : 0;
  const block = textHeight(it);
  const top = room.y + slope + (room.height - slope - block) / 2;
  const width = node.marks.length * MARK;
  return [
    icon(
      node,
      { x: box.x + (box.width - ICON) / 2, y: top - sign },
      node.kind === "mission" ? "roof" : node.storey,
    ),
    ...spreadText({ ...it, box: room }),
    ...marks(node.marks, { x: box.x + (box.width + width - 4) / 2, y: top + block + 6 }, node.storey),
  ];
}

function textHeight({ node, lines, detail }: SceneNode): number {
  return lines.length * settingOf(node.kind, true).leading + detail.length * DETAIL_LEADING;
}

/** The text of a roof or a beam stands in the middle. */
function spreadText(it: SceneNode): readonly (string | undefined)[] {
  const { node, lines, detail, box } = it;
  const setting = settingOf(node.kind, true);
  const mission = node.kind === "mission";
  const colour = mission ? "on-roof" : "ink";
  const x = box.x + box.width / 2;
  const block = textHeight(it);
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
    ...detail.map((words, index) => {
      const y = top + lines.length * setting.leading + index * DETAIL_LEADING;
      const style = `${mission ? "detail-roof" : "detail"} middle`;
      return text({ x, y: y + baseline(DETAIL, DETAIL_LEADING) }, style, words);
    }),
  ];
}
