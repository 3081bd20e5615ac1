import * as vscode from "vscode";
import type { CheckedProject, TreePathResult } from "../../server/lsp/protocol.ts";
import { isHeard } from "./documents.ts";
import type { Server } from "./server.ts";
import type { Standing } from "./standing.ts";
import { idOf, nodeOf, rootOf, type Node } from "./tree-item.ts";

/** The view, as far as it is led to a line. */
type View = Pick<vscode.TreeView<Node>, "visible" | "selection" | "reveal" | "onDidChangeVisibility">;

/**
 * Shows the line of the element at the cursor, while the view is there, without taking the keyboard.
 *
 * @param untilLoaded resolves when VS Code has got all lines that it asked for
 */
export function following(
  server: Pick<Server, "treePath">,
  standing: Pick<Standing, "projects">,
  view: View,
  untilLoaded: () => Promise<void>,
): vscode.Disposable {
  const edited = lastEdited();
  let asking = new vscode.CancellationTokenSource();
  let again: ReturnType<typeof setTimeout> | undefined;
  const isShown = (node: Node): boolean => view.selection.some((one) => idOf(one) === idOf(node));

  const follow = async (tries = TRIES): Promise<void> => {
    asking.cancel();
    clearTimeout(again);
    const editor = edited.editor();
    if (!view.visible || !editor || !isHeard(editor.document)) return;
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const { line, character } = editor.selection.active;
    const params = { textDocument: { uri: String(editor.document.uri) }, position: { line, character } };
    const found = await server.treePath(params, token).catch(() => null);
    // Of two who ask for the same lines at once, VS Code answers only the later: that should be the view itself.
    await untilLoaded();
    if (token.isCancellationRequested || !found) return;
    const node = lineOf(found, standing.projects());
    if (!node || isShown(node)) return;
    // A view that was closed meanwhile has nothing to show; nobody waits for it.
    await Promise.resolve(view.reveal(node, { select: true, focus: false })).catch(() => undefined);
    // VS Code does not say so where it could not, since the view was just asking for its lines.
    if (token.isCancellationRequested || isShown(node) || tries <= 1) return;
    again = setTimeout(() => void follow(tries - 1), PAUSE);
  };
  const quietly = (): void => void follow();
  return vscode.Disposable.from(
    edited,
    edited.onChanged(quietly),
    view.onDidChangeVisibility(quietly),
    new vscode.Disposable(() => {
      asking.cancel();
      clearTimeout(again);
    }),
  );
}

/** How often a line that VS Code did not show is tried again, and after how many milliseconds. */
const TRIES = 10;
const PAUSE = 200;

/**
 * The text that somebody works with: it stays the same while the keyboard is in a picture, which moves the cursor of the text
 * beside it.
 */
function lastEdited(): vscode.Disposable & {
  readonly editor: () => vscode.TextEditor | undefined;
  readonly onChanged: vscode.Event<void>;
} {
  const changed = new vscode.EventEmitter<void>();
  let last = vscode.window.activeTextEditor;
  const keep = (editor: vscode.TextEditor | undefined): void => {
    last = editor ?? last;
    changed.fire();
  };
  const all = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(keep),
    vscode.window.onDidChangeVisibleTextEditors(() => changed.fire()),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const active = vscode.window.activeTextEditor;
      if (active === textEditor || (!active && isHeard(textEditor.document))) keep(textEditor);
    }),
  );
  return {
    editor: () => {
      const { activeTextEditor, visibleTextEditors } = vscode.window;
      if (activeTextEditor) return activeTextEditor;
      if (last && visibleTextEditors.includes(last)) return last;
      return visibleTextEditors.find(({ document }) => isHeard(document));
    },
    onChanged: changed.event,
    dispose: () => void all.dispose(),
  };
}

/** A line with all that it stands in; the project too, where there are several. */
function lineOf({ project, items }: TreePathResult, projects: readonly CheckedProject[]): Node | undefined {
  const root = projects.map(rootOf).find((one) => one.project.uri === project.uri);
  if (!root) return undefined;
  const top = projects.length > 1 ? root : undefined;
  return items.reduce<Node | undefined>((parent, item) => ({ ...nodeOf(item, root), parent }), top);
}
