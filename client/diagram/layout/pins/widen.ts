import type { Box, PictureFrame } from "../frame.ts";
import { insideOf } from "../keeping/insides.ts";
import { near, right, type Sheet } from "../sheet.ts";

/** So near may two things come that stand beside each other. */
const APART = 8;
/** Right of the last thing on a sheet. */
const MARGIN = 30;

/**
 * Makes a group so much wider: what it would run into moves on to the right by as much, and so does what that would run
 * into; the groups around it, and in the end the sheet, get wider where that is needed.
 */
export function widen(frame: PictureFrame, sheet: Sheet, group: number, by: number): Sheet {
  const box = sheet.groups[group];
  const { parent = -1 } = frame.groups[group] ?? {};
  if (!box || by <= 0) return sheet;
  const grown = { ...box, width: box.width + by };
  const pushed = push(frame, { ...sheet, groups: sheet.groups.with(group, grown) }, group, grown, by);
  if (parent < 0) return reachingRight(pushed, by);
  const end = Math.max(...besideIn(frame, pushed, parent).map((thing) => right(thing.box)));
  const lacks = end - right(insideOf(frame, pushed, parent));
  return widen(frame, pushed, parent, Math.ceil(lacks / by - 0.01) * by);
}

/** A shape or a group that stands in another one, or in none. */
interface Thing {
  readonly box: Box;
  readonly node?: number;
  readonly group?: number;
}

function besideIn({ nodes, groups }: PictureFrame, sheet: Sheet, parent: number): readonly Thing[] {
  return [
    ...groups.flatMap((it, group): readonly Thing[] => {
      const box = sheet.groups[group];
      return it.parent === parent && box ? [{ box, group }] : [];
    }),
    ...nodes.flatMap((it, node): readonly Thing[] => {
      const box = sheet.nodes[node];
      return it.group === parent && box ? [{ box, node }] : [];
    }),
  ];
}

/** Moves to the right what a group that has grown runs into, with all that is in it. */
function push(frame: PictureFrame, sheet: Sheet, group: number, grown: Box, by: number): Sheet {
  const start = right(grown) - by;
  let waiting = besideIn(frame, sheet, frame.groups[group]?.parent ?? -1).filter(
    (thing) => thing.group !== group && thing.box.x >= start - 0.5,
  );
  const moved: Thing[] = [];
  for (let front: readonly Box[] = [grown]; front.length > 0;) {
    const hit = waiting.filter(({ box }) => front.some((other) => near(box, other, APART, APART)));
    waiting = waiting.filter((thing) => !hit.includes(thing));
    moved.push(...hit);
    front = hit.map(({ box }) => ({ ...box, x: box.x + by }));
  }
  const groups = new Set(moved.flatMap((thing) => thing.group ?? []));
  const nodes = new Set(moved.flatMap((thing) => thing.node ?? []));
  const isIn = (at: number): boolean => at >= 0 && (groups.has(at) || isIn(frame.groups[at]?.parent ?? -1));
  const shift = (box: Box | undefined, is: boolean): Box | undefined =>
    box && is ? { ...box, x: box.x + by } : box;
  return {
    ...sheet,
    groups: sheet.groups.map((box, at) => shift(box, isIn(at))),
    nodes: sheet.nodes.map((box, at) => shift(box, nodes.has(at) || isIn(frame.nodes[at]?.group ?? -1))),
  };
}

/** The sheet so wide that it reaches over all that stands on it, in steps. */
function reachingRight(sheet: Sheet, step: number): Sheet {
  const end = Math.max(...[...sheet.groups, ...sheet.nodes].map((box) => (box ? right(box) : 0)));
  const lacks = end + MARGIN - sheet.size.width;
  return lacks <= 0 ? sheet : wider(sheet, Math.ceil(lacks / step) * step);
}

/** The sheet and its storeys so much wider. */
function wider(sheet: Sheet, by: number): Sheet {
  return {
    ...sheet,
    size: { ...sheet.size, width: sheet.size.width + by },
    bands: sheet.bands.map((band) => ({ ...band, box: { ...band.box, width: band.box.width + by } })),
  };
}
