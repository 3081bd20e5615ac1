import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionContext,
  type Range,
} from "vscode-languageserver";
import { grouped } from "../../grammar/grouped.ts";
import type { Span } from "../../grammar/text.ts";
import { fix } from "../features/fix.ts";
import type { Refactoring } from "../features/refactor/refactoring.ts";
import { refactoringsAt, type Offer } from "../features/refactor/refactorings.ts";
import { isAtHead } from "../features/refactor/selected.ts";
import { fileAt } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import { projectOf } from "../model/snapshot.ts";
import { answer, answerIn, type Asked, type AskedIn, type Row } from "./answer.ts";
import { diagnosticOf, spanIn } from "./convert.ts";
import { isRefactorParams } from "./params.ts";
import { pathOf } from "./paths.ts";
import type { RefactorParams } from "./protocol.ts";
import { refactored, versionOf } from "./refactoring-requests.ts";
import { clientUri } from "./state.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What a light bulb offers. */
export const actionRows: readonly Row[] = [
  answerIn(
    CodeActionRequest.type,
    ({ resolvesActions }) => ({
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(KINDS)],
        resolveProvider: resolvesActions,
      },
    }),
    (asked, { range, context }): CodeAction[] | null => {
      if (!asked.client.literalActions) return null;
      const span = spanIn(asked.file, range);
      return [...quickFixes(asked, span, context), ...refactorings(asked, span, range, context)];
    },
  ),
  answer(CodeActionResolveRequest.type, () => ({}), resolvedAction),
];

/** Whether a kind is asked for; one stands for all below it: `refactor` for `refactor.move`. */
function isWanted({ only }: CodeActionContext, kind: CodeActionKind): boolean {
  return only?.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`)) ?? true;
}

/** One action for each repair, which may be that of several findings. */
function quickFixes(
  { model, file, state, client }: AskedIn,
  span: Span,
  context: CodeActionContext,
): readonly CodeAction[] {
  if (!isWanted(context, CodeActionKind.QuickFix)) return [];
  const repairs = grouped(fix(model, file.path, span), ({ title, edits }) =>
    JSON.stringify([title.en, edits]),
  );
  return [...repairs.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { title, preferred, edits } = first;
    return {
      title: title[model.project.settings.locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: alike.map(({ finding }) => diagnosticOf(model, finding)),
      isPreferred: preferred,
      edit: workspaceEdit(state, client, model, edits),
    };
  });
}

const KINDS: Readonly<Record<NonNullable<Refactoring["sort"]>, CodeActionKind>> = {
  move: CodeActionKind.RefactorMove,
  extract: CodeActionKind.RefactorExtract,
  rewrite: CodeActionKind.RefactorRewrite,
};

/** Where nobody asked, a light bulb shines only where an element is named, or where something is selected. */
function refactorings(
  asked: AskedIn,
  span: Span,
  range: Range,
  context: CodeActionContext,
): readonly CodeAction[] {
  const { model, file } = asked;
  const selection = { path: file.path, span };
  const isUnasked = context.triggerKind === CodeActionTriggerKind.Automatic && !context.only;
  if (isUnasked && span.start === span.end && !isAtHead(model, selection)) return [];
  const offers = refactoringsAt(model, selection, (sort) => isWanted(context, KINDS[sort]));
  return offers.flatMap((offer) => actionOf(asked, range, offer) ?? []);
}

/** An action that tells later what it changes, where the client can wait for that; none where it cannot be done. */
function actionOf(
  asked: AskedIn,
  range: Range,
  { refactoring, sort, choice, title }: Offer,
): CodeAction | undefined {
  const { model, file, client } = asked;
  const version = versionOf(asked);
  const params: RefactorParams = {
    textDocument: { uri: clientUri(asked.state, file.path) },
    range,
    refactoring: refactoring.id,
    choice,
    ...(version === undefined ? {} : { version }),
  };
  const action = { title: title[model.project.settings.locale], kind: KINDS[sort] };
  if (client.resolvesActions) return { ...action, data: params };
  const done = refactored(asked, params);
  return "edit" in done ? { ...action, edit: done.edit } : undefined;
}

/** The same action with its changes, or the reason why there are none. It comes back from the client, and may be anything. */
function resolvedAction({ state, client }: Asked, action: CodeAction): CodeAction | ResponseError {
  const params: unknown = action.data;
  if (!isRefactorParams(params)) return action;
  const path = pathOf(params.textDocument.uri);
  const project = projectOf(state.snapshot, path);
  const model = project && modelOf(project);
  const file = model && fileAt(model, path);
  if (!model || !file) return action;
  const done = refactored({ state, client, model, file }, params);
  if ("refused" in done) return new ResponseError(LSPErrorCodes.RequestFailed, done.refused);
  return "edit" in done ? { ...action, edit: done.edit } : done;
}
