import { attributeTypes, kindOf, propertyOf, type Property, type ValueType } from "../../grammar/schema.ts";
import { Comma } from "../../grammar/tokens.ts";
import type { Element, Model } from "../model/model.ts";
import { clause, condition, isInBrackets, kindWords, plainKinds } from "./complete-conditions.ts";
import { likelyFor } from "./complete-likely.ts";
import { datesFor, durationsFor, moneyFor } from "./complete-quantities.ts";
import { references, type Written } from "./complete-references.ts";
import { countriesFor, wordsFor } from "./complete-words.ts";
import { flagItem, item, propertyItem, type Completion } from "./completion.ts";
import type { Cursor, Token } from "./cursor.ts";

/** What a property may say after the values that stand there already. */
export function values(
  model: Model,
  property: Property,
  before: readonly Token[],
  cursor: Cursor,
  written: Written,
  element: Element | undefined,
): readonly Completion[] {
  const { value, count, name } = property;
  if (value.type === "clause") return clause(model, before, cursor, written);
  if (value.type === "selector" && isInBrackets(before)) return condition(model, before, cursor, written);
  const { locale } = model.project.settings;
  // Quantities may be several words: an amount and its currency, years and months.
  if (value.type === "money") return moneyFor(model, before, cursor.typed);
  if (value.type === "duration") return durationsFor(locale, property, before, cursor.typed);
  const last = before.at(-1);
  const isSingle = count === "one" || count === "optional";
  if (last && (isSingle || last.tokenType !== Comma)) return [];
  if (value.type === "ref")
    return references(model, value.kinds, written, likelyFor(model, property, element));
  if (value.type === "selector") return kindWords(plainKinds([...before, ...cursor.after]));
  return ofType(model, name, value, written);
}

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
  const taken = new Set([...written.taken].filter((name) => name !== entity?.name));
  const entities = references(model, ["entity"], { ...written, taken }, (one) => (one === entity ? 2 : 1));
  return [...types, ...entities];
}

/** What follows the type of an attribute: modifiers, or the aspects that others name after `for`. */
export function modifiers(
  model: Model,
  before: readonly Token[],
  { after }: Cursor,
  written: Written,
): readonly Completion[] {
  const said = new Set([...before, ...after].map(({ image }) => image));
  const attribute = kindOf("attribute");
  if (before.at(-1)?.image === "for") return wordsFor(model, "for", written);
  const aspect = attribute && propertyOf(attribute, "for");
  const flags = (attribute?.flags ?? []).filter(({ name }) => !said.has(name)).map(flagItem);
  return aspect ? [...flags, propertyItem(aspect, model.project.settings.locale)] : flags;
}
