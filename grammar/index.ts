/** What the rest of the product knows of the language as text. */
export type { Finding, Locale, Message, Related, Severity, Site } from "./finding.ts";
export type { LineIndex, Position, SourceFile, Span } from "./text.ts";
export type {
  Block,
  Condition,
  Item,
  NameValue,
  PathValue,
  QuantityValue,
  SelectorValue,
  Statement,
  StringValue,
  Syntax,
  Value,
  Word,
} from "./tree.ts";
