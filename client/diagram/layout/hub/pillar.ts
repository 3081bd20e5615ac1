import type { Box, EdgePlace, PictureFrame, Size } from "../frame.ts";

/** Around the whole: room for a line that runs outside. */
export const MARGIN = 40;

/** Below a pillar, and below what is around it. */
export const BETWEEN = 54;

/** What is placed and drawn straight; the other lines find their way around it. */
export interface HubPlaces {
  readonly size: Size;
  readonly nodes: readonly Box[];
  readonly edges: readonly (EdgePlace | undefined)[];
}

/** The same of what stands around pillars; what has to do with none has no place yet. */
export interface Around extends Omit<HubPlaces, "nodes"> {
  readonly nodes: readonly (Box | undefined)[];
}

/** A shape beside a pillar, and how far down a line between the two is. */
export interface Level {
  readonly box: Box;
  readonly pillar: Box;
  readonly y: number;
}

/** A level line between a shape and its pillar, in the direction of its edge. */
export function straight(
  { edges, nodes }: PictureFrame,
  index: number,
  { box, pillar, y }: Level,
): EdgePlace {
  const isLeft = box.x < pillar.x;
  const rim = { x: isLeft ? box.x + box.width : box.x, y };
  const hub = { x: isLeft ? pillar.x : pillar.x + pillar.width, y };
  const isFromHub = nodes[edges[index]?.from ?? -1]?.spread ?? false;
  return { points: isFromHub ? [hub, rim] : [rim, hub], label: undefined };
}
