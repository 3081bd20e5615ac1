import type { Arrange } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import { element } from "./elements.ts";
import { emptyState } from "./empty-state.ts";
import { finder, type Finder } from "./finder.ts";
import { keyAction, ZOOM, type KeyAction } from "./keys.ts";
import type { FromPanel, PanelState, Shown } from "./messages.ts";
import { neighbour, type Direction } from "./neighbour.ts";
import { picture, type Picture } from "./picture.ts";
import { inSight, isWhole, kept, type Place } from "./place.ts";
import { related } from "./related.ts";
import { shownAs } from "./shown-as.ts";
import type { Sight } from "./sight.ts";
import { stage, type Stage } from "./stage.ts";
import { toolbar, type Toolbar } from "./toolbar.ts";
import { onward, type Trail } from "./trail.ts";
import type { Words } from "./words.ts";

/** What the panel is given by the page that it is on. */
export interface Ports {
  readonly words: Words;
  readonly arrange: Arrange;
  readonly tell: (message: FromPanel) => void;
  readonly remember: (state: PanelState) => void;
  /** What it remembered when it was last seen. */
  readonly remembered: PanelState | undefined;
}

/** So many pixels an arrow key moves the picture. */
const STEP = 60;

/** The picture in the panel, and what one can do with it. */
export class DiagramView {
  readonly #ports: Ports;
  readonly #canvas = element("div", { class: "canvas" });
  readonly #frame: HTMLElement;
  readonly #notice = element("div", { class: "notice", role: "status" });
  readonly #empty: HTMLElement;
  readonly #stage: Stage;
  readonly #toolbar: Toolbar;
  readonly #finder: Finder;
  #current: (Sight & { readonly shown: Shown }) | undefined;
  #marked: string | undefined;
  #selected: string | undefined;
  #trail: Trail;
  /** From where each view was looked at last. */
  readonly #places = new Map<string, Place>();
  /** Where the panel was when it was last seen, until there is a picture. */
  #remembered: PanelState | undefined;
  #drawing = new AbortController();

  constructor(page: HTMLElement, ports: Ports) {
    this.#ports = ports;
    this.#remembered = ports.remembered;
    this.#trail = ports.remembered?.trail ?? [];
    const { words } = ports;
    this.#frame = element("div", {
      class: "stage",
      tabindex: "0",
      role: "group",
      "aria-label": words.diagram,
    });
    this.#frame.append(this.#canvas);
    this.#empty = emptyState(words);
    this.#stage = stage(this.#frame, this.#canvas, () => this.#moved());
    const { zoomBy, zoomTo, fit } = this.#stage;
    this.#toolbar = toolbar(words, {
      zoomIn: () => zoomBy(ZOOM),
      zoomOut: () => zoomBy(1 / ZOOM),
      actualSize: () => zoomTo(1),
      fit: () => fit("gliding"),
      choose: (view) => ports.tell({ type: "choose", view }),
      find: () => this.#finder.open(),
      back: () => this.#back(),
    });
    const viewer = { sight: () => this.#current, lookAt: (id: string) => this.#lookAt(id) };
    this.#finder = finder(words, viewer, (at) => this.#focus(at));
    this.#notice.hidden = true;
    this.#empty.hidden = true;
    page.append(this.#toolbar.element, this.#finder.element, this.#frame, this.#empty, this.#notice);
    this.#listen(page);
  }

  /** Draws; the picture before stays until the new one is there, and for good if there is none. */
  async show(shown: Shown): Promise<void> {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    try {
      const { graph } = shown;
      const { scene, svg } = await draw(graph, "vscode", { arrange: this.#ports.arrange, signal });
      if (signal.aborted) return;
      const next = this.#current?.picture.text === svg ? undefined : picture(scene, svg);
      this.#replace(shown, graph, next);
      this.#notice.hidden = true;
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#ports.tell({ type: "log", text: reason });
      this.fail(this.#ports.words.notDrawn(reason));
    }
  }

  /** Says why the picture is not what it should be. */
  fail(reason: string): void {
    this.#notice.textContent = this.#current ? this.#ports.words.notCurrent(reason) : reason;
    this.#notice.hidden = false;
  }

  /** Marks the shape of an element, and brings it into sight where it was not marked before. */
  mark(name: string | undefined): void {
    const before = this.#markedShape();
    this.#marked = name;
    const after = this.#markedShape();
    if (before === after) return;
    this.#current?.picture.mark(after);
    if (after !== undefined && !this.#stage.isFitted()) this.#lookAt(after);
  }

  #listen(page: HTMLElement): void {
    const at = (target: EventTarget | null) => this.#current?.picture.idAt(target);
    this.#frame.addEventListener("click", ({ target }) => {
      const id = at(target);
      this.#select(id);
      this.#reveal(id, "see");
    });
    this.#frame.addEventListener("dblclick", ({ target }) => this.#around(at(target)));
    this.#frame.addEventListener("focusin", ({ target }) => {
      const id = at(target);
      if (id === undefined) return;
      this.#select(id);
      this.#lookAt(id);
    });
    page.addEventListener("keydown", (event) => {
      const action =
        isTyping(event.target) && !event.ctrlKey && !event.metaKey ? undefined : keyAction(event);
      if (!action || !this.#press(action, event.target)) return;
      event.preventDefault();
      // VS Code listens on the window, and would take the same key for one of its own.
      event.stopPropagation();
    });
    new ResizeObserver(() => this.#resized()).observe(this.#frame);
  }

  #replace(shown: Shown, graph: Shown["graph"], next: Picture | undefined): void {
    const before = this.#current;
    const same = before && pictureOf(before.shown) === pictureOf(shown);
    const focused = before?.picture.idAt(document.activeElement);
    const now = next ?? before?.picture;
    if (!now) return;
    if (before && !same) this.#leave(before.shown, shown);
    this.#current = { shown, graph, picture: now };
    this.#toolbar.showViews(shown.views, shown.graph.view);
    this.#toolbar.showBack(this.#trail.at(-1)?.title);
    const isEmpty = shown.graph.nodes.length + shown.graph.groups.length === 0;
    this.#empty.hidden = !isEmpty;
    this.#canvas.hidden = isEmpty;
    this.#toolbar.element.hidden = isEmpty && shown.views.length < 2;
    if (next) {
      this.#canvas.replaceChildren(next.element);
      this.#stage.resize(next.size);
      this.#settle(next, same ? before.picture : undefined);
      if (focused !== undefined) next.shape(focused)?.focus({ preventScroll: true });
    }
    now.mark(this.#markedShape());
    this.#select(this.#selected);
    this.#finder.refresh();
    this.#remember();
  }

  /** Another view, or another project: what belonged to the picture before goes. */
  #leave(before: Shown, after: Shown): void {
    this.#selected = undefined;
    this.#places.set(pictureOf(before), this.#stage.place());
    const { view, title } = before.graph;
    const from = before.views.find(({ id }) => id === view) ?? { id: view, title };
    const isSameProject = before.project.uri === after.project.uri;
    this.#trail = isSameProject ? onward(this.#trail, from, after.graph.view) : [];
  }

  /** Where a new picture is looked at from. */
  #settle(next: Picture, before: Picture | undefined): void {
    const remembered = before ? undefined : this.#placeBefore();
    if (remembered) return this.#stage.restore(remembered);
    if (!before) return this.#stage.fit();
    const view = this.#stage.view();
    const boxes = { before: before.boxes, after: next.boxes };
    const place = kept(boxes, this.#stage.place(), view, this.#markedShape());
    if (this.#stage.isFitted() && !isWhole(next.size, place, view)) this.#stage.fit();
    else this.#stage.moveTo(place);
  }

  /** Where the same picture was looked at from when the panel was last seen, or the view was left. */
  #placeBefore(): Place | undefined {
    const remembered = this.#remembered;
    this.#remembered = undefined;
    if (!this.#current) return undefined;
    const { project, graph } = this.#current.shown;
    return remembered?.project === project.uri && remembered.view === graph.view
      ? remembered.place
      : this.#places.get(pictureOf(this.#current.shown));
  }

  #markedShape(): string | undefined {
    const { picture } = this.#current ?? {};
    if (!picture || this.#marked === undefined) return undefined;
    return shownAs(this.#marked, (name) => picture.boxes.has(name));
  }

  /** Does what a key asks for; false where the key is another's. */
  #press(action: KeyAction, target: EventTarget | null): boolean {
    const isBar = target instanceof Node && this.#toolbar.element.contains(target);
    const focused = this.#current?.picture.idAt(target);
    switch (action.type) {
      case "go":
        return !isBar && this.#go(action.direction, focused);
      case "open":
        return this.#reveal(focused, "go");
      case "focus":
        return this.#around(focused);
      case "back":
        return this.#back();
      case "find":
        this.#finder.open();
        return true;
      case "leave":
        return this.#escape();
      case "zoom":
        this.#stage.zoomBy(action.factor);
        return true;
      case "actual-size":
        this.#stage.zoomTo(1);
        return true;
      case "fit":
        this.#stage.fit("gliding");
        return true;
    }
  }

  /** From a shape to the next one; without a shape, over the picture. */
  #go(direction: Direction, from: string | undefined): boolean {
    if (from === undefined) {
      const x = direction === "left" ? STEP : direction === "right" ? -STEP : 0;
      const y = direction === "up" ? STEP : direction === "down" ? -STEP : 0;
      this.#stage.panBy({ x, y });
      return true;
    }
    const { picture } = this.#current ?? {};
    this.#focus(picture && neighbour(picture.boxes, from, direction));
    return true;
  }

  /** The search is closed first, then what is selected is let go, then the keyboard leaves the shape. */
  #escape(): boolean {
    if (this.#finder.isOpen()) this.#finder.close();
    else if (this.#selected !== undefined) this.#select(undefined);
    else this.#frame.focus();
    return true;
  }

  #focus(id: string | undefined): void {
    if (id === undefined) this.#frame.focus({ preventScroll: true });
    else this.#current?.picture.shape(id)?.focus({ preventScroll: true });
  }

  /** Lights up a shape or a line and what has to do with it. */
  #select(id: string | undefined): void {
    const { graph, picture } = this.#current ?? {};
    if (!graph || !picture) return;
    const isThere = id !== undefined && picture.parts(id).length > 0;
    this.#selected = isThere ? id : undefined;
    picture.light("selecting", isThere ? [...related(graph, id)].flatMap(picture.parts) : undefined);
  }

  #reveal(id: string | undefined, to: "see" | "go"): boolean {
    if (id !== undefined) this.#ports.tell({ type: "reveal", name: id, to });
    return id !== undefined;
  }

  /** Asks for what is around a shape. */
  #around(id: string | undefined): boolean {
    if (id !== undefined) this.#ports.tell({ type: "choose", view: `around:${id}` });
    return id !== undefined;
  }

  #back(): boolean {
    const last = this.#trail.at(-1);
    if (last) this.#ports.tell({ type: "choose", view: last.id });
    return last !== undefined;
  }

  /** Brings a shape into sight. */
  #lookAt(id: string): void {
    const box = this.#current?.picture.boxes.get(id);
    if (!box) return;
    const { x, y } = this.#stage.place();
    const place = inSight(box, this.#stage.place(), this.#stage.view());
    if (place.x !== x || place.y !== y) this.#stage.moveTo(place, "gliding");
  }

  #resized(): void {
    if (this.#current && this.#stage.isFitted()) this.#stage.fit();
  }

  #moved(): void {
    this.#toolbar.showScale(this.#stage.place().scale);
    this.#remember();
  }

  #remember(): void {
    if (!this.#current) return;
    const { uri, project, graph } = this.#current.shown;
    const place = this.#stage.isFitted() ? undefined : this.#stage.place();
    this.#ports.remember({ uri, view: graph.view, project: project.uri, place, trail: this.#trail });
  }
}

/** In a field, a key is what is typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}

/** Two pictures of the same view of the same project are the same picture at two times. */
function pictureOf({ project, graph }: Shown): string {
  return `${project.uri}\n${graph.view}`;
}
