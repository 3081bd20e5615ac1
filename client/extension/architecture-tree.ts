import * as vscode from "vscode";
import type { LensLead, TreeItem } from "../../server/lsp/protocol.ts";
import type { Server } from "./server.ts";
import { uniqueIds } from "./unique-ids.ts";
import type { Words } from "./words.ts";

/** A line of the view: a project, where there are several, or something in one. */
interface Node {
  readonly project: string;
  readonly id: string;
  /** Undefined for the project itself. */
  readonly item: TreeItem | undefined;
  readonly label: string;
}

/** The *Architecture* view: storeys, kinds and elements with what is found about them; a click goes to the text. */
export function architectureTree(server: Server, words: Words): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node, words),
    getChildren: (node) => children(server, node, words),
  };
  return vscode.Disposable.from(
    changed,
    vscode.window.createTreeView("bizarch.architecture", {
      treeDataProvider: provider,
      showCollapseAll: true,
    }),
    server.onChanged(() => changed.fire()),
    server.onStarted(() => changed.fire()),
  );
}

async function children(server: Server, node: Node | undefined, words: Words): Promise<Node[]> {
  const { token } = new vscode.CancellationTokenSource();
  if (node) return below(server, node, words);
  const projects = (await server.check({}, token).catch(() => null))?.projects ?? [];
  const nodes = projects.map(({ project: { uri, name } }) => ({
    project: uri,
    id: uri,
    item: undefined,
    label: name,
  }));
  const [only] = nodes;
  return only && nodes.length === 1 ? below(server, only, words) : nodes;
}

async function below(server: Server, { project, id, item }: Node, words: Words): Promise<Node[]> {
  const { token } = new vscode.CancellationTokenSource();
  const found = await server.tree({ project, ...(item && { at: item.at }) }, token).catch(() => null);
  const items = found?.items ?? [];
  const ids = uniqueIds(
    id,
    items.map(({ at }) => at),
  );
  return items.map((one, index) => ({
    project,
    id: ids[index] ?? id,
    item: one,
    label: labelOf(one, words),
  }));
}

function labelOf({ at, name }: TreeItem, words: Words): string {
  if (name !== undefined) return name;
  return "storey" in at ? (at.kind ?? words.storeys[at.storey]) : "";
}

function treeItem({ id, item, label }: Node, words: Words): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (!item) {
    const whole = new vscode.TreeItem(label, Collapsed);
    whole.id = id;
    whole.iconPath = new vscode.ThemeIcon("home");
    return whole;
  }
  const { at, kind, title, findings, size, hasChildren, location } = item;
  const isStorey = "storey" in at && at.kind === undefined;
  const shown = new vscode.TreeItem(label, hasChildren ? (isStorey ? Expanded : Collapsed) : None);
  const count = words.findings(findings.error, findings.warning);
  shown.id = id;
  shown.description = [title ?? (location ? "" : String(size)), count]
    .filter((part) => part !== "")
    .join(" · ");
  shown.tooltip = [label, title, count].filter((part) => part !== undefined && part !== "").join("\n");
  shown.iconPath = new vscode.ThemeIcon(ICONS.get(kind ?? "") ?? "layers", colourOf(findings));
  if (location) {
    const lead: LensLead = { to: "element", from: location, places: [location] };
    shown.command = { title: words.goTo, command: "bizarch.followLens", arguments: [lead] };
  }
  return shown;
}

function colourOf({ error, warning }: TreeItem["findings"]): vscode.ThemeColor | undefined {
  if (error > 0) return new vscode.ThemeColor("list.errorForeground");
  return warning > 0 ? new vscode.ThemeColor("list.warningForeground") : undefined;
}

/** An icon of VS Code's for each kind; a kind without one is drawn as its storey. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ["mission", "flag"],
  ["goal", "target"],
  ["business-model", "briefcase"],
  ["stakeholder", "person"],
  ["value", "arrow-swap"],
  ["domain", "database"],
  ["entity", "table"],
  ["attribute", "symbol-field"],
  ["kpi", "graph"],
  ["capability", "zap"],
  ["team", "organization"],
  ["vendor", "package"],
  ["tool", "tools"],
  ["flow", "arrow-right"],
  ["chain", "link"],
  ["initiative", "rocket"],
  ["view", "eye"],
  ["rule", "law"],
]);
