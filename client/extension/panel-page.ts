import * as vscode from "vscode";
import type { FromPanel, Shown, ToPanel, Wanted } from "../panel/messages.ts";
import { iconIn } from "./icon.ts";
import { pageHtml } from "./page-html.ts";
import { readMessage } from "./panel-messages.ts";

interface Waiting {
  readonly resolve: (data: string) => void;
  readonly reject: (reason: Error) => void;
}

/** The page of pictures in a webview: what it is told, what it says, and the pictures that it gives away. */
export class PanelPage {
  readonly #panel: vscode.WebviewPanel;
  /** Whether the page is there. A hidden panel loses it, and is told when it is there again. */
  #ready = false;
  #hasPicture = false;
  /** Who waits for a picture, by the number of the question. */
  readonly #waiting = new Map<number, Waiting>();
  /** Who asks for a picture before there is one. */
  #early: readonly (() => void)[] = [];
  #asked = 0;

  /**
   * @param heard is called with what the page says, but for the pictures that it gives
   * @param gone what those are told who wait for a picture when the panel is closed
   */
  constructor(
    extension: vscode.Uri,
    panel: vscode.WebviewPanel,
    heard: (message: Exclude<FromPanel, { readonly type: "given" }>) => void,
    gone: string,
  ) {
    this.#panel = panel;
    const dist = vscode.Uri.joinPath(extension, "dist");
    panel.iconPath = iconIn(extension);
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((raw) => {
      const message = readMessage(raw);
      if (message?.type === "ready") this.#ready = true;
      if (message?.type === "given") this.#take(message);
      else if (message) heard(message);
    });
    panel.onDidChangeViewState(() => (this.#ready &&= panel.visible));
    panel.onDidDispose(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error(gone));
    });
    const at = (name: string) => String(panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, name)));
    panel.webview.html = pageHtml({
      title: "BizArch",
      nonce: crypto.randomUUID().replaceAll("-", ""),
      script: at("panel.js"),
      worker: { script: at("elk-worker.js"), source: panel.webview.cspSource },
      language: vscode.env.language,
    });
  }

  get isReady(): boolean {
    return this.#ready;
  }

  tell(message: ToPanel): void {
    if (this.#ready) void this.#panel.webview.postMessage(message);
  }

  show(shown: Shown): void {
    this.tell({ type: "show", shown });
    this.#hasPicture = true;
    const early = this.#early;
    this.#early = [];
    for (const ask of early) ask();
  }

  /**
   * The picture, as soon as there is one: the text of an SVG, a PNG in base 64. Rejects with a reason. A page may put one on
   * the clipboard only while it has the keyboard, and gets it.
   */
  give(wanted: Wanted): Promise<string> {
    if (wanted.to === "clipboard") this.#panel.reveal();
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const ask = (): void => {
        this.#waiting.set(id, { resolve, reject });
        this.tell({ type: "give", id, wanted });
      };
      if (this.#ready && this.#hasPicture) ask();
      else this.#early = [...this.#early, ask];
    });
  }

  #take({ id, data, failed = "" }: Extract<FromPanel, { readonly type: "given" }>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (data === undefined) waiting?.reject(new Error(failed));
    else waiting?.resolve(data);
  }
}
