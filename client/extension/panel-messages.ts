import type { Pin } from "../pins/pin.ts";
import type { FromPanel, FromScorecard, PanelState } from "../panel/messages.ts";

/** A message as the panel sends it; undefined for anything else. */
export function readMessage(message: unknown): FromPanel | undefined {
  if (!isRecord(message)) return undefined;
  const { type, name, to, view, text, id } = message;
  if (type === "ready") return { type };
  if (type === "reveal" && typeof name === "string" && (to === "see" || to === "go"))
    return { type, name, to };
  if ((type === "open" || type === "hover") && typeof name === "string") return { type, name };
  if (type === "given") return readGiven(message);
  if (type === "choose" && typeof view === "string") return { type, view };
  if (isAboutView(type) && typeof view === "string") return { type, view };
  const pin = type === "move" ? readPin(message["pin"]) : undefined;
  if (type === "move" && pin && typeof view === "string" && typeof id === "string")
    return { type, view, id, pin };
  if (type === "log" && typeof text === "string") return { type, text };
  return undefined;
}

function isAboutView(type: unknown): type is "undo" | "redo" | "reset" | "side-file" {
  return type === "undo" || type === "redo" || type === "reset" || type === "side-file";
}

function readPin(pin: unknown): Pin | undefined {
  if (!isRecord(pin)) return undefined;
  const { column, row, x, y } = pin;
  if (typeof column === "number" && typeof row === "number") return { column, row };
  return typeof x === "number" && typeof y === "number" ? { x, y } : undefined;
}

function readGiven({ id, data, failed }: Readonly<Record<string, unknown>>): FromPanel | undefined {
  if (typeof id !== "number") return undefined;
  if (typeof data === "string") return { type: "given", id, data };
  return { type: "given", id, failed: typeof failed === "string" ? failed : "" };
}

/** A message as the page of the scorecards sends it; undefined for anything else. */
export function readScorecardMessage(message: unknown): FromScorecard | undefined {
  if (!isRecord(message)) return undefined;
  const { type, project, name } = message;
  if (type === "ready") return { type };
  if (type === "reveal" && typeof project === "string" && typeof name === "string")
    return { type, project, name };
  return undefined;
}

/** What a panel of an earlier window showed; undefined where nothing can be made of it. */
export function readState(state: unknown): Pick<PanelState, "uri" | "view" | "locked"> | undefined {
  if (!isRecord(state)) return undefined;
  const { uri, view, locked } = state;
  if (typeof uri !== "string" || typeof view !== "string") return undefined;
  return { uri, view, locked: locked === true };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
