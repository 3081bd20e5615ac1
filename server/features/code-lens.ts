import type { Locale, Message } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import type { Span } from "../../grammar/text.ts";
import { elementOf, holdsOf, ownersOf } from "../model/query.ts";
import type { Element, Model } from "../model/model.ts";
import { verdictOf } from "../rules/check.ts";
import { declared } from "./definition.ts";

/** A line above an element: what it says, and what a click on it leads to. */
export interface CodeLens {
  readonly element: Element;
  /** The name that it stands above. */
  readonly span: Span;
  readonly text: Message;
  readonly leads: Lead;
}

/** Where a click leads: to an element, to those that name it, to what is found, to the picture. */
export type Lead =
  | { readonly to: "element"; readonly element: Element }
  | { readonly to: "elements"; readonly elements: readonly Element[] }
  | { readonly to: "findings" }
  | { readonly to: "diagram" };

/**
 * Feature: Code lens
 *
 * Above an element what one would have to look for elsewhere: who owns data, how many write and read it, how much is found
 * about it; and where there is any of it, a way to the picture.
 */
export function codeLens(model: Model, path: string): readonly CodeLens[] {
  const shown = model.elements.filter(
    ({ path: own, kind, declaration }) =>
      own === path &&
      kind.name !== "attribute" &&
      kind.storey !== "meta" &&
      (declaration.id ?? declaration.ends),
  );
  return shown.flatMap((element) => {
    const span = declared(model, element).name;
    const lens = (text: Message, leads: Lead): CodeLens => ({ element, span, text, leads });
    const said = [...dataLenses(model, element, lens), ...findingLenses(model, element, lens)];
    // By itself it would stand above every line that declares something.
    return said.length > 0 ? [...said, lens(SHOW, { to: "diagram" })] : [];
  });
}

type Lens = (text: Message, leads: Lead) => CodeLens;

/** Who has to do with an entity, or with any entity of a domain. */
function dataLenses(model: Model, element: Element, lens: Lens): readonly CodeLens[] {
  const { kind, members } = element;
  if (kind.name !== "domain" && kind.name !== "entity") return [];
  const entities = kind.name === "domain" ? [element, ...members] : [element];
  const owners = different(entities.flatMap((entity) => ownersOf(model, entity)));
  const holders = (type: "writes" | "reads") =>
    different(entities.flatMap((entity) => holdsOf(model, entity, type).map(({ from }) => from)));
  const [owner] = owners;
  const owned =
    owner && owners.length === 1
      ? [lens(OWNED_BY(owner.id), { to: "element", element: owner })]
      : owners.length > 1
        ? [lens(OWNED_BY(String(owners.length)), { to: "elements", elements: owners })]
        : [];
  const counted = (elements: readonly Element[], text: (count: number) => Message) =>
    elements.length > 0 ? [lens(text(elements.length), { to: "elements", elements })] : [];
  return [...owned, ...counted(holders("writes"), WRITTEN_BY), ...counted(holders("reads"), READ_BY)];
}

function findingLenses(model: Model, element: Element, lens: Lens): readonly CodeLens[] {
  const count = findingsOf(model).get(element)?.length ?? 0;
  return count > 0 ? [lens(FINDINGS(count), { to: "findings" })] : [];
}

const findingsOf = once((model: Model) =>
  grouped(verdictOf(model.project).findings, (finding) => elementOf(model, finding)),
);

function different(elements: readonly Element[]): readonly Element[] {
  return [...new Set(elements)];
}

const OWNED_BY = (who: string): Message => ({ en: `owned by ${who}`, fr: `possédé par ${who}` });
const WRITTEN_BY = (count: number): Message => ({ en: `written by ${count}`, fr: `écrit par ${count}` });
const READ_BY = (count: number): Message => ({ en: `read by ${count}`, fr: `lu par ${count}` });
const SHOW: Message = { en: "show in diagram", fr: "montrer dans le diagramme" };
const FINDINGS = (count: number): Message => ({
  en: count === 1 ? "1 finding" : `${count} findings`,
  fr: count === 1 ? "1 constat" : `${count} constats`,
});

/** What the lenses of one element say together, for editors that cannot follow them. */
export function lensLine(lenses: readonly CodeLens[], locale: Locale): string {
  return lenses
    .filter(({ leads }) => leads.to !== "diagram")
    .map(({ text }) => text[locale])
    .join(" · ");
}
