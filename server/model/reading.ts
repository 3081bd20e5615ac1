import {
  languageFinding,
  type Finding,
  type Mend,
  type Message,
  type Related,
} from "../../grammar/finding.ts";
import type { Span } from "../../grammar/text.ts";
import type { Statement } from "../../grammar/tree.ts";
import type { Declaration, PolicyLine } from "./declaration.ts";

/** What is wrong with a statement, before it is known which file the statement stands in. */
export interface Flaw {
  readonly rule: string;
  readonly message: Message;
  readonly span: Span;
  /** The name within its file (`catalog.Product`) of the element that it is about. */
  readonly element: string | undefined;
  readonly suggestion: string | undefined;
  readonly mends: readonly Mend[];
  readonly related: readonly { readonly message: Message; readonly span: Span }[];
}

/** What reading one top-level statement yields. */
export interface Reading {
  readonly top: Statement;
  readonly declarations: readonly Declaration[];
  readonly policy: readonly PolicyLine[];
  readonly flaws: readonly Flaw[];
  /** Names that a statement of an unknown kind, or in the wrong place, would have declared. */
  readonly ghosts: readonly string[];
}

/** What is collected while one top-level statement is read. */
export class Notes {
  readonly flaws: Flaw[] = [];
  readonly ghosts: string[] = [];
  /** Properties that somebody tried to say, each behind its element. What is told of them is not told as missing too. */
  private readonly tried = new Set<string>();

  constructor(readonly top: Statement) {}

  tries(element: string, property: string): void {
    this.tried.add(`${element} ${property}`);
  }

  hasTried(element: string, property: string): boolean {
    return this.tried.has(`${element} ${property}`);
  }

  add(rule: string, span: Span, message: Message, more: Partial<Flaw> = {}): void {
    const { element, suggestion, mends = [], related = [] } = more;
    this.flaws.push({ rule, span, message, element, suggestion, mends, related });
  }
}

/** A flaw as a finding in a file; `prefix` is the file's namespace, with its dot. */
export function findingOf(flaw: Flaw, path: string, top: Statement, prefix: string): Finding {
  const related: Related[] = flaw.related.map(({ message, span }) => ({
    message,
    site: { path, top, span },
  }));
  const element = flaw.element === undefined ? undefined : prefix + flaw.element;
  const severity = flaw.rule === "contradictory-quality" ? "warning" : "error";
  const { suggestion, mends, span, message, rule } = flaw;
  const more = { severity, element, related, suggestion, mends } as const;
  return languageFinding(rule, { path, top, span }, message, more);
}
