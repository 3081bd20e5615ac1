import * as vscode from "vscode";
import type { ComparedChapter, ComparedItem, ComparedProject } from "../../../server/lsp/compare-protocol.ts";
import type { CompareWords } from "./compare-words.ts";
import { plain } from "../words.ts";

/** A line of the *Changes* view. */
export type ChangeLine = (
  | { readonly type: "project"; readonly project: ComparedProject }
  | { readonly type: "chapter"; readonly chapter: ComparedChapter }
  | { readonly type: "item"; readonly item: ComparedItem }
) & { readonly id: string; readonly parent: ChangeLine | undefined };

/** The same line has the same id whatever else changed, so that what is unfolded stays so. */
export function lineId(
  { id }: ChangeLine,
  label: string,
  siblings: readonly { readonly label: string }[] = [],
  index = 0,
): string {
  const before = siblings.slice(0, index).filter((other) => other.label === label).length;
  return JSON.stringify([id, label, before]);
}

/** How a line looks. */
export function changeLine(line: ChangeLine, words: CompareWords): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (line.type) {
    case "project": {
      const { project, summary } = line.project;
      return shown(line, plain(project.name), Expanded, {
        description: words.sum(summary),
        iconPath: icon("home"),
      });
    }
    case "chapter": {
      const { id, title, items } = line.chapter;
      return shown(line, title, id === "ask" ? Collapsed : Expanded, {
        description: String(items.length),
        iconPath: CHAPTER_ICONS[id],
      });
    }
    case "item":
      return itemLine(line, line.item, words);
  }
}

function itemLine(line: ChangeLine, item: ComparedItem, words: CompareWords): vscode.TreeItem {
  const { sign, label, detail, wall, base, head, items } = item;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const isTold = sign === "added" || sign === "removed" || sign === "changed" || sign === "renamed";
  const all = [
    ...(isTold ? [words.signs[sign]] : []),
    label,
    ...(detail === "" ? [] : [detail]),
    ...(wall ? [words.wall] : []),
  ];
  const made = shown(line, label, items.length > 0 ? Collapsed : None, {
    description: [...(detail === "" ? [] : [detail]), ...(wall && isOfHow(line) ? [words.wall] : [])].join(
      " · ",
    ),
    // A text, and no Markdown: it comes from files.
    tooltip: all.join("\n"),
    accessibilityInformation: { label: all.join(", ") },
    iconPath: wall && sign === "meaning" ? icon("layers", "charts.purple") : ICONS[sign],
    contextValue: [...(base ? ["base"] : []), ...(head ? ["head"] : [])].join(" "),
  });
  if (base || head) made.command = { title: words.goTo, command: "bizarch.openChange", arguments: [line] };
  return made;
}

function shown(
  { id }: ChangeLine,
  label: string,
  state: vscode.TreeItemCollapsibleState,
  more: Partial<vscode.TreeItem>,
): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, state), { id, ...more });
}

/** Whether a line stands among partitions, where a wall is news. */
function isOfHow(line: ChangeLine): boolean {
  if (line.type === "chapter") return line.chapter.id === "how";
  return line.parent !== undefined && isOfHow(line.parent);
}

/** Whether something that came with a command is a line of the view. */
export function isChangeLine(value: unknown): value is ChangeLine {
  return typeof value === "object" && value !== null && "type" in value && "id" in value;
}

function icon(name: string, colour?: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

const ICONS: Readonly<Record<ComparedItem["sign"], vscode.ThemeIcon>> = {
  added: icon("diff-added", "gitDecoration.addedResourceForeground"),
  removed: icon("diff-removed", "gitDecoration.deletedResourceForeground"),
  changed: icon("diff-modified", "gitDecoration.modifiedResourceForeground"),
  renamed: icon("diff-renamed", "gitDecoration.renamedResourceForeground"),
  meaning: icon("comment"),
  loosened: icon("unlock", "list.warningForeground"),
  tightened: icon("lock"),
  error: icon("error", "list.errorForeground"),
  warning: icon("warning", "list.warningForeground"),
  info: icon("info"),
  fixed: icon("pass", "testing.iconPassed"),
  ask: icon("organization"),
  more: icon("ellipsis"),
};

const CHAPTER_ICONS: Readonly<Record<ComparedChapter["id"], vscode.ThemeIcon>> = {
  meaning: icon("lightbulb"),
  guard: icon("shield"),
  introduced: icon("bug"),
  fixed: icon("pass-filled"),
  ask: icon("organization"),
  why: icon("compass"),
  what: icon("layers"),
  how: icon("settings"),
  meta: icon("law"),
};
