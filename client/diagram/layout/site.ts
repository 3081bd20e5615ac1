import type { Box, PictureFrame } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { Orders } from "./order.ts";

/** A group on a floor, with all that is in it: the wider it may be, the lower it is. */
export interface Block {
  /** The columns that it needs at least. */
  readonly least: number;
  /** With more columns than that it is no lower. */
  readonly most: number;
  readonly heightAt: (columns: number) => number;
  readonly set: (place: BlockPlace, ground: Ground) => void;
}

export interface BlockPlace {
  readonly column: number;
  readonly columns: number;
  readonly y: number;
  /** Of its shelf. */
  readonly height: number;
}

/** Where shapes are set down: their boxes are filled in. */
export interface Ground {
  readonly nodes: Box[];
  readonly groups: Box[];
}

export interface Site {
  readonly frame: PictureFrame;
  readonly orders: Orders;
  readonly grid: Grid;
}
