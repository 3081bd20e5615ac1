import { countries } from "../../grammar/codes.ts";
import {
  attributeTypes,
  kindOf,
  kinds,
  propertyOf,
  relationsOf,
  relationWords,
  writtenKind,
  type Kind,
  type Property,
  type ValueType,
} from "../../grammar/schema.ts";
import {
  Bar,
  CloseBracket,
  Comma,
  Equal,
  Greater,
  Less,
  Name,
  NotEqual,
  OpenBracket,
} from "../../grammar/tokens.ts";
import type { Model } from "../model/model.ts";
import { wordsOf } from "../model/query.ts";
import { flagItem, item, propertyItem, type Completion } from "./completion.ts";
import { references, type Written } from "./complete-references.ts";
import type { Token } from "./cursor.ts";

/** What a property may say after the values that stand there already. */
export function values(
  model: Model,
  property: Property,
  before: readonly Token[],
  written: Written,
): readonly Completion[] {
  const { value, count } = property;
  if (value.type === "clause") return clause(model, before, written);
  const last = before.at(-1);
  const isSingle = count === "one" || count === "optional";
  if (value.type === "selector" && openBracket(before) >= 0) return condition(model, before, written);
  if (last && (isSingle || last.tokenType !== Comma)) return [];
  return ofType(model, property.name, value, written);
}

function ofType(model: Model, name: string, type: ValueType, written: Written): readonly Completion[] {
  const isFree = (word: string): boolean => !written.taken.has(word);
  switch (type.type) {
    case "ref":
      return references(model, type.kinds, written);
    case "choice":
      return type.words.filter(isFree).map((word, rank) => item(word, "word", { rank }));
    case "word":
      return wordsFor(model, name)
        .filter(isFree)
        .map((word) => item(word, "word"));
    case "country":
      return [...countries].filter(isFree).map((code) => item(code, "word"));
    case "selector":
      return kindWords();
    case "attribute-type":
      return attributeType(model, written);
    default:
      return [];
  }
}

/** What follows the colon of an attribute: a type of the language, or an entity. */
export function attributeType(model: Model, written: Written): readonly Completion[] {
  const types = attributeTypes.map((type) => item(type, "word", { rank: 0 }));
  return [...types, ...references(model, ["entity"], written)];
}

/** What follows the type of an attribute: modifiers, or the aspects that others name after `for`. */
export function modifiers(model: Model, before: readonly Token[]): readonly Completion[] {
  const said = new Set(before.map(({ image }) => image));
  const attribute = kindOf("attribute");
  if (before.at(-1)?.image === "for") return wordsFor(model, "for").map((word) => item(word, "word"));
  const aspect = attribute && propertyOf(attribute, "for");
  const flags = (attribute?.flags ?? []).filter(({ name }) => !said.has(name)).map(flagItem);
  return aspect ? [...flags, propertyItem(aspect, model.project.settings.locale)] : flags;
}

/** Words that mean the same thing under several properties. */
const KIN: readonly (readonly string[])[] = [
  ["skills", "requires"],
  ["for", "expects"],
];

/** The words that the project uses already, so that one thing does not get two names. */
function wordsFor(model: Model, property: string): readonly string[] {
  const names = KIN.find((group) => group.includes(property)) ?? [property];
  const used = model.elements.flatMap((element) =>
    names.flatMap((name) => (isWordy(element.kind, name) ? wordsOf(element, name) : [])),
  );
  return [...new Set(used)].toSorted();
}

function isWordy(kind: Kind, name: string): boolean {
  return propertyOf(kind, name)?.value.type === "word";
}

function kindWords(): readonly Completion[] {
  return kinds
    .filter(({ name, storey }) => storey !== "meta" && writtenKind(name))
    .map(({ name, doc }) => item(name, "kind", { doc }));
}

/** `forbid tool[…] owns entity`: a kind, a relation, a kind. */
function clause(model: Model, before: readonly Token[], written: Written): readonly Completion[] {
  if (openBracket(before) >= 0) return condition(model, before, written);
  const parts = before.filter(
    (token, index) => token.tokenType === Name && openBracket(before.slice(0, index)) < 0,
  );
  const kind = kindOf(parts[0]?.image ?? "");
  if (parts.length === 1) return (kind ? relationsOf(kind) : relationWords).map((word) => item(word, "word"));
  return parts.length < 3 ? kindWords() : [];
}

/** Where the bracket stands that is not closed yet; less than 0 where there is none. */
function openBracket(before: readonly Token[]): number {
  const open = before.findLastIndex(({ tokenType }) => tokenType === OpenBracket);
  return open > before.findLastIndex(({ tokenType }) => tokenType === CloseBracket) ? open : -1;
}

/** `tool[hosting != FR | …]`: what is asked about, then what it is held against. */
function condition(model: Model, before: readonly Token[], written: Written): readonly Completion[] {
  const open = openBracket(before);
  const kind = kindOf(before[open - 1]?.image ?? "");
  if (!kind) return [];
  const inside = before.slice(open + 1);
  const [key, sign] = inside.slice(inside.findLastIndex(({ tokenType }) => tokenType === Comma) + 1);
  if (!key) {
    const properties = kind.properties.map((property) =>
      propertyItem(property, model.project.settings.locale),
    );
    return [...kind.flags.map(flagItem), ...properties];
  }
  const last = inside.at(-1)?.tokenType;
  const property = propertyOf(kind, key.image);
  const isDue = [Equal, NotEqual, Less, Greater, Bar].some((type) => type === last);
  return property && sign && isDue ? ofType(model, property.name, property.value, written) : [];
}
