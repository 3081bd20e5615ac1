import type { Span } from "../../grammar/text.ts";
import type { Element, Model } from "./model.ts";
import { nodeAt, type Meaning } from "./node.ts";
import type { Place } from "./place.ts";
import { ownRuleNamed } from "./reference.ts";

/** A word that stands for an element, from the start of its file. */
export interface Named {
  readonly span: Span;
  readonly element: Element;
}

/**
 * The element that the word at a place stands for: where it is declared, by its name, its title or its arrow; where it is
 * referred to, by a part of a dotted name; a rule of the project's own where the policy names it. Undefined where the
 * place names nothing.
 */
export function namedAt(model: Model, place: Place): Named | undefined {
  const node = nodeAt(model, place);
  const element = node && elementOf(model, node);
  return element && { span: node.span, element };
}

function elementOf(model: Model, node: Meaning): Element | undefined {
  switch (node.type) {
    case "name":
      return node.element;
    case "reference":
      return node.target;
    case "rule":
      return ownRuleNamed(model, node.rule);
    default:
      return undefined;
  }
}
