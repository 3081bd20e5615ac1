import * as vscode from "vscode";
import { commands } from "./commands.ts";
import { comparing } from "./compare/comparing.ts";
import { explainRule } from "./explain-rule.ts";
import { showActions } from "./actions.ts";
import { architectureTree } from "./architecture-tree.ts";
import { checkAll } from "./check-all.ts";
import { diagramActions } from "./diagram-actions.ts";
import { exportScorecard } from "./export-scorecard.ts";
import { followLens } from "./follow-lens.ts";
import { newArchitecture, showNewArchitecture } from "./new-architecture.ts";
import { panelHost } from "./panel-host.ts";
import { pinStore } from "./pin-store.ts";
import { previewSettings } from "./preview-settings.ts";
import { languageServer, type MakeClient, type Server } from "./server.ts";
import { reportProblem } from "./report-problem.ts";
import { refactorChosen, refactorHere } from "./refactor.ts";
import { scorecardView } from "./scorecard.ts";
import { standing } from "./standing.ts";
import { statusItem } from "./status.ts";
import { welcome } from "./welcome.ts";
import { wordsIn } from "./words.ts";

let running: Server | undefined;

/**
 * What the extension does wherever it runs; `makeClient` knows how to reach a server there, `machine` says
 * where that is. VS Code asks for it once: when a folder with `.bizarch` files or the first such file is opened, a panel
 * comes back with its window, or somebody chooses a command, the view or a task.
 */
export async function activateWith(
  context: vscode.ExtensionContext,
  makeClient: MakeClient,
  machine: string,
): Promise<void> {
  const log = vscode.window.createOutputChannel("BizArch", { log: true });
  const server = languageServer(makeClient, log);
  const words = wordsIn(vscode.env.language);
  const pins = pinStore(words, log);
  const house = { extension: context.extensionUri, server, log, words, preview: previewSettings, pins };
  const host = panelHost(house);
  const card = scorecardView(house);
  const stands = standing(server);
  const compares = comparing(house, context.workspaceState);
  const ground = { words: house.words, openDiagram: host.open, memory: context.globalState };
  const scene = { extension: context.extension, server, words: house.words, machine };
  const all = commands({
    ...diagramActions(house, host, compares.panel),
    ...compares.actions,
    explainRule: () => explainRule(house.words),
    restartServer: async () => {
      await server.restart();
      vscode.window.setStatusBarMessage(house.words.restarted, 5_000);
    },
    showLog: () => log.show(),
    checkAll: () => checkAll(server, house.words, { showScorecard: card.show, showLog: () => log.show() }),
    showActions: () => showActions(house.words),
    showScorecard: card.show,
    exportScorecard: () => exportScorecard(server, house.words),
    followLens: (lead) => followLens(lead, host.open),
    newArchitecture: () => newArchitecture(ground),
    reportProblem: () => reportProblem(scene),
    refactorHere: (refactoring) => refactorHere(house, refactoring),
    refactorChosen: () => refactorChosen(house),
  });
  const registered = all.map(({ id, run }) => vscode.commands.registerCommand(id, run));
  context.subscriptions.push(
    log,
    pins,
    host,
    card,
    stands,
    compares,
    statusItem(server, stands, house.words),
    architectureTree(server, stands, house.words),
    welcome(server),
    ...registered,
  );
  running = server;
  // The client has told the person by now; the commands that restart it and show the log are there all the same.
  await server.start().catch((error: unknown) => log.error(String(error)));
  await showNewArchitecture(ground);
}

/** VS Code calls it when the extension or the window goes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
