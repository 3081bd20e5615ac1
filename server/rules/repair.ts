import type { Value } from "../../grammar/tree.ts";
import {
  addFlag,
  addProperty,
  addValue,
  appendStatement,
  removeValue,
  replace,
  type Edit,
} from "../model/edit.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { domainOf, says, targets, textOf, valuesOf } from "../model/query.ts";
import { freeName, referenceTo } from "../model/reference.ts";
import type { Fix } from "./rule.ts";

/** Repairs that several rules offer, and their titles. */

/** More than these nobody reads through in a menu. */
const MOST = 4;

/** One repair for each element that a property could name, the best first: `Add 'serves eat-better'`. */
export function nameOneOf(
  model: Model,
  element: Element,
  property: string,
  candidates: Iterable<Element | undefined>,
): readonly Fix[] {
  const known = [...new Set(candidates)].filter((candidate) => candidate !== undefined);
  return known.slice(0, MOST).map((candidate) => {
    const reference = referenceTo(model, candidate, element);
    return adding(`${property} ${reference}`, [addValue(model, element, property, reference)]);
  });
}

/** One repair for each element that could name another under a property: `Add 'measured-by uptake' to 'growth'`. */
export function nameIn(
  model: Model,
  elements: readonly Element[],
  property: string,
  named: Element,
): readonly Fix[] {
  return elements.slice(0, MOST).map((element) => {
    const reference = referenceTo(model, named, element);
    return addingTo(element, `${property} ${reference}`, [addValue(model, element, property, reference)]);
  });
}

/** A repair that adds a word under a property of an element: `Add 'skills statistics' to 'digital'`. */
export function sayIn(model: Model, element: Element, property: string, word: string): Fix {
  return addingTo(element, `${property} ${word}`, [addValue(model, element, property, word)]);
}

function addingTo({ name }: Element, text: string, edits: readonly Edit[]): Fix {
  return {
    title: { en: `Add '${text}' to '${name}'`, fr: `Ajouter « ${text} » à « ${name} »` },
    edits,
  };
}

/** A repair that writes a property which the element does not say yet. */
export function sayProperty(model: Model, element: Element, line: string): Fix {
  return adding(line, [addProperty(model, element, line)]);
}

/** Whether an element has no text under a property, or an empty one. What is no text at all is found elsewhere. */
export function saysNothing(element: Element, property: string): boolean {
  return !says(element, property) || textOf(element, property)?.trim() === "";
}

/** A repair that writes several properties which the element does not say yet, or says nothing under. */
export function sayProperties(model: Model, element: Element, lines: readonly string[]): Fix {
  return adding(lines.join("; "), addProperties(model, element, lines));
}

/** The edits that add several properties to an element, each where the schema lists it or its empty text stands. */
export function addProperties(model: Model, element: Element, lines: readonly string[]): readonly Edit[] {
  if (lines.length === 0) return [];
  const { block } = element.declaration.statement;
  const order = element.kind.properties.map(({ name }) => name);
  // What the schema does not have, a project's own properties, comes last.
  const rankOf = (line: string): number => order.indexOf(keyOf(line)) + 1 || order.length + 1;
  const ordered = lines.toSorted((a, b) => rankOf(a) - rankOf(b));
  if (!block || block.statements.length === 0) return [addProperty(model, element, ordered.join("\n"))];
  return ordered.map((line) => {
    const property = keyOf(line);
    const [empty] = valuesOf(element, property);
    if (!empty) return addProperty(model, element, line);
    return replace(model, siteIn(element, empty), line.slice(property.length + 1));
  });
}

function keyOf(line: string): string {
  return line.slice(0, line.indexOf(" "));
}

/** A repair that writes another value in the place of one. */
export function sayInstead(model: Model, element: Element, value: Value, text: string): Fix {
  return {
    title: {
      en: `Replace '${value.text}' by '${text}'`,
      fr: `Remplacer « ${value.text} » par « ${text} »`,
    },
    edits: [replace(model, siteIn(element, value), text)],
  };
}

/** A repair that takes a word out of a property; none where it is not in it. */
export function unsay(model: Model, element: Element, property: string, value: Value): readonly Fix[] {
  const edit = removeValue(model, element, property, value);
  const { text } = value;
  const title = { en: `Take '${text}' out of '${property}'`, fr: `Retirer « ${text} » de « ${property} »` };
  return edit ? [{ title, edits: [edit] }] : [];
}

/** A repair that puts a flag behind the element's title. */
export function sayFlag(model: Model, element: Element, flag: string): Fix {
  return adding(flag, [addFlag(model, element, flag)]);
}

function adding(text: string, edits: readonly Edit[]): Fix {
  return { title: { en: `Add '${text}'`, fr: `Ajouter « ${text} »` }, edits };
}

/** A new element, for the author to fill in: how it is declared, given the name that is free for it. */
export interface Draft {
  readonly kind: string;
  readonly wanted: string;
  readonly statement: (name: string) => string;
}

/** A repair that declares a new element and names it under a property, where there is none yet to name. */
export function nameNew(model: Model, element: Element, property: string, draft: Draft): Fix {
  const name = freeName(model, element.path, draft.wanted);
  return {
    title: {
      en: `Declare a ${draft.kind} '${name}', and add '${property} ${name}'`,
      fr: `Déclarer « ${draft.kind} ${name} », et ajouter « ${property} ${name} »`,
    },
    edits: [
      addValue(model, element, property, name),
      appendStatement(model, element.path, draft.statement(name)),
    ],
  };
}

/** The edits that let a tool read what it owned until now. */
export function readInsteadOfOwn(model: Model, tool: Element, value: Value, data: Element): readonly Edit[] {
  const reads = targets(model, tool, "reads").some((read) => read === data || read === domainOf(data));
  const owns = tool.declaration.properties.get("owns");
  if (owns?.values.length === 1 && !says(tool, "reads"))
    return [replace(model, siteIn(tool, owns.key), "reads")];
  const reading = reads ? undefined : addValue(model, tool, "reads", referenceTo(model, data, tool));
  // What is written comes before what is taken out, where both begin at one place.
  return [reading, removeValue(model, tool, "owns", value)].filter((edit) => edit !== undefined);
}
