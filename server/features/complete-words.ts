import { countries } from "../../grammar/codes.ts";
import { propertyOf, type Kind } from "../../grammar/schema.ts";
import type { Statement, Value } from "../../grammar/tree.ts";
import type { Model } from "../model/model.ts";
import { valuesOf } from "../model/query.ts";
import type { Written } from "./complete-references.ts";
import { item, type Completion } from "./completion.ts";

/** Words that mean the same thing under several properties. */
const KIN: readonly (readonly string[])[] = [
  ["skills", "requires"],
  ["for", "expects"],
];

/** The words that the project uses already under a property, so that one thing does not get two names. */
export function wordsFor(model: Model, property: string, { typed, taken }: Written): readonly Completion[] {
  const names = KIN.find((group) => group.includes(property)) ?? [property];
  const words = used(
    model,
    (kind) => names.filter((name) => isWordy(kind, name)),
    (value) => (value.type === "name" ? value.text : undefined),
    typed,
  );
  return words.filter((word) => !taken.has(word)).map((word, rank) => item(word, "word", { rank }));
}

/** Countries, those that the project names first. */
export function countriesFor(model: Model, { typed, taken }: Written): readonly Completion[] {
  const known = used(
    model,
    ({ properties }) => properties.filter(({ value }) => value.type === "country").map(({ name }) => name),
    (value) => (value.type === "name" && countries.has(value.text) ? value.text : undefined),
    typed,
  );
  const all = [...new Set([...known, ...countries])];
  return all
    .filter((code) => !taken.has(code))
    .map((code) => item(code, "word", { rank: known.includes(code) ? 0 : 1 }));
}

/** What is said most often under properties that hold it; undefined is nothing to count. */
export function mostUsed(model: Model, wordIn: (value: Value) => string | undefined): readonly string[] {
  return used(model, ({ properties }) => properties.map(({ name }) => name), wordIn);
}

/** The words under some properties of each kind, the most frequent first, then in the order of the alphabet. */
function used(
  model: Model,
  propertiesOf: (kind: Kind) => readonly string[],
  wordIn: (value: Value) => string | undefined,
  typed = "",
): readonly string[] {
  const counts = new Map<string, number>();
  for (const [kindName, elements] of model.byKind) {
    const kind = elements[0]?.kind;
    const properties = kind?.name === kindName ? propertiesOf(kind) : [];
    for (const element of properties.length > 0 ? elements : []) {
      for (const value of properties.flatMap((property) => valuesOf(element, property))) {
        const word = wordIn(value);
        if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  // What is being typed is said by nobody else yet.
  const itself = counts.get(typed) ?? 0;
  if (itself > 1) counts.set(typed, itself - 1);
  else counts.delete(typed);
  const sorted = [...counts].toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return sorted.map(([word]) => word);
}

function isWordy(kind: Kind, name: string): boolean {
  const type = propertyOf(kind, name)?.value.type;
  return type === "word" || type === "any";
}

/** The properties (`x-…`) that the project made its own, those of the same kind first; one block does not count. */
export function ownPropertiesOf(model: Model, kind: Kind, block: Statement | undefined): readonly string[] {
  const here = ownKeys(model, block, (name) => name === kind.name);
  const elsewhere = ownKeys(model, block, (name) => name !== kind.name);
  return [...new Set([...here, ...elsewhere])];
}

function ownKeys(
  model: Model,
  block: Statement | undefined,
  isWanted: (kind: string) => boolean,
): readonly string[] {
  const keys = new Set<string>();
  for (const [kind, elements] of model.byKind) {
    for (const { declaration } of isWanted(kind) ? elements : []) {
      if (declaration.statement === block) continue;
      for (const [name] of declaration.properties) if (name.startsWith("x-")) keys.add(name);
    }
  }
  return [...keys].toSorted();
}
