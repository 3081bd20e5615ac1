import type { Direction } from "./neighbour.ts";

/** What a key does in the panel. */
export type KeyAction =
  | { readonly type: "go"; readonly direction: Direction }
  | { readonly type: "move"; readonly direction: Direction }
  | { readonly type: "zoom"; readonly factor: number }
  | { readonly type: Simple };

type Simple =
  | "line"
  | "outline"
  | "minimap"
  | "actual-size"
  | "fit"
  | "open"
  | "fold"
  | "leave"
  | "find"
  | "focus"
  | "back"
  | "undo"
  | "redo"
  | "hover";

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
  " ": { type: "fold" },
  "/": { type: "find" },
  f: { type: "focus" },
  h: { type: "hover" },
  l: { type: "line" },
  m: { type: "minimap" },
  o: { type: "outline" },
  Escape: { type: "leave" },
};

/** What a key does; undefined for a key that is the editor's, as nearly every one is with Ctrl, Cmd or Alt. */
export function keyAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): KeyAction | undefined {
  if (altKey) return key === "ArrowLeft" && !ctrlKey && !metaKey ? { type: "back" } : undefined;
  if (ctrlKey || metaKey) return HELD[`${shiftKey ? "Shift+" : ""}${key.toLowerCase()}`];
  const action = KEYS[key];
  return shiftKey && action?.type === "go" ? { ...action, type: "move" } : action;
}

/** With Ctrl, or Cmd on a Mac. */
const HELD: Readonly<Record<string, KeyAction>> = {
  f: { type: "find" },
  z: { type: "undo" },
  "Shift+z": { type: "redo" },
  y: { type: "redo" },
};

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;
