import type { NameValue } from "../../grammar/tree.ts";
import type { Element, Model } from "../model/model.ts";
import type { Evidence } from "./changes.ts";
import { describeOne, type Described } from "./describe.ts";

/** An element before and after. */
export interface Pair {
  readonly before: Described;
  readonly after: Described;
  /** Why it is believed to be the same under another name; undefined where its name says so. */
  readonly evidence: Evidence | undefined;
}

/** The finding of counterparts, while it goes on. It collects, and so it is a class. */
export class Matching {
  readonly pairs: Pair[] = [];
  readonly removed = new Set<Described>();
  readonly added = new Set<Described>();
  /** What became of each element that stayed: the one of today by the one of yesterday. */
  readonly stayed = new Map<Element, Element>();
  /** From the old name to the new one, where they differ. */
  readonly names = new Map<string, string>();
  /** The new names of those. */
  private readonly taken = new Set<string>();
  private readonly open = new Set<Element>();
  private readonly old: ReadonlySet<Element>;
  private readonly edges = new Map<Element, Element[]>();
  private readonly twins: ReadonlySet<Element>;

  constructor(
    readonly base: Model,
    readonly head: Model,
    /** What others have a claim to the name of, so that its name alone does not say what it is. */
    private contested: ReadonlySet<Element>,
  ) {
    this.old = new Set(base.elements);
    this.twins = new Set([...twinsIn(base), ...twinsIn(head)]);
    // What both states have, the same object, is what it was, and most is of this sort.
    const kept = new Set(head.elements.filter((element) => this.old.has(element)));
    for (const element of base.elements) {
      const before = describeOne(base, element);
      if (kept.has(element)) this.keep({ before, after: describeOne(head, element), evidence: undefined });
      else this.wait(this.removed, before);
      this.addEdge(element);
    }
    for (const element of head.elements) {
      if (!kept.has(element)) this.wait(this.added, describeOne(head, element));
      if (!this.old.has(element)) this.addEdge(element);
    }
  }

  pair(pair: Pair): void {
    const { before, after } = pair;
    this.keep(pair);
    this.removed.delete(before);
    this.added.delete(after);
    this.open.delete(before.element);
    this.open.delete(after.element);
    if (before.element.name === after.element.name) return;
    this.names.set(before.element.name, after.element.name);
    this.taken.add(after.element.name);
  }

  private keep(pair: Pair): void {
    this.pairs.push(pair);
    this.stayed.set(pair.before.element, pair.after.element);
  }

  /** Takes up an element whose counterpart is yet to be found. */
  private wait(side: Set<Described>, item: Described): void {
    side.add(item);
    this.open.add(item.element);
  }

  modelOf(element: Element): Model {
    return this.old.has(element) ? this.base : this.head;
  }

  hasCounterpart(element: Element): boolean {
    return !this.open.has(element);
  }

  /** What an element of the old model is today; undefined where nothing is known of it. */
  counterpart(old: Element): Element | undefined {
    return this.stayed.get(old);
  }

  /** Whether what an element is has to be found out before its name counts, or so has what it is part of. */
  isContested(element: Element): boolean {
    if (this.contested.size === 0) return false;
    const { parent, ends } = element;
    const around = [...(parent ? [parent] : []), ...(ends ? [ends.from, ends.to] : [])];
    return (
      (this.open.has(element) && this.contested.has(element)) || around.some((one) => this.isContested(one))
    );
  }

  /** From here on names count again; whether there were any that did not. */
  settle(): boolean {
    const { size } = this.contested;
    this.contested = new Set();
    return size > 0;
  }

  /** Whether another element has the same name, which is a mistake: nobody could tell which one was renamed. */
  isTwin(element: Element): boolean {
    return this.twins.has(element);
  }

  /** The flows and values that begin or end at an element. */
  edgesAt(element: Element): readonly Element[] {
    return this.edges.get(element) ?? [];
  }

  /** What an element of the old model is called now, as far as that is known; an element of the new one by its name. */
  nameNow(element: Element): string {
    if (!this.old.has(element)) return element.name;
    const own = this.names.get(element.name);
    if (own !== undefined) return own;
    if (this.isSupplanted(element)) return former(element.name);
    if (element.parent) return `${this.nameNow(element.parent)}.${element.id}`;
    const { ends } = element.declaration;
    return ends ? ends.map((end) => this.endNow(end)).join(" -> ") : element.name;
  }

  /**
   * What the names of the old model come to, where that is another: the new name of what bore it, or, of what is gone, none
   * that something else has taken.
   */
  called(): ReadonlyMap<string, string> {
    const gone = [...this.removed]
      .map(({ element }) => element)
      .filter((element) => this.isSupplanted(element));
    return new Map([...gone.map(({ name }) => [name, former(name)] as const), ...this.names]);
  }

  /** Whether something else of the old model has the name of this element now. */
  private isSupplanted(element: Element): boolean {
    return this.taken.has(element.name) && this.old.has(element) && this.open.has(element);
  }

  /**
   * A name by which the neighbours of two elements can be compared: that of its counterpart. What has none yet may have
   * been renamed as well: then the last part of its name, or, where `isLoose`, no more than its kind and title.
   */
  neutral(element: Element, isLoose: boolean): string {
    if (!this.open.has(element)) return this.nameNow(element);
    const { ends, kind, title, id } = element;
    if (ends) return `${this.neutral(ends.from, isLoose)} -> ${this.neutral(ends.to, isLoose)}`;
    return isLoose ? `~${kind.name} ${title ?? ""}` : `~${id}`;
  }

  /** One end of an edge of the old model, which may name nothing. */
  private endNow(end: NameValue): string {
    const target = this.base.targets.get(end);
    if (target) return this.nameNow(target);
    return this.taken.has(end.text) ? former(end.text) : end.text;
  }

  private addEdge(edge: Element): void {
    if (!edge.ends) return;
    const { from, to } = edge.ends;
    for (const end of from === to ? [from] : [from, to]) {
      const known = this.edges.get(end);
      if (known) known.push(edge);
      else this.edges.set(end, [edge]);
    }
  }
}

/** A name as no element can have it. */
function former(name: string): string {
  return `former ${name}`;
}

/** The elements that share their name with another, which is a mistake. */
export function twinsIn({ elements, byName }: Model): readonly Element[] {
  const known = elements.filter(({ kind }) => !kind.ends);
  const twice = new Set(
    known.filter((element) => byName.get(element.name) !== element).map(({ name }) => name),
  );
  return known.filter(({ name }) => twice.has(name));
}
