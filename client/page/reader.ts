import { element } from "../panel/elements.ts";
import { finder, type Finder } from "../panel/finder.ts";
import { isByKeyboard } from "../panel/gestures.ts";
import { keyAction, ZOOM, type KeyAction } from "../panel/keys.ts";
import { neighbour, type Direction } from "../panel/neighbour.ts";
import { idAt } from "../panel/picture.ts";
import { inSight, legible, type Place } from "../panel/place.ts";
import { related } from "../panel/related.ts";
import type { Searched } from "../panel/sight.ts";
import { stage, type Stage } from "../panel/stage.ts";
import { makeSortable } from "../panel/table-sorting.ts";
import { toolbar, type Toolbar } from "../panel/toolbar.ts";
import type { Words } from "../panel/words.ts";
import type { PageView } from "./data.ts";
import { pagePicture } from "./page-picture.ts";

/** A view, and the part of the page that holds the picture of it. */
export interface Leaf {
  readonly view: PageView;
  readonly section: Element;
}

/** The same once it has been read. */
type Sheet = Leaf & Searched;

/** So many pixels an arrow key moves the picture. */
const STEP = 60;

/** The pictures of a page, one at a time, and what one can do with them. */
export class Reader {
  readonly #leaves: readonly Leaf[];
  readonly #sheets = new Map<string, Sheet>();
  readonly #places = new Map<string, Place>();
  readonly #canvas = element("div", { class: "canvas" });
  readonly #frame: HTMLElement;
  readonly #stage: Stage;
  readonly #toolbar: Toolbar;
  readonly #finder: Finder;
  readonly #words: Words;
  #shown: Sheet | undefined;
  #selected: string | undefined;

  /** @param choose is told which view somebody wants to see */
  constructor(page: HTMLElement, leaves: readonly Leaf[], words: Words, choose: (view: string) => void) {
    this.#leaves = leaves;
    this.#words = words;
    this.#frame = element("div", {
      class: "stage",
      tabindex: "0",
      role: "group",
      "aria-label": words.diagram,
    });
    this.#frame.append(this.#canvas);
    this.#stage = stage(this.#frame, this.#canvas, () => this.#moved(), { wheel: "zooms" });
    const { zoomBy, zoomTo, fit } = this.#stage;
    this.#toolbar = toolbar(words, {
      zoomIn: () => zoomBy(ZOOM),
      zoomOut: () => zoomBy(1 / ZOOM),
      actualSize: () => zoomTo(1),
      fit: () => fit("gliding"),
      find: () => this.#finder.open(),
      back: () => history.back(),
      choose,
    });
    const viewer = { sight: () => this.#shown, read: (id: string) => this.#lookAt(id, legible) };
    this.#finder = finder(words, viewer, (at) => this.#focus(at));
    page.append(
      element("div", { class: "corner" }, this.#toolbar.element, this.#finder.element),
      this.#frame,
    );
    this.#listen();
  }

  /** Shows a view, from where it was looked at last; the first one where there is none of that name. */
  show(id: string): void {
    const sheet = this.#read(this.#leaves.find(({ view }) => view.id === id) ?? this.#leaves[0]);
    if (!sheet || sheet === this.#shown) return;
    this.#select(undefined);
    this.#remember();
    this.#shown = sheet;
    this.#toolbar.showViews(
      this.#leaves.map(({ view }) => view),
      sheet.view.id,
    );
    this.#canvas.replaceChildren(sheet.section);
    this.#stage.resize(sheet.view.size);
    const place = this.#places.get(sheet.view.id);
    if (place) this.#stage.restore(place);
    else this.#stage.fit();
    this.#finder.refresh();
  }

  /** A picture is read when it is shown first. */
  #read(leaf: Leaf | undefined): Sheet | undefined {
    const root = leaf?.section.querySelector("svg");
    if (!leaf || !root) return undefined;
    const { id, graph: whole } = leaf.view;
    const known = this.#sheets.get(id);
    if (known) return known;
    const sheet = {
      ...leaf,
      whole,
      holderOf: (it: string) => it,
      picture: pagePicture(root, leaf.view),
    };
    makeSortable(root, whole.table, this.#words, { sorting: undefined, changed: () => undefined });
    this.#sheets.set(id, sheet);
    return sheet;
  }

  #listen(): void {
    this.#frame.addEventListener("click", ({ target }) => this.#select(idAt(target)));
    this.#frame.addEventListener("focusin", ({ target }) => {
      const id = idAt(target);
      // Who presses on a shape may be about to drag the picture, which has to stay where it is.
      if (id === undefined || !isByKeyboard(target)) return;
      this.#select(id);
      this.#lookAt(id);
    });
    document.addEventListener("keydown", (event) => {
      const isTyped = event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey;
      const action = isTyped ? undefined : keyAction(event);
      if (action && this.#press(action, event.target)) event.preventDefault();
    });
    new ResizeObserver(() => this.#stage.isFitted() && this.#stage.fit()).observe(this.#frame);
  }

  /** Does what a key asks for; false where the key is the browser's. */
  #press(action: KeyAction, target: EventTarget | null): boolean {
    const isBar = target instanceof Node && this.#toolbar.element.contains(target);
    switch (action.type) {
      case "go":
        return !isBar && this.#go(action.direction, idAt(target));
      case "open":
        return !isBar && this.#select(idAt(target));
      case "find":
        // Asked for once more, it is the browser's own search.
        if (this.#finder.isOpen() && target instanceof HTMLInputElement) return false;
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
      default:
        return false;
    }
  }

  /** From a shape to the next one; without a shape, over the picture. */
  #go(direction: Direction, from: string | undefined): boolean {
    if (from === undefined) {
      const x = direction === "left" ? STEP : direction === "right" ? -STEP : 0;
      const y = direction === "up" ? STEP : direction === "down" ? -STEP : 0;
      this.#stage.panBy({ x, y });
    } else this.#focus(this.#shown && neighbour(this.#shown.picture.boxes, from, direction));
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
    else this.#shown?.picture.shape(id)?.focus({ preventScroll: true });
  }

  /** Lights up a shape or a line and what has to do with it; false where there is none. */
  #select(id: string | undefined): boolean {
    if (!this.#shown) return false;
    const { whole, picture: shown } = this.#shown;
    const isThere = id !== undefined && shown.parts(id).length > 0;
    this.#selected = isThere ? id : undefined;
    shown.light("selecting", isThere ? [...related(whole, id)].flatMap(shown.parts) : undefined);
    return isThere;
  }

  #lookAt(id: string, from: typeof inSight = inSight): void {
    const box = this.#shown?.picture.boxes.get(id);
    if (box) this.#stage.goTo(from(box, this.#stage.place(), this.#stage.view()));
  }

  #moved(): void {
    this.#toolbar.showScale(this.#stage.place().scale);
  }

  #remember(): void {
    if (!this.#shown) return;
    const { id } = this.#shown.view;
    if (this.#stage.isFitted()) this.#places.delete(id);
    else this.#places.set(id, this.#stage.place());
  }
}
