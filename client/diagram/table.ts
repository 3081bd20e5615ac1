import type { ViewCell, ViewColumn, ViewRow, ViewTable } from "../../server/views/view-table.ts";
import type { Box, Point, Size } from "./layout/frame.ts";
import { balanced, fit, textWidth, wrap } from "./type/text.ts";
import { DETAIL, DETAIL_LEADING, ICON, MARK } from "./type/typography.ts";

/** A table whose texts have been broken into lines, and whose rows and columns have a size. */
export interface SizedTable extends Size {
  readonly table: ViewTable;
  /** How wide the headings of the rows are, and how high those of the columns. */
  readonly heading: Size;
  readonly columns: readonly (ViewColumn & { readonly width: number; readonly lines: readonly string[] })[];
  readonly rows: readonly SizedRow[];
  /** Where a long table goes on beside itself: the index of the first row of each part. */
  readonly parts: readonly number[];
  /** How wide one part is. */
  readonly partWidth: number;
}

export interface SizedRow {
  readonly row: ViewRow;
  readonly lines: readonly string[];
  /** The heading of its section, where it is the first of one. */
  readonly section: string;
  readonly height: number;
  readonly cells: readonly (ViewCell & { readonly lines: readonly string[] })[];
}

export const CELL_FONT = DETAIL;
export const CELL_LEADING = DETAIL_LEADING;
export const HEAD_FONT = { size: 12, weight: 600 } as const;
/** Above and below the text of a row, together; and beside that of a cell. */
export const CELL_PAD = 10;
export const CELL_SIDE = 10;
/** Above the first row of a section. */
export const SECTION = 30;
/** Before the title of a row: its icon, or its number. */
export const ROW_TEXT = ICON + 10;
const SIGN_COLUMN = 34;
const UPRIGHT = 190;
const MOST_WIDE = 280;
const ROW_WIDE = 300;

export function sizedTable(table: ViewTable): SizedTable {
  const isUpright = table.look === "signs";
  const titles = table.rows.map(({ title, marks }) => textWidth(title, CELL_FONT) + marks.length * MARK);
  const rowWidth = Math.ceil(Math.min(ROW_WIDE, Math.max(120, ...titles))) + ROW_TEXT + CELL_SIDE;
  const columns = table.columns.map((column, index) => {
    const texts = table.rows.map(({ cells }) => cellWidth(cells[index]));
    const needed = Math.max(textWidth(column.title, HEAD_FONT), ...texts);
    const width = isUpright ? SIGN_COLUMN : Math.ceil(Math.min(MOST_WIDE, needed)) + 2 * CELL_SIDE;
    const lines = isUpright
      ? balanced(column.title, HEAD_FONT, UPRIGHT, 2)
      : [fit(column.title, HEAD_FONT, width - 2 * CELL_SIDE)];
    return { ...column, width, lines };
  });
  const rows = table.rows.map((row, index) => sizedRow(row, table.rows[index - 1], { rowWidth, columns }));
  const names = columns.flatMap(({ lines }) => lines.map((line) => textWidth(line, HEAD_FONT)));
  const heading = {
    width: rowWidth,
    height: isUpright ? Math.ceil(Math.max(0, ...names)) + 30 : CELL_LEADING + 2 * CELL_PAD,
  };
  const partWidth = rowWidth + columns.reduce((sum, { width }) => sum + width, 0);
  const whole = { table, heading, columns, rows, partWidth };
  const count =
    rows.some(({ section }) => section !== "") || isUpright ? 1 : partsFor(partWidth, heightOf(rows));
  const parts = partsOf(rows, count);
  const heights = parts.map((first, turn) => heightOf(rows.slice(first, parts[turn + 1])));
  return {
    ...whole,
    parts,
    width: parts.length * (partWidth + PARTS_APART) - PARTS_APART,
    height: heading.height + Math.max(0, ...heights),
  };
}

/** Between two parts of a table side by side: a finding of a row stands there, too. */
const PARTS_APART = 64;
/** Of a sheet. */
const SHAPE = 1.6;
const MOST_PARTS = 3;

/** In how many parts a table has most nearly the shape of a sheet. */
function partsFor(width: number, height: number): number {
  const misfit = (parts: number): number => Math.abs(Math.log((parts * parts * width) / height / SHAPE));
  const counts = Array.from({ length: MOST_PARTS }, (_, index) => index + 1);
  return counts.reduce((best, count) => (misfit(count) < misfit(best) ? count : best));
}

/** The first row of each part, so that all are about equally high. */
function partsOf(rows: readonly SizedRow[], count: number): readonly number[] {
  const share = heightOf(rows) / count;
  const firsts = [0];
  let above = 0;
  rows.forEach(({ height }, index) => {
    if (above + height / 2 > share * firsts.length && index > 0) firsts.push(index);
    above += height;
  });
  return firsts;
}

function heightOf(rows: readonly SizedRow[]): number {
  return rows.reduce((sum, { height, section }) => sum + height + (section === "" ? 0 : SECTION), 0);
}

function cellWidth(cell: ViewCell | undefined): number {
  return cell ? textWidth(cell.text, CELL_FONT) + cell.marks.length * MARK : 0;
}

function sizedRow(
  row: ViewRow,
  before: ViewRow | undefined,
  {
    rowWidth,
    columns,
  }: { readonly rowWidth: number; readonly columns: readonly { readonly width: number }[] },
): SizedRow {
  const room = rowWidth - ROW_TEXT - CELL_SIDE - row.marks.length * MARK;
  const lines = wrap(row.title, CELL_FONT, room, 2);
  const cells = row.cells.map((cell, index) => {
    const width = (columns[index]?.width ?? 0) - 2 * CELL_SIDE - cell.marks.length * MARK;
    return { ...cell, lines: wrap(cell.text, CELL_FONT, width, 8) };
  });
  const most = Math.max(1, lines.length, ...cells.map((cell) => cell.lines.length));
  const section = row.section === before?.section ? "" : row.section;
  return { row, lines, section, cells, height: most * CELL_LEADING + CELL_PAD };
}

/** A table with its place. */
export interface SceneTable extends SizedTable {
  readonly box: Box;
  /** The left of each column in the first part, and the top of each row, below the heading of its section. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A part of a table as a table of its own, as far as its place goes, and its rows with their index. */
export function partOf(
  it: SceneTable,
  turn: number,
): { readonly part: SceneTable; readonly rows: readonly (readonly [number, SizedRow])[] } {
  const shift = turn * (it.partWidth + PARTS_APART);
  const box = { ...it.box, x: it.box.x + shift, width: it.partWidth };
  const rows = [...it.rows.entries()].slice(it.parts[turn], it.parts[turn + 1]);
  return { part: { ...it, box, xs: it.xs.map((x) => x + shift) }, rows };
}

export function placedTable(sized: SizedTable, at: Point): SceneTable {
  let x = at.x + sized.heading.width;
  const xs = sized.columns.map(({ width }) => {
    const left = x;
    x += width;
    return left;
  });
  const first = at.y + sized.heading.height;
  let y = first;
  const ys = sized.rows.map(({ height, section }, index) => {
    if (sized.parts.includes(index)) y = first;
    const top = y + (section === "" ? 0 : SECTION);
    y = top + height;
    return top;
  });
  return { ...sized, box: { ...at, width: sized.width, height: sized.height }, xs, ys };
}
