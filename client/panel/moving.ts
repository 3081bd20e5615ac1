import { targetAt, targetBeside, type Target } from "../diagram/pin-at.ts";
import { isSeat, type Pin } from "../pins/pin.ts";
import { dragging, type Draggable, type Dragging } from "./dragging.ts";
import { element } from "./elements.ts";
import type { FromPanel, Shown } from "./messages.ts";
import type { Direction } from "./neighbour.ts";
import type { Picture } from "./picture.ts";
import type { Sight } from "./sight.ts";
import type { Unmovable, Words } from "./words.ts";

/** How shapes are moved by hand: the page says what somebody wants, and draws what it is told then. */
export interface Moving extends Dragging {
  /** Says what happens to those who do not see it. */
  readonly element: HTMLElement;
  /** Moves a shape by one step, with the keyboard. */
  readonly step: (id: string, direction: Direction) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Lets all shapes of the view go back. */
  readonly reset: () => void;
}

export interface Movable extends Pick<Draggable, "frame" | "place" | "begun"> {
  readonly sight: () => (Sight & { readonly shown: Shown }) | undefined;
  readonly tell: (message: FromPanel) => void;
  readonly words: Words;
}

const ALONG: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

export function moving({ frame, place, begun, sight, tell, words }: Movable): Moving {
  const status = element("div", { class: "unseen", role: "status" });
  const view = (): string | undefined => sight()?.shown.graph.view;

  function move(id: string, { pin, box }: Target): boolean {
    const { picture, shown } = sight() ?? {};
    const now = picture?.boxes.get(id);
    if (!picture || !shown || !now || (now.x === box.x && now.y === box.y)) return false;
    tell({ type: "move", view: shown.graph.view, id, pin });
    say(words.movedTo(titleOf(picture, id), placeOf(pin)));
    return true;
  }

  function placeOf(pin: Pin): string {
    return isSeat(pin) ? words.seat(pin.column, pin.row) : words.spot(pin.x, pin.y);
  }

  function say(text: string): void {
    status.textContent = text;
  }

  /** The shape that is there, if it can be moved. */
  function shapeAt(target: EventTarget | null): string | undefined {
    const { picture, shown } = sight() ?? {};
    const id = picture?.idAt(target);
    const box = id === undefined ? undefined : picture?.boxes.get(id);
    if (id === undefined || !picture || !box || !shown?.pins) return undefined;
    return targetAt(picture.scene, id, box) ? id : undefined;
  }

  const ask = (type: "undo" | "redo" | "reset"): void => {
    const shown = view();
    if (shown !== undefined) tell({ type, view: shown });
  };
  return {
    ...dragging({ frame, place, begun, sight, shapeAt, dropped: move }),
    element: status,
    step(id, direction) {
      const { picture, shown } = sight() ?? {};
      const box = picture?.boxes.get(id);
      if (!picture || !box) return;
      if (!shown?.pins || !targetAt(picture.scene, id, box))
        return say(words.cannotMove(unmovable(picture.scene, id)));
      const target = targetBeside(picture.scene, id, ALONG[direction]);
      if (!target || !move(id, target)) say(words.noFarther);
    },
    undo: () => ask("undo"),
    redo: () => ask("redo"),
    reset: () => ask("reset"),
  };
}

/** Why a shape cannot be moved. */
function unmovable({ graph, groups }: Picture["scene"], id: string): Unmovable {
  if (groups.some(({ group }) => group.id === id)) return "group";
  return graph.layout === "tree" ? "chart" : "other";
}

function titleOf({ scene }: Picture, id: string): string {
  return scene.nodes.find(({ node }) => node.id === id)?.node.title ?? id;
}
