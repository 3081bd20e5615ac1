import {
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  PrepareRenameRequest,
  RenameRequest,
  SignatureHelpRequest,
  type SignatureHelp,
  type TextEdit,
} from "vscode-languageserver";
import type { Edit } from "../model/edit.ts";
import { complete } from "../features/complete.ts";
import { format } from "../features/format.ts";
import { formatTyped } from "../features/format-typed.ts";
import { prepareRename } from "../features/prepare-rename.ts";
import { rename } from "../features/rename.ts";
import { signatureHelp } from "../features/signature-help.ts";
import { answer, answerAt, answerIn, refused, type AskedIn, type Row } from "./answer.ts";
import { completionItems, resolvedItem } from "./completion-item.ts";
import { rangeOf, spanIn } from "./convert.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What helps while one types. */
export const writingRows: readonly Row[] = [
  answerAt(
    CompletionRequest.type,
    () => ({
      completionProvider: {
        triggerCharacters: [" ", ".", ",", ":", ">", "[", "|", "="],
        resolveProvider: true,
      },
    }),
    ({ model, at, file, client }) => completionItems(client, file, complete(model, at)),
    // Who types on narrows what is offered, from where it was asked; a refusal would leave a fast hand without any.
    "answered",
  ),
  answer(CompletionResolveRequest.type, () => ({}), resolvedItem),
  // There is one layout: what an editor asks for in its options, tabs or another width, would be a second one.
  answerIn(
    DocumentFormattingRequest.type,
    () => ({ documentFormattingProvider: true }),
    (asked) => textEdits(asked, format(asked.file)),
  ),
  answerIn(
    DocumentRangeFormattingRequest.type,
    () => ({ documentRangeFormattingProvider: true }),
    (asked, { range }) => textEdits(asked, format(asked.file, spanIn(asked.file, range))),
  ),
  answerAt(
    DocumentOnTypeFormattingRequest.type,
    () => ({
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
    }),
    (asked, { ch }) => textEdits(asked, formatTyped(asked.file, asked.at.offset, ch)),
  ),
  answerAt(
    SignatureHelpRequest.type,
    () => ({
      // Where a block or a line begins; a space would show it at every word, and only keeps it up to date.
      signatureHelpProvider: { triggerCharacters: ["{", ";"], retriggerCharacters: [" ", "\n", ">"] },
    }),
    ({ model, at, client }): SignatureHelp | null => {
      const found = signatureHelp(model, at);
      if (!found) return null;
      const { label, doc, parts, active } = found;
      const parameters = parts.map((part) => ({ label: part.text, documentation: part.doc }));
      // Where nothing lacks, none is the one to say next; who cannot show that is shown the first.
      const activeParameter = active ?? (client.marksNoParameter ? null : 0);
      return {
        signatures: [{ label, documentation: doc, parameters, activeParameter }],
        activeSignature: 0,
        activeParameter,
      };
    },
  ),
  answerAt(
    PrepareRenameRequest.type,
    () => ({}),
    (asked) => {
      const found = prepareRename(asked.model, asked.at);
      if ("refused" in found) return refused(asked, found.refused);
      return { range: rangeOf(asked.file, found.span), placeholder: found.name };
    },
  ),
  answerAt(
    RenameRequest.type,
    ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
    (asked, { newName }) => {
      const { state, client, model, at } = asked;
      const renamed = rename(model, at, newName);
      if ("refused" in renamed) return refused(asked, renamed.refused);
      return workspaceEdit(state, client, model, renamed.edits);
    },
  ),
];

/** Edits of a document; none where it is the project's settings, which are in another language. */
function textEdits({ model, file }: AskedIn, edits: readonly Edit[]): TextEdit[] | null {
  if (file === model.project.configFile) return null;
  return edits.map(({ span, text }) => ({ range: rangeOf(file, span), newText: text }));
}
