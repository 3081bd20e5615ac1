import type { Arrange } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import { choicesOf, type Filter } from "../diagram/filter.ts";
import { foldable } from "../diagram/fold.ts";
import type { Point } from "../diagram/layout/frame.ts";
import { plain } from "../diagram/type/text.ts";
import { element } from "./elements.ts";
import { button, icon } from "./button.ts";
import { emptyState } from "./empty-state.ts";
import { filterBox, type FilterBox } from "./filter-box.ts";
import { finder, type Finder } from "./finder.ts";
import { isOnFoldToggle } from "./fold-toggles.ts";
import { handOut } from "./hand-out.ts";
import { hoverCard, type HoverCard } from "./hover-card.ts";
import { keyAction, ZOOM, type KeyAction } from "./keys.ts";
import type { FromPanel, PanelState, Shown, Wanted } from "./messages.ts";
import { neighbour, type Direction } from "./neighbour.ts";
import { glide } from "./glide.ts";
import { minimap, type Minimap } from "./minimap.ts";
import { outlineBox, type OutlineBox } from "./outline-box.ts";
import { notice, type Notice } from "./notice.ts";
import { picture, type Picture } from "./picture.ts";
import { inSight, isWhole, kept, type Place } from "./place.ts";
import { prepared, toggled, type Prepared, type Wishes } from "./prepared.ts";
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
  readonly #notice: Notice;
  readonly #empty: HTMLElement;
  readonly #stage: Stage;
  readonly #toolbar: Toolbar;
  readonly #finder: Finder;
  readonly #filter: FilterBox;
  readonly #card: HoverCard;
  readonly #minimap: Minimap;
  readonly #foldButton: HTMLElement;
  readonly #outline: OutlineBox;
  /** What the page is called; the picture says it to those who see. */
  readonly #heading = element("h1", { class: "unseen" });
  /** The shape whose lines somebody goes along. */
  #walked: string | undefined;
  /** What was to be shown last, be it drawn already or not. */
  #wanted: Shown | undefined;
  #current: (Sight & { readonly shown: Shown }) | undefined;
  #marked: string | undefined;
  #selected: string | undefined;
  /** The shape that stays where it is when the next picture comes; else the marked one does. */
  #held: string | undefined;
  /** Whether the next picture has hardly to do with the one that is shown. */
  #isAnother = false;
  #trail: Trail;
  /** How each view is to be seen. */
  #wishes: Readonly<Record<string, Partial<Wishes>>>;
  /** From where each view was looked at last. */
  readonly #places = new Map<string, Place>();
  /** The views of which somebody knows that their groups are folded. */
  readonly #dismissed = new Set<string>();
  /** Where the panel was when it was last seen, until there is a picture. */
  #remembered: PanelState | undefined;
  #drawing = new AbortController();
  #drawn: Promise<void> = Promise.resolve();

  constructor(page: HTMLElement, ports: Ports) {
    this.#ports = ports;
    this.#remembered = ports.remembered;
    this.#trail = ports.remembered?.trail ?? [];
    this.#wishes = ports.remembered?.wishes ?? {};
    const { words } = ports;
    this.#frame = element("div", {
      class: "stage",
      tabindex: "0",
      role: "group",
      "aria-label": words.diagram,
      "data-vscode-context": JSON.stringify({ preventDefaultContextMenuItems: true }),
    });
    this.#frame.append(this.#canvas);
    this.#empty = emptyState(words);
    this.#notice = notice(words);
    this.#stage = stage(this.#frame, this.#canvas, () => this.#moved());
    const { zoomBy, zoomTo, fit } = this.#stage;
    this.#filter = filterBox(words, (filter) => this.#filterBy(filter));
    const actions = {
      zoomIn: () => zoomBy(ZOOM),
      zoomOut: () => zoomBy(1 / ZOOM),
      actualSize: () => zoomTo(1),
      fit: () => fit("gliding"),
      choose: (view: string) => ports.tell({ type: "choose", view }),
      find: () => this.#finder.open(),
      back: () => void this.#back(),
    };
    const arrows = icon("M4 2.5l4 4 4-4M4 13.5l4-4 4 4");
    this.#foldButton = button(words.foldAll, () => this.#foldAll(), arrows);
    const map = button(words.minimap, () => this.#toggleMinimap(), icon("M2 3h12v10H2zM8.5 8.5H14V13H8.5z"));
    const text = button(
      words.outlineButton,
      () => this.#outline.toggle(),
      icon("M2.5 4h11M5.5 8h8M5.5 12h8"),
    );
    this.#toolbar = toolbar(words, actions, this.#filter.button, this.#foldButton, map, text);
    const viewer = { sight: () => this.#current, lookAt: (id: string) => this.#lookAt(id) };
    this.#finder = finder(words, viewer, (at) => this.#focus(at));
    this.#card = hoverCard(this.#frame, viewer, (name) => ports.tell({ type: "hover", name }));
    this.#minimap = minimap(ports.remembered?.minimap ?? true, (middle) => this.#centre(middle));
    this.#outline = outlineBox(words, viewer, (id) => {
      this.#select(id);
      this.#lookAt(id);
      this.#reveal(id, "see");
    });
    this.#empty.hidden = true;
    const { element: bar } = this.#toolbar;
    const boxes = [this.#filter.element, this.#finder.element, this.#filter.chosen];
    const corner = element("header", { class: "corner" }, bar, ...boxes);
    const over = [this.#minimap.element, this.#notice.element, this.#card.element];
    const main = element("main", {}, this.#heading, this.#frame, this.#empty, ...over);
    page.append(corner, this.#outline.element, main);
    this.#listen(page);
  }

  /** Draws; the picture before stays until the new one is there, and for good if there is none. */
  async show(shown: Shown): Promise<void> {
    this.#card.forget();
    this.#wanted = shown;
    await this.#draw(shown);
  }

  /** Says why the picture is not what it should be. */
  fail(reason: string): void {
    this.#notice.say(this.#current ? this.#ports.words.notCurrent(reason) : reason);
  }

  /** Marks the shape of an element, and brings it into sight, if wanted, where it was not marked before. */
  mark(name: string | undefined, follow: boolean): void {
    const before = this.#markedShapes();
    this.#marked = name;
    const after = this.#markedShapes();
    if (before.join("\n") === after.join("\n")) return;
    this.#current?.picture.mark(after);
    if (after[0] !== undefined && follow && !this.#stage.isFitted()) this.#lookAt(after[0]);
  }

  /** Takes what hovering over an element says. */
  answer(name: string, text: string | undefined): void {
    this.#card.answer(name, text);
  }

  /** Gives the picture away: the newest, once it is drawn. */
  async give(id: number, wanted: Wanted): Promise<void> {
    await this.#drawn;
    const { scene } = this.#current?.picture ?? {};
    const { tell, words } = this.#ports;
    if (!scene) return tell({ type: "given", id, failed: words.empty });
    try {
      tell({ type: "given", id, data: await handOut(scene, wanted) });
    } catch (error) {
      tell({ type: "given", id, failed: error instanceof Error ? error.message : String(error) });
    }
  }

  #draw(shown: Shown): Promise<void> {
    this.#drawn = this.#drawNow(shown);
    return this.#drawn;
  }

  async #drawNow(shown: Shown): Promise<void> {
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    try {
      const { filter = {}, folds } = this.#wishesOf(shown);
      const ready = prepared(shown.graph, { filter, folds });
      const { scene, svg } = await draw(ready.graph, "vscode", { arrange: this.#ports.arrange, signal });
      if (signal.aborted) return;
      const next = this.#current?.picture.text === svg ? undefined : picture(scene, svg);
      this.#replace(shown, ready, next);
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#ports.tell({ type: "log", text: reason });
      this.fail(this.#ports.words.notDrawn(reason));
    }
  }

  #listen(page: HTMLElement): void {
    const at = (target: EventTarget | null) => this.#current?.picture.idAt(target);
    this.#frame.addEventListener("click", ({ target }) => {
      const id = at(target);
      if (id !== undefined && isOnFoldToggle(target)) return void this.#fold(id);
      this.#select(id);
      this.#reveal(id, "see");
    });
    // Who folds a group does not want it selected.
    this.#frame.addEventListener("mousedown", (event) => {
      if (isOnFoldToggle(event.target)) event.preventDefault();
    });
    this.#frame.addEventListener("dblclick", ({ target }) => {
      if (!isOnFoldToggle(target)) this.#open(at(target));
    });
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

  #replace(shown: Shown, ready: Prepared, next: Picture | undefined): void {
    const before = this.#current;
    const same = before && pictureOf(before.shown) === pictureOf(shown);
    const focused = before?.picture.idAt(document.activeElement);
    const now = next ?? before?.picture;
    if (!now) return;
    if (before && !same) this.#leave(before.shown, shown);
    this.#current = { ...ready, shown, picture: now };
    this.#showAround(this.#current);
    if (next) {
      const place = this.#stage.place();
      this.#card.close();
      this.#canvas.replaceChildren(next.element);
      this.#stage.resize(next.size);
      this.#minimap.show(next);
      this.#settle(next, same ? before.picture : undefined);
      if (same) glide({ picture: before.picture, place }, { picture: next, place: this.#stage.place() });
      if (focused !== undefined) next.shape(ready.holderOf(focused))?.focus({ preventScroll: true });
    }
    this.#held = undefined;
    this.#isAnother = false;
    now.mark(this.#markedShapes());
    this.#select(this.#selected);
    this.#finder.refresh();
    this.#outline.refresh();
    this.#remember();
  }

  /** What stands around the picture: which views there are, what can be folded and filtered, what one should know. */
  #showAround({ shown, whole, graph, isFoldedByItself }: Sight & { readonly shown: Shown }): void {
    const { words } = this.#ports;
    const { filter = {} } = this.#wishesOf(shown);
    this.#heading.textContent = plain(shown.graph.title);
    this.#toolbar.showViews(shown.views, shown.graph.view);
    this.#toolbar.showBack(this.#trail.at(-1)?.title);
    this.#foldButton.hidden = foldable(whole).length === 0;
    this.#filter.refresh(choicesOf(shown.graph), filter);
    const isEmpty = sizeOf(shown.graph) === 0;
    const isFilteredOut = !isEmpty && sizeOf(graph) === 0;
    this.#empty.hidden = !isEmpty;
    this.#canvas.hidden = isEmpty || isFilteredOut;
    this.#toolbar.element.hidden = isEmpty && shown.views.length < 2;
    const key = pictureOf(shown);
    const dismissed = (): void => void this.#dismissed.add(key);
    if (isFilteredOut) {
      const run = (): void => this.#filterBy({});
      this.#notice.say(words.nothingLeft, { label: words.clearFilter, run, dismissed });
    } else if (isFoldedByItself && !this.#dismissed.has(key)) {
      const run = (): void => this.#wish({ folds: [] });
      const text = words.foldedByItself(whole.nodes.length);
      this.#notice.say(text, { label: words.unfoldAll, run, dismissed });
    } else this.#notice.hide();
  }

  #wishesOf({ graph }: Shown): Partial<Wishes> {
    return this.#wishes[graph.view] ?? {};
  }

  /** Changes how the view is to be seen. */
  #wish(wishes: { readonly filter?: Filter; readonly folds?: readonly string[] }): void {
    const shown = this.#wanted;
    if (!shown) return;
    this.#wishes = { ...this.#wishes, [shown.graph.view]: { ...this.#wishesOf(shown), ...wishes } };
    void this.#draw(shown);
  }

  /** What is left is another picture: who saw all of the one before sees all of it. */
  #filterBy(filter: Filter): void {
    this.#isAnother = true;
    this.#wish({ filter });
  }

  /** Folds a group, or unfolds it; false where it is none. */
  #fold(id: string): boolean {
    const current = this.#current;
    if (!current || !foldable(current.whole).includes(id)) return false;
    this.#held = id;
    this.#wish({ folds: toggled(current.folded, id) });
    return true;
  }

  #foldAll(): void {
    const current = this.#current;
    if (current) this.#wish({ folds: current.folded.length > 0 ? [] : foldable(current.whole) });
  }

  /** Another view, or another project: what belonged to the picture before goes. */
  #leave(before: Shown, after: Shown): void {
    this.#selected = undefined;
    this.#places.set(pictureOf(before), this.#stage.place());
    const { view, title } = before.graph;
    const from = before.views.find(({ id }) => id === view) ?? { id: view, title };
    const isSameProject = before.project.uri === after.project.uri;
    this.#trail = isSameProject ? onward(this.#trail, from, after.graph.view) : [];
    if (!isSameProject) this.#wishes = {};
  }

  /** Where a new picture is looked at from. */
  #settle(next: Picture, before: Picture | undefined): void {
    const remembered = before ? undefined : this.#placeBefore();
    if (remembered) return this.#stage.restore(remembered);
    if (!before) return this.#stage.fit();
    const view = this.#stage.view();
    const boxes = { before: before.boxes, after: next.boxes };
    const place = kept(boxes, this.#stage.place(), view, this.#held ?? this.#markedShapes()[0]);
    if (this.#stage.isFitted() && (this.#isAnother || !isWhole(next.size, place, view))) this.#stage.fit();
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

  /** The shapes that show what is marked: its own, that of what it stands in, or the folded group around it. */
  #markedShapes(): readonly string[] {
    const { picture, holderOf } = this.#current ?? {};
    if (!picture || !holderOf || this.#marked === undefined) return [];
    const shapesOf = (name: string): readonly string[] => {
      const own = picture.shapesOf(name);
      const holder = holderOf(name);
      return own.length > 0 || !picture.boxes.has(holder) ? own : [holder];
    };
    const found = shownAs(this.#marked, (name) => shapesOf(name).length > 0);
    return found === undefined ? [] : shapesOf(found);
  }

  /** Does what a key asks for; false where the key is another's. */
  #press(action: KeyAction, target: EventTarget | null): boolean {
    const isShape = target instanceof Node && this.#frame.contains(target);
    const focused = this.#current?.picture.idAt(target);
    switch (action.type) {
      case "go":
        return isShape && this.#go(action.direction, focused);
      case "open":
        return this.#reveal(focused, "go");
      case "fold":
        return focused !== undefined && (this.#fold(focused) || this.#reveal(focused, "go"));
      case "focus":
        return this.#open(focused);
      case "hover":
        if (focused !== undefined) this.#card.open(focused);
        return focused !== undefined;
      case "line":
        return this.#walk(focused);
      case "minimap":
        this.#toggleMinimap();
        return true;
      case "outline":
        this.#outline.toggle();
        return true;
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
    this.#card.close();
    if (from === undefined) {
      const x = direction === "left" ? STEP : direction === "right" ? -STEP : 0;
      const y = direction === "up" ? STEP : direction === "down" ? -STEP : 0;
      this.#stage.panBy({ x, y });
      return true;
    }
    const { picture, graph } = this.#current ?? {};
    const line = graph?.edges.find(({ id }) => id === from);
    if (line) {
      this.#focus(direction === "left" || direction === "up" ? line.from : line.to);
      return true;
    }
    const next = picture && neighbour(picture.boxes, from, direction);
    if (next !== undefined) this.#focus(next);
    return true;
  }

  /** From a shape to its first line, from a line to the next one of the same shape. */
  #walk(from: string | undefined): boolean {
    const { graph, picture } = this.#current ?? {};
    if (from === undefined || !graph || !picture) return false;
    const isLine = graph.edges.some(({ id }) => id === from);
    if (!isLine) this.#walked = from;
    const lines = linesOf(graph, this.#walked).filter((id) => picture.parts(id).length > 0);
    this.#focus(lines[isLine ? (lines.indexOf(from) + 1) % lines.length : 0] ?? from);
    return true;
  }

  #toggleMinimap(): void {
    this.#minimap.toggle();
    this.#remember();
  }

  /** Brings a point of the picture into the middle. */
  #centre({ x, y }: Point): void {
    const { scale } = this.#stage.place();
    const { width, height } = this.#stage.view();
    this.#stage.restore({ x: width / 2 - x * scale, y: height / 2 - y * scale, scale });
  }

  /** What lies on top is closed first, then what is selected is let go, then the keyboard leaves the shape. */
  #escape(): boolean {
    if (this.#card.isOpen()) this.#card.close();
    else if (this.#outline.isOpen()) this.#leaveOutline();
    else if (this.#filter.isOpen()) this.#filter.close();
    else if (this.#finder.isOpen()) this.#finder.close();
    else if (this.#selected !== undefined) this.#select(undefined);
    else this.#frame.focus();
    return true;
  }

  #leaveOutline(): void {
    this.#outline.close();
    this.#focus(this.#selected);
  }

  #focus(id: string | undefined): void {
    const target = id === undefined ? undefined : this.#current?.picture.parts(id)[0];
    (target ?? this.#frame).focus({ preventScroll: true });
  }

  /** Lights up a shape or a line and what has to do with it. */
  #select(id: string | undefined): void {
    const { graph, picture, holderOf } = this.#current ?? {};
    if (!graph || !picture || !holderOf) return;
    const shown = id === undefined ? undefined : holderOf(id);
    const isThere = shown !== undefined && picture.parts(shown).length > 0;
    this.#selected = isThere ? shown : undefined;
    picture.light("selecting", isThere ? [...related(graph, shown)].flatMap(picture.parts) : undefined);
  }

  #reveal(id: string | undefined, to: "see" | "go"): boolean {
    const name = id === undefined ? undefined : this.#current?.picture.nameOf(id);
    if (name !== undefined) this.#ports.tell({ type: "reveal", name, to });
    return name !== undefined;
  }

  /** What is around a shape; a mere grouping is folded or unfolded. */
  #open(id: string | undefined): boolean {
    const { picture, graph } = this.#current ?? {};
    if (id === undefined || !picture || !graph) return false;
    const group = graph.groups.find((one) => one.id === id);
    if (group && group.kind === undefined) return this.#fold(id);
    this.#ports.tell({ type: "open", name: picture.nameOf(id) });
    return true;
  }

  #back(): boolean {
    const last = this.#trail.at(-1);
    if (last) this.#ports.tell({ type: "choose", view: last.id });
    return last !== undefined;
  }

  /** Brings a shape into sight. */
  #lookAt(id: string): void {
    const { picture, graph } = this.#current ?? {};
    const line = graph?.edges.find((edge) => edge.id === id);
    if (line) {
      this.#lookAt(line.to);
      return this.#lookAt(line.from);
    }
    const box = picture?.boxes.get(id);
    if (!box) return;
    const { x, y } = this.#stage.place();
    const place = inSight(box, this.#stage.place(), this.#stage.view());
    if (place.x !== x || place.y !== y) this.#stage.moveTo(place, "gliding");
  }

  #resized(): void {
    if (!this.#current) return;
    if (this.#stage.isFitted()) this.#stage.fit();
    else this.#minimap.moved(this.#stage.place(), this.#stage.view());
  }

  #moved(): void {
    this.#toolbar.showScale(this.#stage.place().scale);
    this.#minimap.moved(this.#stage.place(), this.#stage.view());
    this.#remember();
  }

  #remember(): void {
    if (!this.#current) return;
    const { uri, project, graph, locked } = this.#current.shown;
    const place = this.#stage.isFitted() ? undefined : this.#stage.place();
    const [trail, wishes, map] = [this.#trail, this.#wishes, this.#minimap.isOn()];
    this.#ports.remember({
      uri,
      view: graph.view,
      project: project.uri,
      place,
      locked,
      trail,
      wishes,
      minimap: map,
    });
  }
}

/** The lines that begin or end at a shape. */
function linesOf({ edges }: Shown["graph"], shape: string | undefined): readonly string[] {
  return edges.filter(({ from, to }) => from === shape || to === shape).map(({ id }) => id);
}

function sizeOf({ nodes, groups }: Shown["graph"]): number {
  return nodes.length + groups.length;
}

/** In a field, a key is what is typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Two pictures of the same view of the same project are the same picture at two times. */
function pictureOf({ project, graph }: Shown): string {
  return `${project.uri}\n${graph.view}`;
}
