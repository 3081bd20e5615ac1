import {
  CodeLensRequest,
  HoverRequest,
  InlayHintRequest,
  MarkupKind,
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type CodeLens as LspCodeLens,
  type InlayHint,
  type SemanticTokens,
} from "vscode-languageserver";
import { linesOf, positionAt, type SourceFile, type Span } from "../../grammar/text.ts";
import { codeLens, lensLine, type CodeLens } from "../features/code-lens.ts";
import { declared } from "../features/definition.ts";
import { hover } from "../features/hover.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { withoutMarkup } from "../features/markdown.ts";
import { semanticTokens, tokenModifiers, tokenTypes } from "../features/semantic-tokens.ts";
import { grouped } from "../../grammar/grouped.ts";
import type { Element, Model } from "../model/model.ts";
import { answerAt, answerIn, type AskedIn, type Row } from "./answer.ts";
import { clientLocation, rangeOf, spanIn } from "./convert.ts";
import type { LensLead } from "./protocol.ts";
import type { State } from "./state.ts";

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
  answerIn(
    InlayHintRequest.type,
    () => ({ inlayHintProvider: true }),
    ({ model, file, state }, { range }): InlayHint[] => {
      const { locale } = model.project.settings;
      const hints = inlayHints(model, file.path, spanIn(file, range), state.preferences.inlayHints);
      return hints.map(({ offset, label, tooltip, named }) => ({
        position: positionAt(linesOf(file), offset),
        label: [{ value: label[locale], tooltip: tooltip[locale], location: placeOf(state, model, named) }],
        paddingLeft: true,
      }));
    },
  ),
  answerIn(
    CodeLensRequest.type,
    () => ({ codeLensProvider: {} }),
    (asked) => {
      const { model, file, state, client } = asked;
      if (!state.preferences.codeLens) return [];
      const lenses = codeLens(model, file.path);
      return client.followsLenses ? lenses.map((lens) => followed(asked, lens)) : told(asked, lenses);
    },
  ),
  answerIn(
    SemanticTokensRequest.type,
    () => ({
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: true,
        range: true,
      },
    }),
    ({ model, file }) => encoded(model, file, { start: 0, end: file.text.length }),
  ),
  answerIn(
    SemanticTokensRangeRequest.type,
    () => ({}),
    ({ model, file }, { range }) => encoded(model, file, spanIn(file, range)),
  ),
];

function placeOf(state: State, model: Model, element: Element) {
  return clientLocation(state, model, element.path, declared(model, element).name);
}

/** The command of our own client that a click on a lens runs; any other would not know it. */
const LENS_COMMAND = "bizarch.followLens";

function followed({ model, file, state }: AskedIn, { element, span, text, leads }: CodeLens): LspCodeLens {
  const title = text[model.project.settings.locale];
  const lead: LensLead = {
    to: leads.to,
    from: placeOf(state, model, element),
    places:
      leads.to === "element"
        ? [placeOf(state, model, leads.element)]
        : leads.to === "elements"
          ? leads.elements.map((one) => placeOf(state, model, one))
          : [],
  };
  return { range: rangeOf(file, span), command: { title, command: LENS_COMMAND, arguments: [lead] } };
}

/** One line for each element, which leads nowhere. */
function told({ model, file }: AskedIn, lenses: readonly CodeLens[]): LspCodeLens[] {
  const byElement = grouped(lenses, ({ element }) => element);
  return [...byElement.values()].flatMap((lines): LspCodeLens[] => {
    const title = lensLine(lines, model.project.settings.locale);
    const [first] = lines;
    return first && title !== ""
      ? [{ range: rangeOf(file, first.span), command: { title, command: "" } }]
      : [];
  });
}

function encoded(model: Model, file: SourceFile, within: Span): SemanticTokens {
  const lines = linesOf(file);
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of semanticTokens(model, file.path)) {
    if (span.end < within.start || within.end < span.start) continue;
    const { line, character } = positionAt(lines, span.start);
    const bits = modifiers.reduce((all, one) => all | (1 << tokenModifiers.indexOf(one)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
  // Without an id: what was sent before is not kept, so that no difference to it can be asked for.
  return { data: builder.build().data };
}
