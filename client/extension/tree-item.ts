import * as vscode from "vscode";
import type { CheckedProject, LensLead, ProjectId, TreeItem } from "../../server/lsp/protocol.ts";
import { plain, type Words } from "./words.ts";

/** A line of the view: a project, where there are several, or something in one. */
export interface Node {
  readonly project: ProjectId;
  /** Undefined for the project itself. */
  readonly item: TreeItem | undefined;
  readonly findings: TreeItem["findings"];
  readonly parent: Node | undefined;
}

/** The line of a project. */
export function rootOf({ project, error, warning, info }: CheckedProject): Node {
  return { project, item: undefined, findings: { error, warning, info }, parent: undefined };
}

/** The line of something below another. */
export function nodeOf(item: TreeItem, parent: Node): Node {
  return { project: parent.project, item, findings: item.findings, parent };
}

/** How a line looks. */
export function treeItem(node: Node, words: Words): vscode.TreeItem {
  const { item, findings } = node;
  const label = labelOf(node, words);
  const shown = new vscode.TreeItem(label, stateOf(item));
  const { error, warning, info } = findings;
  const about = item ? (item.location ? (item.title ?? "") : String(item.size)) : "";
  const told = (...parts: readonly string[]) => parts.filter((part) => part !== "");
  const all = told(label, about, words.findings(error, warning, info));
  shown.id = idOf(node);
  shown.description = told(about, words.findings(error, warning, 0)).join(" · ");
  shown.tooltip = all.join("\n");
  shown.accessibilityInformation = { label: all.join(", ") };
  shown.iconPath = new vscode.ThemeIcon(iconOf(item), colourOf(findings));
  if (item?.location) {
    const lead: LensLead = { to: "element", from: item.location, places: [item.location] };
    shown.command = { title: words.goTo, command: "bizarch.followLens", arguments: [lead] };
  }
  return shown;
}

/** It is the same line as long as it has the same id, whatever was typed meanwhile. */
export function idOf({ project, item }: Node): string {
  return item ? `${project.uri} ${JSON.stringify(item.at)}` : project.uri;
}

function labelOf({ project, item }: Node, words: Words): string {
  if (!item) return plain(project.name);
  return item.label ?? words.storeys[item.storey];
}

function stateOf(item: TreeItem | undefined): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (!item) return Expanded;
  if (item.size === 0) return None;
  return item.kind === undefined ? Expanded : Collapsed;
}

function colourOf({ error, warning }: TreeItem["findings"]): vscode.ThemeColor | undefined {
  if (error > 0) return new vscode.ThemeColor("list.errorForeground");
  return warning > 0 ? new vscode.ThemeColor("list.warningForeground") : undefined;
}

function iconOf(item: TreeItem | undefined): string {
  if (!item) return "home";
  return ICONS.get(item.kind ?? item.storey) ?? "circle-outline";
}

/** An icon of VS Code's for each storey and each kind. */
const ICONS: ReadonlyMap<string, string> = new Map([
  ["why", "compass"],
  ["what", "layers"],
  ["how", "settings"],
  ["meta", "law"],
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
