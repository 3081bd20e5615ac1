import { writeString } from "../../../grammar/strings.ts";
import { fileAt, locate, type Edit } from "../../model/edit.ts";
import { referencesOf, waivers, type Reference } from "../../model/mentions.ts";
import type { Element, Model } from "../../model/model.ts";
import { elementsOf } from "../../model/place.ts";
import { freeName, referentOf } from "../../model/reference.ts";
import { verdictOf } from "../../rules/check.ts";
import { titleOf } from "../draft.ts";
import { keepingMeaning, type Kept } from "./meaning.ts";
import { gapBetween } from "./moving.ts";
import { newNameFlaw } from "./new-name.ts";
import { editsOf, type Plan, type Stretch } from "./plan.ts";
import type { Question, Refactored, Refactoring, Refused, Selection } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { topsIn } from "./selected.ts";
import { declaredStretch, innerStretch, isWhole } from "./stretch.ts";

/**
 * Feature: Extract a domain
 *
 * Entities of a domain get one of their own, which says all that the old one says. What stood for them because it named
 * the old domain (owners, readers, flows, figures, exceptions) names the new one too, so nobody loses or gains a word.
 */
export const extract: Refactoring = { id: "extractDomain", sort: "extract", most: 1, ask, run };

function ask(model: Model, selection: Selection): Question | Refused {
  const found = entitiesIn(model, selection);
  if ("refused" in found) return found;
  const { entities, domain } = found;
  const what = say.entities(entities.map(({ id }) => id));
  const name = freeName(model, domain.path, wantedName(entities, domain));
  const choices = [{ id: name, label: name, title: say.extract(what, name), likely: true }];
  const flaw = (text: string) => newNameFlaw(model, domain.path, text);
  return {
    prompt: say.domainName(what),
    choices,
    free: { suggested: name, prompt: say.domainName(what), flaw },
  };
}

/** `Order` → `order`; several have no name in common. */
function wantedName(entities: readonly Element[], domain: Element): string {
  const [only] = entities;
  if (!only || entities.length > 1) return `${domain.id}-2`;
  return only.id.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1-$2").toLowerCase();
}

interface Extracted {
  readonly entities: readonly Element[];
  readonly domain: Element;
}

function entitiesIn(model: Model, selection: Selection): Extracted | Refused {
  const [top, ...others] = topsIn(model, selection);
  if (!top || others.length > 0) return { refused: say.noEntity() };
  const elements = elementsOf(model, top);
  const [domain] = elements;
  if (domain?.kind.name !== "domain") return { refused: say.noEntity() };
  const { start, end } = selection.span;
  const entities = elements.filter(({ kind, declaration }) => {
    const from = top.start + declaration.statement.span.start;
    const to = top.start + declaration.statement.span.end;
    const isIn = start === end ? from <= start && start <= to : from < end && start < to;
    return kind.name === "entity" && isIn;
  });
  if (entities.length === 0) return { refused: say.noEntity() };
  if (!isWhole(top.file, top.statement)) return { refused: say.broken() };
  const rest = domain.members.length - entities.length;
  return rest === 0 ? { refused: say.allOfIt(domain.name) } : { entities, domain };
}

function run(model: Model, selection: Selection, choice: string): Refactored | Refused {
  const found = entitiesIn(model, selection);
  if ("refused" in found) return found;
  const name = choice.trim().normalize();
  const flaw = newNameFlaw(model, found.domain.path, name);
  if (flaw) return { refused: flaw };
  const plan = planOf(model, found, name);
  const excused = waivers(model).filter((reference) => referentOf(model, reference) === found.domain);
  const kept = withWaivers(model, plan, excused, name);
  return "refused" in kept ? kept : { edits: editsOf(model, kept.plan), notes: [] };
}

function planOf(model: Model, { entities, domain }: Extracted, name: string): Plan {
  const { path } = domain;
  const stretches = entities.map((entity) => stretchIn(model, domain, entity));
  const end = declaredStretch(model, domain).end;
  const said = newDomain(model, domain, name);
  const gap = said.length > 1 ? "\n  " : "  ";
  const pieces = ["\n\n", ...said, gap, ...spread(model, stretches), "\n}"];
  return {
    edits: namingToo(model, domain, name),
    removals: stretches,
    insertions: [{ path, at: end, pieces }],
  };
}

function stretchIn(model: Model, { path, declaration }: Element, entity: Element): Stretch {
  const file = fileAt(model, path);
  const { block } = declaration.statement;
  const base = locate(model, { path, top: declaration.top, span: { start: 0, end: 0 } }).start;
  const span =
    file && block ? innerStretch(file, block, entity.declaration.statement, base) : { start: 0, end: 0 };
  return { path, span };
}

/** What the new domain says before its entities: all that holds of the old one, but for what describes it. */
function newDomain(model: Model, domain: Element, name: string): readonly (string | Stretch)[] {
  const { declaration, path } = domain;
  const flags = declaration.flags.map(({ text }) => ` ${text}`).join("");
  const said = declaration.properties.values().filter(({ property }) => !OF_ITSELF.has(property.name));
  const lines = said.flatMap(({ span }) => {
    const whole = locate(model, { path, top: declaration.top, span });
    return ["  ", { path, span: whole }, "\n"];
  });
  return [`domain ${name} ${writeString(titleOf(name))}${flags} {\n`, ...lines];
}

/** What one domain says of itself and no other. */
const OF_ITSELF: ReadonlySet<string> = new Set(["description", "link"]);

/** Neighbours stay as near as they were. */
function spread(model: Model, stretches: readonly Stretch[]): readonly (string | Stretch)[] {
  return stretches.flatMap((stretch, index) => {
    const before = stretches[index - 1];
    return before ? [`${gapBetween(model, before, stretch)}  `, stretch] : [stretch];
  });
}

/** Every list that names the domain names the new one behind it, as it is written there. */
function namingToo(model: Model, domain: Element, name: string): readonly Edit[] {
  const inList = referencesOf(model).filter((reference) => {
    return referentOf(model, reference) === domain && isListed(reference, domain);
  });
  return inList.map(({ path, top, value }) => {
    const { end } = locate(model, { path, top, span: value.span });
    return { path, span: { start: end, end }, text: `, ${renamedIn(value.text, name)}` };
  });
}

/** Whether a reference is one of a list of elements, and not a word in a selector. */
function isListed({ from, key, value }: Reference, domain: Element): boolean {
  const entry = from?.declaration.properties.get(key);
  if (!entry || from === domain || entry.property.value.type !== "ref") return false;
  const takesMany = entry.property.count === "many" || entry.property.count === "some";
  return takesMany && entry.values.includes(value);
}

/** `ventes.clients` → `ventes.foyers` */
function renamedIn(written: string, name: string): string {
  return written.slice(0, written.lastIndexOf(".") + 1) + name;
}

/** With those exceptions for the old domain repeated for the new one that excuse something there. */
function withWaivers(model: Model, plan: Plan, excused: readonly Reference[], name: string): Kept | Refused {
  const repeated = (chosen: readonly Reference[]): Plan => ({
    ...plan,
    edits: [...plan.edits, ...chosen.flatMap((reference) => repeat(model, reference, name))],
  });
  const all = keepingMeaning(model, repeated(excused));
  if ("refused" in all || excused.length === 0) return all;
  const unused = (one: Model): number =>
    verdictOf(one.project).findings.filter(({ rule }) => rule === "unused-waiver").length;
  const before = unused(model);
  if (unused(all.after) <= before) return all;
  const useful = excused.filter((reference) => {
    const kept = keepingMeaning(model, repeated([reference]));
    return !("refused" in kept) && unused(kept.after) <= before;
  });
  return keepingMeaning(model, repeated(useful));
}

/** An exception once more, below itself. */
function repeat(model: Model, { path, top, value }: Reference, name: string): readonly Edit[] {
  const placed = model.policy.find(({ line }) => line.type === "waiver" && line.target === value);
  const text = fileAt(model, path)?.text;
  if (!placed || text === undefined) return [];
  const line = locate(model, { path, top, span: placed.line.span });
  const target = locate(model, { path, top, span: value.span });
  const before = text.slice(line.start, target.start);
  const again = before + renamedIn(value.text, name) + text.slice(target.end, line.end);
  const indent = /[^\r\n]*$/.exec(text.slice(0, line.start))?.[0] ?? "";
  const isOwnLine = indent.trim() === "" && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(line.end));
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = isOwnLine ? `${eol}${indent}` : "; ";
  return [{ path, span: { start: line.end, end: line.end }, text: gap + again }];
}
