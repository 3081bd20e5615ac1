import type { Explorer } from "./explorer.ts";
import type { Furniture } from "./furniture.ts";
import type { KeyAction } from "./keys.ts";
import type { Gestures } from "./gestures.ts";
import type { Moving } from "./moving.ts";
import type { Stage } from "./stage.ts";

/** What keys are pressed for. What answers with false leaves the key to others. */
export interface Pressable {
  readonly explorer: Explorer;
  readonly stage: Stage;
  readonly around: Furniture;
  readonly moving: Moving;
  readonly toggleMap: () => void;
  readonly back: () => boolean;
  readonly fold: (id: string) => boolean;
  readonly open: (id: string | undefined) => boolean;
  /** Goes to where a shape is written. */
  readonly reveal: (id: string | undefined) => boolean;
}

/** Does what a key asks for; false where the key is another's. */
export function presser(uses: Pressable): Gestures["press"] {
  const { explorer, stage, around, moving } = uses;
  return (action: KeyAction, { id, isIn }) => {
    const onShape = (run: (shape: string) => void): boolean => {
      if (id !== undefined) run(id);
      return id !== undefined;
    };
    switch (action.type) {
      case "go":
        around.card.close();
        return isIn && always(() => explorer.go(action.direction, id));
      case "move":
        return isIn && onShape((shape) => moving.step(shape, action.direction));
      case "undo":
        return always(moving.undo);
      case "redo":
        return always(moving.redo);
      case "line":
        return onShape((shape) => explorer.walk(shape));
      case "open":
        return uses.reveal(id);
      case "fold":
        return onShape((shape) => uses.fold(shape) || uses.reveal(shape));
      case "focus":
        return uses.open(id);
      case "hover":
        return onShape(around.card.open);
      case "back":
        return uses.back();
      case "find":
        return always(around.finder.open);
      case "minimap":
        return always(uses.toggleMap);
      case "outline":
        return always(around.outline.toggle);
      case "leave":
        return always(() => escape(uses));
      case "zoom":
        return always(() => stage.zoomBy(action.factor));
      case "actual-size":
        return always(() => stage.zoomTo(1));
      case "fit":
        return always(() => stage.fit("gliding"));
    }
  };
}

function always(run: () => void): boolean {
  run();
  return true;
}

/** What lies on top is closed first, then what is selected is let go, then the keyboard leaves the shape. */
function escape({ around, explorer }: Pressable): void {
  const { card, outline, filter, finder } = around;
  const top = [card, outline, filter, finder].find((box) => box.isOpen());
  top?.close();
  if (top === outline) explorer.focus(explorer.selected);
  if (top) return;
  if (explorer.selected === undefined) explorer.focus(undefined);
  else explorer.select(undefined);
}
