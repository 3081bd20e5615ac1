import {
  kindOf,
  kinds,
  propertyOf,
  relationsOf,
  relationWords,
  writtenKind,
  type Kind,
  type KindName,
  type Property,
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
import type { Written } from "./complete-references.ts";
import { ofType } from "./complete-type.ts";
import { flagItem, item, propertyItem, type Completion } from "./completion.ts";
import { namesAmong, type Cursor, type Token } from "./cursor.ts";

/** Kinds that a selector may name, without those that are named already and of which nothing more can be asked. */
export function kindWords(
  taken: ReadonlySet<string>,
  fitting?: ReadonlySet<KindName>,
): readonly Completion[] {
  return kinds
    .filter(({ name, storey }) => storey !== "meta" && writtenKind(name) && !taken.has(name))
    .filter(({ name }) => !fitting || fitting.has(name))
    .map(({ name, doc }) => item(name, "kind", { doc }));
}

/** The kinds that stand in a list of selectors without a condition. */
export function plainKinds(tokens: readonly Token[]): ReadonlySet<string> {
  const plain = tokens.filter(
    ({ tokenType }, index) =>
      tokenType === Name &&
      tokens[index + 1]?.tokenType !== OpenBracket &&
      !isInBrackets(tokens.slice(0, index)),
  );
  return new Set(plain.map(({ image }) => image));
}

/** `forbid tool[…] owns entity`: a kind, a relation, and a kind that the relation leads to. */
export function clause(
  model: Model,
  before: readonly Token[],
  cursor: Cursor,
  written: Written,
): readonly Completion[] {
  if (isInBrackets(before)) return condition(model, before, cursor, written);
  const [first, relation, third] = before.filter(
    (token, index) => token.tokenType === Name && !isInBrackets(before.slice(0, index)),
  );
  const kind = kindOf(first?.image ?? "");
  if (!first) return kindWords(NONE, new Set(joining));
  if (!relation) return relationItems(model, kind);
  return third ? [] : kindWords(NONE, reached(kind, relation.image));
}

const NONE: ReadonlySet<string> = new Set();

/** The kinds that name others. */
const joining = kinds.filter((kind) => relationsOf(kind).length > 0).map(({ name }) => name);

function relationItems(model: Model, kind: Kind | undefined): readonly Completion[] {
  const { locale } = model.project.settings;
  if (!kind) return relationWords.map((word) => item(word, "word"));
  return relationsOf(kind).flatMap((word) => {
    const property = propertyOf(kind, word);
    return property ? [{ ...propertyItem(property, locale), sort: "word" as const, rank: 1 }] : [];
  });
}

/** The kinds that a relation leads to; undefined where it is none. */
function reached(kind: Kind | undefined, relation: string): ReadonlySet<KindName> | undefined {
  const owners = kind ? [kind] : kinds;
  const leading = owners.flatMap((owner) => {
    const value = propertyOf(owner, relation)?.value;
    if (value?.type === "ref") return value.kinds;
    return value?.type === "attribute-type" ? (["entity"] as const) : [];
  });
  return leading.length > 0 ? new Set(leading) : undefined;
}

/** Whether a bracket stands there that is not closed yet. */
export function isInBrackets(before: readonly Token[]): boolean {
  return openBracket(before) >= 0;
}

function openBracket(before: readonly Token[]): number {
  const open = before.findLastIndex(({ tokenType }) => tokenType === OpenBracket);
  return open > before.findLastIndex(({ tokenType }) => tokenType === CloseBracket) ? open : -1;
}

/** `tool[hosting != FR | …]`: what is asked about, how, then what it is held against. */
export function condition(
  model: Model,
  before: readonly Token[],
  { after }: Cursor,
  written: Written,
): readonly Completion[] {
  const open = openBracket(before);
  const kind = kindOf(before[open - 1]?.image ?? "");
  if (!kind) return [];
  const inside = before.slice(open + 1);
  const own = inside.slice(inside.findLastIndex(({ tokenType }) => tokenType === Comma) + 1);
  const end = after.findIndex(({ tokenType }) => tokenType === Comma || tokenType === CloseBracket);
  const rest = after.slice(0, end < 0 ? undefined : end);
  const [key, sign] = own;
  if (!key) return keys(model, kind, [...inside, ...after]);
  const property = propertyOf(kind, key.image);
  if (!property) return [];
  if (!sign) return rest.length > 0 ? [] : signs(property);
  const isDue = SIGNS.some((type) => type === own.at(-1)?.tokenType);
  const taken = new Set(namesAmong([...own.slice(2), ...rest]));
  return isDue ? ofType(model, property.name, property.value, { ...written, taken }) : [];
}

const SIGNS = [Equal, NotEqual, Less, Greater, Bar];

/** Flags that are not asked for yet, and properties. */
function keys(model: Model, kind: Kind, there: readonly Token[]): readonly Completion[] {
  const { locale } = model.project.settings;
  const said = new Set(there.map(({ image }) => image));
  const flags = kind.flags.filter(({ name }) => !said.has(name)).map(flagItem);
  return [...flags, ...kind.properties.map((property) => propertyItem(property, locale))];
}

function signs({ value }: Property): readonly Completion[] {
  const isOrdered = ["number", "duration", "date", "money", "any"].includes(value.type);
  return ["=", "!=", ...(isOrdered ? ["<", ">"] : [])].map((sign, rank) => item(sign, "keyword", { rank }));
}
