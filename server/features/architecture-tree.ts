import { once } from "../../grammar/once.ts";
import { kinds, type KindName, type Storey } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, ofKind } from "../model/query.ts";
import { verdictOf } from "../rules/check.ts";

/** A node of the tree, as one asks for what is below it; none for the whole architecture. */
export type TreeAt =
  { readonly storey: Storey; readonly kind?: KindName | undefined } | { readonly element: string };

/** One line of the tree: a storey, a kind in it, or an element. */
export interface TreeNode {
  readonly at: TreeAt;
  readonly element: Element | undefined;
  readonly findings: Counts;
  /** How many elements are below a storey or a kind. */
  readonly size: number;
  readonly hasChildren: boolean;
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
  if (!at) return STOREYS.map((storey) => storeyNode(model, storey)).filter(({ size }) => size > 0);
  if ("element" in at)
    return (model.byName.get(at.element)?.members ?? []).map((one) => elementNode(model, one));
  const { storey, kind } = at;
  if (kind) return ofKind(model, kind).map((element) => elementNode(model, element));
  return kindsOf(storey)
    .map((name) => kindNode(model, storey, name))
    .filter(({ size }) => size > 0);
}

const STOREYS: readonly Storey[] = ["why", "what", "how", "meta"];

/** What stands in something else is shown there. */
function kindsOf(storey: Storey): readonly KindName[] {
  return kinds.filter((kind) => kind.storey === storey && !kind.within).map(({ name }) => name);
}

function storeyNode(model: Model, storey: Storey): TreeNode {
  const elements = kindsOf(storey).flatMap((kind) => ofKind(model, kind));
  return { at: { storey }, element: undefined, ...summed(model, elements), hasChildren: true };
}

function kindNode(model: Model, storey: Storey, kind: KindName): TreeNode {
  return {
    at: { storey, kind },
    element: undefined,
    ...summed(model, ofKind(model, kind)),
    hasChildren: true,
  };
}

function elementNode(model: Model, element: Element): TreeNode {
  const { findings } = summed(model, [element]);
  const { name, members } = element;
  return { at: { element: name }, element, findings, size: members.length, hasChildren: members.length > 0 };
}

function summed(model: Model, elements: readonly Element[]): Pick<TreeNode, "findings" | "size"> {
  const counts = countsOf(model);
  const within = (element: Element): readonly Counts[] => [
    ...(counts.get(element) ?? []),
    ...element.members.flatMap(within),
  ];
  const all = elements.flatMap(within);
  const sum = (severity: keyof Counts) => all.reduce((total, one) => total + one[severity], 0);
  return {
    findings: { error: sum("error"), warning: sum("warning"), info: sum("info") },
    size: elements.length,
  };
}

const countsOf = once((model: Model): ReadonlyMap<Element, readonly Counts[]> => {
  const counts = new Map<Element, Counts[]>();
  for (const finding of verdictOf(model.project).findings) {
    const element = elementOf(model, finding);
    if (!element) continue;
    const one = { error: 0, warning: 0, info: 0, [finding.severity]: 1 };
    const known = counts.get(element);
    if (known) known.push(one);
    else counts.set(element, [one]);
  }
  return counts;
});
