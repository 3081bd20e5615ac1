import type { Site } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import { attributeTypes, kindOf, propertyOf, type Property } from "../../grammar/schema.ts";
import type { NameValue, PathValue, SelectorValue, Statement, Value } from "../../grammar/tree.ts";
import { wordsIn } from "./dotted.ts";
import { fileAt, locate } from "./edit.ts";
import type { Element, Model } from "./model.ts";
import { ofKind } from "./query.ts";
import { referentOf, type Written } from "./reference.ts";

/** A place where an element is named. */
export interface Mention {
  /** The part of a dotted name that stands for the element; of an edge the whole `pim -> webshop`. */
  readonly site: Site;
  readonly use: Use;
  /** Who names it: the element itself where it is declared; undefined in a policy. */
  readonly from: Element | undefined;
}

/** Whether a mention brings an element into being, says that its data is changed, or only names it. */
export type Use = "declaration" | "write" | "read";

/** The properties that say who changes data. */
const WRITING: ReadonlySet<string> = new Set(["owns", "writes"]);

/**
 * Every place of a project where an element is named, declarations first, each in the order of files and text. Elements
 * that share a name are one, as for a reference; edges also have to be alike in kind and title.
 */
export function mentionsOf(model: Model, element: Element): readonly Mention[] {
  const twins = twinsOf(model, element);
  const references = twins.flatMap((twin) => referencesIn(model, twin, 0));
  const named = element.kind.name === "rule" ? ruleMentions(model, element.id) : [];
  return [...twins.map(declarationOf), ...inOrder(model, [...references, ...named])];
}

/** The elements that are declared under the same name, this one included. */
function twinsOf(model: Model, element: Element): readonly Element[] {
  const { name, kind, title, declaration } = element;
  if (!declaration.ends) return model.elements.filter((other) => other.name === name);
  return ofKind(model, kind.name).filter((other) => other.name === name && other.title === title);
}

function declarationOf(element: Element): Mention {
  return { site: nameSite(element), use: "declaration", from: element };
}

/** Where the name of an element stands in its declaration; of an edge, all of `pim -> webshop`. */
export function nameSite({ path, declaration }: Element): Site {
  const { top, id, ends, statement } = declaration;
  const span = ends ? { start: ends[0].span.start, end: ends[1].span.end } : (id ?? statement.head).span;
  return { path, top, span };
}

/** The references to an element, and those to what stands in it, which name it on the way. `up` is how far it is above. */
function referencesIn(model: Model, element: Element, up: number): readonly Mention[] {
  const own = referencesTo(model).get(element) ?? [];
  const mentions = own.flatMap((reference) => mentionIn(model, reference, up) ?? []);
  return [...mentions, ...element.members.flatMap((member) => referencesIn(model, member, up + 1))];
}

/** The part of a reference that stands for what is so many steps above its target; undefined where none does. */
function mentionIn(model: Model, { value, key, ...at }: Reference, up: number): Mention | undefined {
  const use = WRITING.has(key) ? "write" : "read";
  if (value.type === "path") return { site: { ...at, span: value.span }, use, from: at.from };
  const { start, end } = locate(model, { ...at, span: value.span });
  const written = fileAt(model, at.path)?.text.slice(start, end) ?? "";
  const part = wordsIn(written).at(-1 - up);
  if (!part) return undefined;
  const span = { start: value.span.start + part.start, end: value.span.start + part.end };
  return { site: { path: at.path, top: at.top, span }, use: up > 0 ? "read" : use, from: at.from };
}

/** A name as it is written in a property, in a condition, as an end of an edge or in a policy. */
export interface Reference extends Written {
  /** What it is written under: the name of a property, of a kind of edge, or `allow`. */
  readonly key: string;
  readonly top: Statement;
}

/** The references of a project: those of elements in their order, then those of policies. */
export const referencesOf: (model: Model) => readonly Reference[] = once((model) => {
  const all = new Map<Value, Reference>();
  // The edges of `a -> b -> c` share the end in the middle and all that they carry: what is written once is one.
  const add = (one: Reference) => all.has(one.value) || all.set(one.value, one);
  for (const element of model.elements) referencesBy(element).forEach(add);
  waivers(model).forEach(add);
  return [...all.values()];
});

/** The references of a project by what they name. */
const referencesTo = once((model: Model): ReadonlyMap<Element, readonly Reference[]> => {
  const known = referencesOf(model).flatMap((reference) => {
    const target = referentOf(model, reference);
    return target ? [{ reference, target }] : [];
  });
  const groups = grouped(known, ({ target }) => target);
  return new Map([...groups].map(([target, found]) => [target, found.map(({ reference }) => reference)]));
});

/** All that an element names: at its ends and in its properties. */
export function referencesBy(element: Element): readonly Reference[] {
  const { path, declaration, kind } = element;
  const { top, ends, properties } = declaration;
  const names = (ends ?? []).map((value) => ({ value, key: kind.name, path, top, from: element }));
  const said = properties.values().flatMap(({ property, values }) =>
    values.flatMap((value) => {
      const referred = namesIn(property, value);
      return referred.map((name) => ({ value: name, key: property.name, path, top, from: element }));
    }),
  );
  return [...names, ...said];
}

/** All that a value of a property names: an element, an edge and its ends, what the conditions of a selector ask for. */
function namesIn({ value: type }: Property, value: Value): readonly (NameValue | PathValue)[] {
  if (value.type === "selector") return namesInSelector(value);
  if (type.type === "attribute-type")
    return value.type === "name" && !attributeTypes.includes(value.text) ? [value] : [];
  return type.type === "ref" ? pathAndNames(value) : [];
}

function namesInSelector({ kind: word, conditions }: SelectorValue): readonly (NameValue | PathValue)[] {
  const kind = kindOf(word.text);
  return conditions.flatMap(({ key, values }) => {
    const property = kind && propertyOf(kind, key.text);
    return property ? values.flatMap((value) => namesIn(property, value)) : [];
  });
}

function pathAndNames(value: Value): readonly (NameValue | PathValue)[] {
  if (value.type === "name") return [value];
  return value.type === "path" ? [value, ...value.names] : [];
}

/** All that the exceptions of a project name. */
export function waivers(model: Model): readonly Reference[] {
  return model.policy.flatMap(({ line, path }) => {
    const target = line.type === "waiver" ? line.target : undefined;
    const names = target ? pathAndNames(target) : [];
    return names.map((value) => ({ value, key: "allow", path, top: line.top, from: undefined }));
  });
}

/** A policy names the project's own rules by their ids, whatever their namespace. */
function ruleMentions(model: Model, id: string): readonly Mention[] {
  return model.policy
    .filter(({ line }) => line.rule.text === id)
    .map(({ line, path }) => ({
      site: { path, top: line.top, span: line.rule.span },
      use: "read",
      from: undefined,
    }));
}

function inOrder(model: Model, mentions: readonly Mention[]): readonly Mention[] {
  const located = mentions.map((mention) => ({ mention, start: locate(model, mention.site).start }));
  const sorted = located.toSorted(
    (a, b) => compare(a.mention.site.path, b.mention.site.path) || a.start - b.start,
  );
  return sorted.map(({ mention }) => mention);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
