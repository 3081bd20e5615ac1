import type { Box, PictureFrame } from "../frame.ts";
import { isShared } from "../keeping/rooms.ts";
import { near, right, type Sheet } from "../sheet.ts";

/** A building that became wider: roofs, beams and walls that reached to its end reach to its end again. */
export function stretched(frame: PictureFrame, before: Sheet, sheet: Sheet): Sheet {
  const by = sheet.size.width - before.size.width;
  if (frame.layout !== "storeys" || by <= 0) return sheet;
  const end = Math.max(...before.groups.map((box) => (box ? right(box) : 0)));
  return frame.groups.reduce((all, _, group) => {
    const box = all.groups[group];
    const reached = right(before.groups[group] ?? NOWHERE);
    if (!box || Math.abs(reached - end) > NEARLY || !isShared(frame, group)) return all;
    const grown = { ...box, width: reached + by - box.x };
    const isFree = !all.groups.some((other, at) => other && at !== group && near(grown, other, 8, 8));
    return grown.width > box.width && isFree ? stretch(frame, all, group, grown) : all;
  }, sheet);
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
/** A roof ends where its tiles do, a wall a little farther. */
const NEARLY = 24;

/** What stands in a group takes its share of the room that came to it. */
function stretch({ nodes }: PictureFrame, sheet: Sheet, group: number, grown: Box): Sheet {
  const box = sheet.groups[group] ?? grown;
  const factor = grown.width / box.width;
  const half = (x: number): number => Math.round(x * 2) / 2;
  const share = (it: Box): Box => ({
    ...it,
    x: half(box.x + (it.x - box.x) * factor),
    width: Math.floor(it.width * factor),
  });
  return {
    ...sheet,
    groups: sheet.groups.with(group, grown),
    nodes: sheet.nodes.map((it, at) => (it && nodes[at]?.group === group ? share(it) : it)),
  };
}
