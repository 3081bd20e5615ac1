import * as vscode from "vscode";
import type { Actions } from "./commands.ts";
import type { ChangesHost } from "./compare/changes-host.ts";
import type { DiagramPanel, House } from "./diagram-panel.ts";
import { copyDiagram, exportDiagram, type Drawn } from "./export-diagram.ts";
import type { PanelHost } from "./panel-host.ts";
import { showElement, type ElementView } from "./show-element.ts";

type DiagramActions = Pick<
  Actions,
  | "openDiagram"
  | "openLockedDiagram"
  | "toggleDiagramLock"
  | "showSource"
  | "refreshDiagram"
  | "exportDiagram"
  | "copyDiagram"
  | "undoMove"
  | "redoMove"
  | "resetLayout"
  | "resetPosition"
  | "showElement"
>;

/** What the commands about diagrams do; those that a shape's menu offers are told which shape it is. */
export function diagramActions(
  { extension, server, words }: House,
  host: PanelHost,
  changes: Pick<ChangesHost, "active">,
): DiagramActions {
  const onPanel = async (run: (panel: DiagramPanel) => void | Promise<void>): Promise<void> => {
    const panel = host.active();
    if (panel) await run(panel);
    else void vscode.window.showInformationMessage(words.noDiagram);
  };
  /** The picture of changes is a picture like any other, where the keyboard is in it. */
  const onPicture = async (run: (panel: Drawn) => void | Promise<void>): Promise<void> => {
    const panel = changes.active();
    await (panel ? run(panel) : onPanel(run));
  };
  return {
    openDiagram: (argument) => host.open(uriIn(argument)),
    openLockedDiagram: (argument) => host.openLocked(uriIn(argument)),
    toggleDiagramLock: () => onPanel((panel) => panel.toggleLock()),
    showSource: (argument) => onPanel((panel) => panel.showSource(nameIn(argument))),
    refreshDiagram: () => onPicture((panel) => panel.refresh()),
    exportDiagram: () => onPicture((panel) => exportDiagram(panel, extension, words)),
    copyDiagram: (format) => onPicture((panel) => copyDiagram(panel, format, words)),
    undoMove: () => onPanel((panel) => panel.undoMove()),
    redoMove: () => onPanel((panel) => panel.redoMove()),
    resetLayout: () => onPanel((panel) => panel.resetLayout()),
    resetPosition: (argument) =>
      onPanel((panel) => {
        const id = textIn(argument, "id");
        if (id !== undefined) return panel.resetPosition(id);
      }),
    showElement: (view: ElementView, argument) => {
      const name = nameIn(argument);
      if (name !== undefined) return onPanel((panel) => panel.choose(`${view}:${name}`));
      return showElement(view, server, words, host.open);
    },
  };
}

/** Menus pass the file that they are about, the keyboard nothing. */
function uriIn(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}

/** The name of the shape whose menu it was; undefined where a command was chosen elsewhere. */
function nameIn(argument: unknown): string | undefined {
  return textIn(argument, "name");
}

function textIn(argument: unknown, key: string): string | undefined {
  if (typeof argument !== "object" || argument === null) return undefined;
  const value: unknown = Reflect.get(argument, key);
  return typeof value === "string" ? value : undefined;
}
