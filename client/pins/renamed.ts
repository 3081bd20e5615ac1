import type { PinFile } from "./pin-file.ts";

/** A name that became another, with all names that begin with it and a point. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** A side file after a rename: what was moved stays moved. Undefined where nothing of it is meant. */
export function renamedPins(file: PinFile, renaming: Renaming): PinFile | undefined {
  const pins = file.pins.map(([id, pin]) => [renamedId(id, renaming), pin] as const);
  return pins.some(([id], index) => id !== file.pins[index]?.[0]) ? { ...file, pins } : undefined;
}

/** A shape is called by its element's name, with what tells it from another of the same element before a `:`. */
function renamedId(id: string, { from, to }: Renaming): string {
  const renamed = (part: string): string =>
    part === from || part.startsWith(`${from}.`) ? to + part.slice(from.length) : part;
  return id.split(":").map(renamed).join(":");
}
