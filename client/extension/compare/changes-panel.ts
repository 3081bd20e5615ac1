import * as vscode from "vscode";
import type { FromPanel, Wanted } from "../../panel/messages.ts";
import type { ComparedProject } from "../../../server/lsp/compare-protocol.ts";
import { openChange, openChanges, type Sides } from "./change-documents.ts";
import { changesPicture, chosenOf } from "./changes-picture.ts";
import type { CompareWords } from "./compare-words.ts";
import type { Comparison } from "./comparison.ts";
import type { House } from "../diagram-panel.ts";
import { isHeard } from "../documents.ts";
import type { Git } from "./git.ts";
import { PanelPage } from "../panel-page.ts";
import { reasonOf } from "../reason.ts";
import { changeOf, whatChanged } from "./shape-change.ts";
import { plain } from "../words.ts";

/** What the panel of changes works with. */
export interface Changes {
  readonly house: House;
  readonly comparison: Comparison;
  readonly words: CompareWords;
  /** Undefined where there is none, or as long as it is not known. */
  readonly git: () => Git | undefined;
  /** Whether what was compared when the window was closed may yet be found again. */
  readonly isAwaited: () => boolean;
}

/** Both states in one picture, up to date with what is edited. */
export class ChangesPanel {
  static readonly type = "bizarch.changes";

  readonly #changes: Changes;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelPage;
  #view: string | undefined;
  /** The project that is shown. */
  #shown: ComparedProject | undefined;
  #asking = new vscode.CancellationTokenSource();
  #marking = new vscode.CancellationTokenSource();

  /** @param view how it was shown before; what changed of the first project where it is left out */
  constructor(changes: Changes, panel: vscode.WebviewPanel, view?: string) {
    this.#changes = changes;
    this.#panel = panel;
    this.#view = view;
    panel.title = "BizArch";
    const { extension, words } = changes.house;
    this.#page = new PanelPage(extension, panel, (message) => this.#receive(message), words.noDiagram);
    const following = changes.comparison.onChanged(() => this.refresh());
    panel.onDidDispose(() => {
      following.dispose();
      this.#asking.cancel();
      this.#marking.cancel();
    });
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get fileName(): string {
    const name = this.#shown?.project.name ?? "bizarch";
    return `${name}-changes`.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-");
  }

  give(wanted: Wanted): Promise<string> {
    return this.#page.give(wanted);
  }

  show(): void {
    this.#panel.reveal(undefined, true);
  }

  close(): void {
    this.#panel.dispose();
  }

  refresh(): void {
    if (this.#page.isReady) void this.#ask();
  }

  /** Marks what stands at the cursor. */
  async mark(editor: vscode.TextEditor): Promise<void> {
    this.#marking.cancel();
    this.#marking = new vscode.CancellationTokenSource();
    const { token } = this.#marking;
    const { server, preview } = this.#changes.house;
    const { markEditorSelection, scrollPreviewWithEditor } = preview();
    if (!markEditorSelection || !isHeard(editor.document)) return;
    const textDocument = { uri: String(editor.document.uri) };
    const { line, character } = editor.selection.active;
    const params = { textDocument, position: { line, character } };
    const found = await server.elementAt(params, token).catch(() => null);
    if (token.isCancellationRequested) return;
    const name = found?.project === this.#shown?.project.uri ? found?.name : undefined;
    this.#page.tell({ type: "mark", name, follow: scrollPreviewWithEditor });
  }

  async #ask(): Promise<void> {
    this.#asking.cancel();
    this.#asking = new vscode.CancellationTokenSource();
    const { token } = this.#asking;
    const { comparison, words, house, isAwaited } = this.#changes;
    const { base, known, problem } = comparison;
    const failed = (reason: string): void => this.#page.tell({ type: "fail", reason });
    if (!base) return isAwaited() ? undefined : failed(words.nothingCompared);
    if (!known) return problem === undefined ? undefined : failed(problem);
    const projects = known.result.projects.filter(({ isEmpty }) => !isEmpty);
    const chosen = chosenOf(projects, this.#view);
    const { isAll, project } = chosen;
    const last = this.#shown?.project.uri.startsWith(base.root) === true ? this.#shown : undefined;
    this.#shown = project ?? last;
    const folder = vscode.Uri.parse(base.root).path.replace(/^.*\//, "");
    this.#panel.title = words.changesSince(base.name, plain(this.#shown?.project.name ?? folder));
    try {
      const params = { base: known.state, project: project?.project.uri ?? "", all: isAll };
      const answer = project ? await house.server.compareView(params, token) : null;
      if (token.isCancellationRequested) return;
      // Where there is nothing to show, that is shown in the place of what was shown last.
      const shown = this.#shown?.project ?? { uri: base.root, name: folder };
      this.#page.show(changesPicture({ base, projects, chosen, shown, graph: answer?.graph }, words));
      // What is shown is not what it should be.
      if (problem !== undefined) failed(problem);
      const editor = vscode.window.activeTextEditor;
      if (editor) void this.mark(editor);
    } catch (error) {
      if (token.isCancellationRequested) return;
      house.log.error(reasonOf(error));
      failed(words.failed(reasonOf(error)));
    }
  }

  #receive(message: Exclude<FromPanel, { readonly type: "given" }>): void {
    switch (message.type) {
      case "ready":
        return this.refresh();
      case "reveal":
        return void this.#reveal(message.name, message.to);
      case "open":
        return void this.#compareTexts(message.name);
      case "hover":
        return void this.#hover(message.name);
      case "choose":
        this.#view = message.view;
        return this.refresh();
      case "move":
      case "undo":
      case "redo":
      case "reset":
      case "side-file":
        // Nothing is moved in it: it is of today, and another tomorrow.
        return undefined;
      case "log":
        return this.#changes.house.log.error(message.text);
    }
  }

  async #reveal(name: string, to: "see" | "go"): Promise<void> {
    const { comparison, git, house } = this.#changes;
    if (to === "see" && !house.preview().scrollEditorWithPreview) return;
    const [known, api] = [comparison.known, git()];
    const sides = await this.#sidesOf(name);
    if (known && api && sides) await openChange(api, known, sides, this.#panel.viewColumn, to);
  }

  /** Two clicks compare the texts of what changed, and go to the text of what did not. */
  async #compareTexts(name: string): Promise<void> {
    const [known, api] = [this.#changes.comparison.known, this.#changes.git()];
    const sides = await this.#sidesOf(name);
    if (!known || !api || !sides) return;
    await (sides.base && sides.head ? openChanges : openChange)(api, known, sides);
  }

  /** Where a shape is written on both sides; undefined for what is gone from both meanwhile. */
  async #sidesOf(name: string): Promise<Sides | undefined> {
    const changed = this.#shown && changeOf(this.#shown, name);
    if (changed) return changed;
    const uri = this.#shown?.project.uri;
    if (uri === undefined) return undefined;
    const { token } = new vscode.CancellationTokenSource();
    const found = await this.#changes.house.server
      .locate({ textDocument: { uri }, name }, token)
      .catch(() => null);
    return found ? { base: undefined, head: found } : undefined;
  }

  /** What changed about it, and then what hovering over it shows in the text. */
  async #hover(name: string): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    const uri = this.#shown?.project.uri ?? "";
    const found = await this.#changes.house.server
      .hover({ textDocument: { uri }, name }, token)
      .catch(() => null);
    const changed = this.#shown && changeOf(this.#shown, name);
    const parts = [changed && whatChanged(changed, this.#changes.words), found?.text];
    const text = parts.filter((part) => part !== undefined).join("\n\n---\n\n");
    this.#page.tell({ type: "hover", name, text: text === "" ? undefined : text });
  }
}
