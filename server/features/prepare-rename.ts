import type { Message } from "../../grammar/finding.ts";
import { covers, type Span } from "../../grammar/text.ts";
import { wordsIn } from "../model/dotted.ts";
import { locate } from "../model/edit.ts";
import { nameSite } from "../model/mentions.ts";
import type { Element, Model } from "../model/model.ts";
import { nodeAt, type Reference } from "../model/node.ts";
import { inFile, topAt, type Place, type Top } from "../model/place.ts";
import { namespaceOf, ownRuleNamed, referentOf } from "../model/reference.ts";
import { renameWords as say } from "./rename-words.ts";

/** What is to be renamed, and where the word stands that it was asked by; or why nothing can be. */
export type Renameable =
  { readonly span: Span; readonly name: string; readonly subject: Subject } | { readonly refused: Message };

/** An element, or a namespace by its parts: `retail.fr` is `["retail", "fr"]`. */
export type Subject =
  | { readonly type: "element"; readonly element: Element }
  | { readonly type: "namespace"; readonly parts: readonly string[] };

/**
 * Feature: What can be renamed
 *
 * The name at the cursor before it is renamed, be it where an element is declared or where it is named, by the part of a
 * dotted name that stands for it. Where there is none, the reason: words of the language, titles, flows, rules of ours.
 */
export function prepareRename(model: Model, place: Place): Renameable {
  const top = topAt(model, place);
  if (top?.statement.head.text === "namespace") return inNamespace(model, top, place);
  const node = nodeAt(model, place);
  if (!node) return { refused: say.nothingHere() };
  switch (node.type) {
    case "name":
      return declared(model, node.element, node.span);
    case "reference":
      return referred(model, node, place);
    case "rule": {
      const own = ownRuleNamed(model, node.rule);
      return own ? named(own, node.span) : { refused: say.ourRule(node.rule) };
    }
    case "word": {
      const isFree = node.property.value.type === "word" || node.property.value.type === "any";
      return { refused: isFree ? say.freeWord(node.word, node.property.name) : say.word(node.word) };
    }
    case "kind":
      return { refused: say.word(node.kind.name) };
    case "flag":
      return { refused: say.word(node.flag.name) };
    case "property":
      return { refused: say.word(node.property.name) };
    case "policy-word":
      return { refused: say.word(node.word) };
  }
}

function named(element: Element, span: Span): Renameable {
  return { span, name: element.id, subject: { type: "element", element } };
}

/** Where an element is declared: by its name, and not by its title or its arrow. */
function declared(model: Model, element: Element, span: Span): Renameable {
  if (element.declaration.ends) return { refused: say.edge(element.kind.name) };
  if (!element.declaration.id) return { refused: say.nothingHere() };
  const { start } = locate(model, nameSite(element));
  return start === span.start ? named(element, span) : { refused: say.title(element.id) };
}

function referred(model: Model, node: Reference & { readonly span: Span }, place: Place): Renameable {
  const { target, value } = node;
  if (target?.declaration.ends) return { refused: say.edge(target.kind.name) };
  if (target) return named(target, node.span);
  const parts = namespaceAt(model, node, place);
  const name = parts?.at(-1);
  if (!parts || name === undefined) return { refused: say.unknown(value.text) };
  return { span: node.span, name, subject: { type: "namespace", parts } };
}

/** The namespace that a part of a dotted name stands for, before those that stand for elements. */
function namespaceAt(model: Model, { value, from }: Reference, place: Place): readonly string[] | undefined {
  const top = topAt(model, place);
  const target = top && referentOf(model, { value, from, path: place.path });
  if (!top || !target) return undefined;
  const parts = namespaceParts(model, target);
  const { start, end } = inFile(top, value.span);
  const words = wordsIn(top.file.text.slice(start, end));
  const index = words.findIndex((word) => covers(word, place.offset - start));
  const last = index + parts.length + depthOf(target) - words.length;
  return index >= 0 && last >= 0 && last < parts.length ? parts.slice(0, last + 1) : undefined;
}

/** The parts of the namespace that an element stands in. */
export function namespaceParts(model: Model, { path }: Element): readonly string[] {
  return namespaceOf(model, path).split(".").slice(0, -1);
}

/** How many parts of a name stand for elements: an entity has its own and its domain's. */
export function depthOf({ parent }: Element): number {
  return parent ? depthOf(parent) + 1 : 1;
}

/** A part of the name in `namespace retail.fr`. */
function inNamespace(model: Model, top: Top, place: Place): Renameable {
  const value = top.statement.items[0]?.value;
  const known = namespaceOf(model, place.path).split(".").slice(0, -1);
  const { start, end } = value ? inFile(top, value.span) : { start: 0, end: 0 };
  const words = value?.type === "name" ? wordsIn(top.file.text.slice(start, end)) : [];
  const index = words.findIndex((word) => covers(word, place.offset - start));
  const word = words[index];
  const name = known[index];
  if (!word || name === undefined || words.length !== known.length) {
    const isHead = place.offset <= inFile(top, top.statement.head.span).end;
    return { refused: isHead ? say.word("namespace") : say.nothingHere() };
  }
  const span = { start: start + word.start, end: start + word.end };
  return { span, name, subject: { type: "namespace", parts: known.slice(0, index + 1) } };
}
