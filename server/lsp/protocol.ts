import type { Position } from "../../grammar/text.ts";
import type { TreeAt } from "../features/architecture-tree.ts";
import type { ViewGraph } from "../views/view-graph.ts";

/**
 * What the server and its own client say to each other beyond LSP. Nothing here needs a library, so that the panel and
 * the extension may import it: documents are URIs, positions are LSP's.
 */

/** The picture of the architecture that a document belongs to: `ViewParams` → `ViewResult | null`. */
export const viewRequest = "bizarch/view";

/** Where an element is declared: `LocateParams` → `Location | null`. */
export const locateRequest = "bizarch/locate";

/** The element that a position is about: `ElementAtParams` → `ElementAtResult | null`. */
export const elementAtRequest = "bizarch/elementAt";

/** What hovering over the name of an element shows: `HoverParams` → `HoverResult | null`. */
export const hoverRequest = "bizarch/hover";

/** Which names a rename makes others of: `RenamedParams` → `RenamedResult | null`. */
export const renamedRequest = "bizarch/renamed";

/** What all projects have wrong, counted, or that of one document: `CheckParams` → `CheckResult`. */
export const checkRequest = "bizarch/check";

/** All projects, and how much there is of each, without a look at what is wrong: nothing → `ProjectsResult`. */
export const projectsRequest = "bizarch/projects";

/** What is below a node of the tree of a project: `TreeParams` → `TreeResult | null`. */
export const treeRequest = "bizarch/tree";

/** The way down the tree to what a position is about: `ElementAtParams` → `TreePathResult | null`. */
export const treePathRequest = "bizarch/treePath";

/** The scorecards of all projects, as a page of the editor shows them: nothing → `ScorecardResult`. */
export const scorecardRequest = "bizarch/scorecard";

/** The same as a file to send on or to print: `ExportParams` → `ExportResult`. */
export const exportScorecardRequest = "bizarch/exportScorecard";

/** A copy of a project that tells nothing of its company: `AnonymisedParams` → `AnonymisedResult | null`. */
export const anonymisedRequest = "bizarch/anonymised";

/** What a refactoring asks before it begins: `RefactoringParams` → `RefactoringQuestion | Refusal | null`. */
export const refactoringRequest = "bizarch/refactoring";

/** The changes of a refactoring: `RefactorParams` → `Refactored | Refusal | null`. */
export const refactorRequest = "bizarch/refactor";

/**
 * The architecture of some projects changed: `ChangedParams`, from the server, once for many keystrokes. Sent only to a
 * client whose initialization options ask for it.
 */
export const changedNotification = "bizarch/changed";

/**
 * What lies in a folder that the server cannot read by itself, such as one of a repository that was never cloned:
 * `ReadFolderParams` → `ReadFolderResult | null`, from the server. Asked only of a client whose initialization options
 * say that it answers.
 */
export const readFolderRequest = "bizarch/readFolder";

/** A file that the server cannot read by itself: `ReadFileParams` → `ReadFileResult | null`, as above. */
export const readFileRequest = "bizarch/readFile";

/** What a client may pass as `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
  /** Whether to send `bizarch/changed`. */
  readonly changed?: boolean;
  /** Whether it answers `bizarch/readFolder` and `bizarch/readFile`. */
  readonly reads?: boolean;
  /** Whether it knows the command `bizarch.followLens`, with a `LensLead` as its argument. */
  readonly followsLenses?: boolean;
  /** The settings under `bizarch`, as `workspace/didChangeConfiguration` brings them later. */
  readonly settings?: unknown;
  /** The day by which waivers end, as an ISO date; the machine's day where it is not given. */
  readonly today?: string;
  /** Overrides the profile of every `bizarch.json`. */
  readonly profile?: "starter" | "recommended" | "strict";
}

export interface DocumentId {
  readonly uri: string;
}

export interface ViewParams {
  readonly textDocument: DocumentId;
  /** The id of a view, from `views` of an earlier answer; the first one where it is left out or gone. */
  readonly view?: string;
}

/** `null` stands in its place where the document belongs to no project. */
export interface ViewResult {
  readonly graph: ViewGraph;
  /** Every view that the project has, the one of the whole first. */
  readonly views: readonly ViewChoice[];
  readonly project: ProjectId;
}

export interface ViewChoice {
  readonly id: string;
  readonly title: string;
}

/** A project: the URI of its folder (of the document itself, where it stands alone), and what to call it. */
export interface ProjectId {
  readonly uri: string;
  readonly name: string;
}

export interface LocateParams {
  /** Any document of the project, or the project itself. */
  readonly textDocument: DocumentId;
  /** The qualified name; `pim -> webshop` for an edge. */
  readonly name: string;
}

/** LSP's `Location`; `null` stands in its place where the project has no element of that name. */
export interface LocateResult {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** Where a click on a lens leads, and the element that it stands above. */
export interface LensLead {
  readonly to: "element" | "elements" | "findings" | "diagram";
  readonly from: LocateResult;
  readonly places: readonly LocateResult[];
}

export interface ElementAtParams {
  readonly textDocument: DocumentId;
  readonly position: Position;
}

/** `null` stands in its place where the position is about no element. */
export interface ElementAtResult {
  readonly name: string;
  /** The URI of its project, as in `ProjectId`. */
  readonly project: string;
}

export type HoverParams = LocateParams;

/** `null` stands in its place where the project has no element of that name. */
export interface HoverResult {
  /** Markdown in which what files say is escaped. */
  readonly text: string;
}

export interface RenamedParams extends ElementAtParams {
  readonly newName: string;
}

/** `null` stands in its place where nothing can be renamed. */
export interface RenamedResult {
  /** The URI of the project. */
  readonly project: string;
  readonly from: string;
  readonly to: string;
  /** Whether it is the name of a view. */
  readonly isView: boolean;
}

export interface CheckParams {
  /** The only project that is asked for, or a document of it; all of them where it is left out. */
  readonly textDocument?: DocumentId;
}

export interface CheckResult {
  readonly projects: readonly CheckedProject[];
}

/** How many findings of each severity a project has, how many are waived, and how much there is of it. */
export interface CheckedProject {
  readonly project: ProjectId;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly waived: number;
  readonly files: number;
  readonly elements: number;
}

export interface TreeParams {
  /** The URI of the project, as in `ProjectId`. */
  readonly project: string;
  /** The node; the whole architecture where it is left out. */
  readonly at?: TreeAt;
}

/** `null` stands in its place where there is no such project. */
export interface TreeResult {
  readonly items: readonly TreeItem[];
}

/** `null` stands in its place where the position is about no element. */
export interface TreePathResult {
  readonly project: ProjectId;
  /** From a storey down to the element. */
  readonly items: readonly TreeItem[];
}

export interface TreeItem {
  readonly at: TreeAt;
  readonly storey: "why" | "what" | "how" | "meta";
  /** Undefined for a storey. */
  readonly kind?: string | undefined;
  /** A kind in the plural, or the name of an element as it was declared; undefined for a storey. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  /** How many elements are right below. */
  readonly size: number;
  /** Where an element is declared. */
  readonly location?: LocateResult | undefined;
}

export interface ProjectsResult {
  readonly projects: readonly { readonly project: ProjectId; readonly files: number }[];
}

export interface ScorecardResult {
  /**
   * One after the other; left out where there is no project. What files say is escaped. A name that leads to the text has
   * `data-name`, and is in what has the URI of its project as `data-project`.
   */
  readonly html?: string | undefined;
  /** The style sheet for it. */
  readonly style: string;
}

export interface ExportParams {
  readonly format: "html" | "markdown";
}

export interface ExportResult {
  /** The whole file; left out where there is no project. */
  readonly text?: string | undefined;
}

export interface AnonymisedParams {
  /** The URI of the project, as in `ProjectId`. */
  readonly project: string;
}

/** `null` stands in its place where there is no such project. */
export interface AnonymisedResult {
  /** Its files, by names that say nothing either. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export interface RefactoringParams {
  readonly textDocument: DocumentId;
  /** What is selected; empty at a cursor. */
  readonly range: LocateResult["range"];
  /** Its id: `moveStatement`. */
  readonly refactoring: string;
  /** What a person types instead of a choice, to hear whether it will do. */
  readonly choice?: string;
}

/** `null` stands in its place where the document belongs to no project. */
export interface RefactoringQuestion {
  readonly prompt: string;
  /** The likeliest first; only one where there is nothing to choose. */
  readonly choices: readonly RefactoringChoice[];
  /** Where something else may be typed than the choices: what for, and what is proposed. */
  readonly free?: { readonly prompt: string; readonly suggested: string } | undefined;
  /** Why what was typed will not do. */
  readonly flaw?: string | undefined;
}

export interface RefactoringChoice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface RefactorParams extends RefactoringParams {
  /** The id of a choice, or what was typed instead. */
  readonly choice: string;
  /** The version of the document that the range is of; that of today where it is left out. */
  readonly version?: number;
}

export interface Refactored {
  /** LSP's `WorkspaceEdit`. */
  readonly edit: object;
  /** What a person should hear of, each with the name of the element that it is about. */
  readonly notes: readonly { readonly message: string; readonly element: string }[];
}

/** Why there is nothing to do, or why it cannot be done. */
export interface Refusal {
  readonly refused: string;
}

export interface ChangedParams {
  /** The URIs of the projects, as in `ProjectId`. */
  readonly projects: readonly string[];
}

export type ReadFolderParams = DocumentId;

/** `null` stands in its place where there is no such folder. */
export interface ReadFolderResult {
  readonly entries: readonly {
    readonly name: string;
    /** Neither: a symbolic link, or whatever else there is. */
    readonly is: "file" | "folder" | "neither";
  }[];
}

export interface ReadFileParams extends DocumentId {
  /** The most bytes that are wanted: of a larger file no content is sent. */
  readonly largest: number;
}

/** `null` stands in its place where there is no such file. */
export interface ReadFileResult {
  /** The bytes of the file; left out where it is too large. */
  readonly base64?: string;
}
