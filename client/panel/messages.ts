import type { ProjectId, ViewChoice } from "../../server/lsp/protocol.ts";
import type { Pin, Pins } from "../pins/pin.ts";
import type { Wishes } from "./prepared.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";

/** What the extension tells the panel. */
export type ToPanel =
  /** A picture to draw in the place of the one before. */
  | { readonly type: "show"; readonly shown: Shown }
  /** The element under the cursor; none without a name. `follow`: it is to be brought into sight. */
  | { readonly type: "mark"; readonly name: string | undefined; readonly follow: boolean }
  /** What hovering over an element says, in Markdown; none without a text. */
  | { readonly type: "hover"; readonly name: string; readonly text: string | undefined }
  /** The picture as it is shown, as a file or to be pasted elsewhere: `given` brings it, by the same number. */
  | { readonly type: "give"; readonly id: number; readonly wanted: Wanted }
  /** The next picture cannot be had; the last one stays. */
  | { readonly type: "fail"; readonly reason: string };

/** What leaves the panel, and how it looks. */
export interface Wanted {
  /** `page`: what a page of pictures is made of, as JSON. */
  readonly format: "svg" | "png" | "page";
  readonly theme: "light" | "dark" | "contrast";
  /** Pixels can be put on the clipboard by the page alone. */
  readonly to: "host" | "clipboard";
}

/** What is drawn, and what it belongs to. */
export interface Shown {
  /** The document that it was asked for. */
  readonly uri: string;
  readonly project: ProjectId;
  readonly views: readonly ViewChoice[];
  readonly graph: ViewGraph;
  /** Which shapes were moved by hand; undefined where that could not be kept, and so nothing can be moved. */
  readonly pins?: Pins | undefined;
  /** What is wrong with where that is kept. */
  readonly flaw?: string;
  /** Whether it stays with its document, whatever is edited. */
  readonly locked: boolean;
  /** What is said where there is nothing to draw; how to begin, where it is left out. */
  readonly nothing?: string;
}

/** What the panel tells the extension. */
export type FromPanel =
  /** It can be told what to draw now. */
  | { readonly type: "ready" }
  /** Somebody chose a shape: its source is to be seen, or to be gone to. */
  | { readonly type: "reveal"; readonly name: string; readonly to: "see" | "go" }
  /** Somebody chose a shape twice: what is around it is to be shown, or its source, as the settings say. */
  | { readonly type: "open"; readonly name: string }
  /** Somebody wants to know more about an element: `hover` answers. */
  | { readonly type: "hover"; readonly name: string }
  /** What was asked for: the text of the SVG or the bytes of the PNG in base 64; a reason where it could not be made. */
  | { readonly type: "given"; readonly id: number; readonly data?: string; readonly failed?: string }
  /** Somebody chose a view. */
  | { readonly type: "choose"; readonly view: string }
  /** Somebody moved a shape of a view. */
  | { readonly type: "move"; readonly view: string; readonly id: string; readonly pin: Pin }
  /** Somebody wants a move of a view back, or wants it after all, or all shapes of it where they stand by themselves. */
  | { readonly type: "undo" | "redo" | "reset"; readonly view: string }
  /** Somebody wants to see the side file of a view. */
  | { readonly type: "side-file"; readonly view: string }
  /** Something that belongs in the log. */
  | { readonly type: "log"; readonly text: string };

/** What the extension tells the page of the scorecards. */
export type ToScorecard =
  /** What is to be shown in the place of what was before; safe to be shown as it is. */
  | { readonly type: "show"; readonly html: string; readonly style: string }
  /** There is nothing to be shown, and why. */
  | { readonly type: "say"; readonly text: string };

/** What that page tells the extension. */
export type FromScorecard =
  /** It can be told what to show now. */
  | { readonly type: "ready" }
  /** Somebody chose a name. */
  | { readonly type: "reveal"; readonly project: string; readonly name: string };

/** What that page remembers while it is hidden, and when the window is opened again. */
export interface ScorecardState {
  /** The ids of what is unfolded. */
  readonly open: readonly string[];
  /** The id of the part at the top; none where that is the top of the page. */
  readonly at: string | undefined;
  /** How far below the beginning of it the eye was. */
  readonly below: number;
}

/** What a panel remembers while it is hidden, and when the window is opened again. */
export interface PanelState {
  readonly uri: string;
  readonly view: string;
  readonly project: string;
  /** Where the eye was, as `Place` of `place.ts`. */
  readonly place: { readonly x: number; readonly y: number; readonly scale: number } | undefined;
  readonly locked?: boolean;
  /** Whether the map of the whole shows where there is more than one sees. */
  readonly minimap?: boolean;
  /** The views before this one, the last one last. */
  readonly trail?: readonly ViewChoice[];
  /** How somebody wants to see the views of the project, by their ids. */
  readonly wishes?: Readonly<Record<string, Partial<Wishes>>>;
}
