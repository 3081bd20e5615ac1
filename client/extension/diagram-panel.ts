import * as vscode from "vscode";
import type { RenamedResult } from "../../server/lsp/protocol.ts";
import type { Pin } from "../pins/pin.ts";
import { renamedView } from "../pins/renamed.ts";
import type { FromPanel, Wanted } from "../panel/messages.ts";
import { isHeard } from "./documents.ts";
import { PanelPage } from "./panel-page.ts";
import { fileOf, type PinnedView, type PinStore } from "./pin-store.ts";
import type { PreviewSettings } from "./preview-settings.ts";
import { columnFor, revealDocument, revealSource } from "./reveal.ts";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";
import { reasonOf } from "./reason.ts";

/** What a panel works with; the same for all of them. */
export interface House {
  readonly extension: vscode.Uri;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly words: Words;
  readonly preview: () => PreviewSettings;
  readonly pins: PinStore;
}

/** What a panel begins with. */
export interface Beginning {
  /** The one to show; the first where it is left out. */
  readonly view?: string | undefined;
  readonly locked?: boolean | undefined;
}

/** A picture beside the text: the architecture of one document's project, as long as it follows no other. */
export class DiagramPanel {
  static readonly type = "bizarch.diagram";

  readonly #house: House;
  readonly #panel: vscode.WebviewPanel;
  readonly #page: PanelPage;
  #uri: vscode.Uri;
  #view: string | undefined;
  #project: string | undefined;
  /** The last rename of something in the project: perhaps it was not written. */
  #renaming: RenamedResult | undefined;
  /** The view that was shown last. */
  #shown: PinnedView | undefined;
  /** What its title says beside whether it is locked. */
  #title = "BizArch";
  #locked: boolean;
  /** What it is called as a file. */
  #fileName = "diagram";
  #asking = new vscode.CancellationTokenSource();
  #marking = new vscode.CancellationTokenSource();

  constructor(
    house: House,
    panel: vscode.WebviewPanel,
    uri: vscode.Uri,
    { view, locked = false }: Beginning = {},
  ) {
    this.#house = house;
    this.#panel = panel;
    this.#uri = uri;
    this.#view = view;
    this.#locked = locked;
    const { extension, words } = house;
    this.#page = new PanelPage(extension, panel, (message) => this.#receive(message), words.noDiagram);
    panel.onDidDispose(() => this.#cancel());
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  get onDidChangeViewState(): vscode.Event<unknown> {
    return this.#panel.onDidChangeViewState;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Whether it stays with its document. */
  get isLocked(): boolean {
    return this.#locked;
  }

  get fileName(): string {
    return this.#fileName;
  }

  /** The picture, as soon as there is one: the text of an SVG, a PNG in base 64. Rejects with a reason. */
  give(wanted: Wanted): Promise<string> {
    return this.#page.give(wanted);
  }

  toggleLock(): void {
    this.#locked = !this.#locked;
    this.#showTitle();
    this.refresh();
  }

  /** Goes to where an element is written, or the document that is shown. */
  async showSource(name?: string): Promise<void> {
    if (name !== undefined) return this.#reveal(name, "go");
    await revealDocument(this.#uri, this.#panel.viewColumn);
  }

  /** Shows what a document belongs to, unless it is locked. */
  follow(uri: vscode.Uri): void {
    if (this.#locked || String(uri) === String(this.#uri)) return;
    this.#uri = uri;
    this.refresh();
  }

  /** Shows another view. */
  choose(view: string): void {
    this.#view = view;
    this.refresh();
  }

  /** Hears of a rename that is about to be written. */
  renaming(renaming: RenamedResult): void {
    if (renaming.project === this.#project) this.#renaming = renaming;
  }

  /** Takes the last move in the view back. */
  undoMove(): void {
    this.#change("undo");
  }

  /** Does the move again that was taken back last. */
  redoMove(): void {
    this.#change("redo");
  }

  /** Lets all shapes of the view go back to where they stand by themselves. */
  resetLayout(): void {
    this.#change("reset");
  }

  /** Lets one shape go back. */
  resetPosition(id: string): void {
    if (this.#shown) this.#put(this.#shown.view, id, undefined);
  }

  /** Brings it to the front, without taking the keyboard. */
  show(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Draws anew if one of these projects is the one that is shown. */
  changed(projects: readonly string[]): void {
    if (this.#project === undefined || projects.includes(this.#project)) this.refresh();
  }

  /** Asks what to draw, if anybody can see it. A newer question takes the place of an older one. */
  refresh(): void {
    if (this.#page.isReady) void this.#ask();
  }

  /** Looks whether the side file of what is shown became another, if anybody can see it. */
  async look(): Promise<void> {
    if (this.#page.isReady && this.#shown) await this.#house.pins.look(this.#shown);
  }

  /** Marks what stands at the cursor, where the cursor is in the document that is shown or another of its project. */
  async mark(editor: vscode.TextEditor): Promise<void> {
    this.#marking.cancel();
    this.#marking = new vscode.CancellationTokenSource();
    const { token } = this.#marking;
    const textDocument = { uri: String(editor.document.uri) };
    const { line, character } = editor.selection.active;
    const { server, preview } = this.#house;
    const { markEditorSelection, scrollPreviewWithEditor } = preview();
    if (!markEditorSelection) return this.#page.tell({ type: "mark", name: undefined, follow: false });
    const params = { textDocument, position: { line, character } };
    const found = await this.#quietly(server.elementAt(params, token));
    if (token.isCancellationRequested) return;
    // A locked panel may show another project, with names of its own.
    const name = found?.project === this.#project ? found?.name : undefined;
    this.#page.tell({ type: "mark", name, follow: scrollPreviewWithEditor });
  }

  async #ask(): Promise<void> {
    this.#asking.cancel();
    this.#asking = new vscode.CancellationTokenSource();
    const { token } = this.#asking;
    const uri = String(this.#uri);
    const { server, words } = this.#house;
    try {
      const params = { textDocument: { uri }, ...(this.#view !== undefined && { view: this.#view }) };
      const answer = await server.view(params, token);
      if (token.isCancellationRequested) return;
      if (!answer) return this.#page.tell({ type: "fail", reason: words.noProject });
      if (this.#isRenamed(answer.graph.view)) return await this.#ask();
      const shown = { project: answer.project.uri, view: answer.graph.view };
      const pins = await this.#house.pins.pinsOf(shown);
      if (token.isCancellationRequested) return;
      this.#shown = shown;
      this.#project = answer.project.uri;
      this.#title = words.diagram(answer.project);
      this.#showTitle();
      this.#fileName = [answer.project.name, answer.graph.view]
        .join("-")
        .replaceAll(/[^\p{L}\p{N}.-]+/gu, "-");
      const flaw = this.#house.pins.flawOf(shown);
      this.#page.show({ uri, ...answer, pins, locked: this.#locked, ...(flaw !== undefined && { flaw }) });
      this.#markHere();
    } catch (error) {
      if (!token.isCancellationRequested) this.#fail(error);
    }
  }

  /** Whether another view came than was asked for, since what is asked for has a new name now, which is then known. */
  #isRenamed(answered: string): boolean {
    const renaming = this.#renaming;
    if (this.#view === undefined || this.#view === answered || !renaming) return false;
    this.#renaming = undefined;
    const before = this.#view;
    this.#view = renamedView(before, renaming);
    return this.#view !== before;
  }

  #markHere(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor && isHeard(editor.document)) void this.mark(editor);
  }

  #receive(message: Exclude<FromPanel, { readonly type: "given" }>): void {
    switch (message.type) {
      case "ready":
        return this.refresh();
      case "reveal":
        return void this.#reveal(message.name, message.to);
      case "open":
        return this.#open(message.name);
      case "hover":
        return void this.#hover(message.name);
      case "choose":
        return this.choose(message.view);
      case "move":
        return this.#put(message.view, message.id, message.pin);
      case "reset":
      case "undo":
      case "redo":
        return this.#change(message.type, message.view);
      case "side-file":
        return void this.#showSideFile(message.view);
      case "log":
        return this.#house.log.error(message.text);
    }
  }

  #change(how: "undo" | "redo" | "reset", view = this.#shown?.view): void {
    if (this.#shown && view !== undefined) void this.#house.pins[how]({ ...this.#shown, view });
  }

  async #showSideFile(view: string): Promise<void> {
    const file = this.#shown && fileOf({ ...this.#shown, view });
    if (!file) return;
    // Not as a text, which it may not be.
    const viewColumn = columnFor(file, this.#panel.viewColumn);
    await vscode.commands.executeCommand("vscode.open", file, { viewColumn });
  }

  #put(view: string, id: string, pin: Pin | undefined): void {
    if (this.#shown) void this.#house.pins.put({ ...this.#shown, view }, id, pin);
  }

  #open(name: string): void {
    if (this.#house.preview().doubleClickToSwitchToEditor) void this.#reveal(name, "go");
    else this.choose(`around:${name}`);
  }

  async #hover(name: string): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    const params = { textDocument: { uri: String(this.#uri) }, name };
    const found = await this.#quietly(this.#house.server.hover(params, token));
    this.#page.tell({ type: "hover", name, text: found?.text });
  }

  async #reveal(name: string, to: "see" | "go"): Promise<void> {
    if (to === "see" && !this.#house.preview().scrollEditorWithPreview) return;
    const { token } = new vscode.CancellationTokenSource();
    const params = { textDocument: { uri: String(this.#uri) }, name };
    const found = await this.#quietly(this.#house.server.locate(params, token));
    if (found) await revealSource(found, this.#panel.viewColumn, to);
  }

  /** The answer; undefined where there is none, which the log then tells of. */
  async #quietly<T>(answer: Promise<T | null>): Promise<T | undefined> {
    try {
      return (await answer) ?? undefined;
    } catch (error) {
      this.#house.log.debug(String(error));
      return undefined;
    }
  }

  #fail(error: unknown): void {
    const reason = reasonOf(error);
    this.#house.log.error(reason);
    this.#page.tell({ type: "fail", reason: this.#house.words.failed(reason) });
  }

  /** As VS Code writes the titles of its own previews that are locked. */
  #showTitle(): void {
    this.#panel.title = this.#locked ? `[${this.#title}]` : this.#title;
  }

  #cancel(): void {
    this.#asking.cancel();
    this.#marking.cancel();
  }
}
