import type { Locale } from "../../../grammar/finding.ts";
import { lane } from "./lanes.ts";
import type { Box } from "../layout/frame.ts";
import { HEADER_SPACE } from "../layout/grid.ts";
import type { SceneGroup } from "../scene.ts";
import { baseline, DETAIL, DETAIL_LEADING, GROUP, ICON } from "../type/typography.ts";
import { rounded } from "./outline.ts";
import { changed, icon, marks, paleness, spoken, wrong } from "./signs.ts";
import { group, path, tag, text, tip } from "./tag.ts";

/** A group: walls around rooms, or a light partition. */
export function room(it: SceneGroup, locale: Locale): string | undefined {
  const { group: own, box } = it;
  if (own.frame === "none") return undefined;
  if (own.frame === "lane") return lane(it, locale);
  const label = spoken(own, locale);
  const names = own.kind
    ? { "data-name": own.id, "data-kind": own.kind, tabindex: 0 }
    : { "data-group": own.id };
  const drawn = own.frame === "wall" ? walls(it) : [path(rounded(8)(box), "outline partition")];
  const attributes = { ...names, role: "img", "aria-label": label, class: paleness(own.change) };
  return group(attributes, tip(label), ...drawn, ...heading(it));
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
    own.centre ? path(frameAround(box), "centre-wall") : "",
    wrong(own.finding, frame) ?? "",
    changed(own.change, frame, box) ?? "",
  ];
}

/** What a picture is about has a second line around it: a wall is as dark as a line can be. */
function frameAround({ x, y, width, height }: Box): string {
  return rounded(4)({
    x: x - AROUND,
    y: y - AROUND,
    width: width + 2 * AROUND,
    height: height + 2 * AROUND,
  });
}

const AROUND = 5;

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
      { x: box.x + box.width - 12, y: top + GROUP.leading / 2 - 6 },
      core ? "wall" : "what",
    ),
  ];
}
