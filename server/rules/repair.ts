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
import { domainOf, says, targets } from "../model/query.ts";
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

/** A repair that writes a property which the element does not say yet. */
export function sayProperty(model: Model, element: Element, line: string): Fix {
  return adding(line, [addProperty(model, element, line)]);
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
  return [removeValue(model, tool, "owns", value), reading].filter((edit) => edit !== undefined);
}
