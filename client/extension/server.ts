import * as vscode from "vscode";
import { State, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient";
import type {
  ChangedParams,
  checkRequest,
  CheckParams,
  CheckResult,
  scorecardRequest,
  ScorecardResult,
  TreeParams,
  treeRequest,
  TreeResult,
  changedNotification,
  elementAtRequest,
  ElementAtParams,
  ElementAtResult,
  InitializationOptions,
  LocateParams,
  locateRequest,
  LocateResult,
  readFileRequest,
  readFolderRequest,
  ViewParams,
  viewRequest,
  ViewResult,
} from "../../server/lsp/protocol.ts";
import { documentSelector } from "./documents.ts";
import { readFile, readFolder } from "./read.ts";

/** What the extension asks of the language server beyond LSP. An answer of `null`: it knows nothing of the kind. */
export interface Server {
  readonly view: Ask<ViewParams, ViewResult>;
  readonly locate: Ask<LocateParams, LocateResult>;
  readonly elementAt: Ask<ElementAtParams, ElementAtResult>;
  readonly check: Ask<CheckParams, CheckResult>;
  readonly tree: Ask<TreeParams, TreeResult>;
  readonly scorecard: Ask<object, ScorecardResult>;
  /** The URIs of the projects whose architecture changed. */
  readonly onChanged: vscode.Event<readonly string[]>;
  /** It runs, for the first time or again. */
  readonly onStarted: vscode.Event<void>;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

type Ask<Params, Result> = (params: Params, token: vscode.CancellationToken) => Promise<Result | null>;

/** The server's own names, held against its types: only those may be imported from there. */
const requests = {
  view: "bizarch/view" satisfies typeof viewRequest,
  locate: "bizarch/locate" satisfies typeof locateRequest,
  elementAt: "bizarch/elementAt" satisfies typeof elementAtRequest,
  check: "bizarch/check" satisfies typeof checkRequest,
  tree: "bizarch/tree" satisfies typeof treeRequest,
  scorecard: "bizarch/scorecard" satisfies typeof scorecardRequest,
  changed: "bizarch/changed" satisfies typeof changedNotification,
  readFolder: "bizarch/readFolder" satisfies typeof readFolderRequest,
  readFile: "bizarch/readFile" satisfies typeof readFileRequest,
};

/** Makes a client of a server that is started with it. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server, wherever it runs. It does not run yet. */
export function languageServer(makeClient: MakeClient, log: vscode.LogOutputChannel): Server {
  const options: InitializationOptions = { changed: true, reads: true, followsLenses: true };
  const client = makeClient({
    documentSelector: documentSelector(),
    initializationOptions: options,
    outputChannel: log,
    synchronize: { configurationSection: "bizarch" },
    markdown: { isTrusted: false, supportHtml: false },
  });
  const changed = new vscode.EventEmitter<readonly string[]>();
  const started = new vscode.EventEmitter<void>();
  client.onNotification(requests.changed, ({ projects }: ChangedParams) => changed.fire(projects));
  client.onRequest(requests.readFolder, readFolder);
  client.onRequest(requests.readFile, readFile);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) started.fire();
  });
  return {
    view: (params, token) => client.sendRequest(requests.view, params, token),
    locate: (params, token) => client.sendRequest(requests.locate, params, token),
    elementAt: (params, token) => client.sendRequest(requests.elementAt, params, token),
    check: (params, token) => client.sendRequest(requests.check, params, token),
    tree: (params, token) => client.sendRequest(requests.tree, params, token),
    scorecard: (params, token) => client.sendRequest(requests.scorecard, params, token),
    onChanged: changed.event,
    onStarted: started.event,
    start: () => client.start(),
    restart: async () => {
      // One that has ended by itself has nothing to stop.
      if (client.isRunning()) await client.stop();
      await client.start();
    },
    stop: () => client.dispose(),
  };
}
