import { leastHeight } from "../boxes.ts";
import type { Box, PictureFrame } from "../frame.ts";
import { bottom, right, type Sheet } from "../sheet.ts";

/**
 * Whether a sheet can be shown: every shape is there, as large as what is in it, inside its group and on no other, and
 * no group lies on its neighbour.
 */
export function isSound(frame: PictureFrame, { nodes, groups, size }: Sheet): boolean {
  const sheet: Box = { x: 0, y: 0, ...size };
  const framed = (index: number): Box | undefined =>
    frame.groups[index]?.frame === "none" ? undefined : groups[index];
  const areInside = frame.nodes.every((node, index) => {
    const box = nodes[index];
    const isRoomy = box && box.width >= node.width && box.height >= leastHeight(node, box.width);
    return isRoomy && holds(framed(node.group) ?? sheet, box);
  });
  const areNested = frame.groups.every(({ parent }, index) => {
    const box = groups[index];
    return box && holds(framed(parent) ?? sheet, box);
  });
  if (!areInside || !areNested) return false;
  const apart = nodes.every(
    (one, index) => one && !nodes.some((other, at) => at > index && meets(one, other)),
  );
  return (
    apart &&
    frame.groups.every(
      ({ parent }, index) =>
        !frame.groups.some(
          (other, at) => at > index && other.parent === parent && meets(framed(index), framed(at)),
        ),
    )
  );
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x && outer.y <= inner.y && right(outer) >= right(inner) && bottom(outer) >= bottom(inner)
  );
}

function meets(a: Box | undefined, b: Box | undefined): boolean {
  if (!a || !b) return false;
  return a.x + 0.5 < right(b) && b.x + 0.5 < right(a) && a.y + 0.5 < bottom(b) && b.y + 0.5 < bottom(a);
}
