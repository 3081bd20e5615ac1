import { grouped } from "../../grammar/grouped.ts";
import { nearest } from "../../grammar/near.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element } from "./model.ts";

/** All names of a project, and how to look one up from where it is written. */
export class Names {
  /** How the elements of some kinds are written in a scope: what `near` chooses from. */
  private readonly ways = new Map<string, ReadonlyMap<string, Element>>();
  private kinds: ReadonlyMap<KindName, readonly Element[]> | undefined;
  private asked = 0;

  constructor(
    /** Of several elements with one name the first. */
    private readonly byName: ReadonlyMap<string, Element>,
    /** Every element that a reference may name. */
    private readonly elements: () => Iterable<Element>,
    /** Names that a statement which could not be read would have declared; with a dot behind, all that begin so. */
    private readonly ghosts: ReadonlySet<string> = new Set(),
  ) {}

  /** What bears a whole name; of several the first. */
  named(name: string): Element | undefined {
    return this.byName.get(name);
  }

  /**
   * What a name means inside `scope`: there, then in each scope around it, up to the project. One of the kinds
   * asked for is preferred; without one, what was found first; undefined where nothing bears the name.
   */
  resolve(name: string, scope: string, kinds: readonly KindName[]): Element | undefined {
    let other: Element | undefined;
    for (let around = scope; around !== ""; around = outside(around)) {
      const found = this.byName.get(`${around}.${name}`);
      if (found && kinds.includes(found.kind.name)) return found;
      other ??= found;
    }
    const found = this.byName.get(name);
    return found && (!other || kinds.includes(found.kind.name)) ? found : other;
  }

  /** Whether a statement that could not be read would have declared the name. */
  isGhost(name: string, scope: string): boolean {
    if (this.ghosts.size === 0) return false;
    const within = name.slice(0, name.lastIndexOf(".") + 1);
    return scopes(scope).some(
      (around) => this.ghosts.has(around + name) || (within !== "" && this.ghosts.has(around + within)),
    );
  }

  /** The name that was probably meant, written so that it resolves in `scope`; of any kind where none is asked for. */
  near(name: string, scope: string, kinds: readonly KindName[]): string | undefined {
    if (++this.asked > MOST_SUGGESTIONS) return undefined;
    const byKind = this.byKind();
    const fitting = (kinds.length > 0 ? kinds : [...byKind.keys()]).flatMap((kind) => byKind.get(kind) ?? []);
    const exact = fitting.filter(({ id }) => id === name);
    if (exact.length === 1 && exact[0]) return this.shortest(exact[0], scope);
    const whole = nearest(name, this.written(fitting, kinds, scope).keys());
    if (whole !== undefined || name.includes(".")) return whole;
    const id = nearest(
      name,
      fitting.map((element) => element.id),
    );
    const found = id === undefined ? undefined : fitting.find((element) => element.id === id);
    return found && this.shortest(found, scope);
  }

  private byKind(): ReadonlyMap<KindName, readonly Element[]> {
    this.kinds ??= grouped(this.elements(), ({ kind }) => kind.name);
    return this.kinds;
  }

  private written(
    fitting: readonly Element[],
    kinds: readonly KindName[],
    scope: string,
  ): ReadonlyMap<string, Element> {
    const key = `${scope} ${kinds.join(" ")}`;
    const known = this.ways.get(key);
    if (known) return known;
    const ways = new Map(fitting.map((element) => [this.shortest(element, scope), element]));
    this.ways.set(key, ways);
    return ways;
  }

  /** The shortest way to write an element's name that means it inside `scope`. */
  shortest(element: Element, scope: string): string {
    for (const around of scopes(scope)) {
      if (!element.name.startsWith(around)) continue;
      const name = element.name.slice(around.length);
      if (this.resolve(name, scope, [element.kind.name]) === element) return name;
    }
    return element.name;
  }
}

/** A file full of unknown names is not read any better with a thousand suggestions, and each one costs a search. */
export const MOST_SUGGESTIONS = 200;

/** `a.b` → `a` → nothing */
function outside(scope: string): string {
  return scope.slice(0, Math.max(0, scope.lastIndexOf(".")));
}

/** `a.b` → `a.b.`, `a.`, and nothing. */
function scopes(scope: string): readonly string[] {
  const all: string[] = [];
  for (let around = scope; around !== ""; around = outside(around)) all.push(`${around}.`);
  all.push("");
  return all;
}
