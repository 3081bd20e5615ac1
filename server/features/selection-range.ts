import { syntaxOf } from "../../grammar/parse.ts";
import { quotesOf } from "../../grammar/strings.ts";
import { covers, type SourceFile, type Span } from "../../grammar/text.ts";
import type { Block, Condition, Statement, Value } from "../../grammar/tree.ts";
import { wordsIn } from "../model/dotted.ts";

/**
 * Feature: Selection
 *
 * What is selected with each step outward from a place: a part of a dotted name, the name, the value, all values, the line,
 * what stands in the block, the block, the statement, the file. The innermost first; each holds the one before it, and the
 * last is the whole text.
 */
export function selectionRange(file: SourceFile, offset: number): readonly Span[] {
  const { statements, startOf } = syntaxOf(file);
  const top = touching(statements, (one) => startOf.get(one) ?? 0, offset);
  const base = top ? (startOf.get(top) ?? 0) - top.span.start : 0;
  const spans = top ? statementSpans(file.text.slice(base), top, offset - base) : [];
  const placed = spans.map(({ start, end }) => ({ start: start + base, end: end + base }));
  return nested([{ start: 0, end: file.text.length }, ...placed], offset);
}

/** The statement that a place is in, else the one that it touches; undefined where there is none. */
function touching(
  statements: readonly Statement[],
  startOf: (statement: Statement) => number,
  offset: number,
): Statement | undefined {
  const found = statements.filter((one) => {
    const start = startOf(one);
    return covers({ start, end: start + one.span.end - one.span.start }, offset);
  });
  return found.at(-1);
}

/** From the statement inwards; `text` begins where its spans count from. */
function statementSpans(text: string, statement: Statement, at: number): readonly Span[] {
  const { span, head, items, block } = statement;
  const within = (one: Span): boolean => covers(one, at);
  const values = items.map(({ value }) => value);
  const [first] = values;
  const last = values.at(-1);
  const line = { start: span.start, end: Math.max(last?.span.end ?? head.span.end, head.span.end) };
  const list = first && last ? [{ start: first.span.start, end: last.span.end }] : [];
  const value = values.find((one) => within(one.span));
  return [
    span,
    ...[line, head.span, ...list].filter(within),
    ...(value ? valueSpans(text, value, at) : []),
    ...(block && within(block.span) ? blockSpans(text, block, at) : []),
  ];
}

function blockSpans(text: string, block: Block, at: number): readonly Span[] {
  const { span, closed, statements } = block;
  const content = { start: span.start + 1, end: closed ? span.end - 1 : span.end };
  const said = trimmed(text, content);
  const inner = touching(statements, (one) => one.span.start, at);
  return [
    span,
    ...[content, said].filter((one) => covers(one, at)),
    ...(inner ? statementSpans(text, inner, at) : []),
  ];
}

function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

function valueSpans(text: string, value: Value, at: number): readonly Span[] {
  return [value.span, ...insideValue(text, value, at)];
}

function insideValue(text: string, value: Value, at: number): readonly Span[] {
  switch (value.type) {
    case "name":
      return nameParts(text, value.span, at);
    case "path":
      return partsOf(text, value.names, at);
    case "string":
      return insideQuotes(text, value.span, at);
    case "selector": {
      const condition = value.conditions.find(({ span }) => covers(span, at));
      const kind = covers(value.kind.span, at) ? [value.kind.span] : [];
      return [...kind, ...(condition ? conditionSpans(text, condition, at) : [])];
    }
    default:
      return [];
  }
}

function conditionSpans(text: string, { span, key, values }: Condition, at: number): readonly Span[] {
  return [span, ...(covers(key.span, at) ? [key.span] : []), ...partsOf(text, values, at)];
}

function partsOf(text: string, values: readonly Value[], at: number): readonly Span[] {
  const value = values.find(({ span }) => covers(span, at));
  return value ? valueSpans(text, value, at) : [];
}

/** The name up to the part that the place is in, and that part: `catalog.Product`, `Product`. */
function nameParts(text: string, { start, end }: Span, at: number): readonly Span[] {
  const parts = wordsIn(text.slice(start, end)).map((part) => ({
    start: start + part.start,
    end: start + part.end,
  }));
  const part = parts.find((one) => covers(one, at));
  return part ? [{ start, end: part.end }, part] : [];
}

/** What a text says, without its quotes, and the word in it. */
function insideQuotes(text: string, { start, end }: Span, at: number): readonly Span[] {
  const written = text.slice(start, end);
  const { quotes, isClosed } = quotesOf(written);
  const inside = { start: start + quotes, end: isClosed ? end - quotes : end };
  const words = [...text.slice(inside.start, inside.end).matchAll(/[\p{L}\p{M}\p{N}_'’-]+/gu)].map(
    ({ index, 0: word }) => ({ start: inside.start + index, end: inside.start + index + word.length }),
  );
  const word = words.find((one) => covers(one, at));
  return [inside, ...(word ? [word] : [])].filter((one) => covers(one, at));
}

/** Those of the spans that hold the place and lie in each other, from the narrowest to the widest, none twice. */
function nested(outward: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of outward) {
    const around = kept[0];
    // A stretch of nothing selects nothing.
    if (!covers(span, offset) || (around && span.start === span.end)) continue;
    if (!around) kept.unshift(span);
    else if (around.start <= span.start && span.end <= around.end) {
      if (around.start !== span.start || around.end !== span.end) kept.unshift(span);
    }
  }
  return kept;
}
