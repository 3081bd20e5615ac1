import { attributeTypes, type ValueType } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { datesFor, durationsFor, moneyFor } from "./complete-quantities.ts";
import { references, type Written } from "./complete-references.ts";
import { countriesFor, wordsFor } from "./complete-words.ts";
import { item, type Completion } from "./completion.ts";

/** What fits a type of value, whatever stands before it. */
export function ofType(model: Model, name: string, type: ValueType, written: Written): readonly Completion[] {
  const { typed, taken } = written;
  const { locale } = model.project.settings;
  switch (type.type) {
    case "ref":
      return references(model, type.kinds, written);
    case "choice":
      return type.words.filter((word) => !taken.has(word)).map((word, rank) => item(word, "word", { rank }));
    case "word":
    case "any":
      return wordsFor(model, name, written);
    case "country":
      return countriesFor(model, written);
    case "date":
      return datesFor(model, name);
    case "duration":
      return durationsFor(locale, { name, value: type, count: "one", doc: "" }, [], typed);
    case "money":
      return moneyFor(model, [], typed);
    case "attribute-type":
      return attributeType(model, written, undefined);
    default:
      return [];
  }
}

/** What follows the colon of an attribute: a type of the language, or an entity, also the one that it stands in. */
export function attributeType(
  model: Model,
  written: Written,
  entity: Element | undefined,
): readonly Completion[] {
  const types = attributeTypes.map((type) => item(type, "word", { rank: 0 }));
  const entities = references(model, ["entity"], { ...written, self: "" }, (one) => (one === entity ? 2 : 1));
  return [...types, ...entities];
}
