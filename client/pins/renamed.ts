import type { PinFile } from "./pin-file.ts";

/** A name that became another, with all names that begin with it and a point. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** Whether it is the name of a view. */
  readonly isView: boolean;
}

/** A side file after a rename: what was moved stays moved. Undefined where nothing of it is meant. */
export function renamedPins(file: PinFile, renaming: Renaming): PinFile | undefined {
  const pins = file.pins.map(([id, pin]) => [renamedId(id, renaming), pin] as const);
  const view = file.view === undefined ? undefined : renamedView(file.view, renaming);
  const isMeant = view !== file.view || pins.some(([id], index) => id !== file.pins[index]?.[0]);
  return isMeant ? { ...file, view, pins } : undefined;
}

/** A view after a rename: one that somebody wrote is called by its name, and one of an element by that after a `:`. */
export function renamedView(view: string, renaming: Renaming): string {
  const [what = "", name, ...depth] = view.split(":");
  if (name === undefined) return renaming.isView ? renamedName(view, renaming) : view;
  return ELEMENT_VIEWS.has(what) ? [what, renamedName(name, renaming), ...depth].join(":") : view;
}

/** What is before the `:` in the views of an element; `landscape:team` is of none. */
const ELEMENT_VIEWS: ReadonlySet<string> = new Set(["around", "trace"]);

/** A shape is called by its element's name, with what tells it from another of the same element before a `:`. */
function renamedId(id: string, renaming: Renaming): string {
  return id
    .split(":")
    .map((part) => renamedName(part, renaming))
    .join(":");
}

function renamedName(name: string, { from, to }: Renaming): string {
  return name === from || name.startsWith(`${from}.`) ? to + name.slice(from.length) : name;
}
