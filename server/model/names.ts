import { nearest } from "../../grammar/near.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element } from "./model.ts";

/** All names of a project, and how to look one up from where it is written. */
export class Names {
  readonly byName = new Map<string, Element>();
  readonly ghosts = new Set<string>();
  private readonly byKind = new Map<KindName, Element[]>();
  /** How the elements of some kinds are written in a scope: what `near` chooses from. */
  private readonly ways = new Map<string, ReadonlyMap<string, Element>>();
  private asked = 0;

  /** Takes an element up. Returns the one that has its name already; undefined where it is the first. */
  add(element: Element): Element | undefined {
    const first = this.byName.get(element.name);
    if (!first) this.byName.set(element.name, element);
    const known = this.byKind.get(element.kind.name);
    if (known) known.push(element);
    else this.byKind.set(element.kind.name, [element]);
    return first;
  }

  /**
   * What a name means inside `scope`: there, then in each scope around it, up to the project. One of the kinds
   * asked for is preferred; without one, what was found first; undefined where nothing bears the name.
   */
  resolve(name: string, scope: string, kinds: readonly KindName[]): Element | undefined {
    let other: Element | undefined;
    for (const around of scopes(scope)) {
      const found = this.byName.get(around + name);
      if (found && kinds.includes(found.kind.name)) return found;
      other ??= found;
    }
    return other;
  }

  /** Whether a statement that could not be read would have declared the name. */
  isGhost(name: string, scope: string): boolean {
    return scopes(scope).some((around) => this.ghosts.has(around + name));
  }

  /** The name that was probably meant, written so that it resolves in `scope`. */
  near(name: string, scope: string, kinds: readonly KindName[]): string | undefined {
    if (++this.asked > MOST_SUGGESTIONS) return undefined;
    const fitting = kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
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
const MOST_SUGGESTIONS = 200;

/** `a.b` → `a.b.`, `a.`, and nothing. */
function scopes(scope: string): readonly string[] {
  const all: string[] = [];
  for (let rest = scope; rest !== ""; rest = rest.slice(0, Math.max(0, rest.lastIndexOf("."))))
    all.push(`${rest}.`);
  all.push("");
  return all;
}
