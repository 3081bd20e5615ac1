import * as vscode from "vscode";
import {
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type WorkspaceEdit,
} from "vscode-languageclient";
import type {
  CompareParams,
  compareRequest,
  CompareResult,
  CompareViewParams,
  compareViewRequest,
  CompareViewResult,
} from "../../server/lsp/compare-protocol.ts";
import type {
  anonymisedRequest,
  AnonymisedParams,
  AnonymisedResult,
  ChangedParams,
  checkRequest,
  CheckParams,
  CheckResult,
  exportScorecardRequest,
  ExportParams,
  ExportResult,
  Refactored,
  RefactoringParams,
  RefactoringQuestion,
  refactoringRequest,
  RefactorParams,
  refactorRequest,
  Refusal,
  scorecardRequest,
  ScorecardResult,
  projectsRequest,
  ProjectsResult,
  TreeParams,
  treePathRequest,
  TreePathResult,
  treeRequest,
  TreeResult,
  changedNotification,
  elementAtRequest,
  ElementAtParams,
  ElementAtResult,
  HoverParams,
  hoverRequest,
  HoverResult,
  InitializationOptions,
  LocateParams,
  locateRequest,
  LocateResult,
  readFileRequest,
  readFolderRequest,
  renamedRequest,
  RenamedParams,
  RenamedResult,
  ViewParams,
  viewRequest,
  ViewResult,
} from "../../server/lsp/protocol.ts";
import { documentSelector } from "./documents.ts";
import { carryPins } from "./carry-pins.ts";
import { chosenRefactoring, type ChosenRefactoring } from "./chosen-refactoring.ts";
import { readFile, readFolder } from "./read.ts";

/** What the extension asks of the language server beyond LSP. An answer of `null`: it knows nothing of the kind. */
export interface Server {
  readonly view: Ask<ViewParams, ViewResult>;
  readonly locate: Ask<LocateParams, LocateResult>;
  readonly elementAt: Ask<ElementAtParams, ElementAtResult>;
  readonly hover: Ask<HoverParams, HoverResult>;
  readonly check: Ask<CheckParams, CheckResult>;
  readonly projects: Ask<object, ProjectsResult>;
  readonly tree: Ask<TreeParams, TreeResult>;
  readonly treePath: Ask<ElementAtParams, TreePathResult>;
  readonly scorecard: Ask<object, ScorecardResult>;
  readonly exportScorecard: Ask<ExportParams, ExportResult>;
  readonly anonymised: Ask<AnonymisedParams, AnonymisedResult>;
  readonly compare: Ask<CompareParams, CompareResult>;
  readonly compareView: Ask<CompareViewParams, CompareViewResult>;
  readonly refactoring: Ask<RefactoringParams, RefactoringQuestion | Refusal>;
  readonly refactor: Ask<RefactorParams, Refactored | Refusal>;
  /** Makes changes as one step that can be undone; `false` where a text was edited since they were made. */
  readonly applyEdit: (edit: WorkspaceEdit) => Promise<boolean>;
  /** A rename is offered to VS Code, which is about to write it, unless somebody looks at it first and leaves it. */
  readonly onRenaming: vscode.Event<RenamedResult>;
  /** The refactoring that was chosen in the light bulb's menu, once; undefined where none was. */
  readonly chosenRefactoring: ChosenRefactoring["take"];
  /** The URIs of the projects whose architecture changed. */
  readonly onChanged: vscode.Event<readonly string[]>;
  readonly state: () => ServerState;
  readonly onState: vscode.Event<ServerState>;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether it answers, is about to, or does not. */
export type ServerState = "starting" | "running" | "down";

type Ask<Params, Result> = (params: Params, token: vscode.CancellationToken) => Promise<Result | null>;

/** The server's own names, held against its types: only those may be imported from there. */
const requests = {
  view: "bizarch/view" satisfies typeof viewRequest,
  locate: "bizarch/locate" satisfies typeof locateRequest,
  elementAt: "bizarch/elementAt" satisfies typeof elementAtRequest,
  renamed: "bizarch/renamed" satisfies typeof renamedRequest,
  hover: "bizarch/hover" satisfies typeof hoverRequest,
  check: "bizarch/check" satisfies typeof checkRequest,
  projects: "bizarch/projects" satisfies typeof projectsRequest,
  tree: "bizarch/tree" satisfies typeof treeRequest,
  treePath: "bizarch/treePath" satisfies typeof treePathRequest,
  scorecard: "bizarch/scorecard" satisfies typeof scorecardRequest,
  exportScorecard: "bizarch/exportScorecard" satisfies typeof exportScorecardRequest,
  anonymised: "bizarch/anonymised" satisfies typeof anonymisedRequest,
  compare: "bizarch/compare" satisfies typeof compareRequest,
  compareView: "bizarch/compareView" satisfies typeof compareViewRequest,
  refactoring: "bizarch/refactoring" satisfies typeof refactoringRequest,
  refactor: "bizarch/refactor" satisfies typeof refactorRequest,
  changed: "bizarch/changed" satisfies typeof changedNotification,
  readFolder: "bizarch/readFolder" satisfies typeof readFolderRequest,
  readFile: "bizarch/readFile" satisfies typeof readFileRequest,
};

/** Makes a client of a server that is started with it. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, wherever it runs. It does not run yet. */
export function languageServer(makeClient: MakeClient, log: vscode.LogOutputChannel): Server {
  const options: InitializationOptions = { changed: true, reads: true, followsLenses: true };
  const renaming = new vscode.EventEmitter<RenamedResult>();
  const chosen = chosenRefactoring("bizarch.refactor");
  const client = makeClient({
    documentSelector: documentSelector(),
    initializationOptions: options,
    outputChannel: log,
    synchronize: { configurationSection: "bizarch" },
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      provideRenameEdits: async (document, position, newName, token, next) => {
        const textDocument = { uri: String(document.uri) };
        const params: RenamedParams = { textDocument, position, newName };
        // Before the rename is worked out: what it is of is the same then.
        const renamed = await client
          .sendRequest<RenamedResult | null>(requests.renamed, params, token)
          .catch(() => null);
        const edit = await next(document, position, newName, token);
        if (!edit || !renamed) return edit;
        await carryPins(edit, renamed);
        renaming.fire(renamed);
        return edit;
      },
      resolveCodeAction: (action, token, next) => (chosen.complete(action) ? action : next(action, token)),
    },
  });
  const changed = new vscode.EventEmitter<readonly string[]>();
  const stateChanged = new vscode.EventEmitter<ServerState>();
  client.onNotification(requests.changed, ({ projects }: ChangedParams) => changed.fire(projects));
  client.onRequest(requests.readFolder, readFolder);
  client.onRequest(requests.readFile, readFile);
  client.onDidChangeState(({ newState }) => stateChanged.fire(stateOf(newState)));
  return {
    view: (params, token) => client.sendRequest(requests.view, params, token),
    locate: (params, token) => client.sendRequest(requests.locate, params, token),
    elementAt: (params, token) => client.sendRequest(requests.elementAt, params, token),
    hover: (params, token) => client.sendRequest(requests.hover, params, token),
    check: (params, token) => client.sendRequest(requests.check, params, token),
    projects: (params, token) => client.sendRequest(requests.projects, params, token),
    tree: (params, token) => client.sendRequest(requests.tree, params, token),
    treePath: (params, token) => client.sendRequest(requests.treePath, params, token),
    scorecard: (params, token) => client.sendRequest(requests.scorecard, params, token),
    exportScorecard: (params, token) => client.sendRequest(requests.exportScorecard, params, token),
    anonymised: (params, token) => client.sendRequest(requests.anonymised, params, token),
    compare: (params, token) => client.sendRequest(requests.compare, params, token),
    compareView: (params, token) => client.sendRequest(requests.compareView, params, token),
    refactoring: (params, token) => client.sendRequest(requests.refactoring, params, token),
    refactor: (params, token) => client.sendRequest(requests.refactor, params, token),
    applyEdit: async (edit) =>
      isOfNow(edit) &&
      vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit), {
        isRefactoring: true,
      }),
    onRenaming: renaming.event,
    chosenRefactoring: chosen.take,
    onChanged: changed.event,
    state: () => stateOf(client.state),
    onState: stateChanged.event,
    start: () => client.start(),
    restart: async () => {
      // One that has ended by itself has nothing to stop.
      if (client.isRunning()) await client.stop();
      await client.start();
    },
    stop: () => client.dispose(),
  };
}

function stateOf(state: State): ServerState {
  switch (state) {
    case State.Starting:
      return "starting";
    case State.Running:
      return "running";
    case State.Stopped:
    case State.StartFailed:
      return "down";
  }
}

/** Whether the documents that changes were made for are as they were then. */
function isOfNow({ documentChanges = [] }: WorkspaceEdit): boolean {
  const open = new Map(vscode.workspace.textDocuments.map(({ uri, version }) => [String(uri), version]));
  return documentChanges.every((change) => {
    if (!("textDocument" in change)) return true;
    const { uri, version } = change.textDocument;
    return version === null || open.get(String(vscode.Uri.parse(uri, true))) === version;
  });
}
