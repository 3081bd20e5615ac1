import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver";
import type { Edit } from "../model/edit.ts";
import { complete } from "../features/complete.ts";
import { format } from "../features/format.ts";
import { formatTyped } from "../features/format-typed.ts";
import { answerAt, answerIn, type AskedIn, type Row } from "./answer.ts";
import { completionItem } from "./completion-item.ts";
import { rangeOf, spanIn } from "./convert.ts";

/** What helps while one types. */
export const writingRows: readonly Row[] = [
  answerAt(
    CompletionRequest.type,
    () => ({ completionProvider: { triggerCharacters: [" ", ".", ">", "[", "|", "="] } }),
    ({ model, at, file, client }) => {
      const { span, items } = complete(model, at);
      return items.map((one, index) => completionItem(client, one, rangeOf(file, span), index));
    },
  ),
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
];

/** Edits of a document; none where it is the project's settings, which are in another language. */
function textEdits({ model, file }: AskedIn, edits: readonly Edit[]): TextEdit[] | null {
  if (file === model.project.configFile) return null;
  return edits.map(({ span, text }) => ({ range: rangeOf(file, span), newText: text }));
}
