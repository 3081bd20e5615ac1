import { CodeActionKind, CodeActionRequest, type CodeAction } from "vscode-languageserver";
import { fix } from "../features/fix.ts";
import { answerIn, type Row } from "./answer.ts";
import { diagnosticOf, spanIn } from "./convert.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What a light bulb offers. */
export const actionRows: readonly Row[] = [
  answerIn(
    CodeActionRequest.type,
    () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
    ({ model, file, state, client }, { range, context }): CodeAction[] | null => {
      const isWanted = context.only?.some((kind) => kind === "" || kind === CodeActionKind.QuickFix) ?? true;
      if (!isWanted || !client.literalActions) return null;
      return fix(model, file.path, spanIn(file, range)).map(({ title, finding, preferred, edits }) => ({
        title: title[model.project.settings.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(model, finding)],
        isPreferred: preferred,
        edit: workspaceEdit(state, client, model, edits),
      }));
    },
  ),
];
