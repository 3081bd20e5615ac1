import type { PanelState, Shown } from "./messages.ts";
import type { Place } from "./place.ts";
import type { Wishes } from "./prepared.ts";
import { onward, type Trail } from "./trail.ts";

/** What a panel keeps of the views of a project: how each is to be seen, from where it was, and which way one came. */
export class Memory {
  #trail: Trail;
  #wishes: Readonly<Record<string, Partial<Wishes>>>;
  readonly #places = new Map<string, Place>();
  /** The views of which somebody knows that their groups are folded. */
  readonly #known = new Set<string>();
  /** How the panel was when it was last seen, until there is a picture. */
  #before: PanelState | undefined;

  constructor(before: PanelState | undefined) {
    this.#before = before;
    this.#trail = before?.trail ?? [];
    this.#wishes = before?.wishes ?? {};
  }

  get trail(): Trail {
    return this.#trail;
  }

  wishesOf({ graph }: Shown): Wishes {
    const { filter = {}, folds } = this.#wishes[graph.view] ?? {};
    return { filter, folds };
  }

  /** Changes how a view is to be seen. */
  wish({ graph }: Shown, wishes: Partial<Wishes>): void {
    this.#wishes = { ...this.#wishes, [graph.view]: { ...this.#wishes[graph.view], ...wishes } };
  }

  /** Another view took the place of one, or another project. */
  leave(before: Shown, after: Shown, place: Place): void {
    this.#places.set(pictureOf(before), place);
    const { view, title } = before.graph;
    const from = before.views.find(({ id }) => id === view) ?? { id: view, title };
    const isSameProject = before.project.uri === after.project.uri;
    this.#trail = isSameProject ? onward(this.#trail, from, after.graph.view) : [];
    if (!isSameProject) this.#wishes = {};
  }

  /** From where a view was looked at when it was left, or when the panel was last seen. */
  placeOf(shown: Shown): Place | undefined {
    const before = this.#before;
    this.#before = undefined;
    const isSame = before?.project === shown.project.uri && before.view === shown.graph.view;
    return isSame ? before.place : this.#places.get(pictureOf(shown));
  }

  isKnown(shown: Shown): boolean {
    return this.#known.has(pictureOf(shown));
  }

  /** Somebody knows what there was to know of a view. */
  know(shown: Shown): void {
    this.#known.add(pictureOf(shown));
  }

  /** All that a panel needs to come back as it is. */
  state({ uri, project, graph, locked }: Shown, place: Place | undefined, minimap: boolean): PanelState {
    const [trail, wishes] = [this.#trail, this.#wishes];
    return { uri, view: graph.view, project: project.uri, place, locked, trail, wishes, minimap };
  }
}

/** Two pictures of the same view of the same project are the same picture at two times. */
export function pictureOf({ project, graph }: Shown): string {
  return `${project.uri}\n${graph.view}`;
}
