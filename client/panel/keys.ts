import type { Direction } from "./neighbour.ts";

/** What a key does in the panel. */
export type KeyAction =
  | { readonly type: "go"; readonly direction: Direction }
  | { readonly type: "zoom"; readonly factor: number }
  | { readonly type: "actual-size" | "fit" | "open" | "leave" };

/** One step of zooming, by a key or a button. */
export const ZOOM = 1.25;

const KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: { type: "go", direction: "left" },
  ArrowRight: { type: "go", direction: "right" },
  ArrowUp: { type: "go", direction: "up" },
  ArrowDown: { type: "go", direction: "down" },
  "+": { type: "zoom", factor: ZOOM },
  "=": { type: "zoom", factor: ZOOM },
  "-": { type: "zoom", factor: 1 / ZOOM },
  "0": { type: "fit" },
  "1": { type: "actual-size" },
  Enter: { type: "open" },
  " ": { type: "open" },
  Escape: { type: "leave" },
};

/** What a key does; undefined for a key that is the editor's, as every one is with Ctrl, Cmd or Alt. */
export function keyAction(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
): KeyAction | undefined {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
}
