import { exact } from "../../grammar/exact.ts";
import type { Kind, Property } from "../../grammar/schema.ts";
import type { Span } from "../../grammar/text.ts";
import type { NameValue, Statement, StringValue, Value, Word } from "../../grammar/tree.ts";

/**
 * What a statement declares, by the schema. Names are as written and spans are relative to `top`: nothing here
 * changes when another statement, or a blank line, is added.
 */
export interface Declaration {
  readonly kind: Kind;
  readonly top: Statement;
  readonly statement: Statement;
  /** The name as written; undefined for an edge. */
  readonly id: Word | undefined;
  /** The two ends of an edge; undefined for anything else. */
  readonly ends: readonly [NameValue, NameValue] | undefined;
  readonly title: StringValue | undefined;
  readonly flags: readonly Word[];
  /** The properties that say something, each key once; values that do not fit are left out. */
  readonly properties: Properties;
  /** The entities of a domain, the attributes of an entity. */
  readonly members: readonly Declaration[];
}

export interface Entry {
  readonly property: Property;
  readonly key: Word;
  readonly values: readonly Value[];
  readonly span: Span;
}

/**
 * The properties of an element by their names, in the order of the text. Few of them are a handful, and there is a list for
 * each element: going through it is as quick as a map, and takes a fifth of the memory.
 */
export class Properties implements Iterable<readonly [name: string, entry: Entry]> {
  private readonly list: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.list = exact(entries);
  }

  get(name: string): Entry | undefined {
    for (let at = 0; at < this.list.length; at++) {
      const entry = this.list[at];
      if (entry?.property.name === name) return entry;
    }
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  values(): readonly Entry[] {
    return this.list;
  }

  *[Symbol.iterator](): Iterator<readonly [name: string, entry: Entry]> {
    for (const entry of this.list) yield [entry.property.name, entry];
  }
}

/** One line of a `policy` block. */
export type PolicyLine = SeverityLine | WaiverLine;

export interface SeverityLine {
  readonly type: "severity";
  readonly top: Statement;
  readonly severity: Word;
  readonly rule: Word;
  readonly parameters: ReadonlyMap<string, readonly Value[]>;
  /** Where each parameter is named. */
  readonly keys: ReadonlyMap<string, Word>;
  readonly span: Span;
}

export interface WaiverLine {
  readonly type: "waiver";
  readonly top: Statement;
  readonly rule: Word;
  /** An element, or an edge as `a -> b`; undefined where the line does not say. */
  readonly target: Value | undefined;
  readonly because: StringValue | undefined;
  readonly until: Value | undefined;
  /** Whether it is told already why the line does not say all that a waiver says. */
  readonly told: boolean;
  readonly span: Span;
}
