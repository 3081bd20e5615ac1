import type { Message } from "../../../grammar/finding.ts";
import { locate, type Edit } from "../../model/edit.ts";
import { modelOf } from "../../model/link.ts";
import { referencesOf, type Reference } from "../../model/mentions.ts";
import type { Element, Model } from "../../model/model.ts";
import type { Place } from "../../model/place.ts";
import { namespaceOf, referenceTo, referentOf } from "../../model/reference.ts";
import { placeOf } from "../rename-meaning.ts";
import { outcomeOf, type Outcome, type Plan } from "./plan.ts";
import { refactorWords as say } from "./refactor-words.ts";

/** A plan in which every name means what it should, and the architecture as it is then. */
export interface Kept {
  readonly plan: Plan;
  readonly after: Model;
}

/** What becomes of elements that do not stay what they are. */
interface Fate {
  /** What comes in the place of an element; by itself it is the element. */
  readonly becomes?: (element: Element) => Element;
  /** Edges that go while a part of their statement stays. */
  readonly gone?: ReadonlySet<Element>;
}

const NONE: ReadonlySet<Element> = new Set();

/** More rounds than these bring nothing: a name is written shortest at first, and in full at last. */
const ROUNDS = 4;

/**
 * A plan with all names written so that each means the same element as before, or what has come in its place. Whether they
 * do is not foretold but seen, in the model of the text as it will be. The reason, where one of them cannot be written so,
 * or where anything else would be read otherwise than it should.
 */
export function keepingMeaning(
  model: Model,
  plan: Plan,
  { becomes = (element) => element, gone = NONE }: Fate = {},
): Kept | { readonly refused: Message } {
  const names = new Map<Reference, string>();
  for (let round = 0; ; round++) {
    const written = [...names].map(([reference, text]) => edit(model, reference, text));
    const whole = { ...plan, edits: [...plan.edits, ...written] };
    const outcome = outcomeOf(model, whole);
    const after = modelOf({ ...model.project, files: outcome.files });
    const counterparts = counterpartsOf(model, outcome, after, gone);
    if (!counterparts) return { refused: say.misread() };
    const strays = straysOf(model, outcome, after, (element) => counterparts.get(becomes(element)));
    if (strays.length === 0) {
      const worse = firstWorse(model, after);
      return worse ? { refused: say.worse(worse) } : { plan: whole, after };
    }
    // What `a -> b` means follows from what its two names mean.
    const own = strays.filter(({ reference }) => reference.value.type === "name");
    for (const { reference, meant, now, from } of own.length > 0 ? own : strays) {
      const text =
        now && round < ROUNDS && reference.value.type === "name" && nameOf(after, now, from, round);
      if (!meant) return { refused: say.found(reference.value.text, placed(model, reference)) };
      if (!text) return { refused: say.lost(meant.name, placed(model, reference)) };
      names.set(reference, text);
    }
  }
}

function edit(model: Model, { path, top, value }: Reference, text: string): Edit {
  return { path, span: locate(model, { path, top, span: value.span }), text };
}

function placed(model: Model, { path, top, value }: Reference): string {
  return placeOf(model, path, locate(model, { path, top, span: value.span }).start);
}

/** The shortest name at first, and the whole one where that means something else. */
function nameOf(after: Model, element: Element, { from, path }: Reference, round: number): string {
  if (round > 1 || element.kind.ends) return element.name;
  if (from) return referenceTo(after, element, from);
  const prefix = namespaceOf(after, path);
  const isHere = round === 0 && prefix !== "" && element.name.startsWith(prefix);
  return isHere ? element.name.slice(prefix.length) : element.name;
}

/**
 * What each element is in the text as it will be; nothing for those that go. Undefined where one that stays would be read
 * as something else.
 */
function counterpartsOf(
  model: Model,
  { placesOf }: Outcome,
  after: Model,
  gone: ReadonlySet<Element>,
): ReadonlyMap<Element, Element> | undefined {
  const byPlace = new Map(after.elements.map((element) => [keyOf(declaredAt(after, element)), element]));
  const found = new Map<Element, Element>();
  for (const element of model.elements) {
    const [place] = placesOf(declaredAt(model, element));
    if (!place || gone.has(element)) continue;
    const other = byPlace.get(keyOf(place));
    if (!other || !isSame(element, other)) return undefined;
    found.set(element, other);
  }
  return found;
}

/** Whether an element is read as the same: nothing that it says of itself is another, though it may say more. */
function isSame(one: Element, other: Element): boolean {
  const isNamed = one.declaration.ends !== undefined || one.id === other.id;
  const isKept = (text: string | undefined, now: string | undefined) => text === undefined || text === now;
  const { title, description } = one;
  return (
    one.kind === other.kind && isNamed && isKept(title, other.title) && isKept(description, other.description)
  );
}

/** Where an element is known by: the edges of `a -> b -> c` by where they lead to. */
function declaredAt(model: Model, { path, declaration }: Element): Place {
  const { top, ends, id, statement } = declaration;
  const { span } = ends?.[1] ?? id ?? statement.head;
  return { path, offset: locate(model, { path, top, span }).start };
}

function keyOf({ path, offset }: Place): string {
  return `${String(offset)} ${path}`;
}

interface Stray {
  readonly reference: Reference;
  readonly meant: Element | undefined;
  /** What it should mean; undefined where that is gone. */
  readonly now: Element | undefined;
  /** The same reference in the text as it will be. */
  readonly from: Reference;
}

/** The names that would mean something else than they should. */
function straysOf(
  model: Model,
  { placesOf }: Outcome,
  after: Model,
  counterpart: (element: Element) => Element | undefined,
): readonly Stray[] {
  const byPlace = new Map(referencesOf(after).map((reference) => [keyFor(after, reference), reference]));
  return referencesOf(model).flatMap((reference): Stray[] => {
    const meant = referentOf(model, reference);
    const now = meant && counterpart(meant);
    const { path, top, value } = reference;
    const offset = locate(model, { path, top, span: value.span }).start;
    return placesOf({ path, offset }).flatMap((place) => {
      const from = byPlace.get(`${keyOf(place)} ${value.type}`);
      // What a change of its own replaced is its own affair.
      if (!from || (meant && !now && referentOf(after, from) === undefined)) return [];
      return referentOf(after, from) === now ? [] : [{ reference, meant, now, from }];
    });
  });
}

function keyFor(model: Model, { path, top, value }: Reference): string {
  const { start } = locate(model, { path, top, span: value.span });
  return `${keyOf({ path, offset: start })} ${value.type}`;
}

/** The first rule of the language by which more would be found than is now: something would be read otherwise. */
function firstWorse(before: Model, after: Model): string | undefined {
  const counts = new Map<string, number>();
  for (const { rule } of before.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  for (const { rule } of after.findings) counts.set(rule, (counts.get(rule) ?? 0) - 1);
  return [...counts].find(([, more]) => more < 0)?.[0];
}
