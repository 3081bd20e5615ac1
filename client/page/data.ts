import type { ViewGraph } from "../../server/views/view-graph.ts";
import type { Box, Size } from "../diagram/layout/frame.ts";

/** What the script of a page of pictures is told beside the pictures, which stand on the page. */
export interface PageData {
  readonly views: readonly PageView[];
}

/** A picture on the page: what it shows, and where everything stands. */
export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly graph: ViewGraph;
  readonly size: Size;
  /** Where everything stands that can be gone to. */
  readonly boxes: readonly (readonly [id: string, box: Box])[];
}

/** Whether something that was read is what the page was told; who wrote it is the same program. */
export function isPageData(told: unknown): told is PageData {
  return typeof told === "object" && told !== null && "views" in told && Array.isArray(told.views);
}
