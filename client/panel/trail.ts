import type { ViewChoice } from "../../server/lsp/protocol.ts";

/** The way back through the views that were shown in a panel, the last one last. */
export type Trail = readonly ViewChoice[];

/** More steps than these nobody goes back. */
const MOST = 20;

/** The trail after somebody went from one view to another: one that comes back to where it was is cut there. */
export function onward(trail: Trail, from: ViewChoice, to: string): Trail {
  if (from.id === to) return trail;
  const loop = trail.findIndex(({ id }) => id === to);
  return loop >= 0 ? trail.slice(0, loop) : [...trail, from].slice(-MOST);
}
