import type { Arrange } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import { element } from "./elements.ts";
import { emptyState } from "./empty-state.ts";
import { keyAction, ZOOM, type KeyAction } from "./keys.ts";
import type { FromPanel, PanelState, Shown } from "./messages.ts";
import { neighbour, type Direction } from "./neighbour.ts";
import { picture, type Picture } from "./picture.ts";
import { inSight, isWhole, kept, type Place } from "./place.ts";
import { shownAs } from "./shown-as.ts";
import { stage, type Stage } from "./stage.ts";
import { toolbar, type Toolbar } from "./toolbar.ts";
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
  #current: { readonly shown: Shown; readonly picture: Picture } | undefined;
  #marked: string | undefined;
  /** Where the panel was when it was last seen, until there is a picture. */
  #remembered: PanelState | undefined;
  #drawing = new AbortController();

  constructor(page: HTMLElement, ports: Ports) {
    this.#ports = ports;
    this.#remembered = ports.remembered;
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
    });
    this.#notice.hidden = true;
    this.#empty.hidden = true;
    page.append(this.#toolbar.element, this.#frame, this.#empty, this.#notice);
    this.#frame.addEventListener("click", ({ target }) =>
      this.#reveal(this.#current?.picture.nameAt(target)),
    );
    page.addEventListener("keydown", (event) => {
      const action = keyAction(event);
      if (action && this.#press(action, event.target)) event.preventDefault();
    });
    this.#frame.addEventListener("focusin", ({ target }) =>
      this.#show(this.#current?.picture.nameAt(target)),
    );
    new ResizeObserver(() => this.#resized()).observe(this.#frame);
  }

  /** Draws; the picture before stays until the new one is there, and for good if there is none. */
  async show(shown: Shown): Promise<void> {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    try {
      const { scene, svg } = await draw(shown.graph, "vscode", { arrange: this.#ports.arrange, signal });
      if (signal.aborted) return;
      this.#replace(shown, this.#current?.picture.text === svg ? undefined : picture(scene, svg));
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
    const { picture } = this.#current ?? {};
    const before = this.#markedShape();
    this.#marked = name;
    const after = this.#markedShape();
    if (before === after) return;
    this.#current?.picture.mark(this.#markedShape());
    const box = after === undefined ? undefined : picture?.boxes.get(after);
    if (box && !this.#stage.isFitted()) this.#moveTo(inSight(box, this.#stage.place(), this.#stage.view()));
  }

  #replace(shown: Shown, next: Picture | undefined): void {
    const before = this.#current;
    const same = before && pictureOf(before.shown) === pictureOf(shown);
    const focused = this.#current?.picture.nameAt(document.activeElement);
    const now = next ?? before?.picture;
    if (!now) return;
    this.#current = { shown, picture: now };
    this.#toolbar.showViews(shown.views, shown.graph.view);
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
    this.#current?.picture.mark(this.#markedShape());
    this.#remember();
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

  /** Where the same picture was looked at from when the panel was last seen. */
  #placeBefore(): Place | undefined {
    const remembered = this.#remembered;
    this.#remembered = undefined;
    if (!remembered || !this.#current) return undefined;
    const { project, graph } = this.#current.shown;
    return remembered.project === project.uri && remembered.view === graph.view
      ? remembered.place
      : undefined;
  }

  #markedShape(): string | undefined {
    const { picture } = this.#current ?? {};
    if (!picture || this.#marked === undefined) return undefined;
    return shownAs(this.#marked, (name) => picture.boxes.has(name));
  }

  /** Does what a key asks for; false where the key is another's. */
  #press(action: KeyAction, target: EventTarget | null): boolean {
    const isBar = target instanceof Node && this.#toolbar.element.contains(target);
    const focused = this.#current?.picture.nameAt(target);
    switch (action.type) {
      case "go":
        return !isBar && this.#go(action.direction, focused);
      case "open":
        return this.#reveal(focused);
      case "leave":
        this.#frame.focus();
        return true;
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
    const next = picture && neighbour(picture.boxes, from, direction);
    if (next !== undefined) picture?.shape(next)?.focus({ preventScroll: true });
    return true;
  }

  #reveal(name: string | undefined): boolean {
    if (name !== undefined) this.#ports.tell({ type: "reveal", name });
    return name !== undefined;
  }

  /** Brings a shape that got the keyboard into sight. */
  #show(name: string | undefined): void {
    const box = name === undefined ? undefined : this.#current?.picture.boxes.get(name);
    if (box) this.#moveTo(inSight(box, this.#stage.place(), this.#stage.view()));
  }

  #moveTo(place: Place): void {
    const { x, y } = this.#stage.place();
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
    this.#ports.remember({ uri, view: graph.view, project: project.uri, place });
  }
}

/** Two pictures of the same view of the same project are the same picture at two times. */
function pictureOf({ project, graph }: Shown): string {
  return `${project.uri}\n${graph.view}`;
}
