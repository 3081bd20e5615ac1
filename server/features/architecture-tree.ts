import { once } from "../../grammar/once.ts";
import { kinds, storeys, type KindName, type Storey } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, ofKind } from "../model/query.ts";
import { verdictOf } from "../rules/check.ts";

/** A node of the tree, as one asks for what is below it; none for the whole architecture. */
export type TreeAt = TreeNode["at"];

/** One line of the tree: an element, or a storey or a kind in it. */
export type TreeNode = (ElementNode | GroupNode) & {
  readonly findings: Counts;
  /** How many elements are right below. */
  readonly size: number;
};

interface ElementNode {
  /** The qualified name, and which one where several bear it: `pim -> webshop #2`. */
  readonly at: { readonly element: string };
  readonly element: Element;
}

interface GroupNode {
  readonly at: { readonly storey: Storey; readonly kind?: KindName | undefined };
  readonly element: undefined;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/**
 * Feature: Architecture tree
 *
 * The storeys of an architecture, the kinds in each, their elements and what stands in these, each with how much is found
 * about it and all below it. Only what there is; none below an element that is gone.
 */
export function architectureTree(model: Model, at?: TreeAt): readonly TreeNode[] {
  if (!at) return storeys.map((storey) => storeyNode(model, storey)).filter(({ size }) => size > 0);
  if ("element" in at) return membersAt(model, at.element).map((one) => elementNode(model, one));
  const { storey, kind } = at;
  if (kind) return ofKind(model, kind).map((element) => elementNode(model, element));
  return kindsOf(storey)
    .map((name) => kindNode(model, storey, name))
    .filter(({ size }) => size > 0);
}

/** The nodes from a storey down to an element; none where the tree has it not, since it stands where it may not. */
export function treePath(model: Model, element: Element): readonly TreeNode[] {
  if (element.parent) return [...treePath(model, element.parent), elementNode(model, element)];
  const { storey, name, within } = element.kind;
  if (within) return [];
  return [storeyNode(model, storey), kindNode(model, storey, name), elementNode(model, element)];
}

/** What stands in something else is shown there. */
function kindsOf(storey: Storey): readonly KindName[] {
  return kinds.filter((kind) => kind.storey === storey && !kind.within).map(({ name }) => name);
}

function storeyNode(model: Model, storey: Storey): TreeNode {
  const elements = kindsOf(storey).flatMap((kind) => ofKind(model, kind));
  return { at: { storey }, element: undefined, findings: sum(model, elements), size: elements.length };
}

function kindNode(model: Model, storey: Storey, kind: KindName): TreeNode {
  const elements = ofKind(model, kind);
  return { at: { storey, kind }, element: undefined, findings: sum(model, elements), size: elements.length };
}

function elementNode(model: Model, element: Element): TreeNode {
  const key = namesOf(model).keys.get(element) ?? element.name;
  return { at: { element: key }, element, findings: sum(model, [element]), size: element.members.length };
}

function membersAt(model: Model, key: string): readonly Element[] {
  return namesOf(model).elements.get(key)?.members ?? [];
}

function sum(model: Model, elements: readonly Element[]): Counts {
  const counts = countsOf(model);
  return elements.reduce((all, element) => added(all, counts.get(element) ?? NONE), NONE);
}

function added(one: Counts, other: Counts): Counts {
  if (other === NONE) return one;
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    info: one.info + other.info,
  };
}

const NONE: Counts = { error: 0, warning: 0, info: 0 };

/** What is found about each element and all that stands in it; an element about which nothing is has no entry. */
const countsOf = once((model: Model): ReadonlyMap<Element, Counts> => {
  const counts = new Map<Element, Counts>();
  for (const finding of verdictOf(model.project).findings) {
    const one = { ...NONE, [finding.severity]: 1 };
    for (let at = elementOf(model, finding); at; at = at.parent)
      counts.set(at, added(counts.get(at) ?? NONE, one));
  }
  return counts;
});

interface Names {
  readonly keys: ReadonlyMap<Element, string>;
  readonly elements: ReadonlyMap<string, Element>;
}

/** Several may bear one name: edges with the same ends, and what is declared twice by mistake. */
const namesOf = once((model: Model): Names => {
  const elements = new Map<string, Element>();
  const keys = new Map<Element, string>();
  const times = new Map<string, number>();
  for (const element of model.elements) {
    const { name } = element;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const key = time === 1 ? name : `${name} #${time}`;
    elements.set(key, element);
    keys.set(element, key);
  }
  return { keys, elements };
});
