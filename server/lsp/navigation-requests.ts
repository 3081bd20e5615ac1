import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ReferencesRequest,
  SymbolKind,
  type DocumentSymbol,
  type LocationLink,
  type SymbolInformation,
} from "vscode-languageserver";
import type { KindName } from "../../grammar/schema.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight, type Highlight } from "../features/document-highlight.ts";
import { documentSymbols, type OutlineSymbol } from "../features/document-symbols.ts";
import { references } from "../features/references.ts";
import { answerAt, answerIn, type Row } from "./answer.ts";
import { clientLocation, locationOf, rangeOf } from "./convert.ts";
import { uriOf } from "./paths.ts";

/** Where things are, and how one gets there. */
export const navigationRows: readonly Row[] = [
  answerAt(
    DefinitionRequest.type,
    () => ({ definitionProvider: true }),
    ({ model, at, file, client, state }) => {
      const found = definition(model, at);
      if (!found) return null;
      const { path, name, whole } = found.to;
      const target = clientLocation(state, model, path, name);
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
  answerAt(
    ReferencesRequest.type,
    () => ({ referencesProvider: true }),
    ({ model, at, state }, { context }) => {
      const declarations = context.includeDeclaration ? "with declarations" : "without declarations";
      const found = references(model, at, declarations);
      return found?.map(({ path, span }) => clientLocation(state, model, path, span)) ?? null;
    },
  ),
  answerAt(
    DocumentHighlightRequest.type,
    () => ({ documentHighlightProvider: true }),
    ({ model, at, file }) => {
      const found = documentHighlight(model, at);
      return found?.map(({ span, use }) => ({ range: rangeOf(file, span), kind: HIGHLIGHTS[use] })) ?? null;
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
];

const HIGHLIGHTS: Readonly<Record<Highlight["use"], DocumentHighlightKind>> = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

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
