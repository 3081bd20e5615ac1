import * as vscode from "vscode";
import { DiagramPanel, type House } from "./diagram-panel.ts";
import { isHeard } from "./documents.ts";
import { readState } from "./panel-messages.ts";

/** Opens the diagram beside an editor, keeps it with what is edited, and brings it back with the window. */
export function panelHost(
  house: House,
): vscode.Disposable & { readonly open: (uri?: vscode.Uri, view?: string) => void } {
  const host = new PanelHost(house);
  const { window } = vscode;
  const parts = [
    window.registerWebviewPanelSerializer(DiagramPanel.type, {
      deserializeWebviewPanel: async (panel, state) => host.restore(panel, state),
    }),
    window.onDidChangeActiveTextEditor((editor) => host.follow(editor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => host.mark(textEditor)),
    house.server.onChanged((projects) => host.panel?.changed(projects)),
    house.server.onState((state) => void (state === "running" && host.panel?.refresh())),
  ];
  const all = vscode.Disposable.from(...parts);
  return { open: (uri, view) => host.open(uri, view), dispose: () => void all.dispose() };
}

class PanelHost {
  readonly #house: House;
  /** The one that follows the active editor. */
  panel: DiagramPanel | undefined;

  constructor(house: House) {
    this.#house = house;
  }

  /** @param view the one to show; the one that is shown, or the first, where it is left out */
  open(asked: vscode.Uri | undefined, view?: string): void {
    const uri = asked ?? bizarchEditor(vscode.window.activeTextEditor)?.document.uri ?? anyOpen();
    if (!uri) return void vscode.window.showInformationMessage(this.#house.words.noDocument);
    if (this.panel) {
      this.panel.show();
      this.panel.follow(uri);
      return view === undefined ? undefined : this.panel.choose(view);
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#keep(vscode.window.createWebviewPanel(DiagramPanel.type, "BizArch", column), uri, view);
  }

  restore(panel: vscode.WebviewPanel, raw: unknown): void {
    const state = readState(raw);
    const uri = state
      ? vscode.Uri.parse(state.uri)
      : bizarchEditor(vscode.window.activeTextEditor)?.document.uri;
    if (!uri || this.panel) return void panel.dispose();
    this.#keep(panel, uri, state?.view);
  }

  follow(editor: vscode.TextEditor | undefined): void {
    const shown = bizarchEditor(editor);
    if (!shown || !this.panel) return;
    this.panel.follow(shown.document.uri);
    this.mark(shown);
  }

  mark(editor: vscode.TextEditor): void {
    if (bizarchEditor(editor) && editor === vscode.window.activeTextEditor) void this.panel?.mark(editor);
  }

  #keep(webview: vscode.WebviewPanel, uri: vscode.Uri, view?: string): void {
    const panel = new DiagramPanel(this.#house, webview, uri, view);
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
  }
}

/** A page, such as the walkthrough, has no text of its own: what is open beside it or behind it is meant. */
function anyOpen(): vscode.Uri | undefined {
  if (vscode.window.activeTextEditor) return undefined;
  return vscode.workspace.textDocuments.find(isHeard)?.uri;
}

function bizarchEditor(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor && isHeard(editor.document) ? editor : undefined;
}
