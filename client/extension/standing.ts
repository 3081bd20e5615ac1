import * as vscode from "vscode";
import type { CheckedProject } from "../../server/lsp/protocol.ts";
import type { Server } from "./server.ts";

/** How all projects of the workspace stand: asked for once after each change, for everybody who shows something of it. */
export interface Standing extends vscode.Disposable {
  /** None before the first answer. */
  readonly projects: () => readonly CheckedProject[];
  readonly onChanged: vscode.Event<void>;
}

export function standing(server: Server): Standing {
  const changed = new vscode.EventEmitter<void>();
  let known: readonly CheckedProject[] = [];
  let asking = new vscode.CancellationTokenSource();
  const ask = async (): Promise<void> => {
    asking.cancel();
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const answer = await server.check({}, token).catch(() => null);
    if (token.isCancellationRequested || !answer) return;
    known = answer.projects;
    changed.fire();
  };
  const all = vscode.Disposable.from(
    changed,
    server.onChanged(() => void ask()),
    server.onState((state) => void (state === "running" && ask())),
  );
  return {
    projects: () => known,
    onChanged: changed.event,
    dispose: () => {
      asking.cancel();
      all.dispose();
    },
  };
}

/** How much there is of several projects together. */
export type Sum = Omit<CheckedProject, "project">;

export function sumOf(projects: readonly CheckedProject[]): Sum {
  const sum = (of: keyof Sum): number => projects.reduce((total, project) => total + project[of], 0);
  return {
    error: sum("error"),
    warning: sum("warning"),
    info: sum("info"),
    waived: sum("waived"),
    files: sum("files"),
    elements: sum("elements"),
  };
}
