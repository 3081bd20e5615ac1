import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { projectOf } from "../model/snapshot.ts";
import { answerLong, documentOf, type Row } from "./answer.ts";
import { pathOf } from "./paths.ts";
import { reportedPaths, reportOn, type Report } from "./reports.ts";
import { clientUri } from "./state.ts";
import { judging, type Work } from "./work.ts";

/** Diagnostics for clients that pull them: of one document, and of all files, the closed ones too. */
export const diagnosticRows: readonly Row[] = [
  answerLong(
    DocumentDiagnosticRequest.type,
    ({ pulls }) =>
      pulls
        ? {
            diagnosticProvider: {
              identifier: "bizarch",
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {},
    function* ({ state }, params): Work<DocumentDiagnosticReport> {
      const path = pathOf(documentOf(params).uri);
      const project = projectOf(state.snapshot, path);
      if (project) yield* judging([project]);
      return since(reportOn(state, path), params.previousResultId);
    },
  ),
  answerLong(
    WorkspaceDiagnosticRequest.type,
    () => ({}),
    function* ({ state }, params): Work<WorkspaceDiagnosticReport> {
      yield* judging(state.snapshot.projects.values());
      const before = previousIds(params);
      const paths = new Set([...reportedPaths(state), ...before.keys()]);
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const path of paths) {
        const where = { uri: clientUri(state, path), version: state.open.get(path)?.version ?? null };
        items.push({ ...where, ...since(reportOn(state, path), before.get(path)) });
        yield;
      }
      return { items };
    },
  ),
];

type Since = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** The report, or only that it is the one that the client has. */
function since({ id, items }: Report, previous: string | undefined): Since {
  return previous === id
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
    : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
}

function previousIds({ previousResultIds }: Partial<WorkspaceDiagnosticParams>): ReadonlyMap<string, string> {
  return new Map((previousResultIds ?? []).map(({ uri, value }) => [pathOf(uri), value]));
}
