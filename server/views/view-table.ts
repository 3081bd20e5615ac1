import type { KindName } from "../../grammar/schema.ts";
import type { FindingMark, Mark } from "./mark.ts";

/** What is told in rows and columns: below a picture, or in the place of one. */
export interface ViewTable {
  /** Upright headings over signs, or level ones over text. */
  readonly look: "signs" | "text";
  /** What stands above the headings of the rows. */
  readonly title: string;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly ViewRow[];
}

export interface ViewColumn {
  readonly id: string;
  /** The element that it is about; undefined for a mere heading. */
  readonly name: string | undefined;
  readonly title: string;
}

export interface ViewRow {
  readonly id: string;
  /** The element that it is about. */
  readonly name: string;
  readonly kind: KindName;
  readonly title: string;
  readonly marks: readonly Mark[];
  readonly finding: FindingMark | undefined;
  /** The number by which the picture above refers to it; undefined where it does not. */
  readonly number: number | undefined;
  /** What it stands under, together with the rows before and after that say the same; empty for nothing. */
  readonly section: string;
  /** One for each column. */
  readonly cells: readonly ViewCell[];
}

/** What a tool does with data, from the strongest. */
export type Holding = "owns" | "writes" | "reads";

export interface ViewCell {
  readonly text: string;
  readonly sign: Holding | undefined;
  readonly marks: readonly Mark[];
  /** What was found about just this; undefined for nothing. */
  readonly finding?: FindingMark | undefined;
}

export const holdings: readonly Holding[] = ["owns", "writes", "reads"];
