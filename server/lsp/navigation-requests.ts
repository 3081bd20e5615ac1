import {
  DefinitionRequest,
  DocumentSymbolRequest,
  SymbolKind,
  type DocumentSymbol,
  type LocationLink,
  type SymbolInformation,
} from "vscode-languageserver";
import type { KindName } from "../../grammar/schema.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { definition } from "../features/definition.ts";
import { documentSymbols, type OutlineSymbol } from "../features/document-symbols.ts";
import { answerAt, answerIn, type Row } from "./answer.ts";
import { locationOf, rangeOf } from "./convert.ts";
import { uriOf } from "./paths.ts";

/** Where things are, and how one gets there. */
export const navigationRows: readonly Row[] = [
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
];

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
