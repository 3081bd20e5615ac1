import {
  attributeTypes,
  kindOf,
  propertyOf,
  type Flag,
  type Kind,
  type KindName,
  type Property,
} from "../../grammar/schema.ts";
import { covers, type Span } from "../../grammar/text.ts";
import type { Condition, NameValue, PathValue, SelectorValue, Value, Word } from "../../grammar/tree.ts";
import type { Entry, PolicyLine } from "./declaration.ts";
import { wordsIn } from "./dotted.ts";
import type { Element, Model } from "./model.ts";
import { elementsOf, inFile, topAt, type Place, type Top } from "./place.ts";
import { selectorOf } from "./read-property.ts";
import { referentOf } from "./reference.ts";

/** A word of the text together with what it is: what hover explains, and what a definition is asked for. */
export type Node = { readonly span: Span } & Meaning;

export type Meaning =
  | { readonly type: "kind"; readonly kind: Kind }
  /** The name or title of an element, where it is declared. */
  | { readonly type: "name"; readonly element: Element }
  | { readonly type: "flag"; readonly flag: Flag; readonly kind: Kind }
  | { readonly type: "property"; readonly property: Property; readonly kind: Kind }
  /** One of the words that the schema lets a property say. */
  | { readonly type: "word"; readonly word: string; readonly property: Property }
  | Reference
  /** A rule by its name, and a word of the policy (`allow`, `error`). */
  | { readonly type: "rule"; readonly rule: string }
  | { readonly type: "policy-word"; readonly word: string };

/** A name that stands for an element, or one part of a dotted name. */
export interface Reference {
  readonly type: "reference";
  readonly value: NameValue | PathValue;
  /** What it names; undefined where it names nothing. */
  readonly target: Element | undefined;
  /** The kinds that fit there; none where any does. */
  readonly expected: readonly KindName[];
  /** The element that names it; undefined in a policy. */
  readonly from: Element | undefined;
}

/** What the word at a place is; undefined where there is none, or none that means anything. */
export function nodeAt(model: Model, place: Place): Node | undefined {
  const top = topAt(model, place);
  if (!top) return undefined;
  const at = place.offset - top.start;
  const found = partsOf(model, top, at).filter(({ span }) => covers(span, at));
  // A cursor between two words belongs to the one behind it, as a mouse pointer does; among nested ones to the narrowest.
  const behind = found.filter(({ span }) => at < span.end);
  const [node] = (behind.length > 0 ? behind : found).toSorted((a, b) => widthOf(a.span) - widthOf(b.span));
  return node && { ...node, span: inFile(top, node.span) };
}

function widthOf({ start, end }: Span): number {
  return end - start;
}

/** The words of a top-level statement at an offset in it, with spans that count from it. */
function partsOf(model: Model, top: Top, at: number): readonly Node[] {
  const elements = elementsOf(model, top).filter(({ declaration }) => covers(declaration.statement.span, at));
  const lines = model.policy.filter(({ line }) => line.top === top.statement && covers(line.span, at));
  return [
    ...elements.flatMap((element) => elementParts(model, top, element)),
    ...lines.flatMap(({ line }) => policyParts(model, top, line)),
  ];
}

function elementParts(model: Model, top: Top, element: Element): readonly Node[] {
  const { kind, declaration } = element;
  const { statement, id, ends, title, flags, properties } = declaration;
  const named = [id, title].flatMap((word): Node[] =>
    word ? [{ type: "name", element, span: word.span }] : [],
  );
  const arrow = ends && arrowIn(top, { start: ends[0].span.end, end: ends[1].span.start });
  const isWritten = kind.name !== "attribute";
  return [
    ...(isWritten ? [{ type: "kind", kind, span: statement.head.span } as const] : []),
    ...named,
    ...(arrow ? [{ type: "name", element, span: arrow } as const] : []),
    ...flags.flatMap((word) => flagPart(kind, word)),
    ...(ends ?? []).flatMap((value) => referenceParts(model, top, value, kind.ends ?? [], element)),
    ...[...properties.values()].flatMap((entry) => entryParts(model, top, element, entry)),
  ];
}

function flagPart(kind: Kind, { text, span }: Word): readonly Node[] {
  const flag = kind.flags.find(({ name }) => name === text);
  return flag ? [{ type: "flag", flag, kind, span }] : [];
}

function entryParts(model: Model, top: Top, element: Element, entry: Entry): readonly Node[] {
  const { property, key, values } = entry;
  const { kind } = element;
  const isKey = key.text === property.name;
  const parts = values.flatMap((value) => valueParts(model, top, element, property, value));
  return isKey ? [{ type: "property", property, kind, span: key.span }, ...parts] : parts;
}

function valueParts(
  model: Model,
  top: Top,
  element: Element,
  property: Property,
  value: Value,
): readonly Node[] {
  const { type } = property.value;
  if (type === "selector" || (type === "clause" && value.type === "selector")) {
    return selectorParts(model, top, element, selectorOf(value));
  }
  if (value.type !== "name" && value.type !== "path") return [];
  if (property.value.type === "ref") return referenceParts(model, top, value, property.value.kinds, element);
  if (type === "clause") return clauseWord(value);
  if (type === "attribute-type" && !attributeTypes.includes(value.text)) {
    return referenceParts(model, top, value, ["entity"], element);
  }
  return [{ type: "word", word: value.text, property, span: value.span }];
}

/** A word of `forbid tool owns entity`: a kind, or the property that joins two. */
function clauseWord({ text, span }: Word): readonly Node[] {
  const kind = kindOf(text);
  if (kind) return [{ type: "kind", kind, span }];
  const owner = ["tool", "goal", "kpi", "team", "chain", "domain"]
    .map(kindOf)
    .find((kind) => kind && propertyOf(kind, text));
  const property = owner && propertyOf(owner, text);
  return owner && property ? [{ type: "property", property, kind: owner, span }] : [];
}

function selectorParts(
  model: Model,
  top: Top,
  element: Element,
  selector: SelectorValue | undefined,
): readonly Node[] {
  const kind = selector && kindOf(selector.kind.text);
  if (!selector || !kind) return [];
  const conditions = selector.conditions.flatMap((condition) =>
    conditionParts(model, top, element, kind, condition),
  );
  return [{ type: "kind", kind, span: selector.kind.span }, ...conditions];
}

function conditionParts(
  model: Model,
  top: Top,
  element: Element,
  kind: Kind,
  { key, operator, values }: Condition,
): readonly Node[] {
  if (!operator) return flagPart(kind, key);
  const property = propertyOf(kind, key.text);
  if (!property) return [];
  const parts = values.flatMap((value) => valueParts(model, top, element, property, value));
  return [{ type: "property", property, kind, span: key.span }, ...parts];
}

function policyParts(model: Model, top: Top, line: PolicyLine): readonly Node[] {
  const head = line.type === "severity" ? line.severity : { text: "allow", span: headOf(line.span) };
  const target = line.type === "waiver" ? line.target : undefined;
  const isName = target?.type === "name" || target?.type === "path";
  return [
    { type: "policy-word", word: head.text, span: head.span },
    { type: "rule", rule: line.rule.text, span: line.rule.span },
    ...(isName ? referenceParts(model, top, target, [], undefined) : []),
  ];
}

function headOf({ start }: Span): Span {
  return { start, end: start + "allow".length };
}

/** A reference, once for each part of its dotted name: `catalog.Product` names a domain and an entity. */
function referenceParts(
  model: Model,
  top: Top,
  value: NameValue | PathValue,
  expected: readonly KindName[],
  from: Element | undefined,
): readonly Node[] {
  if (value.type === "path") return pathParts(model, top, value, from);
  let target = referentOf(model, { value, from, path: top.file.path });
  const whole: Reference = { type: "reference", value, target, expected, from };
  const parts: Node[] = [];
  const { start, end } = inFile(top, value.span);
  for (const word of wordsIn(top.file.text.slice(start, end)).toReversed()) {
    const span = { start: value.span.start + word.start, end: value.span.start + word.end };
    parts.push({ ...whole, target, span });
    target = target?.parent;
  }
  return parts;
}

/** An edge by its ends: each names what it is, and the arrow between them the edge. */
function pathParts(model: Model, top: Top, value: PathValue, from: Element | undefined): readonly Node[] {
  const [start, end] = value.names;
  const names = value.names.flatMap((name) => referenceParts(model, top, name, [], from));
  if (!start || !end) return names;
  const span = arrowIn(top, { start: start.span.end, end: end.span.start });
  const target = model.targets.get(value);
  return [...names, { type: "reference", value, target, expected: [], from, span }];
}

/** The `->` in what stands between two ends. */
function arrowIn(top: Top, between: Span): Span {
  const { start, end } = inFile(top, between);
  const at = between.start + Math.max(0, top.file.text.slice(start, end).indexOf("->"));
  return { start: at, end: at + 2 };
}
