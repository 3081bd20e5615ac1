import type { NameValue } from "../../grammar/tree.ts";
import type { Element, Model } from "../model/model.ts";
import type { Evidence } from "./changes.ts";
import { describe, type Described } from "./describe.ts";

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
  readonly removed: Set<Described>;
  readonly added: Set<Described>;
  /** From the old name to the new one, where they differ. */
  readonly names = new Map<string, string>();
  private readonly open: Set<Element>;
  private readonly old: ReadonlySet<Element>;
  private readonly edges = new Map<Element, Element[]>();
  private readonly twins: ReadonlySet<Element>;
  private readonly now = new Map<Element, Element>();

  constructor(
    readonly base: Model,
    readonly head: Model,
    /** What others have a claim to the name of, so that its name alone does not say what it is. */
    private contested: ReadonlySet<Element>,
  ) {
    this.removed = new Set(describe(base));
    this.added = new Set(describe(head));
    this.open = new Set([...base.elements, ...head.elements]);
    this.old = new Set(base.elements);
    this.twins = new Set([...twinsIn(base), ...twinsIn(head)]);
    for (const edge of this.open) {
      if (edge.ends) for (const end of new Set([edge.ends.from, edge.ends.to])) this.addEdge(end, edge);
    }
  }

  pair(pair: Pair): void {
    const { before, after } = pair;
    this.pairs.push(pair);
    this.removed.delete(before);
    this.added.delete(after);
    this.open.delete(before.element);
    this.open.delete(after.element);
    this.now.set(before.element, after.element);
    if (before.element.name !== after.element.name) this.names.set(before.element.name, after.element.name);
  }

  modelOf(element: Element): Model {
    return this.old.has(element) ? this.base : this.head;
  }

  hasCounterpart(element: Element): boolean {
    return !this.open.has(element);
  }

  /** What an element of the old model is today; undefined where nothing is known of it. */
  counterpart(old: Element): Element | undefined {
    return this.now.get(old);
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
    if (element.parent) return `${this.nameNow(element.parent)}.${element.id}`;
    const { ends } = element.declaration;
    return ends ? ends.map((end) => this.endNow(end)).join(" -> ") : element.name;
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
    return target ? this.nameNow(target) : end.text;
  }

  private addEdge(end: Element, edge: Element): void {
    const known = this.edges.get(end);
    if (known) known.push(edge);
    else this.edges.set(end, [edge]);
  }
}

/** The elements that share their name with another, which is a mistake. */
export function twinsIn({ elements, byName }: Model): readonly Element[] {
  const known = elements.filter(({ kind }) => !kind.ends);
  const twice = new Set(
    known.filter((element) => byName.get(element.name) !== element).map(({ name }) => name),
  );
  return known.filter(({ name }) => twice.has(name));
}
