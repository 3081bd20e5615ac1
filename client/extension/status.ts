import * as vscode from "vscode";
import type { CheckedProject, ProjectId } from "../../server/lsp/protocol.ts";
import { isHeard } from "./documents.ts";
import type { Server } from "./server.ts";
import { sumOf, type Standing } from "./standing.ts";
import { plain, type Words } from "./words.ts";

/**
 * In the status bar: the project of the active editor, else all of them, with its errors and warnings; and whether the
 * server is there. A click offers what can be done.
 */
export function statusItem(server: Server, standing: Standing, words: Words): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("bizarch.status", vscode.StatusBarAlignment.Left, 40);
  item.name = "BizArch";
  item.command = "bizarch.showActions";
  let active: ProjectId | undefined;
  let asking = new vscode.CancellationTokenSource();

  const show = (): void => {
    const state = server.state();
    const isWanted = isBizarch(vscode.window.activeTextEditor) || standing.projects().length > 0;
    if (!isWanted) return item.hide();
    const look = state === "running" ? standingLook(standing.projects(), active, words) : LOOKS[state](words);
    item.text = look.text;
    item.tooltip = look.tooltip ?? look.label;
    item.accessibilityInformation = { label: look.label };
    item.backgroundColor = look.background;
    item.show();
  };
  const follow = async (): Promise<void> => {
    show();
    const editor = vscode.window.activeTextEditor;
    // Beside a page such as the diagram, or another language's text, the project stays the one that was edited last.
    if (!editor || !isHeard(editor.document) || server.state() !== "running") return;
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const textDocument = { uri: String(editor.document.uri) };
    const answer = await server.check({ textDocument }, token).catch(() => null);
    if (token.isCancellationRequested) return;
    active = answer?.projects[0]?.project;
    show();
  };
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void follow()),
    standing.onChanged(() => void follow()),
    server.onState(() => show()),
  );
}

interface Look {
  readonly text: string;
  readonly label: string;
  /** More than the label, where there is more to say. */
  readonly tooltip?: string;
  readonly background?: vscode.ThemeColor;
}

const LOOKS: Readonly<Record<"starting" | "down", (words: Words) => Look>> = {
  starting: (words) => ({ text: "$(sync~spin) BizArch", label: words.serverStarting }),
  down: (words) => ({
    text: "$(error) BizArch",
    label: words.serverDown,
    background: new vscode.ThemeColor("statusBarItem.errorBackground"),
  }),
};

/** How it looks while the server runs: the active project, where there is one, else all of them together. */
export function standingLook(
  projects: readonly CheckedProject[],
  active: ProjectId | undefined,
  words: Words,
): Look {
  const one =
    projects.length === 1 ? projects[0] : projects.find(({ project }) => project.uri === active?.uri);
  const name = one?.project.name ?? words.projects(projects.length);
  const { error, warning } = one ?? sumOf(projects);
  const each = projects.map(({ project, ...counts }) =>
    words.status(project.name, counts.error, counts.warning),
  );
  return {
    text: `$(home) ${withoutIcons(plain(name))} $(error) ${error} $(warning) ${warning}`,
    label: words.status(name, error, warning),
    tooltip: each.join("\n"),
  };
}

/** What a file calls its project is text: a status bar would draw an icon where it says `$(x)`. */
function withoutIcons(name: string): string {
  return name.replaceAll("$(", "$\u200b(");
}

function isBizarch(editor: vscode.TextEditor | undefined): boolean {
  return editor !== undefined && isHeard(editor.document);
}
