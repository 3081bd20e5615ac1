import type { Box } from "../diagram/layout/frame.ts";

/** Whether a part of a picture is the heading of a row or a column: it is gone to like a shape, and stays a heading. */
export function isTableHead(part: Element): boolean {
  const role = part.getAttribute("role");
  return role === "columnheader" || role === "rowheader";
}

/** Where a rectangle is drawn. */
export function boxOf(rect: Element): Box {
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
    Number(rect.getAttribute(name)),
  );
  return { x, y, width, height };
}
