import { isSeat, type Spot } from "../../../pins/pin.ts";
import type { Box, PictureFrame } from "../frame.ts";
import { bottom, near, right, type Sheet } from "../sheet.ts";

/** Around everything, and around a shape that was put somewhere: so much stays free for lines. */
const RIM = 32;
const FREE = 24;
/** What moves out of the way comes no nearer to anything else. */
const APART = 12;
/** No shape stands farther than this from what stands by itself, whatever a file says. */
const REACH = 2_000;

/** Sets what stands on the open floor where somebody put it; all else that it would lie on moves down. */
export function setOnFloor(frame: PictureFrame, sheet: Sheet): Sheet {
  const put = putOn(frame, sheet);
  if (put.length === 0) return sheet;
  const fixed = new Set(put.map(({ node }) => node));
  const things: Thing[] = [
    ...frame.groups.flatMap(({ parent }, group): readonly Thing[] => {
      const box = sheet.groups[group];
      return parent < 0 && box ? [{ box, group }] : [];
    }),
    ...frame.nodes.flatMap(({ group }, node): readonly Thing[] => {
      const box = sheet.nodes[node];
      return group < 0 && box && !fixed.has(node) ? [{ box, node }] : [];
    }),
  ];
  const standing: Standing[] = put.map(({ box }) => ({ box, apart: FREE }));
  let made: Sheet = {
    ...sheet,
    nodes: sheet.nodes.map((box, node) => put.find((it) => it.node === node)?.box ?? box),
  };
  for (const thing of things.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)) {
    const box = free(thing.box, standing);
    standing.push({ box, apart: APART });
    if (box !== thing.box) made = lowered(frame, made, thing, box.y - thing.box.y);
  }
  return around(made);
}

interface Thing {
  readonly box: Box;
  readonly node?: number;
  readonly group?: number;
}

interface Standing {
  readonly box: Box;
  /** How far from it others have to be. */
  readonly apart: number;
}

/** What was put somewhere, from the top: the second of two on one place stands below the first. */
function putOn(
  { nodes }: PictureFrame,
  { nodes: boxes, size }: Sheet,
): readonly (Thing & { node: number })[] {
  const within = (value: number, most: number): number => Math.max(RIM, Math.min(value, most + REACH));
  const wanted = nodes.flatMap(({ group, pin }, node) => {
    const box = boxes[node];
    if (!box || group >= 0 || !pin || isSeat(pin)) return [];
    const at: Spot = { x: within(pin.x, size.width), y: within(pin.y, size.height) };
    return [{ node, box: { ...box, ...at } }];
  });
  const standing: Standing[] = [];
  return wanted
    .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || a.node - b.node)
    .map(({ node, box }) => {
      const at = free(box, standing);
      standing.push({ box: at, apart: APART });
      return { node, box: at };
    });
}

/** A box where it is, or as far down as it takes to lie on nothing. */
function free(box: Box, standing: readonly Standing[]): Box {
  const hit = standing.filter(({ box: other, apart }) => near(box, other, apart, apart));
  if (hit.length === 0) return box;
  const y = Math.max(...hit.map(({ box: other, apart }) => bottom(other) + Math.max(apart, FREE)));
  return free({ ...box, y }, standing);
}

/** A shape, or a group with all that is in it, so much lower. */
function lowered({ nodes, groups }: PictureFrame, sheet: Sheet, { node, group }: Thing, by: number): Sheet {
  const isIn = (at: number): boolean => at >= 0 && (at === group || isIn(groups[at]?.parent ?? -1));
  const down = (box: Box | undefined, is: boolean): Box | undefined =>
    box && is ? { ...box, y: box.y + by } : box;
  return {
    ...sheet,
    groups: sheet.groups.map((box, at) => down(box, isIn(at))),
    nodes: sheet.nodes.map((box, at) => down(box, at === node || isIn(nodes[at]?.group ?? -1))),
  };
}

/** The sheet so large that it reaches over all that stands on it. */
function around(sheet: Sheet): Sheet {
  const boxes = [...sheet.groups, ...sheet.nodes].flatMap((box) => box ?? []);
  const width = Math.max(sheet.size.width, ...boxes.map((box) => right(box) + RIM));
  const height = Math.max(sheet.size.height, ...boxes.map((box) => bottom(box) + RIM));
  return { ...sheet, size: { width, height } };
}
