import type { ViewItem } from "../../server/views/view-graph.ts";

/** What a line in a shape says, a heading or not. */
export function itemWords(item: ViewItem): string {
  return typeof item === "string" ? item : item.heading;
}
