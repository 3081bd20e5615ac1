import type { Span } from "./text.ts";

/** One statement: a word, what follows it, and perhaps a block. A hole is `undefined`, never an invented value. */
export interface Statement {
  readonly span: Span;
  readonly head: Word;
  /** The `:` of an attribute. */
  readonly colon: Span | undefined;
  readonly items: readonly Item[];
  /** What of the line could not be read. It is found already: what the line lacks is not asked for again. */
  readonly lost: Word | undefined;
  readonly block: Block | undefined;
  /** The text of the `///` comments above it. */
  readonly doc: Word | undefined;
}

export interface Block {
  /** From `{` to `}`, or to where the block ends for want of one. */
  readonly span: Span;
  readonly statements: readonly Statement[];
  /** Whether the closing brace was there. */
  readonly closed: boolean;
  /** Whether every line in it could be read as a statement. */
  readonly whole: boolean;
}

export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** A value in a statement, and the commas between it and the value before. */
export interface Item {
  readonly value: Value;
  readonly comma: Span | undefined;
}

export type Value =
  | NameValue
  | PathValue
  | StringValue
  | SelectorValue
  | QuantityValue
  | { readonly type: "invalid"; readonly text: string; readonly span: Span };

/** A word or a dotted reference, as written: `pim`, `catalog.Product`. */
export interface NameValue extends Word {
  readonly type: "name";
}

/** `a -> b -> c` */
export interface PathValue extends Word {
  readonly type: "path";
  readonly names: readonly NameValue[];
}

export interface StringValue extends Word {
  readonly type: "string";
  /** What the string says, its escapes resolved. */
  readonly value: string;
}

export interface SelectorValue extends Word {
  readonly type: "selector";
  readonly kind: Word;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly key: Word;
  /** `undefined` for a flag: `entity[personal]`. */
  readonly operator: "=" | "!=" | "<" | ">" | undefined;
  readonly values: readonly Value[];
  readonly span: Span;
}

/**
 * A number, percent (of 100), date (days since 1970), duration (days) or amount of money; `text` as written,
 * `value` to compare by. `unit` is the currency of money.
 */
export interface QuantityValue extends Word {
  readonly type: "number" | "percent" | "date" | "duration" | "money";
  readonly value: number;
  readonly unit: string | undefined;
}
