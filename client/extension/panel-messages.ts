import type { FromPanel, FromScorecard, PanelState } from "../panel/messages.ts";

/** A message as the panel sends it; undefined for anything else. */
export function readMessage(message: unknown): FromPanel | undefined {
  if (!isRecord(message)) return undefined;
  const { type, name, to, view, text } = message;
  if (type === "ready") return { type };
  if (type === "reveal" && typeof name === "string" && (to === "see" || to === "go"))
    return { type, name, to };
  if ((type === "open" || type === "hover") && typeof name === "string") return { type, name };
  if (type === "given") return readGiven(message);
  if (type === "choose" && typeof view === "string") return { type, view };
  if (type === "log" && typeof text === "string") return { type, text };
  return undefined;
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
