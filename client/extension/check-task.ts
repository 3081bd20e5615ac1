import * as vscode from "vscode";

/** How the command line is run: VS Code's own Node, and the script. */
export interface Runner {
  readonly node: string;
  readonly script: string;
  readonly locale: string;
}

/**
 * The task *bizarch: check* for each open folder: what the command line finds there, in files that are not open too, with
 * the problems that the matcher `$bizarch` reads from it. VS Code runs tasks in folders that one trusts, and in no other.
 */
export function checkTasks(runner: Runner): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const onDisk = folders.filter(({ uri }) => uri.scheme === "file");
      return onDisk.map((folder) => taskOf(runner, { type: TYPE, command: "check" }, folder));
    },
    // One of a `tasks.json`, which may say more.
    resolveTask: ({ definition, scope }) =>
      typeof scope === "object" && definition["command"] === "check"
        ? taskOf(runner, definition, scope)
        : undefined,
  });
}

/** As package.json calls it too. */
const TYPE = "bizarch";

function taskOf(
  { node, script, locale }: Runner,
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
): vscode.Task {
  const more: unknown = definition["args"];
  const args = Array.isArray(more) ? more.filter((arg) => typeof arg === "string") : [];
  const run = new vscode.ProcessExecution(
    node,
    [script, "check", "--format", "gcc", "--locale", locale, ...args],
    { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: "1" } },
  );
  return new vscode.Task(definition, folder, "check", TYPE, run, "$bizarch");
}
