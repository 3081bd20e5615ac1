import type { Pins } from "../pins/pin.ts";
import type { SizedTable } from "./table.ts";
import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../../server/views/view-graph.ts";
import type { Size } from "./layout/frame.ts";

/** A view graph whose texts have been broken into lines and whose shapes have a size. */
export interface SizedGraph {
  readonly graph: ViewGraph;
  readonly groups: readonly SizedGroup[];
  readonly nodes: readonly SizedNode[];
  readonly edges: readonly SizedEdge[];
  readonly table: SizedTable | undefined;
  /** Which shapes somebody put somewhere by hand. */
  readonly pins: Pins;
}

export interface SizedNode extends Size {
  readonly node: ViewNode;
  readonly lines: readonly string[];
  /** The small text below the title, as it fits; none for an empty one. */
  readonly detail: readonly string[];
  readonly items: readonly SizedItem[];
  /** It spreads over the width of its row, as a roof and a beam do. */
  readonly spread: boolean;
  /** How high it is as a beam over all that is around it, where it may be one as well as a pillar. */
  readonly low?: number;
}

/** A line of what stands in a shape. */
export interface SizedItem {
  readonly words: string;
  /** It goes on from the line before. */
  readonly isMore: boolean;
  readonly isHeading: boolean;
}

export interface SizedGroup {
  readonly group: ViewGroup;
  readonly lines: readonly string[];
  readonly detail: string;
  /** The block of its title; 0 by 0 for none. */
  readonly title: Size;
}

export interface SizedEdge {
  readonly edge: ViewEdge;
  /** What is written at the line; empty for nothing. */
  readonly lines: readonly string[];
  readonly label: Size | undefined;
}
