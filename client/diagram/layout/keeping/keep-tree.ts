import { branch } from "../branch.ts";
import type { Before, Box, EdgePlace, PictureFrame, Places } from "../frame.ts";
import { isListed } from "./hang.ts";
import { holds } from "../routing/hold.ts";
import { keep } from "./keep.ts";
import type { Sheet } from "../sheet.ts";

/**
 * A chart in which everybody stays where they were in the one before; undefined where one has to be drawn afresh: lines
 * would run through shapes, or there is no place for somebody new.
 */
export function keepTree(frame: PictureFrame, before: Before): Places | undefined {
  const sheet = keep(frame, before);
  const lines = sheet && linesOf(frame, sheet);
  if (!lines) return undefined;
  const there = (box: Box | undefined): Box => box ?? { x: 0, y: 0, width: 0, height: 0 };
  const { size, bands, groups, nodes } = sheet;
  return { size, bands, groups: groups.map(there), nodes: nodes.map(there), edges: lines, base: before.base };
}

/** The lines of a chart; undefined where one would run through somebody. */
function linesOf({ edges }: PictureFrame, { nodes }: Sheet): readonly EdgePlace[] | undefined {
  const lines = edges.map(({ from, to }) => branch(nodes, !isListed(nodes[from], nodes[to]), from, to));
  const areClear = lines.every(({ points }, index) => {
    const { from = -1, to = -1 } = edges[index] ?? {};
    const others = nodes.flatMap((box, at) => (box && at !== from && at !== to ? [box] : []));
    const [start, end] = [nodes[from], nodes[to]];
    return start && end && holds(points, start, end, others);
  });
  return areClear ? lines : undefined;
}
