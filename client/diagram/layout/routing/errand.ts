import type { Box, Point } from "../frame.ts";
import type { Mesh } from "./mesh.ts";
import type { Scratch } from "./scratch.ts";

/** A line to be drawn. */
export interface Errand {
  readonly from: Box;
  readonly to: Box;
  /** Lines of one strand may share their way. */
  readonly strand: string;
  /** The zones that it may run through for nothing, from 1. */
  readonly home: ReadonlySet<number>;
  /** The way that it has already, and keeps. */
  readonly kept: readonly Point[] | undefined;
}

/** Which strand runs along each stretch: 0 for none, -1 for several. */
export interface Usage {
  readonly right: Int32Array;
  readonly down: Int32Array;
}

export interface Search {
  readonly mesh: Mesh;
  readonly used: Usage;
  readonly strand: number;
  readonly obstacles: readonly Box[];
  readonly scratch: Scratch;
  /** 1 finds the best way; more finds a good one sooner. */
  readonly haste: number;
}

/** A way along the mesh: the crossings that it passes, and where it leaves and reaches its shapes. */
export interface Way {
  readonly vertices: readonly number[];
  readonly start: Dock;
  readonly end: Dock;
}

/** Where a line may leave or reach a shape: a crossing of the mesh beside it, and the point on its outline. */
export interface Dock {
  readonly vertex: number;
  readonly vertical: 0 | 1;
  readonly port: Point;
  readonly cost: number;
}
