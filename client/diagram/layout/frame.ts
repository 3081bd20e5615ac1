import type { Pin } from "../../pins/pin.ts";
import type { Grid } from "./grid.ts";

/**
 * What the arrangement sees of a picture: sizes and connections. No names and no text: what does not change where
 * things stand cannot move anything, and a cached arrangement serves every picture of the same frame.
 */
export interface PictureFrame {
  readonly layout: "storeys" | "graph" | "lanes" | "tree" | "hub";
  readonly direction: "down" | "right";
  readonly groups: readonly FrameGroup[];
  readonly nodes: readonly FrameNode[];
  readonly edges: readonly FrameEdge[];
  /** How much room a table below takes, which a picture should not be much wider or narrower than; 0 by 0 for none. */
  readonly table: Size;
}

export interface FrameNode {
  /** Index of its group; -1 for the open floor. */
  readonly group: number;
  readonly width: number;
  readonly height: number;
  /** How high it is as a beam over all that is around it; undefined where it is no pillar. */
  readonly low?: number | undefined;
  /** Where it stands among what stands in no group: by storey and kind. */
  readonly rank: number;
  /** It spreads over the width of its row, as a roof and a beam do, or over the height of the picture as a pillar. */
  readonly spread: boolean;
  /** Where somebody put it by hand. */
  readonly pin: Pin | undefined;
}

export interface FrameGroup {
  /** Index of the group around it; -1 for none. */
  readonly parent: number;
  readonly storey: "why" | "what" | "how";
  readonly row: number;
  /** In lanes: in which of them it stands, from the left; 0 elsewhere. */
  readonly column: number;
  readonly frame: "none" | "wall" | "partition" | "lane";
  /** Width and height of its title, without the space around it; 0 by 0 for none. */
  readonly title: Size;
}

export interface FrameEdge {
  /** A node's index, or a group's index after the last node. */
  readonly from: number;
  readonly to: number;
  /** Edges of the same strand may run in one line where they lead to the same end. */
  readonly strand: string;
  readonly label: Size | undefined;
  /** It leads from what stands below to what it stands on: the target is placed first. */
  readonly upward: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point, Size {}

/** Where everything of a frame stands; each list in the order of the frame's. */
export interface Places {
  readonly size: Size;
  readonly bands: readonly BandPlace[];
  readonly groups: readonly Box[];
  readonly nodes: readonly Box[];
  readonly edges: readonly EdgePlace[];
  /** What the next picture has to know so that nothing moves; undefined where it is placed afresh each time. */
  readonly base: Base | undefined;
  /** Where all would stand if nobody had put anything anywhere, where somebody has: the next picture begins there. */
  readonly own?: Standing | undefined;
  /** Where the members of each group can be put by hand; none where nothing can be put anywhere. */
  readonly rasters?: readonly (Raster | undefined)[];
}

/** Where shapes stand, before lines lead anywhere. */
export type Standing = Pick<Places, "size" | "bands" | "groups" | "nodes">;

/** How a picture was laid out, when nothing had to stay where it was. */
export interface Base {
  /** The columns that it stands on; undefined where there are none. */
  readonly lattice: Lattice | undefined;
  readonly width: number;
  /** The share of the sheet that shapes cover, and the bends of a line. */
  readonly density: number;
  readonly bends: number;
}

export interface Lattice {
  readonly grid: Grid;
  readonly columns: number;
}

/**
 * Where things stood in the picture before, in the order of the frame; undefined for what was not there. With it, what
 * did not change stays where it was.
 */
export interface Before {
  readonly size: Size;
  readonly bands: readonly BandPlace[];
  readonly groups: readonly (Box | undefined)[];
  readonly nodes: readonly (Box | undefined)[];
  readonly edges: readonly (EdgePlace | undefined)[];
  readonly base: Base;
}

export interface BandPlace {
  readonly storey: "why" | "what" | "how";
  readonly box: Box;
}

export interface EdgePlace {
  /** The corners of the line, ends included; empty where there was no way through. */
  readonly points: readonly Point[];
  readonly label: Box | undefined;
}

/** Where the members of a group can be put: the left sides of its columns and the tops of its rows. */
export interface Raster {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}
