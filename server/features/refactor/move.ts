import type { Message } from "../../../grammar/finding.ts";
import { once } from "../../../grammar/once.ts";
import { syntaxOf } from "../../../grammar/parse.ts";
import type { KindName } from "../../../grammar/schema.ts";
import { same, type Element, type Model } from "../../model/model.ts";
import { elementsOf, type Top } from "../../model/place.ts";
import { namespaceOf } from "../../model/reference.ts";
import { keepingMeaning } from "./meaning.ts";
import { moving } from "./moving.ts";
import { editsOf, NOTHING } from "./plan.ts";
import type { Choice, Question, Refactored, Refactoring, Refused, Selection } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { folderOf, freePath, isInProject, shortOf, topsIn } from "./selected.ts";
import { isWhole, topStretch } from "./stretch.ts";

/** More files than these are no likely home. */
const LIKELY = 3;

/**
 * Feature: Move to another file
 *
 * Statements go to the end of another file, or make a new one, with the comments that belong to them. Every name means
 * what it meant: where the namespace is another, it is written otherwise wherever it is mentioned.
 */
export const move: Refactoring = { id: "moveStatement", sort: "move", most: LIKELY + 1, ask, run };

function ask(model: Model, selection: Selection): Question | Refused {
  const tops = topsIn(model, selection);
  if (tops.length === 0) return { refused: say.nothingToMove() };
  if (!tops.every(({ file, statement }) => isWhole(file, statement))) return { refused: say.broken() };
  const what = whatOf(model, tops);
  const known = homes(model, selection.path, tops).map(({ path, isLikely }) =>
    choice(model, path, say.moveTo(what, shortOf(model, path)), isLikely),
  );
  const likely = known.filter((home) => home.likely).slice(0, LIKELY);
  const fresh = newHome(model, selection.path, tops);
  const made = fresh === undefined ? [] : [newFile(model, fresh, what)];
  const choices = [...likely, ...made, ...known.filter((home) => !likely.includes(home))];
  const prompt = { en: say.whereTo(what.en).en, fr: say.whereTo(what.fr).fr };
  const suggested = shortOf(model, fresh ?? selection.path);
  const flaw = (text: string) => pathFor(model, selection, text).flaw;
  return { prompt, choices, free: { suggested, prompt: say.fileName(), flaw } };
}

function choice(model: Model, path: string, title: Message, likely: boolean): Choice {
  return { id: shortOf(model, path), label: shortOf(model, path), title, likely };
}

function newFile(model: Model, path: string, what: Message): Choice {
  const detail = say.newFile()[model.project.settings.locale];
  return { ...choice(model, path, say.moveToNew(what, shortOf(model, path)), true), detail };
}

/** What is moved, as people call it. */
function whatOf(model: Model, tops: readonly Top[]): Message {
  const [top, ...others] = tops;
  if (!top || others.length > 0) return say.statements(tops.length);
  const [element] = elementsOf(model, top);
  return element ? say.statement(element.kind.name, element.id) : same(`'${top.statement.head.text}'`);
}

interface Home {
  readonly path: string;
  /** Whether such statements live there already, the name of the file says that they belong there, or none is likelier. */
  readonly isLikely: boolean;
}

/** The other files of a project, the likeliest home first: where most of the same kind live, in the same namespace. */
function homes(model: Model, path: string, tops: readonly Top[]): readonly Home[] {
  const counts = kindsByFile(model);
  const kinds = tops.flatMap((top) => elementsOf(model, top).map(({ kind }) => kind));
  const fit = (candidate: string): number => {
    const there = counts.get(candidate);
    const alike = kinds.reduce((sum, kind) => sum + (there?.get(kind.name) ?? 0), 0);
    const named = kinds.some((kind) => shortOf(model, candidate).includes(kind.name)) ? 0.5 : 0;
    const isStorey = kinds.some((kind) => shortOf(model, candidate).includes(kind.storey)) ? 0.25 : 0;
    return alike + named + isStorey;
  };
  const namespace = namespaceOf(model, path);
  const isAtHome = (candidate: string): boolean => namespaceOf(model, candidate) === namespace;
  const isNear = (candidate: string): boolean => folderOf(candidate) === folderOf(path);
  return model.project.files
    .filter((file) => file.path !== path && syntaxOf(file).isPlain)
    .map((file) => ({ path: file.path, fit: fit(file.path) }))
    .toSorted(
      (a, b) =>
        Number(isAtHome(b.path)) - Number(isAtHome(a.path)) ||
        b.fit - a.fit ||
        Number(isNear(b.path)) - Number(isNear(a.path)),
    )
    .map((home, index) => ({ path: home.path, isLikely: index === 0 || home.fit > 0 }));
}

/** How many elements of each kind a file declares. */
const kindsByFile = once((model: Model): ReadonlyMap<string, ReadonlyMap<KindName, number>> => {
  const counts = new Map<string, Map<KindName, number>>();
  for (const { path, kind } of model.elements) {
    const own = counts.get(path) ?? new Map<KindName, number>();
    counts.set(path, own);
    own.set(kind.name, (own.get(kind.name) ?? 0) + 1);
  }
  return counts;
});

/** A new file, called after what moves there; undefined where the project would not take it up. */
function newHome(model: Model, path: string, tops: readonly Top[]): string | undefined {
  const elements = tops.flatMap((top) => elementsOf(model, top).slice(0, 1));
  const fresh = freePath(model, folderOf(path), stemOf(tops, elements));
  return isInProject(model, fresh) ? fresh : undefined;
}

function stemOf(tops: readonly Top[], [first, ...others]: readonly Element[]): string {
  if (!first) return tops[0]?.statement.head.text ?? "more";
  const isAlone = others.length === 0 && !first.declaration.ends;
  // One entity of several words, or a list of the same: `flows`, `tools`.
  return isAlone ? first.id : `${first.kind.name}s`;
}

function pathFor(
  model: Model,
  { path }: Selection,
  choice: string,
): { readonly path: string; readonly flaw: Message | undefined } {
  const short = choice
    .trim()
    .replaceAll("\\", "/")
    .replace(/^\.?\/+/, "");
  const target = `${model.project.root}/${short}`;
  const isFile = /^(?:[^/\0:*?"<>|]+\/)*[^/\0:*?"<>|]+\.bizarch$/.test(short);
  const isInside = !short.split("/").some((part) => part === ".." || part === ".");
  if (!isFile || !isInside || !isInProject(model, target)) return { path: target, flaw: say.noFile(choice) };
  return { path: target, flaw: target === path ? say.sameFile() : undefined };
}

function run(model: Model, selection: Selection, choice: string): Refactored | Refused {
  const tops = topsIn(model, selection);
  if (tops.length === 0) return { refused: say.nothingToMove() };
  if (!tops.every(({ file, statement }) => isWhole(file, statement))) return { refused: say.broken() };
  const { path, flaw } = pathFor(model, selection, choice);
  if (flaw) return { refused: flaw };
  const objection = objectionTo(model, tops, path);
  if (objection) return { refused: objection };
  const parts = moving(model, tops, path, ({ file, statement }) => topStretch(file, statement));
  const kept = keepingMeaning(model, { ...NOTHING, ...parts });
  return "refused" in kept ? kept : { edits: editsOf(model, kept.plan), notes: [] };
}

/** Why statements cannot have names in another namespace; undefined where they can, or keep the one they have. */
function objectionTo(model: Model, tops: readonly Top[], path: string): Message | undefined {
  const isKnown = model.project.files.some((file) => file.path === path);
  const from = namespaceOf(model, tops[0]?.file.path ?? "");
  const to = isKnown ? namespaceOf(model, path) : from;
  if (from === to) return undefined;
  const moved = new Set(tops.flatMap((top) => elementsOf(model, top)));
  const named = [...moved].filter(({ declaration }) => !declaration.ends);
  const taken = named.map(({ name }) => to + name.slice(from.length)).find((name) => model.byName.has(name));
  if (taken !== undefined) return say.taken(taken);
  // The names that lead to one of two would lead to the other from then on.
  const names = new Set(named.map(({ name }) => name));
  const twin = model.elements.find((element) => names.has(element.name) && !moved.has(element));
  return twin && say.declaredTwice(twin.name);
}
