import { sorted, type Sorting } from "../../server/views/view-table.ts";
import { svgElement } from "../panel/elements.ts";
import type { PageView } from "./data.ts";

/** Sorts the rows of a table by the column whose heading something is on; false where it is on none. */
export type Sort = (target: EventTarget | null) => boolean;

/**
 * Lets a table that stands on the page be sorted: by a column, the other way round, and as it was. Rows are moved, and those
 * who hear the table hear them in the new order.
 */
export function sorter(root: Element, { graph, table: place }: PageView): Sort {
  const { table } = graph;
  const drawn = root.querySelector('[role="table"]');
  const [, ...lines] = drawn?.querySelectorAll('[role="row"]') ?? [];
  if (!table || !place || !drawn) return () => false;
  const rows = new Map(
    table.rows.flatMap(({ id }, index) => {
      const line = lines[index];
      return line
        ? [[id, { line, y: place.ys[index] ?? 0, height: place.heights[index] ?? 0 }] as const]
        : [];
    }),
  );
  for (const heading of drawn.querySelectorAll("[data-column]")) heading.setAttribute("tabindex", "0");
  let sorting: Sorting;

  function arrange(): void {
    drawn?.classList.toggle("sorted", sorting !== undefined);
    let y = place?.top ?? 0;
    for (const { id } of table ? sorted(table, sorting).rows : []) {
      const row = rows.get(id);
      if (!row) continue;
      if (sorting) row.line.setAttribute("transform", `translate(0 ${y - row.y})`);
      else row.line.removeAttribute("transform");
      y += row.height;
      drawn?.append(row.line);
    }
  }

  function tell(): void {
    for (const heading of drawn?.querySelectorAll("[data-column]") ?? []) {
      heading.querySelector(".way")?.remove();
      heading.removeAttribute("aria-sort");
      if (heading.getAttribute("data-column") !== sorting?.column) continue;
      heading.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
      heading.querySelector("text:last-of-type")?.append(way(sorting.down ? " ↓" : " ↑"));
    }
  }

  return (target) => {
    const heading = target instanceof Element ? target.closest("[data-column]") : null;
    const column = heading?.getAttribute("data-column");
    if (typeof column !== "string" || !drawn.contains(heading)) return false;
    const isSame = sorting?.column === column;
    sorting = isSame && sorting?.down ? undefined : { column, down: isSame };
    arrange();
    tell();
    return true;
  };
}

function way(arrow: string): Node {
  const { firstElementChild } = svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg"><tspan class="way">${arrow}</tspan></svg>`,
  );
  return firstElementChild ?? new Text(arrow);
}
