import type * as vscode from "vscode";
import type { RefactorParams } from "../../server/lsp/protocol.ts";

/** What was chosen in the light bulb's menu last, until it is carried out. */
export interface ChosenRefactoring {
  /**
   * Gives an action that is a refactoring the command that carries it out, without a word to the server; `false` for
   * another one. VS Code asks for this when an action is chosen, and may when it is only looked at: the last one counts.
   */
  readonly complete: (action: vscode.CodeAction) => boolean;
  /** What the command is to carry out: once; undefined where nothing was chosen. */
  readonly take: () => RefactorParams | undefined;
}

/**
 * The command has no arguments: those of an action are forgotten by VS Code as soon as the next light bulb comes, which may
 * be before it runs the command. It then says "Actual command not found", and nothing happens.
 */
export function chosenRefactoring(command: string): ChosenRefactoring {
  let chosen: RefactorParams | undefined;
  return {
    complete: (action) => {
      // The client keeps what the server sent along with an action.
      const params: unknown = "data" in action ? action.data : undefined;
      if (!isParams(params)) return false;
      chosen = params;
      action.command = { title: action.title, command };
      return true;
    },
    take: () => {
      const taken = chosen;
      chosen = undefined;
      return taken;
    },
  };
}

function isParams(params: unknown): params is RefactorParams {
  return typeof params === "object" && params !== null && "textDocument" in params && "choice" in params;
}
