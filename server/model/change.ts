import type { Span } from "../../grammar/text.ts";
import type { Statement, Value, Word } from "../../grammar/tree.ts";
import type { Element } from "./model.ts";

/** How elements that kept their names and places differ from what they were. */
export interface Change {
  /**
   * What is said otherwise: `title`, names of properties, and `findings` where the language itself finds something else.
   * Undefined where it may be anything.
   */
  readonly facts: ReadonlySet<string> | undefined;
  /** The statements, as they were, with what they are now. */
  readonly tops: ReadonlyMap<Statement, Statement>;
  /** Where words that are still there stood and stand, by the spans that they had. */
  readonly spans: ReadonlyMap<Span, Span>;
}

/**
 * Compares elements as they were with what they are now, in what they say and in where they say it. `isFoundAnew` tells
 * whether the language finds something else.
 */
export function changeBetween(
  pairs: readonly { readonly was: Element; readonly now: Element }[],
  isFoundAnew: boolean,
): Change {
  const facts = new Set<string>(isFoundAnew ? ["findings"] : []);
  const tops = new Map<Statement, Statement>();
  const spans = new Map<Span, Span>();
  let anything = false;
  for (const { was, now } of pairs) {
    // A rule of the project's own is no fact but a question.
    if (was.kind.name === "rule" || !isAlike(was.declaration.flags, now.declaration.flags)) anything = true;
    if (was.title !== now.title) facts.add("title");
    for (const name of changedProperties(was, now)) facts.add(name);
    tops.set(was.declaration.top, now.declaration.top);
    moved(was, now, spans);
  }
  return { facts: anything ? undefined : facts, tops, spans };
}

function changedProperties({ declaration: was }: Element, { declaration: now }: Element): readonly string[] {
  const names = [...was.properties.values(), ...now.properties.values()].map(({ property }) => property.name);
  return names.filter((name) => {
    const [before, after] = [was.properties.get(name), now.properties.get(name)];
    return !before || !after || !isAlike(before.values, after.values);
  });
}

function isAlike(before: readonly (Value | Word)[], after: readonly (Value | Word)[]): boolean {
  return before.length === after.length && before.every((value, index) => says(value) === says(after[index]));
}

function says(value: Value | Word | undefined): string {
  return value === undefined ? "" : "type" in value ? `${value.type} ${value.text}` : value.text;
}

/** Notes where the words of an element went. */
function moved({ declaration: was }: Element, { declaration: now }: Element, spans: Map<Span, Span>): void {
  const note = (
    before: { readonly span: Span } | undefined,
    after: { readonly span: Span } | undefined,
  ): void => {
    if (before && after) spans.set(before.span, after.span);
  };
  note(was.statement, now.statement);
  note(was.statement.head, now.statement.head);
  note(was.id, now.id);
  note(was.title, now.title);
  for (const [index, end] of (was.ends ?? []).entries()) note(end, now.ends?.[index]);
  for (const [index, flag] of was.flags.entries()) note(flag, now.flags[index]);
  for (const before of was.properties.values()) {
    const after = now.properties.get(before.property.name);
    note(before, after);
    note(before.key, after?.key);
    if (!after || !isAlike(before.values, after.values)) continue;
    for (const [index, value] of before.values.entries()) note(value, after.values[index]);
  }
}
