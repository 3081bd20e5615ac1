import type { Message } from "../../grammar/finding.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";
import { isName, tokenize } from "../../grammar/tokens.ts";
import { wordsIn } from "../model/dotted.ts";
import { fileAt, locate, replace, type Edit } from "../model/edit.ts";
import { mentionsOf, referencesOf, type Reference } from "../model/mentions.ts";
import type { Element, Model } from "../model/model.ts";
import { outlineOf } from "../model/outline.ts";
import type { Place } from "../model/place.ts";
import { ownRuleNamed, referentOf } from "../model/reference.ts";
import { ruleNamed } from "../rules/index.ts";
import { depthOf, namespaceParts, prepareRename, type Subject } from "./prepare-rename.ts";
import { keepingMeaning, placeOf, type Renamed } from "./rename-meaning.ts";
import { renameWords as say } from "./rename-words.ts";

/**
 * Feature: Rename
 *
 * An element, an own rule or a namespace gets another name everywhere in the project, in the parts of dotted names too.
 * Every name means afterwards what it meant before; where that cannot be, nothing is changed and the reason is told.
 */
export function rename(model: Model, place: Place, wanted: string): Renamed {
  const found = prepareRename(model, place);
  if ("refused" in found) return found;
  const name = wanted.trim().normalize();
  const flaw = flawIn(name) ?? clash(model, found.subject, name);
  if (flaw) return { refused: flaw };
  if (name === found.name) return { edits: [] };
  const { subject } = found;
  const parts =
    subject.type === "element"
      ? mentionsOf(model, subject.element).map(({ site }) => replace(model, site, name))
      : namespaceEdits(model, subject.parts, name);
  return keepingMeaning(model, parts, name);
}

/**
 * Which name becomes which when something is renamed; all names that begin with the one and a point begin with the other
 * then. Undefined where nothing can be renamed.
 */
export function renamedNames(
  model: Model,
  place: Place,
  wanted: string,
): { readonly from: string; readonly to: string } | undefined {
  const found = prepareRename(model, place);
  if ("refused" in found) return undefined;
  const { subject } = found;
  const from = subject.type === "element" ? subject.element.name : subject.parts.join(".");
  const last = subject.type === "element" ? subject.element.id : (subject.parts.at(-1) ?? "");
  return { from, to: from.slice(0, from.length - last.length) + wanted.trim().normalize() };
}

/** Why a text cannot be a name; undefined where it can. */
function flawIn(name: string): Message | undefined {
  if (isName(name)) return undefined;
  if (tokenize(name).length === 0) return say.empty();
  return /^[^\s.]+(\.[^\s.]+)+$/.test(name) ? say.dotted(name) : say.invalid(name);
}

/** What bears the name already where it would be borne; undefined where nothing does. */
function clash(model: Model, subject: Subject, name: string): Message | undefined {
  if (subject.type === "namespace") {
    const whole = [...subject.parts.slice(0, -1), name].join(".");
    const isSame = subject.parts.at(-1) === name;
    const isTaken = model.project.files.some((file) => outlineOf(file).prefix.startsWith(`${whole}.`));
    return isTaken && !isSame ? say.takenByNamespace(whole) : undefined;
  }
  const { element } = subject;
  if (name === element.id) return undefined;
  const prefix = element.name.slice(0, element.name.length - element.id.length);
  const after = (one: Element): string => prefix + name + one.name.slice(element.name.length);
  const within = (one: Element): readonly Element[] => [one, ...one.members.flatMap(within)];
  const named = within(element).flatMap((one) => model.byName.get(after(one)) ?? []);
  const isRule = element.kind.name === "rule";
  // The policy names rules by their ids alone, whatever their namespace.
  const other = named[0] ?? (isRule ? ownRuleNamed(model, name) : undefined);
  if (other) return say.taken(name, other.kind.name, placeOf(model, other.path, locateName(model, other)));
  return isRule && ruleNamed(name) ? say.takenByRule(name) : undefined;
}

function locateName(model: Model, { path, declaration }: Element): number {
  const { top, id, statement } = declaration;
  return locate(model, { path, top, span: (id ?? statement.head).span }).start;
}

/** A part of a namespace becomes another, in the files that are in it and in the names that spell it out. */
function namespaceEdits(model: Model, parts: readonly string[], name: string): readonly Edit[] {
  const prefix = `${parts.join(".")}.`;
  const stated = model.project.files
    .filter((file) => outlineOf(file).prefix.startsWith(prefix))
    .flatMap((file) => statedPart(file, parts.length - 1) ?? [])
    .map((edit) => ({ ...edit, text: name }));
  const spelt = referencesOf(model)
    .flatMap((reference) => speltPart(model, reference, prefix, parts.length - 1) ?? [])
    .map((edit) => ({ ...edit, text: name }));
  return [...stated, ...spelt];
}

interface Part {
  readonly path: string;
  readonly span: Span;
}

/** A part of the name that a file's `namespace` states. */
function statedPart(file: SourceFile, index: number): Part | undefined {
  const { statements, startOf } = syntaxOf(file);
  const [first] = statements;
  const value = first?.items[0]?.value;
  if (!first || value?.type !== "name") return undefined;
  const start = (startOf.get(first) ?? 0) + value.span.start;
  const end = start + value.span.end - value.span.start;
  const word = wordsIn(file.text.slice(start, end))[index];
  return word && { path: file.path, span: { start: start + word.start, end: start + word.end } };
}

/** The part of a reference that stands for a part of its target's namespace; undefined where it does not spell it out. */
function speltPart(model: Model, reference: Reference, prefix: string, index: number): Part | undefined {
  const { value, path, top } = reference;
  const target = value.type === "name" ? referentOf(model, reference) : undefined;
  if (!target?.name.startsWith(prefix)) return undefined;
  const parts = namespaceParts(model, target);
  const { start, end } = locate(model, { path, top, span: value.span });
  const words = wordsIn(fileAt(model, path)?.text.slice(start, end) ?? "");
  const word = words.at(index - parts.length - depthOf(target));
  const isThere = words.length >= parts.length - index + depthOf(target) && index < parts.length;
  return isThere && word ? { path, span: { start: start + word.start, end: start + word.end } } : undefined;
}
