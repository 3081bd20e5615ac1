import type { KindName, Storey } from "../../grammar/schema.ts";
import type { Element, Relation } from "../model/model.ts";
import type { ElementChange, Review } from "./changes.ts";

/** What changed and what is next to it, as shapes and lines: what a small picture of a change holds. */
export interface Picture {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
}

export interface Shape {
  /** The name of today, else of yesterday. */
  readonly name: string;
  readonly kind: KindName;
  readonly label: string;
  readonly storey: Storey;
  readonly look: Look;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly look: Look;
}

type Look = ElementChange["change"] | "neighbour";

/** More than this, and nobody reads it. */
const MOST_SHAPES = 48;
const MOST_LINES = 72;

/** The picture of a review: walls before partitions, what changed before its neighbours. */
export function pictureOf(review: Review): Picture {
  const drawing = new Drawing(review);
  return { shapes: [...drawing.shapes.values()], lines: [...drawing.lines.values()] };
}

/** A picture while it is filled. */
class Drawing {
  readonly shapes = new Map<string, Shape>();
  readonly lines = new Map<string, Line>();
  private readonly old: ReadonlySet<Element>;

  constructor(private readonly review: Review) {
    const { changes, states } = review;
    this.old = new Set(states.base.model.elements);
    const ordered = changes.elements.toSorted((a, b) => Number(b.wall) - Number(a.wall));
    for (const change of ordered) this.changed(change);
    for (const change of ordered) this.edge(change);
    this.relations();
    const changed = [...this.shapes.values()].filter(({ look }) => look !== "neighbour");
    for (const { name } of changed) this.neighbours(name);
  }

  /** The shape of an element; an attribute is part of its entity's, which then changed. */
  private changed(change: ElementChange): void {
    const element = change.after ?? change.before;
    if (!element || element.kind.ends) return;
    const isPart = element.kind.name === "attribute";
    const shape = isPart ? element.parent : element;
    if (shape) this.shape(shape, isPart ? "changed" : change.change);
  }

  private edge({ before, after, change }: ElementChange): void {
    const edge = after ?? before;
    if (edge?.ends) this.line(edge.ends.from, edge.ends.to, edge.title ?? edge.kind.name, change);
  }

  private relations(): void {
    const { changes } = this.review;
    const [base, head] = [this.review.states.base.model, this.review.states.head.model];
    const changed = new Map(
      changes.relations.map((change) => [key(change.type, change.from, change.to), change]),
    );
    for (const relation of [...base.relations, ...head.relations]) {
      const change = changed.get(key(relation.type, this.name(relation.from), this.name(relation.to)));
      if (change) this.relation(relation, change.change);
    }
  }

  private relation({ from, to, type }: Relation, look: Look): void {
    const ends = [from, to].map((end) => (end.kind.name === "attribute" ? end.parent : end));
    const [start, end] = ends;
    if (!start || !end || start.kind.ends || end.kind.ends || start === end) return;
    this.line(start, end, type, look);
  }

  /** What is next to a shape that changed, in the new state; in the old one where it is gone. */
  private neighbours(name: string): void {
    const { base, head } = this.review.states;
    for (const { model } of [head, base]) {
      const element = model.byName.get(name);
      if (!element) continue;
      const relations = [...(model.outgoing.get(element) ?? []), ...(model.incoming.get(element) ?? [])];
      for (const relation of relations) this.relation(relation, "neighbour");
      return;
    }
  }

  private line(from: Element, to: Element, label: string, look: Look): void {
    const [start, end] = [this.name(from), this.name(to)];
    const id = key(label, start, end);
    if (this.lines.has(id) || this.lines.size >= MOST_LINES) return;
    const isDrawn = [from, to].every((element) => this.shape(element, "neighbour"));
    if (isDrawn) this.lines.set(id, { from: start, to: end, label, look });
  }

  /** Whether there is a shape for an element now. */
  private shape(element: Element, look: Look): boolean {
    const name = this.name(element);
    const { kind } = element;
    // An entity stands alone here: its domain has to be in its name.
    const label = kind.name === "entity" ? name : element.label;
    if (this.shapes.has(name)) return true;
    if (kind.storey === "meta" || this.shapes.size >= MOST_SHAPES) return false;
    this.shapes.set(name, { name, kind: kind.name, label, storey: kind.storey, look });
    return true;
  }

  private name(element: Element): string {
    return this.old.has(element)
      ? (this.review.changes.renames.get(element.name) ?? element.name)
      : element.name;
  }
}

function key(type: string, from: string, to: string): string {
  return JSON.stringify([type, from, to]);
}
