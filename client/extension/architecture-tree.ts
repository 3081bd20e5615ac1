import * as vscode from "vscode";
import type { Server } from "./server.ts";
import { sumOf, type Standing } from "./standing.ts";
import { following } from "./tree-follow.ts";
import { nodeOf, rootOf, treeItem, type Node } from "./tree-item.ts";
import type { Words } from "./words.ts";

/**
 * The *Architecture* view: projects, storeys, kinds and elements with what is found about them. A click goes to the text,
 * and the line of what is edited is shown.
 */
export function architectureTree(server: Server, standing: Standing, words: Words): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const loads = loading();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node, words),
    getChildren: (node) => loads.add(node ? below(server, node) : roots(server, standing)),
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
    following(server, standing, view, loads.done),
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

async function below(server: Server, parent: Node): Promise<Node[]> {
  const { token } = new vscode.CancellationTokenSource();
  const { project, item } = parent;
  const params = { project: project.uri, ...(item && { at: item.at }) };
  const found = await server.tree(params, token).catch(() => null);
  return (found?.items ?? []).map((one) => nodeOf(one, parent));
}

/** The lines that VS Code waits for. */
function loading(): {
  readonly add: <T>(lines: Promise<T>) => Promise<T>;
  readonly done: () => Promise<void>;
} {
  const open = new Set<Promise<unknown>>();
  return {
    add: async (lines) => {
      open.add(lines);
      try {
        return await lines;
      } finally {
        open.delete(lines);
      }
    },
    done: async () => {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
}
