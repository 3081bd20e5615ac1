import { once } from "../../grammar/once.ts";
import type { Element, Model } from "../model/model.ts";
import { target } from "../model/query.ts";

/** An element that was looked for, and what to say beside its name. */
export interface WorkspaceSymbol {
  readonly model: Model;
  readonly element: Element;
  /** Its kind, its title and who answers for it: `tool · Product information · Data office`. */
  readonly container: string;
}

/** More than these nobody reads, and an editor asks again with the next letter. */
const MOST = 256;

/**
 * Feature: Go to symbol in workspace
 *
 * The elements of all projects whose name or title has the letters that were typed, in their order, accents and capitals
 * aside; the likeliest first: those that begin with them, then those in which they begin words.
 */
export function workspaceSymbols(models: readonly Model[], query: string): readonly WorkspaceSymbol[] {
  const wanted = plainly(query).replaceAll(/\s+/g, "");
  const found = models.flatMap((model) =>
    namesIn(model).flatMap(({ element, name, title }) => {
      const score = Math.max(likeness(name, wanted), likeness(title, wanted) - 1);
      return score > 0 ? [{ model, element, score, size: sizeOf(element) }] : [];
    }),
  );
  const best = found.toSorted((a, b) => b.score - a.score || a.size - b.size).slice(0, MOST);
  return best.map(({ model, element }) => ({ model, element, container: containerOf(model, element) }));
}

/** How much there is of a name: of several that fit alike, the outermost and shortest is meant. */
function sizeOf({ id, parent }: Element): number {
  return parent ? 1000 + sizeOf(parent) + id.length : id.length;
}

/** What is compared with a query, worked out once for each model. */
const namesIn = once((model: Model) =>
  model.elements
    .filter(({ declaration }) => declaration.id ?? declaration.ends)
    .map((element) => ({ element, name: plainly(element.name), title: plainly(element.title ?? "") })),
);

/** Without accents and capitals. */
function plainly(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * How well the letters of a query fit a name: 0 where they are not all in it in their order. The whole name, its last part
 * or its beginning fit best, then a part that begins so, letters side by side, and last letters anywhere.
 */
function likeness(name: string, query: string): number {
  if (name === "") return 0;
  if (query === "") return 1;
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (name === query || last === query) return 1000;
  if (last.startsWith(query)) return 900;
  if (name.startsWith(query)) return 850;
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  if (parts.some((part) => part.startsWith(query))) return 800;
  if (name.includes(query)) return 600;
  return spread(name, query);
}

/** The same for letters that do not stand side by side: each that begins a word counts more. */
function spread(name: string, query: string): number {
  let score = 1;
  let at = 0;
  for (const letter of query) {
    const found = name.indexOf(letter, at);
    if (found < 0) return 0;
    const begins = found === 0 || /[^\p{L}\p{N}]/u.test(name.charAt(found - 1));
    score += begins ? 20 : found === at ? 8 : 1;
    at = found + letter.length;
  }
  return Math.min(score, 500);
}

function containerOf(model: Model, element: Element): string {
  const owner = ownerOf(model, element);
  const parts = [element.kind.name, element.title, owner?.label];
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

/** Who answers for an element: its own team, else that of what it stands in. */
function ownerOf(model: Model, element: Element): Element | undefined {
  const own = target(model, element, "accountable");
  return own ?? (element.parent && ownerOf(model, element.parent));
}
