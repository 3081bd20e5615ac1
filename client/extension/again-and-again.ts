import * as vscode from "vscode";

/** How long to wait, in milliseconds: what is looked at should not cost anything, and nobody should wait for it. */
const WHILE = 2000;

/** Does something when the window gets the focus, and over and over: each time a while after the last time was over. */
export function againAndAgain(run: () => Promise<void>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const later = (): void => {
    if (!isOver) timer = setTimeout(() => void run().finally(later), WHILE);
  };
  const focus = vscode.window.onDidChangeWindowState(({ focused }) => void (focused && run()));
  later();
  return new vscode.Disposable(() => {
    isOver = true;
    clearTimeout(timer);
    focus.dispose();
  });
}
