import type { Holding, ViewRow, ViewTable } from "../../server/views/view-table.ts";

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
  return sign ? String(HOLDINGS.indexOf(sign)) : text;
}

/** What a tool does with data, from the strongest. */
export const HOLDINGS: readonly Holding[] = ["owns", "writes", "reads"];
