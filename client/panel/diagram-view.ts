import type { Arrange } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import type { Scene } from "../diagram/scene.ts";
import type { Filter } from "../diagram/filter.ts";
import { foldable } from "../diagram/fold.ts";
import { element } from "./elements.ts";
import { Explorer } from "./explorer.ts";
import { furniture, type Furniture } from "./furniture.ts";
import { listen } from "./gestures.ts";
import { glide } from "./glide.ts";
import { give } from "./hand-out.ts";
import { ZOOM } from "./keys.ts";
import { Memory, pictureOf } from "./memory.ts";
import type { FromPanel, PanelState, Shown, Wanted } from "./messages.ts";
import { picture, type Picture } from "./picture.ts";
import { presser } from "./press.ts";
import { prepared, toggled, type Prepared, type Wishes } from "./prepared.ts";
import { reasonOf } from "./reason.ts";
import { moving, type Moving } from "./moving.ts";
import { settle } from "./settle.ts";
import { shapesOf, type Sight } from "./sight.ts";
import { stage, type Stage } from "./stage.ts";
import { sortings, type LetSort } from "./table-sorting.ts";
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

/** The picture in the panel, and what one can do with it. */
export class DiagramView {
  readonly #ports: Ports;
  readonly #canvas = element("div", { class: "canvas" });
  readonly #frame: HTMLElement;
  readonly #stage: Stage;
  readonly #explorer: Explorer;
  readonly #memory: Memory;
  readonly #around: Furniture;
  readonly #moving: Moving;
  /** What was to be shown last, be it drawn already or not. */
  #wanted: Shown | undefined;
  #current: (Sight & { readonly shown: Shown }) | undefined;
  #marked: string | undefined;
  /** The shape that stays where it is when the next picture comes; else the marked one does. */
  #held: string | undefined;
  readonly #letSort: LetSort;
  /** Whether the next picture has hardly to do with the one that is shown. */
  #isAnother = false;
  #drawing = new AbortController();
  #drawn: Promise<void> = Promise.resolve();

  constructor(page: HTMLElement, ports: Ports) {
    this.#ports = ports;
    this.#memory = new Memory(ports.remembered);
    this.#letSort = sortings(ports.words);
    this.#frame = element("div", {
      class: "stage",
      tabindex: "0",
      role: "group",
      "aria-label": ports.words.diagram,
      "data-vscode-context": JSON.stringify({ preventDefaultContextMenuItems: true }),
    });
    this.#frame.append(this.#canvas);
    const isTaken = (event: Event): boolean => this.#moving.takes(event);
    this.#stage = stage(this.#frame, this.#canvas, () => this.#moved(), { isTaken });
    this.#explorer = new Explorer(this.#frame, this.#stage, () => this.#current);
    this.#around = this.#furnish(page);
    this.#moving = moving({
      frame: this.#frame,
      place: this.#stage.place,
      sight: () => this.#current,
      begun: () => this.#around.card.close(),
      tell: ports.tell,
      words: ports.words,
    });
    page.append(this.#moving.element);
    listen(page, this.#frame, {
      idAt: (target) => this.#current?.picture.idAt(target),
      click: (id) => {
        this.#explorer.select(id);
        this.#reveal(id, "see");
      },
      clickTwice: (id) => this.#open(id),
      fold: (id) => this.#fold(id),
      focus: (id) => {
        this.#explorer.select(id);
        this.#explorer.lookAt(id);
      },
      press: presser({
        explorer: this.#explorer,
        stage: this.#stage,
        around: this.#around,
        moving: this.#moving,
        toggleMap: () => this.#toggleMap(),
        back: () => this.#back(),
        fold: (id) => this.#fold(id),
        open: (id) => this.#open(id),
        reveal: (id) => this.#reveal(id, "go"),
      }),
    });
    new ResizeObserver(() => this.#resized()).observe(this.#frame);
  }

  /** Draws; the picture before stays until the new one is there, and for good if there is none. */
  async show(shown: Shown): Promise<void> {
    this.#around.card.forget();
    this.#wanted = shown;
    await this.#draw(shown);
  }

  /** Says why the picture is not what it should be. */
  fail(reason: string): void {
    this.#moving.stop();
    this.#around.notice.say(this.#current ? this.#ports.words.notCurrent(reason) : reason);
  }

  /** Marks the shape of an element, and brings it into sight, if wanted, where it was not marked before. */
  mark(name: string | undefined, follow: boolean): void {
    const before = this.#markedShapes();
    this.#marked = name;
    const after = this.#markedShapes();
    if (before.join("\n") === after.join("\n")) return;
    this.#current?.picture.mark(after);
    if (after[0] !== undefined && follow && !this.#stage.isFitted()) this.#explorer.lookAt(after[0]);
  }

  /** Takes what hovering over an element says. */
  answer(name: string, text: string | undefined): void {
    this.#around.card.answer(name, text);
  }

  /** Gives the picture away: the newest, once it is drawn. */
  async give(id: number, wanted: Wanted): Promise<void> {
    await this.#drawn;
    const { tell, words } = this.#ports;
    tell(await give(this.#current?.picture.scene, id, wanted, words));
  }

  #furnish(page: HTMLElement): Furniture {
    const { words, tell, remembered } = this.#ports;
    const { zoomBy, zoomTo, fit } = this.#stage;
    const frame = { frame: this.#frame, canvas: this.#canvas };
    return furniture(page, frame, words, {
      zoomIn: () => zoomBy(ZOOM),
      zoomOut: () => zoomBy(1 / ZOOM),
      actualSize: () => zoomTo(1),
      fit: () => fit("gliding"),
      choose: (view) => tell({ type: "choose", view }),
      back: () => void this.#back(),
      viewer: { sight: () => this.#current, read: (id) => this.#explorer.read(id) },
      memory: this.#memory,
      hasMap: remembered?.minimap ?? true,
      filterBy: (filter) => this.#filterBy(filter),
      foldAll: () => this.#foldAll(),
      unfoldAll: () => this.#wish({ folds: [] }),
      toggleMap: () => this.#toggleMap(),
      resetLayout: () => this.#moving.reset(),
      openSideFile: (view) => tell({ type: "side-file", view }),
      ask: (name) => tell({ type: "hover", name }),
      leave: (at) => this.#explorer.focus(at),
      point: (id) => {
        this.#explorer.select(id);
        this.#explorer.lookAt(id);
        this.#reveal(id, "see");
      },
      centre: (middle) => this.#explorer.centre(middle),
    });
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
      const ready = prepared(shown.graph, this.#memory.wishesOf(shown));
      const { arrange, words } = this.#ports;
      const { scene, svg } = await draw(ready.graph, "vscode", { arrange, signal, pins: shown.pins });
      if (signal.aborted) return;
      const next = isDrawn(this.#current?.picture, svg, scene) ? undefined : picture(scene, svg, words);
      if (next) this.#letSort(next.element, ready.graph);
      this.#replace(shown, ready, next);
    } catch (error) {
      if (signal.aborted) return;
      const reason = reasonOf(error);
      this.#ports.tell({ type: "log", text: reason });
      this.fail(this.#ports.words.notDrawn(reason));
    }
  }

  #replace(shown: Shown, ready: Prepared, next: Picture | undefined): void {
    // The same picture may be told of again while somebody drags a shape of it.
    if (next) this.#moving.stop();
    else this.#moving.arrived();
    const before = this.#current;
    const same = before && pictureOf(before.shown) === pictureOf(shown);
    const focused = before?.picture.idAt(document.activeElement);
    const now = next ?? before?.picture;
    if (!now) return;
    const selected = same ? this.#explorer.selected : undefined;
    if (before && !same) this.#memory.leave(before.shown, shown, this.#stage.place());
    this.#current = { ...ready, shown, picture: now };
    if (next) {
      const place = this.#stage.place();
      this.#around.card.close();
      this.#canvas.replaceChildren(next.element);
      this.#stage.resize(next.size);
      this.#around.map.show(next);
      settle(this.#stage, next, {
        before: same ? before.picture : undefined,
        known: same ? undefined : this.#memory.placeOf(shown),
        eye: this.#held ?? this.#markedShapes()[0],
        isAnother: this.#isAnother,
      });
      if (same) glide({ picture: before.picture, place }, { picture: next, place: this.#stage.place() });
      if (focused !== undefined) next.shape(ready.holderOf(focused))?.focus({ preventScroll: true });
    }
    this.#held = undefined;
    this.#isAnother = false;
    now.mark(this.#markedShapes());
    this.#explorer.select(selected);
    this.#around.refresh(this.#current);
    this.#remember();
  }

  #markedShapes(): readonly string[] {
    return this.#current && this.#marked !== undefined ? shapesOf(this.#current, this.#marked) : [];
  }

  /** Changes how the view is to be seen. */
  #wish(wishes: Partial<Wishes>): void {
    const shown = this.#wanted;
    if (!shown) return;
    this.#memory.wish(shown, wishes);
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
    const last = this.#memory.trail.at(-1);
    if (last) this.#ports.tell({ type: "choose", view: last.id });
    return last !== undefined;
  }

  #toggleMap(): void {
    this.#around.map.toggle();
    this.#remember();
  }

  #resized(): void {
    if (!this.#current) return;
    if (this.#stage.isFitted()) this.#stage.fit();
    else this.#around.map.moved(this.#stage.place(), this.#stage.view());
  }

  #moved(): void {
    this.#around.toolbar.showScale(this.#stage.place().scale);
    this.#around.map.moved(this.#stage.place(), this.#stage.view());
    this.#remember();
  }

  #remember(): void {
    if (!this.#current) return;
    const place = this.#stage.isFitted() ? undefined : this.#stage.place();
    this.#ports.remember(this.#memory.state(this.#current.shown, place, this.#around.map.isOn()));
  }
}

/** Whether a picture looks as it should already, and the same shapes of it were moved. */
function isDrawn(before: Picture | undefined, svg: string, { moved }: Scene): boolean {
  return before?.text === svg && before.scene.moved.join("\n") === moved.join("\n");
}
