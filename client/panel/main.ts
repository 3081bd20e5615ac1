import { arranger } from "../diagram/arrange.ts";
import { styleSheet } from "../diagram/paint/style.ts";
import { DiagramView } from "./diagram-view.ts";
import { addFonts } from "./fonts.ts";
import type { FromPanel, PanelState, ToPanel } from "./messages.ts";
import { panelStyle } from "./style.ts";
import { wordsIn } from "./words.ts";
import { blobWorker, fetchScript } from "./worker.ts";

/** What VS Code gives a webview to talk with. */
interface VSCode {
  postMessage(message: FromPanel): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}

declare function acquireVsCodeApi(): VSCode;

async function start(vscode: VSCode): Promise<void> {
  const style = new CSSStyleSheet();
  style.replaceSync(styleSheet("vscode") + panelStyle);
  document.adoptedStyleSheets.push(style);
  addFonts(document);
  const script = await fetchScript(document.body.dataset["worker"] ?? "");
  const pictures = arranger(() => blobWorker(script), { steady: true });
  pictures.warm();
  const view = new DiagramView(document.body, {
    words: wordsIn(document.documentElement.lang),
    arrange: pictures.arrange,
    tell: (message) => vscode.postMessage(message),
    remember: (state) => vscode.setState(state),
    remembered: vscode.getState(),
  });
  window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => receive(view, data));
  vscode.postMessage({ type: "ready" });
}

function receive(view: DiagramView, message: ToPanel): void {
  switch (message.type) {
    case "show":
      return void view.show(message.shown);
    case "mark":
      return view.mark(message.name, message.follow);
    case "hover":
      return view.answer(message.name, message.text);
    case "give":
      return void view.give(message.id, message.wanted);
    case "fail":
      return view.fail(message.reason);
  }
}

const vscode = acquireVsCodeApi();
start(vscode).catch((error: unknown) => {
  document.body.append(String(error));
  vscode.postMessage({ type: "log", text: String(error) });
});
