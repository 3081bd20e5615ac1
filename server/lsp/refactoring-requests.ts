import { LSPErrorCodes, RequestType, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Message } from "../../grammar/finding.ts";
import { refactoringNamed } from "../features/refactor/refactorings.ts";
import { refactorWords } from "../features/refactor/refactor-words.ts";
import { answerIn, type AskedIn, type Row } from "./answer.ts";
import { spanIn } from "./convert.ts";
import {
  refactoringRequest,
  refactorRequest,
  type Refactored,
  type RefactoringParams,
  type RefactoringQuestion,
  type RefactorParams,
  type Refusal,
} from "./protocol.ts";
import { newPaths, workspaceEdit } from "./workspace-edit.ts";

/** The refactorings that a command asks for, step by step. */
export const refactoringRows: readonly Row[] = [
  answerIn(
    new RequestType<RefactoringParams, RefactoringQuestion | Refusal | null, void>(refactoringRequest),
    () => ({}),
    (asked, params): RefactoringQuestion | Refusal => question(asked, params),
  ),
  answerIn(
    new RequestType<RefactorParams, Refactored | Refusal | null, void>(refactorRequest),
    () => ({}),
    (asked, params): (Refactored & { readonly edit: WorkspaceEdit }) | Refusal | ResponseError =>
      refactored(asked, params),
  ),
];

function question(
  { model, file }: AskedIn,
  { range, refactoring: id, choice: text }: RefactoringParams,
): RefactoringQuestion | Refusal {
  const { locale } = model.project.settings;
  const refactoring = refactoringNamed(id);
  if (!refactoring) return refusal(locale, refactorWords.unknown(id));
  const asked = refactoring.ask(model, { path: file.path, span: spanIn(file, range) });
  if ("refused" in asked) return refusal(locale, asked.refused);
  const { prompt, choices, free } = asked;
  return {
    prompt: prompt[locale],
    choices: choices.map(({ id: choice, label, detail }) => ({ id: choice, label, detail })),
    free: free && { prompt: free.prompt[locale], suggested: free.suggested },
    flaw: text === undefined ? undefined : free?.flaw(text)?.[locale],
  };
}

/**
 * The changes of a refactoring, from the newest text; or why there are none. A place in an older text than that is
 * refused, as in every other request.
 */
export function refactored(
  { model, file, state, client }: AskedIn,
  { range, refactoring: id, choice, version }: RefactorParams,
): (Refactored & { readonly edit: WorkspaceEdit }) | Refusal | ResponseError {
  const { locale } = model.project.settings;
  if (version !== undefined && version !== versionOf({ state, file })) {
    return new ResponseError(LSPErrorCodes.ContentModified, "The text was edited since this was offered.");
  }
  const refactoring = refactoringNamed(id);
  if (!refactoring) return refusal(locale, refactorWords.unknown(id));
  const done = refactoring.run(model, { path: file.path, span: spanIn(file, range) }, choice);
  if ("refused" in done) return refusal(locale, done.refused);
  const [made] = newPaths(model, done.edits);
  if (made !== undefined && !client.createsFiles) return refusal(locale, refactorWords.makesNoFile());
  const notes = done.notes.map(({ message, element }) => ({ message: message[locale], element }));
  return { edit: workspaceEdit(state, client, model, done.edits), notes };
}

/** The version of a document that the client has open; undefined of one that it has not. */
export function versionOf({ state, file }: Pick<AskedIn, "state" | "file">): number | undefined {
  return state.open.get(file.path)?.version;
}

function refusal(locale: keyof Message, reason: Message): Refusal {
  return { refused: reason[locale] };
}
