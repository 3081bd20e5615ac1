import { refactorings } from "./refactor.ts";

/** What each command does. */
export interface Actions {
  readonly openDiagram: (argument: unknown) => void;
  readonly openLockedDiagram: (argument: unknown) => void;
  readonly toggleDiagramLock: () => Promise<void>;
  readonly showSource: (argument: unknown) => Promise<void>;
  readonly refreshDiagram: () => Promise<void>;
  readonly exportDiagram: () => Promise<void>;
  readonly undoMove: () => Promise<void>;
  readonly redoMove: () => Promise<void>;
  readonly resetLayout: () => Promise<void>;
  readonly resetPosition: (argument: unknown) => Promise<void>;
  readonly copyDiagram: (format: "svg" | "png") => Promise<void>;
  readonly showElement: (view: "trace" | "around", argument: unknown) => Promise<void>;
  readonly explainRule: () => Promise<void>;
  readonly restartServer: () => Promise<void>;
  readonly showLog: () => void;
  readonly checkAll: () => Promise<void>;
  readonly showActions: () => Promise<void>;
  readonly showScorecard: () => void;
  readonly exportScorecard: () => Promise<void>;
  readonly followLens: (lead: unknown) => Promise<void>;
  readonly newArchitecture: () => Promise<void>;
  readonly reportProblem: () => Promise<void>;
  readonly compareWith: (argument: unknown) => Promise<void>;
  readonly openArchitectureChanges: (argument: unknown) => Promise<void>;
  readonly openChangesDiagram: () => void;
  readonly refreshChanges: () => Promise<void>;
  readonly stopComparing: () => Promise<void>;
  readonly openChange: (line: unknown) => Promise<void>;
  readonly openBase: (line: unknown) => Promise<void>;
  readonly openChanges: (line: unknown) => Promise<void>;
  readonly refactorHere: (refactoring: string) => Promise<void>;
  readonly refactorChosen: () => Promise<void>;
}

export interface Command {
  readonly id: string;
  readonly run: (argument: unknown) => void | Promise<void>;
}

/** Every command that package.json names, and no other. */
export function commands(actions: Actions): readonly Command[] {
  return [
    { id: "bizarch.openDiagramToSide", run: actions.openDiagram },
    { id: "bizarch.openLockedDiagramToSide", run: actions.openLockedDiagram },
    { id: "bizarch.toggleDiagramLock", run: actions.toggleDiagramLock },
    { id: "bizarch.showSource", run: actions.showSource },
    { id: "bizarch.refreshDiagram", run: actions.refreshDiagram },
    { id: "bizarch.exportDiagram", run: actions.exportDiagram },
    { id: "bizarch.copyDiagramAsSvg", run: () => actions.copyDiagram("svg") },
    { id: "bizarch.copyDiagramAsPng", run: () => actions.copyDiagram("png") },
    { id: "bizarch.undoMove", run: actions.undoMove },
    { id: "bizarch.redoMove", run: actions.redoMove },
    { id: "bizarch.resetLayout", run: actions.resetLayout },
    { id: "bizarch.resetPosition", run: actions.resetPosition },
    { id: "bizarch.explainRule", run: actions.explainRule },
    { id: "bizarch.restartServer", run: actions.restartServer },
    { id: "bizarch.showLog", run: actions.showLog },
    { id: "bizarch.checkAll", run: actions.checkAll },
    { id: "bizarch.showScorecard", run: actions.showScorecard },
    { id: "bizarch.exportScorecard", run: actions.exportScorecard },
    { id: "bizarch.followLens", run: actions.followLens },
    { id: "bizarch.newArchitecture", run: actions.newArchitecture },
    { id: "bizarch.showActions", run: actions.showActions },
    { id: "bizarch.reportProblem", run: actions.reportProblem },
    { id: "bizarch.trace", run: (argument) => actions.showElement("trace", argument) },
    { id: "bizarch.showAround", run: (argument) => actions.showElement("around", argument) },
    { id: "bizarch.compareWith", run: actions.compareWith },
    { id: "bizarch.openArchitectureChanges", run: actions.openArchitectureChanges },
    { id: "bizarch.openChangesDiagram", run: actions.openChangesDiagram },
    { id: "bizarch.refreshChanges", run: actions.refreshChanges },
    { id: "bizarch.stopComparing", run: actions.stopComparing },
    { id: "bizarch.openChange", run: actions.openChange },
    { id: "bizarch.openBase", run: actions.openBase },
    { id: "bizarch.openChanges", run: actions.openChanges },
    ...refactorings.map((refactoring) => ({
      id: `bizarch.${refactoring}`,
      run: () => actions.refactorHere(refactoring),
    })),
    { id: "bizarch.refactor", run: actions.refactorChosen },
  ];
}
