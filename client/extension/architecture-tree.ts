import * as vscode from "vscode";
import type { CheckedProject, TreeItem, TreePathResult } from "../../server/lsp/protocol.ts";
import { isHeard } from "./documents.ts";
import type { Server } from "./server.ts";
import { sumOf, type Standing } from "./standing.ts";
import { idOf, treeItem, type Node } from "./tree-item.ts";
import type { Words } from "./words.ts";

/**
 * The *Architecture* view: projects, storeys, kinds and elements with what is found about them. A click goes to the text,
 * and the line of what is edited is shown.
 */
export function architectureTree(server: Server, standing: Standing, words: Words): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node, words),
    getChildren: (node) => (node ? below(server, node) : roots(server, standing)),
    getParent: ({ parent }) => parent,
  };
  const view = vscode.window.createTreeView("bizarch.architecture", {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const refresh = (): void => {
    const { error, warning } = sumOf(standing.projects());
    view.badge = error > 0 ? { value: error, tooltip: words.findings(error, warning, 0) } : undefined;
    changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    view,
    following(server, standing, view),
    standing.onChanged(refresh),
  );
}

/** The projects, or what is in the only one. */
async function roots(server: Server, standing: Standing): Promise<Node[]> {
  const nodes = standing.projects().map(rootOf);
  const [only] = nodes;
  if (!only || nodes.length > 1) return nodes;
  return (await below(server, only)).map((node) => ({ ...node, parent: undefined }));
}

function rootOf({ project, error, warning, info }: CheckedProject): Node {
  return { project, item: undefined, findings: { error, warning, info }, parent: undefined };
}

async function below(server: Server, parent: Node): Promise<Node[]> {
  const { token } = new vscode.CancellationTokenSource();
  const { project, item } = parent;
  const params = { project: project.uri, ...(item && { at: item.at }) };
  const found = await server.tree(params, token).catch(() => null);
  return (found?.items ?? []).map((one) => nodeOf(one, parent));
}

function nodeOf(item: TreeItem, parent: Node): Node {
  return { project: parent.project, item, findings: item.findings, parent };
}

/** Shows the line of the element at the cursor, while the view is there, without taking the keyboard. */
function following(server: Server, standing: Standing, view: vscode.TreeView<Node>): vscode.Disposable {
  let asking = new vscode.CancellationTokenSource();
  const follow = async (): Promise<void> => {
    asking.cancel();
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor || !isHeard(editor.document)) return;
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const { line, character } = editor.selection.active;
    const params = { textDocument: { uri: String(editor.document.uri) }, position: { line, character } };
    const found = await server.treePath(params, token).catch(() => null);
    if (token.isCancellationRequested || !found) return;
    const node = lineOf(found, standing.projects());
    const [selected] = view.selection;
    if (!node || (selected && idOf(selected) === idOf(node))) return;
    // A view that was closed meanwhile has nothing to show; nobody waits for it.
    await Promise.resolve(view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  };
  const quietly = (): void => void follow();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(quietly),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) quietly();
    }),
    view.onDidChangeVisibility(quietly),
  );
}

/** A line with all that it stands in; the project too, where there are several. */
function lineOf({ project, items }: TreePathResult, projects: readonly CheckedProject[]): Node | undefined {
  const root = projects.map(rootOf).find((one) => one.project.uri === project.uri);
  if (!root) return undefined;
  const top = projects.length > 1 ? root : undefined;
  return items.reduce<Node | undefined>((parent, item) => ({ ...nodeOf(item, root), parent }), top);
}
