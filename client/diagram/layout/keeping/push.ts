import type { Box, PictureFrame, Point } from "../frame.ts";
import { insideOf } from "./insides.ts";
import { bottom, insertRoom, near, type Sheet } from "../sheet.ts";

/** So near may two groups come, and two shapes of one group, where that spares what is below a move. */
const NARROW = 16;
export const CLOSE = 10;
/** So far apart are things that stand side by side at least. */
const ASIDE = 8;
/** Below the last group of a storey, and below the last thing on a sheet without storeys. */
const SILL = 8;
const RIM = 24;

/**
 * Lets something that grew have its place: what it would come too near to moves down, and what that would come too near to
 * in its turn, each as far as it has to; a group around them gets higher where they need it. So what grows pushes what
 * is below it and nothing beside it. Things are numbered as the ends of lines are.
 */
export function makeRoom(frame: PictureFrame, sheet: Sheet, grown: number): Sheet {
  const parent = parentOf(frame, grown);
  const isBuilt = parent < 0 && sheet.bands.length > 0;
  const bodies = membersOf(frame, parent).filter(
    (it) => !isBuilt || storeyOf(frame, it) === storeyOf(frame, grown),
  );
  let all = sheet;
  const waiting = [grown];
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    const box = boxOf(frame, all, body);
    for (const other of box ? bodies : []) {
      const below = boxOf(frame, all, other);
      const isShape = other < frame.nodes.length && (parent >= 0 || frame.layout === "tree");
      const gap = isShape ? CLOSE : NARROW;
      const isAbove = (boxOf(frame, sheet, other)?.y ?? 0) < (boxOf(frame, sheet, body)?.y ?? 0);
      if (!box || !below || other === body || isAbove || !near(box, below, ASIDE, gap)) continue;
      // Shapes of one group stand in rows, which stay rows.
      const row = bodies.filter((it) => (boxOf(frame, all, it)?.y ?? -1) >= below.y && it !== body);
      const pushed = parent >= 0 ? row : [other];
      all = moveDown(frame, all, pushed, bottom(box) + gap - below.y);
      waiting.push(...pushed);
    }
  }
  return parent < 0 ? onSheet(frame, all) : holdIn(frame, all, parent);
}

/** Makes a group as high as what is in it needs it to be. */
export function holdIn(frame: PictureFrame, sheet: Sheet, group: number): Sheet {
  const box = sheet.groups[group];
  const reach = Math.max(...membersOf(frame, group).map((it) => bottomOf(frame, sheet, it)));
  const lacks = reach - bottom(insideOf(frame, sheet, group));
  if (!box || !(lacks > 0)) return sheet;
  const groups = sheet.groups.with(group, { ...box, height: box.height + lacks });
  return makeRoom(frame, { ...sheet, groups }, frame.nodes.length + group);
}

/** Makes a storey as high as what stands in it needs, which lowers the storeys below it; or the sheet. */
function onSheet(frame: PictureFrame, sheet: Sheet): Sheet {
  const tops = membersOf(frame, -1);
  if (sheet.bands.length === 0) {
    const reach =
      Math.max(...tops.map((it) => bottomOf(frame, sheet, it))) + (frame.layout === "tree" ? 0 : RIM);
    return { ...sheet, size: { ...sheet.size, height: Math.max(sheet.size.height, reach) } };
  }
  return sheet.bands.reduce((all, { storey }, index) => {
    const level = bottom(all.bands[index]?.box ?? { x: 0, y: 0, width: 0, height: 0 });
    const own = tops.filter((it) => storeyOf(frame, it) === storey);
    const lacks = Math.max(...own.map((it) => bottomOf(frame, all, it))) + SILL - level;
    if (!(lacks > 0)) return all;
    const lowered = insertRoom(all, level - 0.25, lacks);
    const within = new Set(own.flatMap((it) => insidesOf(frame, it)));
    return {
      ...lowered,
      nodes: lowered.nodes.map((box, at) => (within.has(at) ? all.nodes[at] : box)),
      groups: lowered.groups.map((box, at) => (within.has(frame.nodes.length + at) ? all.groups[at] : box)),
    };
  }, sheet);
}

/** Lets something that got wider have its place: what it would meet moves to the right by so much, and so on. */
export function makeWay(frame: PictureFrame, sheet: Sheet, grown: number, by: number): Sheet {
  const bodies = membersOf(frame, parentOf(frame, grown));
  let all = sheet;
  const waiting = [grown];
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    const box = boxOf(frame, all, body);
    for (const other of box ? bodies : []) {
      const beside = boxOf(frame, all, other);
      const isBefore = (boxOf(frame, sheet, other)?.x ?? 0) < (boxOf(frame, sheet, body)?.x ?? 0);
      if (!box || !beside || other === body || isBefore || !near(box, beside, ASIDE, ASIDE)) continue;
      all = moved(frame, all, [other], { x: by, y: 0 });
      waiting.push(other);
    }
  }
  return all;
}

/** Moves things down with all that is in them, and the lines among them. */
export function moveDown(frame: PictureFrame, sheet: Sheet, ends: readonly number[], by: number): Sheet {
  return moved(frame, sheet, ends, { x: 0, y: by });
}

function moved(frame: PictureFrame, sheet: Sheet, ends: readonly number[], by: Point): Sheet {
  const those = new Set(ends.flatMap((end) => insidesOf(frame, end)));
  const move = <P extends Point>(it: P): P => ({ ...it, x: it.x + by.x, y: it.y + by.y });
  const count = frame.nodes.length;
  return {
    ...sheet,
    nodes: sheet.nodes.map((box, at) => (box && those.has(at) ? move(box) : box)),
    groups: sheet.groups.map((box, at) => (box && those.has(count + at) ? move(box) : box)),
    edges: sheet.edges.map((edge, at) => {
      const { from = -1, to = -1 } = frame.edges[at] ?? {};
      if (!edge || !those.has(from) || !those.has(to)) return edge;
      return { points: edge.points.map(move), label: edge.label && move(edge.label) };
    }),
  };
}

/** What stands in a group and in no group in it; on the sheet, for -1. */
export function membersOf({ nodes, groups }: PictureFrame, parent: number): readonly number[] {
  return [
    ...nodes.flatMap(({ group }, index) => (group === parent ? [index] : [])),
    ...groups.flatMap((group, index) => (group.parent === parent ? [nodes.length + index] : [])),
  ];
}

/** A thing, and all that is in it. */
function insidesOf(frame: PictureFrame, end: number): readonly number[] {
  const group = end - frame.nodes.length;
  return group < 0 ? [end] : [end, ...membersOf(frame, group).flatMap((it) => insidesOf(frame, it))];
}

function parentOf({ nodes, groups }: PictureFrame, end: number): number {
  return nodes[end]?.group ?? groups[end - nodes.length]?.parent ?? -1;
}

function storeyOf({ nodes, groups }: PictureFrame, end: number): string | undefined {
  return groups[end - nodes.length]?.storey;
}

function boxOf({ nodes }: PictureFrame, sheet: Sheet, end: number): Box | undefined {
  return end < nodes.length ? sheet.nodes[end] : sheet.groups[end - nodes.length];
}

function bottomOf(frame: PictureFrame, sheet: Sheet, end: number): number {
  const box = boxOf(frame, sheet, end);
  return box ? bottom(box) : -Infinity;
}
