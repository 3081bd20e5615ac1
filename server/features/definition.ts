import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { nameSite } from "../model/mentions.ts";
import { namedAt } from "../model/named.ts";
import type { Place } from "../model/place.ts";

/** Where something is declared: its name, and all of its text. */
export interface Declared {
  readonly path: string;
  readonly name: Span;
  readonly whole: Span;
}

/** What a place refers to: the words that were asked about, and where their meaning is declared. */
export interface Definition {
  readonly span: Span;
  readonly to: Declared;
}

/**
 * Feature: Go to definition
 *
 * From a reference, from each part of a dotted one, from the ends of a flow, from an exception in the policy and from
 * the name of one's own rule to where it is declared. Undefined where the place refers to nothing.
 */
export function definition(model: Model, at: Place): Definition | undefined {
  const named = namedAt(model, at);
  return named && { span: named.span, to: declared(model, named.element) };
}

/** Where an element is declared. */
export function declared(model: Model, element: Element): Declared {
  const { path, declaration } = element;
  return {
    path,
    name: locate(model, nameSite(element)),
    whole: locate(model, siteIn(element, declaration.statement)),
  };
}
