import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  WorkspaceDiagnosticRequest,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { answer, documentOf, type Row } from "./answer.ts";
import { pathOf, uriOf } from "./paths.ts";
import { reportedPaths, reportOn, type Report } from "./reports.ts";

/** Diagnostics for clients that pull them: of one document, and of all files, the closed ones too. */
export const diagnosticRows: readonly Row[] = [
  answer(
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
    ({ state }, params): DocumentDiagnosticReport =>
      since(reportOn(state, pathOf(documentOf(params).uri)), params.previousResultId),
  ),
  answer(
    WorkspaceDiagnosticRequest.type,
    () => ({}),
    ({ state }, params) => {
      const before = previousIds(params);
      const paths = new Set([...reportedPaths(state), ...before.keys()]);
      const items = [...paths].map((path): WorkspaceDocumentDiagnosticReport => {
        const document = state.open.get(path);
        const where = { uri: document?.uri ?? uriOf(path), version: document?.version ?? null };
        return { ...where, ...since(reportOn(state, path), before.get(path)) };
      });
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
