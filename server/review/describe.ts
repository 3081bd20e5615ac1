import { writeString } from "../../grammar/strings.ts";
import type { Value } from "../../grammar/tree.ts";
import type { Entry } from "../model/declaration.ts";
import type { Element, Model } from "../model/model.ts";

/** An element as it is compared: by what it says, whatever the file, the order and the layout. */
export interface Described {
  readonly element: Element;
  readonly properties: ReadonlyMap<string, Said>;
}

/** A property as it is shown, and as it is compared. */
export interface Said {
  readonly written: string;
  readonly meaning: Meaning;
}

/**
 * The values of a property, in an order that is the same for every way of writing them. A value is a list of words; a
 * word that begins with `@` is the name of an element.
 */
export type Meaning = readonly (readonly string[])[];

/** Every element of a model, by all that the schema lets it say. */
export function describe(model: Model): readonly Described[] {
  return model.elements.map((element) => describeOne(model, element));
}

/** One element of a model, by all that the schema lets it say. */
export function describeOne(model: Model, element: Element): Described {
  return new Describing(model, element);
}

/** Most elements stay as they are, and are never asked what they say: it is worked out when it is. */
class Describing implements Described {
  private said: ReadonlyMap<string, Said> | undefined;

  constructor(
    private readonly model: Model,
    readonly element: Element,
  ) {}

  get properties(): ReadonlyMap<string, Said> {
    return (this.said ??= propertiesOf(this.model, this.element));
  }
}

/** All that one element says. */
export function propertiesOf(model: Model, element: Element): ReadonlyMap<string, Said> {
  const { title, flags, declaration } = element;
  const properties = new Map<string, Said>();
  if (title !== undefined) properties.set("title", text(title));
  if (flags.size > 0) {
    const words = [...flags].toSorted();
    properties.set("flags", { written: words.join(" "), meaning: words.map((word) => [word]) });
  }
  for (const [name, entry] of declaration.properties) {
    if (entry.values.length > 0) properties.set(name, said(model, entry));
  }
  return properties;
}

/** What looks the same is the same: an accent may be a sign of its own or not, as the editor would have it. */
function text(value: string): Said {
  return { written: value, meaning: [[writeString(value).normalize()]] };
}

function said(model: Model, { property, values }: Entry): Said {
  const [only] = values;
  const takesOne = property.count === "one" || property.count === "optional";
  if (takesOne && only?.type === "string") return text(only.value);
  // Most properties say one thing, and there are tens of thousands of them.
  if (values.length === 1 && only) return { written: writtenAs(only), meaning: [wordsOf(model, only)] };
  const separator = property.value.type === "clause" ? " " : ", ";
  const written = values.map(writtenAs).join(separator);
  // A clause is three values that belong together; everything else is one by one.
  const size = property.value.type === "clause" ? 3 : 1;
  const meaning = chunks(values, size).map((part) => part.flatMap((value) => wordsOf(model, value)));
  return { written, meaning: meaning.toSorted(byWords) };
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Texts on one line, whichever way they were quoted; everything else as it stands. */
function writtenAs(value: Value): string {
  return value.type === "string" ? writeString(value.value) : value.text;
}

function wordsOf(model: Model, value: Value): readonly string[] {
  const target = model.targets.get(value);
  if (target) return [`@${target.name}`];
  if (value.type !== "selector") return [writtenAs(value).normalize()];
  const conditions = value.conditions.map(({ key, operator = "", values }) => [
    key.text,
    operator,
    ...values.flatMap((inner) => wordsOf(model, inner)).toSorted(),
  ]);
  return [value.kind.text, ...conditions.toSorted(byWords).flat()];
}

function byWords(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join("\n"), b.join("\n")];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A meaning under other names, in its order again. */
export function renamed(meaning: Meaning, names: ReadonlyMap<string, string>): Meaning {
  const isRenamed = (word: string): boolean => word.startsWith("@") && names.has(word.slice(1));
  if (names.size === 0 || !meaning.some((words) => words.some(isRenamed))) return meaning;
  return meaning
    .map((words) =>
      words.map((word) => (word.startsWith("@") ? `@${nameAfter(word.slice(1), names)}` : word)),
    )
    .toSorted(byWords);
}

function nameAfter(name: string, names: ReadonlyMap<string, string>): string {
  return names.get(name) ?? name;
}

export function sameMeaning(a: Meaning | undefined, b: Meaning | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((words, index) => sameWords(words, b[index] ?? []));
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
