import type { Point } from "../diagram/layout/frame.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { neighbour, type Direction } from "./neighbour.ts";
import { centred, inSight, legible } from "./place.ts";
import { related } from "./related.ts";
import type { Sight } from "./sight.ts";
import type { Stage } from "./stage.ts";

/** So many pixels an arrow key moves the picture. */
const STEP = 60;

/** How one moves through a picture: what is selected, what has the keyboard, what is in sight. */
export class Explorer {
  readonly #frame: HTMLElement;
  readonly #stage: Stage;
  readonly #sight: () => Sight | undefined;
  #selected: string | undefined;
  /** The shape whose lines somebody goes along. */
  #walked: string | undefined;

  /** @param frame takes the keyboard where no shape has it */
  constructor(frame: HTMLElement, stage: Stage, sight: () => Sight | undefined) {
    this.#frame = frame;
    this.#stage = stage;
    this.#sight = sight;
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  /** Lights up a shape or a line and what has to do with it; without an id, nothing any more. */
  select(id: string | undefined): void {
    const sight = this.#sight();
    if (!sight) return;
    const { graph, picture, holderOf } = sight;
    const shown = id === undefined ? undefined : holderOf(id);
    const isThere = shown !== undefined && picture.parts(shown).length > 0;
    this.#selected = isThere ? shown : undefined;
    picture.light("selecting", isThere ? [...related(graph, shown)].flatMap(picture.parts) : undefined);
  }

  /** Gives the keyboard to a shape or a line; without an id, to the picture. */
  focus(id: string | undefined): void {
    const target = id === undefined ? undefined : this.#sight()?.picture.parts(id)[0];
    (target ?? this.#frame).focus({ preventScroll: true });
  }

  /** Brings a shape into sight, or the two ends of a line. */
  lookAt(id: string): void {
    const { picture, graph } = this.#sight() ?? {};
    const line = graph?.edges.find((edge) => edge.id === id);
    if (line) {
      this.lookAt(line.to);
      return this.lookAt(line.from);
    }
    const box = picture?.boxes.get(id);
    if (!box) return;
    this.#stage.goTo(inSight(box, this.#stage.place(), this.#stage.view()));
  }

  /** Brings a shape into sight, and near enough to be read. */
  read(id: string): void {
    const box = this.#sight()?.picture.boxes.get(id);
    if (box) this.#stage.goTo(legible(box, this.#stage.place(), this.#stage.view()));
  }

  /** Brings a point of the picture into the middle. */
  centre(point: Point): void {
    this.#stage.restore(centred(point, this.#stage.place().scale, this.#stage.view()));
  }

  /** From a shape to the next one, from a line to one of its ends; without either, over the picture. */
  go(direction: Direction, from: string | undefined): void {
    const { picture, graph } = this.#sight() ?? {};
    if (from === undefined || !picture || !graph) return this.#pan(direction);
    const line = graph.edges.find(({ id }) => id === from);
    if (line) return this.focus(direction === "left" || direction === "up" ? line.from : line.to);
    const next = neighbour(picture.boxes, from, direction);
    if (next !== undefined) this.focus(next);
  }

  /** From a shape to its first line, from a line to the next one of the same shape. */
  walk(from: string): void {
    const { graph, picture } = this.#sight() ?? {};
    if (!graph || !picture) return;
    const isLine = graph.edges.some(({ id }) => id === from);
    if (!isLine) this.#walked = from;
    const lines = linesOf(graph, this.#walked).filter((id) => picture.parts(id).length > 0);
    this.focus(lines[isLine ? (lines.indexOf(from) + 1) % lines.length : 0] ?? from);
  }

  #pan(direction: Direction): void {
    const x = direction === "left" ? STEP : direction === "right" ? -STEP : 0;
    const y = direction === "up" ? STEP : direction === "down" ? -STEP : 0;
    this.#stage.panBy({ x, y });
  }
}

/** The lines that begin or end at a shape. */
function linesOf({ edges }: ViewGraph, shape: string | undefined): readonly string[] {
  return edges.filter(({ from, to }) => from === shape || to === shape).map(({ id }) => id);
}
