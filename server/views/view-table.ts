import type { KindName } from "../../grammar/schema.ts";
import type { FindingMark, Mark } from "./view-graph.ts";

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
}

export const holdings: readonly Holding[] = ["owns", "writes", "reads"];

/** How a table is sorted; undefined for the order in which the view has it. */
export type Sorting = { readonly column: string; readonly down: boolean } | undefined;

/** The column of the rows' own headings. */
export const ROWS = "rows";

/**
 * The table with its rows in the order of a column: signs from the strongest, text as a dictionary has it, what is empty
 * last in either direction. Rows that are equal keep their order; sections end, for they would be torn.
 */
export function sorted(table: ViewTable, sorting: Sorting): ViewTable {
  if (!sorting) return table;
  const column = table.columns.findIndex(({ id }) => id === sorting.column);
  if (column < 0 && sorting.column !== ROWS) return table;
  const keyed = table.rows.map((row) => ({ row: { ...row, section: "" }, key: keyOf(row, column) }));
  const direction = sorting.down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === "" || b.key === "") return Number(a.key === "") - Number(b.key === "");
    return direction * collator.compare(a.key, b.key);
  });
  return { ...table, rows: keyed.map(({ row }) => row) };
}

const collator = new Intl.Collator("fr", { numeric: true });

function keyOf({ title, cells }: ViewRow, column: number): string {
  if (column < 0) return title;
  const { sign, text = "" } = cells[column] ?? {};
  return sign ? String(holdings.indexOf(sign)) : text;
}
