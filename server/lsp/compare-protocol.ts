import type { Chapter, ChangeItem } from "../review/change-list.ts";
import type { LineMark } from "../review/change-marks.ts";
import type { Summary } from "../review/reviewed.ts";
import type { ViewGraph } from "../views/view-graph.ts";
import type { LocateResult, ProjectId } from "./protocol.ts";

/** What the server and its own client say to each other about another state of the architecture: as `protocol.ts`. */

/** What became of each project since another state: `CompareParams` → `CompareResult`. */
export const compareRequest = "bizarch/compare";

/** Both states of a project in one picture: `CompareViewParams` → `CompareViewResult | null`. */
export const compareViewRequest = "bizarch/compareView";

/** Another state of the workspace: what lies on disk, with some files in another text, or not there. */
export interface BaseState {
  /** What to call it, and what is edited, in front of people. */
  readonly name: string;
  readonly head: string;
  /** The URI of the folder that it is a state of; what lies elsewhere is not compared. */
  readonly root: string;
  readonly files: readonly { readonly uri: string; readonly text?: string | undefined }[];
}

export interface CompareParams {
  readonly base: BaseState;
}

export interface CompareResult {
  /** Those that are not as they were to the letter. */
  readonly projects: readonly ComparedProject[];
}

export interface ComparedProject {
  readonly project: ProjectId;
  /** Whether nothing of it means anything else than before. */
  readonly isEmpty: boolean;
  readonly summary: Summary & { readonly loosened: number };
  readonly chapters: readonly ComparedChapter[];
  readonly marks: readonly ComparedMark[];
  /** How many places of each side could not be read, and so were not compared. */
  readonly unread: { readonly base: number; readonly head: number };
}

export interface ComparedChapter extends Omit<Chapter, "items"> {
  readonly items: readonly ComparedItem[];
}

/** Its places are those of each side by themselves: `base` is a place in a text that is no more. */
export interface ComparedItem extends Omit<ChangeItem, "base" | "head" | "items"> {
  readonly base: LocateResult | undefined;
  readonly head: LocateResult | undefined;
  readonly items: readonly ComparedItem[];
}

export interface ComparedMark extends Omit<LineMark, "path"> {
  readonly uri: string;
}

export interface CompareViewParams extends CompareParams {
  /** The URI of the project, as in `ProjectId`. */
  readonly project: string;
  /** Everything, and not only what changed and its neighbours. */
  readonly all: boolean;
}

/** `null` stands in its place where nothing changed that can be drawn. */
export interface CompareViewResult {
  readonly graph: ViewGraph;
}
