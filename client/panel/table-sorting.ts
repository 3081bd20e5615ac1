import type { ViewGraph } from "../../server/views/view-graph.ts";
import type { ViewTable } from "../../server/views/view-table.ts";
import { ROWS, sorted, type Sorting } from "../diagram/sort.ts";
import { svgElement } from "./elements.ts";
import { boxOf } from "./table-heads.ts";
import type { Words } from "./words.ts";

/** Lets somebody sort the table of a view, drawn in an element. */
export type LetSort = (root: Element, graph: ViewGraph) => void;

/** Tables are sorted where they stand, and stay so, view by view, while they are drawn anew. */
export function sortings(words: Words): LetSort {
  const known = new Map<string, Sorting>();
  return (root, { view, table }) =>
    makeSortable(root, table, words, {
      sorting: known.get(view),
      changed: (next) => void known.set(view, next),
    });
}

/** What a table keeps while it is drawn anew. */
export interface Sorted {
  readonly sorting: Sorting;
  /** Is told how somebody sorted it. */
  readonly changed: (sorting: Sorting) => void;
}

/** Puts a handle on each heading of the table of a picture; with it, rows move to where they belong by that column. */
export function makeSortable(
  root: Element,
  table: ViewTable | undefined,
  words: Words,
  { sorting, changed }: Sorted,
): void {
  if (!table || table.rows.length < 2) return;
  const rows = new Map(
    [...root.querySelectorAll("[data-row]")].map((row) => [row.getAttribute("data-row") ?? "", row]),
  );
  const heads = [...root.querySelectorAll("[data-column]")];
  let now = sorting;
  const order = (next: Sorting): void => {
    now = next;
    place(
      root,
      rows,
      sorted(table, next).rows.map(({ id }) => id),
      next !== undefined,
    );
    for (const head of heads) {
      const isOwn = next?.column === head.getAttribute("data-column");
      head.setAttribute("aria-sort", isOwn ? (next?.down ? "descending" : "ascending") : "none");
    }
  };
  for (const head of heads) {
    const column = head.getAttribute("data-column") ?? ROWS;
    const title = head.getAttribute("aria-label") ?? "";
    head.append(
      handle(head, words.sortBy(title), () => {
        order(turned(now, column));
        changed(now);
      }),
    );
  }
  order(sorting);
}

/** Up, down, and back to the order of the view. */
export function turned(sorting: Sorting, column: string): Sorting {
  if (sorting?.column !== column) return { column, down: false };
  return sorting.down ? undefined : { column, down: true };
}

/** Moves rows to where an order has them, for those who read them too; their sections are torn, and not told. */
function place(
  root: Element,
  rows: ReadonlyMap<string, Element>,
  order: readonly string[],
  isTorn: boolean,
): void {
  const boxes = [...rows.values()].map((row) => boxOf(row.querySelector(".bz-hit") ?? row));
  const top = Math.min(...boxes.map((box) => box.y));
  // A long table goes on beside itself: its parts stay about equally high.
  const lefts = [...new Set(boxes.map(({ x }) => x))].toSorted((a, b) => a - b);
  const share = boxes.reduce((sum, { height }) => sum + height, 0) / lefts.length;
  let part = 0;
  let above = 0;
  let y = top;
  const home = [...rows.values()][0]?.parentElement;
  for (const id of order) {
    const row = rows.get(id);
    if (!row) continue;
    const box = boxOf(row.querySelector(".bz-hit") ?? row);
    if (part < lefts.length - 1 && above + box.height / 2 > share * (part + 1)) {
      part++;
      y = top;
    }
    const x = lefts[part] ?? box.x;
    row.setAttribute("transform", isTorn ? `translate(${x - box.x} ${y - box.y})` : "");
    above += box.height;
    y += box.height;
    home?.append(row);
  }
  root.classList.toggle("torn", isTorn);
}

function handle(head: Element, label: string, sort: () => void): Element {
  const { x, y, width, height } = boxOf(head.querySelector(".bz-hit") ?? head);
  const at = { x: width < 60 ? x + width / 2 : x + width - 8, y: y + height - 11 };
  const drawn = svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg"><g class="sort-handle" role="button" tabindex="0">` +
      `<rect x="${at.x - 10}" y="${at.y - 9}" width="20" height="18" class="bz-hit"/>` +
      `<path class="up" d="M${at.x - 4} ${at.y - 1.5}l4 -5l4 5z"/><path class="down" d="M${at.x - 4} ${at.y + 1.5}l4 5l4 -5z"/>` +
      `</g></svg>`,
  );
  const made = drawn.firstElementChild ?? drawn;
  made.setAttribute("aria-label", label);
  const press = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    sort();
    // A row that moves takes the keyboard with it; a heading stays.
    if (made instanceof SVGElement) made.focus();
  };
  made.addEventListener("click", press);
  made.addEventListener("dblclick", (event) => event.stopPropagation());
  made.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ")) press(event);
  });
  return made;
}

/** The style sheet for it, for a picture within what the selector finds. */
export const sortingStyle = (within: string): string => `
${within} .sort-handle { cursor: pointer; opacity: .55; outline: none; }
${within} .sort-handle path { fill: var(--bz-muted); opacity: .5; }
${within} .sort-handle:hover, ${within} .sort-handle:focus-visible { opacity: 1; }
${within} .sort-handle:focus-visible .bz-hit { stroke: var(--bz-focus); stroke-width: 2px; }
${within} [aria-sort="ascending"] .up, ${within} [aria-sort="descending"] .down { fill: var(--bz-ink); opacity: 1; }
${within} .torn .bz-section { display: none; }
@media print { ${within} .sort-handle { display: none; } }
`;
