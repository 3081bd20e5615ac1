import type { ProjectId, ViewChoice } from "../../server/lsp/protocol.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";

/** What the extension tells the panel. */
export type ToPanel =
  /** A picture to draw in the place of the one before. */
  | { readonly type: "show"; readonly shown: Shown }
  /** The element under the cursor; none without a name. */
  | { readonly type: "mark"; readonly name: string | undefined }
  /** The next picture cannot be had; the last one stays. */
  | { readonly type: "fail"; readonly reason: string };

/** What is drawn, and what it belongs to. */
export interface Shown {
  /** The document that it was asked for. */
  readonly uri: string;
  readonly project: ProjectId;
  readonly views: readonly ViewChoice[];
  readonly graph: ViewGraph;
}

/** What the panel tells the extension. */
export type FromPanel =
  /** It can be told what to draw now. */
  | { readonly type: "ready" }
  /** Somebody chose a shape. */
  | { readonly type: "reveal"; readonly name: string }
  /** Somebody chose a view. */
  | { readonly type: "choose"; readonly view: string }
  /** Something that belongs in the log. */
  | { readonly type: "log"; readonly text: string };

/** What a panel remembers while it is hidden, and when the window is opened again. */
export interface PanelState {
  readonly uri: string;
  readonly view: string;
  readonly project: string;
  /** Where the eye was, as `Place` of `place.ts`. */
  readonly place: { readonly x: number; readonly y: number; readonly scale: number } | undefined;
}
