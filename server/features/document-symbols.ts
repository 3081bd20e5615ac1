import { storeys, type KindName } from "../../grammar/schema.ts";
import type { Span } from "../../grammar/text.ts";
import type { Element, Model } from "../model/model.ts";
import { declared } from "./definition.ts";

/** One line of a file's outline. */
export interface OutlineSymbol {
  readonly kind: KindName;
  readonly name: string;
  /** The title, or what an attribute holds; empty where there is none. */
  readonly detail: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/**
 * Feature: Outline
 *
 * What a file declares, storey by storey and within each in the order of the file: entities in their domains, attributes
 * in their entities. Editors that show a list show it so; those that sort by themselves have a symbol for each kind.
 */
export function documentSymbols(model: Model, path: string): readonly OutlineSymbol[] {
  const tops = model.elements.filter((element) => element.path === path && !element.parent);
  const rank = ({ kind }: Element): number => storeys.indexOf(kind.storey);
  return tops.toSorted((a, b) => rank(a) - rank(b)).map((element) => symbolOf(model, element));
}

function symbolOf(model: Model, element: Element): OutlineSymbol {
  const { kind, id, title, members, declaration } = element;
  const { name: nameSpan, whole: span } = declared(model, element);
  const type = declaration.properties.get("type")?.values[0]?.text;
  const children = members.map((member) => symbolOf(model, member));
  return { kind: kind.name, name: id, detail: title ?? type ?? "", span, nameSpan, children };
}
