import type { Box, EdgePlace, Lattice, Size } from "../frame.ts";

/** Shapes that stand where they stand, and what is known of their lines. */
export interface Ground {
  readonly size: Size;
  readonly lattice: Lattice | undefined;
  readonly groups: readonly Box[];
  readonly nodes: readonly Box[];
  /** Where lines ran before; those that still can run there. */
  readonly edges: readonly (EdgePlace | undefined)[];
}
