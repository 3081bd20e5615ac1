import type { Locale } from "../../../grammar/finding.ts";
import type { Mark, ViewGroup, ViewNode } from "../../../server/views/view-graph.ts";
import type { Box } from "../layout/frame.ts";
import { HEADER_SPACE } from "../layout/grid.ts";
import type { Scene, SceneGroup } from "../scene.ts";
import {
  baseline,
  DETAIL,
  DETAIL_LEADING,
  GROUP,
  ICON,
  MARK,
  ROOF,
  settingOf,
  TEXT_END,
  TEXT_X,
} from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import { icons, markIcons } from "./icons.ts";
import { outline, rounded } from "./outline.ts";
import { group, num, path, tag, text, tip } from "./tag.ts";

type SceneNode = Scene["nodes"][number];

/** What a shape is called by a screen reader, and in its tooltip. */
export function spoken(it: ViewNode | ViewGroup, locale: Locale): string {
  const words = wordsOf(locale);
  const kind = it.kind === undefined ? "" : `${words.kinds[it.kind] ?? it.kind} `;
  const marks = it.marks.map((mark) => words.marks[mark].split(" : ")[0]?.split(": ")[0] ?? mark);
  const { finding } = it;
  const found = finding
    ? [`${finding.count} ${words.findings[finding.severity][finding.count > 1 ? 1 : 0]}: ${finding.message}`]
    : [];
  const change = it.change ? [words.changes[it.change]] : [];
  return [`${kind}${it.title}`, it.detail, ...marks, ...change, ...found]
    .filter((part) => part !== "")
    .join(" · ");
}

/** An element as a shape with its icon, its title and its marks. */
export function shape(it: SceneNode, locale: Locale): string {
  const { node, box } = it;
  const label = spoken(node, locale);
  const drawn = it.spread ? spreadText(it) : tileText(it);
  const faded = node.marks.includes("retired") ? "bz-faded" : undefined;
  return group(
    {
      "data-name": node.name,
      "data-kind": node.kind,
      tabindex: 0,
      role: "img",
      "aria-label": label,
      class: faded,
    },
    tip(label),
    path(outline(node.kind, it.spread, box), `outline ${shapeStyle(it)}`),
    it.spread && node.kind === "business-model" ? flanges(box) : undefined,
    ...drawn,
    changed(node.change, outline(node.kind, it.spread, box)),
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

function tileText({ node, lines, detail, box }: SceneNode): readonly (string | undefined)[] {
  const setting = settingOf(node.kind, false);
  const roof = node.kind === "mission";
  const block = Math.max(ICON, lines.length * setting.leading) + (detail === "" ? 0 : DETAIL_LEADING);
  const top = box.y + (box.height - block) / 2;
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

/** A group: walls around rooms, or a light partition. */
export function room(it: SceneGroup, locale: Locale): string | undefined {
  const { group: own, box } = it;
  if (own.frame === "none") return undefined;
  const label = spoken(own, locale);
  const names = own.kind
    ? { "data-name": own.id, "data-kind": own.kind, tabindex: 0 }
    : { "data-group": own.id };
  const drawn = own.frame === "wall" ? walls(it) : [path(rounded(8)(box), "outline partition")];
  return group({ ...names, role: "img", "aria-label": label }, tip(label), ...drawn, ...heading(it));
}

function walls({ group: own, box, title }: SceneGroup): readonly string[] {
  const heading = title.height + HEADER_SPACE - 8;
  const core = own.marks.includes("core");
  const generic = own.marks.includes("generic");
  const header = {
    ...box,
    // A wall without rooms is all heading.
    height: box.height < heading + 24 ? box.height : heading,
    class: core ? "bz-wall-core" : "bz-wall-pale",
  };
  const frame = `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z`;
  return [
    path(frame, "floor"),
    generic ? "" : tag("rect", header),
    path(frame, `outline ${core ? "wall" : "wall-thin"}`),
    changed(own.change, frame) ?? "",
  ];
}

function heading({ group: own, lines, detail, box, shift }: SceneGroup): readonly (string | undefined)[] {
  const core = own.marks.includes("core");
  const top = box.y + (HEADER_SPACE - 8) / 2;
  const x = box.x + (own.frame === "wall" ? 11 : 12) + shift;
  const textX = x + (own.kind ? ICON + 8 : 0);
  const colour = core ? "on-wall" : own.frame === "wall" ? "ink" : `ink-${own.storey}`;
  const foot = top + lines.length * GROUP.leading;
  return [
    own.kind ? icon({ kind: own.kind }, { x, y: top + 0.5 }, core ? "wall" : own.storey) : undefined,
    ...lines.map((words, index) =>
      text(
        { x: textX, y: top + index * GROUP.leading + baseline(GROUP.title, GROUP.leading) },
        `group ${colour}`,
        words,
      ),
    ),
    text({ x: textX, y: foot + baseline(DETAIL, DETAIL_LEADING) }, core ? "detail-wall" : "detail", detail),
    ...marks(
      own.marks,
      // A badge takes the corner.
      { x: box.x + box.width - (own.finding ? 26 : 12), y: top + GROUP.leading / 2 - 6 },
      core ? "wall" : "what",
    ),
  ];
}

function icon(
  it: Pick<ViewNode, "kind">,
  at: { readonly x: number; readonly y: number },
  colour: string,
): string {
  return `<g transform="translate(${num(at.x)} ${num(at.y)})">${path(icons[it.kind], `icon icon-${colour}`)}</g>`;
}

/** Marks, from the right. */
function marks(
  list: readonly Mark[],
  end: { readonly x: number; readonly y: number },
  colour: string,
): readonly string[] {
  return list.map((mark, index) => markSign(mark, { x: end.x - 12 - index * MARK, y: end.y }, colour));
}

export function markSign(mark: Mark, at: { readonly x: number; readonly y: number }, colour: string): string {
  const transform = `translate(${num(at.x)} ${num(at.y)})`;
  return `<g transform="${transform}" class="bz-mark">${path(markIcons[mark], `icon icon-${colour}`)}</g>`;
}

function changed(change: ViewNode["change"], d: string): string | undefined {
  return change ? path(d, change) : undefined;
}
