import { HoverRequest, MarkupKind } from "vscode-languageserver";
import { hover } from "../features/hover.ts";
import { withoutMarkup } from "../features/markdown.ts";
import { answerAt, type Row } from "./answer.ts";
import { rangeOf } from "./convert.ts";

/** What helps to understand a text. */
export const readingRows: readonly Row[] = [
  answerAt(
    HoverRequest.type,
    () => ({ hoverProvider: true }),
    ({ model, at, file, client }) => {
      const found = hover(model, at);
      if (!found) return null;
      const value = client.markdown ? found.text : withoutMarkup(found.text);
      const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: rangeOf(file, found.span) };
    },
  ),
];
