import { holds, stretchesOf } from "../boxes.ts";
import type { Box, EdgePlace, PictureFrame, Point, Size } from "../frame.ts";
import type { Ground } from "./ground.ts";

/** A label keeps so far from its line, and from everything else. */
const BESIDE = 2;
const APART = 3;
/** Around a frame there may be another, which says what the picture is about. */
const OUTSIDE = 5;
/** A label wants so much more of a stretch than it is long. */
const SPARE = 14;
/** It is tried at places so far from each other. */
const STEP = 24;

/**
 * Lines with their labels: each beside the longest stretch of its line where it covers no shape, no other label, no
 * line and no frame. One for which there is no such place is left out: it is told where its line is pointed at.
 */
export function labelled(
  frame: PictureFrame,
  { size, groups, edges }: Pick<Ground, "size" | "groups" | "edges">,
  ways: readonly (readonly Point[])[],
  obstacles: readonly Box[],
): readonly EdgePlace[] {
  if (frame.edges.every(({ label }) => !label)) return ways.map((points) => ({ points, label: undefined }));
  const frames = groups.flatMap((box, index) =>
    frame.groups[index]?.frame === "none" ? [] : [...sidesOf(box), ...sidesOf(outset(box, OUTSIDE))],
  );
  const taken: Box[] = [...obstacles, ...frames, ...ways.flatMap((points) => stretchesOf(points))];
  const sheet = { x: 0, y: 0, ...size };
  const isFree = (box: Box): boolean => holds(sheet, box) && !taken.some((other) => meets(other, box));
  const placed = new Map<number, Box>();
  const place = (index: number, box: Box | undefined): void => {
    if (!box) return;
    placed.set(index, box);
    taken.push(box);
  };
  const wanted = frame.edges.flatMap(({ label }, index) => (label ? [{ index, label }] : []));
  for (const { index, label } of wanted) {
    const before = edges[index]?.label;
    const same = before && before.width === label.width && before.height === label.height;
    if (same && edges[index]?.points === ways[index] && isFree(before)) place(index, before);
  }
  for (const { index, label } of wanted)
    if (!placed.has(index)) place(index, placesFor(ways[index] ?? [], label).find(isFree));
  return ways.map((points, index) => ({ points, label: placed.get(index) }));
}

/** Where a label could stand, the best place first. */
function placesFor(points: readonly Point[], label: Size): readonly Box[] {
  const stretches = stretchesOf(points).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return stretches.flatMap((stretch) => {
    const isLevel = stretch.width > 0;
    const spare = lengthOf(stretch) - SPARE - (isLevel ? label.width : label.height);
    if (spare < 0) return [];
    return shiftsIn(spare).flatMap((shift) => {
      const x = stretch.x + stretch.width / 2 - label.width / 2;
      const y = stretch.y + stretch.height / 2 - label.height / 2;
      return isLevel
        ? [
            { ...label, x: x + shift, y: stretch.y - BESIDE - label.height },
            { ...label, x: x + shift, y: stretch.y + BESIDE },
          ]
        : [
            { ...label, x: stretch.x + BESIDE, y: y + shift },
            { ...label, x: stretch.x - BESIDE - label.width, y: y + shift },
          ];
    });
  });
}

/** From the middle of a stretch to both sides. */
function shiftsIn(spare: number): readonly number[] {
  const count = Math.floor(spare / 2 / STEP);
  return [0, ...Array.from({ length: count }, (_, index) => (index + 1) * STEP).flatMap((by) => [by, -by])];
}

function lengthOf({ width, height }: Box): number {
  return width + height;
}

function outset({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function sidesOf({ x, y, width, height }: Box): readonly Box[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}

/** Whether something comes too near to a label; its own line may be as near as `BESIDE`. */
function meets(other: Box, label: Box): boolean {
  const isLine = other.width === 0 || other.height === 0;
  const apart = isLine ? BESIDE - 0.5 : APART;
  return (
    other.x < label.x + label.width + apart &&
    label.x < other.x + other.width + apart &&
    other.y < label.y + label.height + apart &&
    label.y < other.y + other.height + apart
  );
}
