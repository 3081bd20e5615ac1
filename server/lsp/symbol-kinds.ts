import { SymbolKind } from "vscode-languageserver";
import type { KindName } from "../../grammar/schema.ts";

/** LSP has words for programs only: these are the ones whose icons say the most. */
export const SYMBOLS: Readonly<Record<KindName, SymbolKind>> = {
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
