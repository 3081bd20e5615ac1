import type { Element, Model, Relation } from "../model/model.ts";
import type { ElementChange } from "./changes.ts";
import type { Review } from "./reviewed.ts";
import { LEANING } from "./meaning/leaning.ts";

/** What changed and what is next to it, as shapes and lines: what a picture of a change holds. */
export interface Picture {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  /** How many changes there was no room for. */
  readonly left: number;
}

export interface Shape {
  /** Unique in the picture: the name of today, else of yesterday. */
  readonly id: string;
  /** The one of today, else of yesterday. */
  readonly element: Element;
  readonly look: Look;
}

export interface Line {
  /** The ids of shapes. */
  readonly from: string;
  readonly to: string;
  /** The type of the relation, or the kind of the edge. */
  readonly type: string;
  readonly label: string;
  readonly look: Look;
}

export type Look = ElementChange["change"] | "neighbour";

/** How much a picture holds; more than that, and nobody reads it. */
export interface Room {
  readonly shapes: number;
  readonly lines: number;
}

/** The picture of a review: walls before partitions, what changed before its neighbours. */
export function pictureOf(review: Review, room: Room): Picture {
  const drawing = new Drawing(review, room);
  return { shapes: [...drawing.shapes.values()], lines: [...drawing.lines.values()], left: drawing.left };
}

/** What is gone is known by its name of yesterday, unless something else bears it today. */
export function idOfGone({ head }: Review["states"], { name, kind }: Element): string {
  return head.model.byName.has(name) ? `${name} (${kind.name})` : name;
}

/** More changed lines than these hide each other. */
const MANY = 80;

/** A picture while it is filled. */
class Drawing {
  readonly shapes = new Map<Element, Shape>();
  readonly lines = new Map<string, Line>();
  left = 0;
  private readonly today: ReadonlySet<Element>;
  private readonly implied = new Set<string>();
  /** So many lines changed that those of what came or went are taken for granted. */
  private readonly isCrowded: boolean;

  constructor(
    private readonly review: Review,
    private readonly room: Room,
  ) {
    this.today = new Set(review.states.head.model.elements);
    const edges = review.changes.elements.filter(({ after, before }) => (after ?? before)?.kind.ends);
    this.isCrowded = edges.length + review.changes.relations.length > MANY;
    const ordered = review.changes.elements.toSorted((a, b) => Number(b.wall) - Number(a.wall));
    for (const change of ordered) this.changed(change);
    for (const change of ordered) this.edge(change);
    this.relations();
    // Neighbours join while they are gone through, and have none of their own.
    for (const { element, look } of this.shapes.values()) if (look !== "neighbour") this.neighbours(element);
  }

  /** The shape of an element; an attribute is part of its entity's, which then changed. */
  private changed(change: ElementChange): void {
    const element = change.after ?? change.before;
    if (!element || element.kind.ends || element.kind.storey === "meta") return;
    const isPart = element.kind.name === "attribute";
    const shape = isPart ? element.parent : element;
    if (shape && !this.shape(shape, isPart ? "changed" : change.change)) this.left++;
  }

  private edge({ before, after, change }: ElementChange): void {
    const edge = after ?? before;
    if (edge?.ends) this.line(edge.ends.from, edge.ends.to, edgeLabel(edge), change);
  }

  private relations(): void {
    const { states, changes } = this.review;
    const changed = new Map(
      changes.relations.map((change) => [key(change.type, change.from, change.to), change]),
    );
    for (const { model } of [states.base, states.head]) {
      for (const relation of model.relations) {
        const { type, from, to } = relation;
        const change = changed.get(key(type, this.now(from).name, this.now(to).name));
        if (change) this.relation(relation, change.change);
      }
    }
  }

  private relation({ from, to, type }: Relation, look: Look): void {
    const [start, end] = [from, to].map((it) => (it.kind.name === "attribute" ? it.parent : it));
    if (!start || !end || start.kind.ends || end.kind.ends || start === end) return;
    this.line(start, end, { type, label: type }, look);
  }

  /** What is next to a shape that changed, in the new state; in the old one where it is gone. */
  private neighbours(element: Element): void {
    const { model } = this.sideOf(element);
    const near = [...(model.outgoing.get(element) ?? []), ...(model.incoming.get(element) ?? [])];
    for (const relation of near) if (isNear(relation)) this.relation(relation, "neighbour");
  }

  private sideOf(element: Element): { readonly model: Model } {
    const { base, head } = this.review.states;
    return this.today.has(element) ? head : base;
  }

  private line(from: Element, to: Element, { type, label }: Pick<Line, "type" | "label">, look: Look): void {
    const [start, end] = [this.now(from), this.now(to)];
    const id = key(label, start.name, end.name);
    const isImplied = [start, end].some((element) => this.shapes.get(element)?.look === look);
    if (this.isCrowded && isImplied) this.implied.add(id);
    if (this.implied.has(id) || this.lines.has(id) || this.lines.size >= this.room.lines) return;
    const ends = [start, end].map((element) => this.shape(element, "neighbour"));
    const [source, target] = ends;
    if (source && target) this.lines.set(id, { from: source.id, to: target.id, type, label, look });
  }

  /** The shape of an element; undefined where there is no room for it. */
  private shape(element: Element, look: Look): Shape | undefined {
    const now = this.now(element);
    const known = this.shapes.get(now);
    if (known) return known;
    if (now.kind.storey === "meta" || this.shapes.size >= this.room.shapes) return undefined;
    const id = this.today.has(now) ? now.name : idOfGone(this.review.states, now);
    const shape = { id, element: now, look };
    this.shapes.set(now, shape);
    return shape;
  }

  /** What an element of either side is today; what is gone is itself. Of several with a name there is one shape. */
  private now(element: Element): Element {
    const now = this.review.states.now(element) ?? element;
    const first = this.sideOf(now).model.byName.get(now.name);
    return first?.kind === now.kind ? first : now;
  }
}

/** What leans on a thing is next to it. Who answers for it is told in words, and would join everything with everything. */
function isNear({ type }: Relation): boolean {
  return type !== "type" && LEANING[type] !== "neither";
}

function edgeLabel({ kind, title }: Element): Pick<Line, "type" | "label"> {
  return { type: kind.name, label: title ?? kind.name };
}

function key(type: string, from: string, to: string): string {
  return JSON.stringify([type, from, to]);
}
