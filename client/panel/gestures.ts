import { isOnFoldToggle } from "./fold-toggles.ts";
import { keyAction, type KeyAction } from "./keys.ts";

/** What somebody does with a pointer and the keyboard; an id is that of a shape or a line, none is the picture's ground. */
export interface Gestures {
  readonly idAt: (target: EventTarget | null) => string | undefined;
  readonly click: (id: string | undefined) => void;
  readonly clickTwice: (id: string | undefined) => void;
  readonly fold: (id: string) => void;
  /** A shape or a line got the keyboard. */
  readonly focus: (id: string) => void;
  /** Does what a key asks for; false where the key is another's. `isIn`: the keyboard is in the picture. */
  readonly press: (
    action: KeyAction,
    at: { readonly id: string | undefined; readonly isIn: boolean },
  ) => boolean;
}

/** Hears what somebody does on a page whose picture is in a frame. */
export function listen(page: HTMLElement, frame: HTMLElement, on: Gestures): void {
  frame.addEventListener("click", ({ target }) => {
    const id = on.idAt(target);
    if (id !== undefined && isOnFoldToggle(target)) on.fold(id);
    else on.click(id);
  });
  frame.addEventListener("mousedown", (event) => {
    // Who folds a group does not want it selected.
    if (isOnFoldToggle(event.target)) event.preventDefault();
  });
  frame.addEventListener("dblclick", ({ target }) => {
    if (!isOnFoldToggle(target)) on.clickTwice(on.idAt(target));
  });
  frame.addEventListener("focusin", ({ target }) => {
    const id = on.idAt(target);
    if (id !== undefined && isByKeyboard(target)) on.focus(id);
  });
  page.addEventListener("keydown", (event) => {
    const { target } = event;
    const asked = keyAction(event);
    const action = isField(target) && !isForAll(asked) ? undefined : asked;
    const isIn = target instanceof Node && frame.contains(target);
    if (!action || !on.press(action, { id: on.idAt(target), isIn })) return;
    event.preventDefault();
    // VS Code listens on the window, and would take the same key for one of its own.
    event.stopPropagation();
  });
}

/** Whether a key means the same in a field as elsewhere: there, most are what is typed, and what is undone is that. */
function isForAll(action: KeyAction | undefined): boolean {
  return action?.type === "find";
}

/** In a field, a key is what is typed. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Whether something got the keyboard by the keyboard: who presses a pointer on a shape may be about to drag the picture. */
export function isByKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(":focus-visible");
}
