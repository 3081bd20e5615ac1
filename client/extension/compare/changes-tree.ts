import * as vscode from "vscode";
import { changeLine, lineId, type ChangeLine } from "./change-line.ts";
import type { CompareWords } from "./compare-words.ts";
import type { Comparison } from "./comparison.ts";

/** The *Changes* view: what a comparison came to, first what it means, and last line by line. */
export function changesTree(
  comparison: Comparison,
  words: CompareWords,
): vscode.Disposable & { readonly show: () => void } {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<ChangeLine> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (line) => changeLine(line, words),
    getChildren: (line) => [...(line ? below(line) : roots(comparison))],
    getParent: ({ parent }) => parent,
  };
  const view = vscode.window.createTreeView("bizarch.changes", {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const refresh = (): void => {
    const { base, known } = comparison;
    view.description = base ? words.since(base.name) : "";
    view.message = messageOf(comparison, words) ?? "";
    view.badge = badgeOf(comparison, words);
    void vscode.commands.executeCommand("setContext", "bizarch.comparing", base !== undefined);
    if (!base || known) changed.fire();
  };
  refresh();
  const all = vscode.Disposable.from(changed, view, comparison.onChanged(refresh));
  return {
    show: () => {
      const [first] = roots(comparison);
      // A view that cannot be shown has nothing to show; nobody waits for it.
      if (first)
        void Promise.resolve(view.reveal(first, { select: false, focus: false })).catch(() => undefined);
      else void vscode.commands.executeCommand("bizarch.changes.focus", { preserveFocus: true });
    },
    dispose: () => void all.dispose(),
  };
}

/** What is said above the lines, or in their place. */
function messageOf({ base, known, problem }: Comparison, words: CompareWords): string | undefined {
  if (!base) return undefined;
  if (problem !== undefined) return problem;
  if (!known) return undefined;
  const { projects } = known.result;
  const unread = (["base", "head"] as const).flatMap((side) => {
    const count = projects.reduce((sum, { unread }) => sum + unread[side], 0);
    return count > 0 ? [words.unread(side === "base" ? base.name : words.workingTree, count)] : [];
  });
  const isSame = projects.every(({ isEmpty }) => isEmpty);
  const nothing = projects.length === 0 ? words.nothing(base.name) : words.onlyLayout(base.name);
  const only = projects.filter(({ isEmpty }) => !isEmpty);
  const said = isSame ? [nothing] : only.length === 1 ? only.map(({ summary }) => words.sum(summary)) : [];
  return [...said, ...unread].join("\n") || undefined;
}

function badgeOf({ known }: Comparison, words: CompareWords): vscode.ViewBadge | undefined {
  const all = (known?.result.projects ?? []).map(({ summary }) => summary);
  const sum = (of: "walls" | "partitions"): number => all.reduce((total, summary) => total + summary[of], 0);
  const [walls, partitions] = [sum("walls"), sum("partitions")];
  const value = walls + partitions;
  const tooltip = words.sum({ walls, partitions, introduced: 0, fixed: 0, loosened: 0 });
  return value > 0 ? { value, tooltip } : undefined;
}

/** The projects that changed, or what is told of the only one. */
function roots({ known }: Comparison): readonly ChangeLine[] {
  const projects = (known?.result.projects ?? []).filter(({ isEmpty }) => !isEmpty);
  const lines = projects.map((project): ChangeLine => ({
    type: "project",
    project,
    id: project.project.uri,
    parent: undefined,
  }));
  const [only] = lines;
  return only && lines.length === 1 ? below(only).map((line) => ({ ...line, parent: undefined })) : lines;
}

function below(parent: ChangeLine): readonly ChangeLine[] {
  switch (parent.type) {
    case "project":
      return parent.project.chapters.map((chapter) => ({
        type: "chapter",
        chapter,
        id: lineId(parent, chapter.id),
        parent,
      }));
    case "chapter":
      return parent.chapter.items.map((item, index) => ({
        type: "item",
        item,
        id: lineId(parent, item.label, parent.chapter.items, index),
        parent,
      }));
    case "item":
      return parent.item.items.map((item, index) => ({
        type: "item",
        item,
        id: lineId(parent, item.label, parent.item.items, index),
        parent,
      }));
  }
}
