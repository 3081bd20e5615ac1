import {
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupKind,
  SymbolKind,
  type CodeAction,
  type DocumentSymbol,
  type LocationLink,
  type SymbolInformation,
  type TextEdit,
} from "vscode-languageserver";
import type { KindName } from "../../grammar/schema.ts";
import type { SourceFile } from "../../grammar/text.ts";
import type { Edit } from "../model/edit.ts";
import { complete } from "../features/complete.ts";
import { definition } from "../features/definition.ts";
import { documentSymbols, type OutlineSymbol } from "../features/document-symbols.ts";
import { fix } from "../features/fix.ts";
import { format } from "../features/format.ts";
import { formatTyped } from "../features/format-typed.ts";
import { hover } from "../features/hover.ts";
import { withoutMarkup } from "../features/markdown.ts";
import { answerAt, answerIn, type AskedIn, type Row } from "./answer.ts";
import { completionItem } from "./completion-item.ts";
import { diagnosticOf, locationOf, rangeOf, spanIn } from "./convert.ts";
import { uriOf } from "./paths.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What every editor asks: position in, feature, position out. */
export const featureRows: readonly Row[] = [
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
  answerAt(
    CompletionRequest.type,
    () => ({ completionProvider: { triggerCharacters: [" ", ".", ">", "[", "|", "="] } }),
    ({ model, at, file, client }) => {
      const { span, items } = complete(model, at);
      return items.map((one, index) => completionItem(client, one, rangeOf(file, span), index));
    },
  ),
  answerAt(
    DefinitionRequest.type,
    () => ({ definitionProvider: true }),
    ({ model, at, file, client }) => {
      const found = definition(model, at);
      if (!found) return null;
      const { path, name, whole } = found.to;
      const target = locationOf(model, path, name);
      if (!client.links) return target;
      const link: LocationLink = {
        originSelectionRange: rangeOf(file, found.span),
        targetUri: target.uri,
        targetRange: locationOf(model, path, whole).range,
        targetSelectionRange: target.range,
      };
      return [link];
    },
  ),
  answerIn(
    DocumentSymbolRequest.type,
    () => ({ documentSymbolProvider: true }),
    ({ model, file, client }): DocumentSymbol[] | SymbolInformation[] => {
      const symbols = documentSymbols(model, file.path);
      return client.nestedSymbols
        ? symbols.map((symbol) => nested(file, symbol))
        : symbols.flatMap((symbol) => flat(file, symbol, undefined));
    },
  ),
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

function nested(file: SourceFile, symbol: OutlineSymbol): DocumentSymbol {
  const { name, detail, kind, span, nameSpan, children } = symbol;
  return {
    name,
    detail,
    kind: SYMBOLS[kind],
    range: rangeOf(file, span),
    selectionRange: rangeOf(file, nameSpan),
    children: children.map((child) => nested(file, child)),
  };
}

/** For clients that know no nesting. */
function flat(file: SourceFile, symbol: OutlineSymbol, container: string | undefined): SymbolInformation[] {
  const { name, kind, span, children } = symbol;
  const location = { uri: uriOf(file.path), range: rangeOf(file, span) };
  const within = container === undefined ? {} : { containerName: container };
  return [
    { name, kind: SYMBOLS[kind], location, ...within },
    ...children.flatMap((child) => flat(file, child, name)),
  ];
}

/** LSP has words for programs only: these are the ones whose icons say the most. */
const SYMBOLS: Readonly<Record<KindName, SymbolKind>> = {
  mission: SymbolKind.Namespace,
  goal: SymbolKind.Event,
  "business-model": SymbolKind.Interface,
  stakeholder: SymbolKind.Object,
  value: SymbolKind.Operator,
  domain: SymbolKind.Package,
  entity: SymbolKind.Class,
  attribute: SymbolKind.Field,
  kpi: SymbolKind.Number,
  capability: SymbolKind.Function,
  team: SymbolKind.Array,
  vendor: SymbolKind.Constructor,
  tool: SymbolKind.Module,
  flow: SymbolKind.Operator,
  chain: SymbolKind.Struct,
  initiative: SymbolKind.Method,
  view: SymbolKind.File,
  rule: SymbolKind.Key,
};
