import * as vscode from "vscode";
import type { RenamedResult } from "../../server/lsp/protocol.ts";
import { againAndAgain } from "./again-and-again.ts";
import { DiagramPanel, type Beginning, type House } from "./diagram-panel.ts";
import { isHeard } from "./documents.ts";
import { readState } from "./panel-messages.ts";

/** The panels of a window: one follows what is edited, those that are locked stay with theirs. */
export interface PanelHost extends vscode.Disposable {
  /** Shows the diagram of a document, or of the one that is edited, in the panel that follows. */
  readonly open: (uri?: vscode.Uri, view?: string) => void;
  /** Opens one more, which stays with its document. */
  readonly openLocked: (uri?: vscode.Uri) => void;
  /** The panel that the keyboard is in, or was in last. */
  readonly active: () => DiagramPanel | undefined;
}

/** Opens diagrams beside an editor, keeps them with what is edited, and brings them back with the window. */
export function panelHost(house: House): PanelHost {
  const host = new Panels(house);
  const { window, workspace } = vscode;
  const parts = [
    window.registerWebviewPanelSerializer(DiagramPanel.type, {
      deserializeWebviewPanel: async (panel, state) => host.restore(panel, state),
    }),
    window.onDidChangeActiveTextEditor((editor) => host.follow(editor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => host.mark(textEditor)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("bizarch.preview")) host.refresh();
    }),
    house.server.onRenaming((renaming) => host.renaming(renaming)),
    house.server.onChanged((projects) => host.changed(projects)),
    house.pins.onChanged(() => host.refresh()),
    againAndAgain(() => host.look()),
    house.server.onState((state) => void (state === "running" && host.refresh())),
  ];
  const all = vscode.Disposable.from(...parts);
  return {
    open: (uri, view) => host.open(uri, view),
    openLocked: (uri) => host.openLocked(uri),
    active: () => host.active,
    dispose: () => void all.dispose(),
  };
}

class Panels {
  readonly #house: House;
  /** The one that was looked at last comes last. */
  #panels: readonly DiagramPanel[] = [];

  constructor(house: House) {
    this.#house = house;
  }

  get active(): DiagramPanel | undefined {
    return this.#panels.find(({ isActive }) => isActive) ?? this.#panels.at(-1);
  }

  /** @param view the one to show; the one that is shown, or the first, where it is left out */
  open(asked: vscode.Uri | undefined, view?: string): void {
    const uri = this.#meant(asked);
    if (!uri) return;
    const following = this.#panels.findLast(({ isLocked }) => !isLocked);
    if (!following) return this.#create(uri, { view });
    following.show();
    following.follow(uri);
    if (view !== undefined) following.choose(view);
  }

  openLocked(asked: vscode.Uri | undefined): void {
    const uri = this.#meant(asked);
    if (uri) this.#create(uri, { locked: true });
  }

  restore(panel: vscode.WebviewPanel, raw: unknown): void {
    const state = readState(raw);
    const uri = state
      ? vscode.Uri.parse(state.uri)
      : bizarchEditor(vscode.window.activeTextEditor)?.document.uri;
    if (uri) this.#keep(new DiagramPanel(this.#house, panel, uri, state));
    else panel.dispose();
  }

  follow(editor: vscode.TextEditor | undefined): void {
    const shown = bizarchEditor(editor);
    if (!shown) return;
    for (const panel of this.#panels) panel.follow(shown.document.uri);
    this.mark(shown);
  }

  mark(editor: vscode.TextEditor): void {
    if (!bizarchEditor(editor) || editor !== vscode.window.activeTextEditor) return;
    for (const panel of this.#panels) void panel.mark(editor);
  }

  renaming(renaming: RenamedResult): void {
    for (const panel of this.#panels) panel.renaming(renaming);
  }

  changed(projects: readonly string[]): void {
    for (const panel of this.#panels) panel.changed(projects);
  }

  refresh(): void {
    for (const panel of this.#panels) panel.refresh();
  }

  /** Looks whether somebody else wrote what was moved. */
  async look(): Promise<void> {
    await Promise.all(this.#panels.map((panel) => panel.look()));
  }

  /** The document that is asked for, or the one that is edited; says so where there is none. */
  #meant(asked: vscode.Uri | undefined): vscode.Uri | undefined {
    const uri = asked ?? bizarchEditor(vscode.window.activeTextEditor)?.document.uri ?? anyOpen();
    if (!uri) void vscode.window.showInformationMessage(this.#house.words.noDocument);
    return uri;
  }

  #create(uri: vscode.Uri, beginning: Beginning): void {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(DiagramPanel.type, "BizArch", column);
    this.#keep(new DiagramPanel(this.#house, panel, uri, beginning));
  }

  #keep(panel: DiagramPanel): void {
    const others = (): readonly DiagramPanel[] => this.#panels.filter((other) => other !== panel);
    this.#panels = [...this.#panels, panel];
    panel.onDidDispose(() => (this.#panels = others()));
    panel.onDidChangeViewState(() => {
      if (panel.isActive) this.#panels = [...others(), panel];
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
