import {
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeKind,
  FoldingRangeRequest,
  SelectionRangeRequest,
  type DocumentSymbol,
  type FoldingRange,
  type SelectionRange,
  type SymbolInformation,
} from "vscode-languageserver";
import type { SourceFile, Span } from "../../grammar/text.ts";
import { documentLinks } from "../features/document-links.ts";
import { documentSymbols, type OutlineSymbol } from "../features/document-symbols.ts";
import { folding, type Fold } from "../features/folding.ts";
import { selectionRange } from "../features/selection-range.ts";
import { answerIn, type Row } from "./answer.ts";
import { offsetIn, rangeOf } from "./convert.ts";
import { uriOf } from "./paths.ts";
import { SYMBOLS } from "./symbol-kinds.ts";

/** How a document is built: what an editor outlines, folds, selects and follows. */
export const structureRows: readonly Row[] = [
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
    FoldingRangeRequest.type,
    () => ({ foldingRangeProvider: true }),
    ({ model, file, client }) => {
      if (file === model.project.configFile) return null;
      const folds = folding(file).map((fold) => foldingRange(file, fold));
      return client.mostFolds === undefined ? folds : folds.slice(0, client.mostFolds);
    },
  ),
  answerIn(
    SelectionRangeRequest.type,
    () => ({ selectionRangeProvider: true }),
    ({ model, file }, { positions }) => {
      if (file === model.project.configFile) return null;
      return positions.map((position) => chained(file, selectionRange(file, offsetIn(file, position))));
    },
  ),
  answerIn(
    DocumentLinkRequest.type,
    () => ({ documentLinkProvider: {} }),
    ({ model, file }) => {
      const { locale } = model.project.settings;
      return documentLinks(model, file.path).map(({ span, url, tooltip }) => ({
        range: rangeOf(file, span),
        target: url,
        tooltip: tooltip[locale],
      }));
    },
  ),
];

const FOLDS: Readonly<Record<Fold["sort"], FoldingRangeKind | undefined>> = {
  block: undefined,
  text: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

function foldingRange(file: SourceFile, { span, sort }: Fold): FoldingRange {
  const { start, end } = rangeOf(file, span);
  const kind = FOLDS[sort];
  const lines = { startLine: start.line, endLine: end.line, endCharacter: end.character };
  return {
    ...lines,
    ...(sort === "block" && { startCharacter: start.character + 1 }),
    ...(kind && { kind }),
  };
}

/** The narrowest range, each with the one around it as its parent. */
function chained(file: SourceFile, spans: readonly Span[]): SelectionRange {
  return (
    spans.toReversed().reduce<SelectionRange | undefined>((parent, span) => {
      const range = rangeOf(file, span);
      return parent ? { range, parent } : { range };
    }, undefined) ?? { range: rangeOf(file, { start: 0, end: 0 }) }
  );
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
