import type { Span } from "../../grammar/text.ts";
import type { Model } from "../model/model.ts";
import { nodeAt, type Meaning } from "../model/node.ts";
import type { Place } from "../model/place.ts";
import { ownRuleNamed } from "../model/reference.ts";
import { elementCard } from "./hover-element.ts";
import { flagCard, kindCard, policyWordCard, propertyCard, ruleCard, wordCard } from "./hover-schema.ts";

/** What to show about a word: which word, and Markdown. */
export interface Hover {
  readonly span: Span;
  readonly text: string;
}

/**
 * Feature: Hover
 *
 * Shows what a name stands for: its kind and storey, what it is there for up to the mission, who answers for it, who has
 * to do with it and what is found about it; and what a word of the language means. Undefined where there is nothing to say.
 */
export function hover(model: Model, at: Place): Hover | undefined {
  const node = nodeAt(model, at);
  const text = node && meaning(model, node);
  return node && text !== undefined ? { span: node.span, text } : undefined;
}

function meaning(model: Model, node: Meaning): string | undefined {
  const { locale } = model.project.settings;
  switch (node.type) {
    case "name":
      return elementCard(model, node.element);
    case "reference":
      return node.target && elementCard(model, node.target);
    case "kind":
      return kindCard(node.kind, locale);
    case "property":
      return propertyCard(node.property, node.kind, locale);
    case "flag":
      return flagCard(node.flag, node.kind);
    case "word":
      return wordCard(node.word, node.property, locale);
    case "policy-word":
      return policyWordCard(node.word);
    case "rule": {
      const own = ownRuleNamed(model, node.rule);
      return ruleCard(node.rule, locale) ?? (own && elementCard(model, own));
    }
  }
}
