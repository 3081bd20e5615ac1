import * as vscode from "vscode";
import type { ToScorecard } from "../panel/messages.ts";
import type { House } from "./diagram-panel.ts";
import { pageHtml } from "./page-html.ts";
import { iconIn } from "./icon.ts";
import { readScorecardMessage } from "./panel-messages.ts";
import { revealSource } from "./reveal.ts";

/** The scorecards of all projects as a page, up to date as one types; its names lead to the text. */
export function scorecardView(house: House): vscode.Disposable & { readonly show: () => void } {
  let shown: ScorecardPanel | undefined;
  const keep = (panel: vscode.WebviewPanel): void => {
    const made = new ScorecardPanel(house, panel);
    shown = made;
    panel.onDidDispose(() => {
      if (shown === made) shown = undefined;
    });
  };
  const all = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(ScorecardPanel.type, {
      deserializeWebviewPanel: async (panel) => void (shown ? panel.dispose() : keep(panel)),
    }),
    house.server.onChanged(() => shown?.refresh()),
    house.server.onState((state) => void (state === "running" && shown?.refresh())),
  );
  return {
    show: () => {
      if (shown) return shown.show();
      const { window, ViewColumn } = vscode;
      const options = { enableFindWidget: true };
      keep(window.createWebviewPanel(ScorecardPanel.type, house.words.scorecard, ViewColumn.Active, options));
    },
    dispose: () => void all.dispose(),
  };
}

class ScorecardPanel {
  static readonly type = "bizarch.scorecard";

  readonly #house: House;
  readonly #panel: vscode.WebviewPanel;
  /** Whether its page is there. A hidden panel loses it, and is told when it is there again. */
  #ready = false;
  #asking = new vscode.CancellationTokenSource();

  constructor(house: House, panel: vscode.WebviewPanel) {
    this.#house = house;
    this.#panel = panel;
    const dist = vscode.Uri.joinPath(house.extension, "dist");
    panel.title = house.words.scorecard;
    panel.iconPath = iconIn(house.extension);
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message) => this.#receive(message));
    panel.onDidChangeViewState(() => (this.#ready &&= panel.visible));
    panel.onDidDispose(() => this.#asking.cancel());
    panel.webview.html = pageHtml({
      title: house.words.scorecard,
      nonce: crypto.randomUUID().replaceAll("-", ""),
      script: String(panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, "scorecard.js"))),
      language: vscode.env.language,
    });
  }

  show(): void {
    this.#panel.reveal();
  }

  refresh(): void {
    if (this.#ready) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking.cancel();
    this.#asking = new vscode.CancellationTokenSource();
    const { token } = this.#asking;
    const { server, words, log } = this.#house;
    try {
      const answer = await server.scorecard({}, token);
      if (token.isCancellationRequested) return;
      if (answer?.html === undefined) this.#tell({ type: "say", text: words.noArchitecture });
      else this.#tell({ type: "show", html: answer.html, style: answer.style });
    } catch (error) {
      if (token.isCancellationRequested) return;
      // What is shown stays; the page asks again with the next change.
      log.error(String(error));
    }
  }

  #receive(raw: unknown): void {
    const message = readScorecardMessage(raw);
    if (message?.type === "reveal") return void this.#reveal(message.project, message.name);
    if (message?.type !== "ready") return;
    this.#ready = true;
    this.refresh();
  }

  async #reveal(project: string, name: string): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    const params = { textDocument: { uri: project }, name };
    const found = await this.#house.server.locate(params, token).catch(() => null);
    if (found) await revealSource(found, this.#panel.viewColumn);
  }

  #tell(message: ToScorecard): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }
}
