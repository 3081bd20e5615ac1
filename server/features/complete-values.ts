import { kindOf, propertyOf, type Property } from "../../grammar/schema.ts";
import { Comma } from "../../grammar/tokens.ts";
import type { Element, Model } from "../model/model.ts";
import { clause, condition, isInBrackets, kindWords, plainKinds } from "./complete-conditions.ts";
import { likelyFor } from "./complete-likely.ts";
import { durationsFor, moneyFor } from "./complete-quantities.ts";
import { references, type Written } from "./complete-references.ts";
import { ofType } from "./complete-type.ts";
import { wordsFor } from "./complete-words.ts";
import { flagItem, propertyItem, type Completion } from "./completion.ts";
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
