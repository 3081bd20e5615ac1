import { INSET } from "../branch.ts";
import type { Box, PictureFrame } from "../frame.ts";
import { GAP, GUTTER } from "../grid.ts";
import { makeRoom } from "./push.ts";
import { bottom, near, right, withNode, type Sheet } from "../sheet.ts";

/** Whether somebody hangs in the list below somebody else. */
export function isListed(one: Box | undefined, head: Box | undefined): boolean {
  return one !== undefined && one.x === (head?.x ?? 0) + INSET;
}

/**
 * Gives somebody new a place: at the end of the list or of the row of those that report to the same head, to the right
 * of all for one who reports to nobody. Undefined where somebody else stands there.
 */
export function hang(frame: PictureFrame, sheet: Sheet, index: number): Sheet | undefined {
  const to = headOf(frame, index);
  if (to !== undefined && !sheet.nodes[to]) {
    const above = hang(frame, sheet, to);
    return above && hang(frame, above, index);
  }
  const { width = 0, height = 0 } = frame.nodes[index] ?? {};
  const head = to === undefined ? undefined : sheet.nodes[to];
  const peers = frame.nodes.flatMap((node, at) => {
    const box = node.group < 0 && headOf(frame, at) === to ? sheet.nodes[at] : undefined;
    return box ? [{ at, box }] : [];
  });
  const [first] = peers;
  if (head && peers.every(({ box }) => isListed(box, head))) {
    const y = Math.max(bottom(head), ...peers.map(({ box }) => bottom(box))) + GAP / 2;
    return reached(makeRoom(frame, withNode(sheet, index, { x: head.x + INSET, y, width, height }), index));
  }
  const branches = peers.flatMap(({ at }) => underOf(frame, at).flatMap((it) => sheet.nodes[it] ?? []));
  const place = { x: Math.max(...branches.map(right)) + GUTTER, y: first?.box.y ?? 0, width, height };
  const isTaken = [...sheet.nodes, ...sheet.groups].some(
    (box) => box && near(box, place, GUTTER - 1, GAP / 2),
  );
  return first && !isTaken ? reached(withNode(sheet, index, place)) : undefined;
}

/** A sheet as wide as what stands on it. */
function reached(sheet: Sheet): Sheet {
  const width = Math.max(sheet.size.width, ...sheet.nodes.map((box) => (box ? right(box) : 0)));
  return { ...sheet, size: { ...sheet.size, width } };
}

function headOf({ edges }: PictureFrame, index: number): number | undefined {
  return edges.find(({ from }) => from === index)?.to;
}

/** Somebody, and all who report to them. */
function underOf(frame: PictureFrame, index: number): readonly number[] {
  return [index, ...frame.edges.flatMap(({ from, to }) => (to === index ? underOf(frame, from) : []))];
}
