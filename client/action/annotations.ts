import type { Finding } from "../../grammar/finding.ts";
import { shown } from "../cli/disk.ts";
import type { Outcome } from "../cli/findings/outcome.ts";
import type { Told } from "../cli/checked.ts";
import type { ChangedLines } from "./changed-lines.ts";
import type { Inputs } from "./inputs.ts";

/** The findings that are shown on the lines, and how many were not, since GitHub would not show them. */
export interface Annotated {
  readonly findings: readonly Told[];
  readonly left: number;
}

/**
 * The findings to annotate: those on lines that the change wrote first, then those that it introduces elsewhere, then,
 * where all are wanted, the others.
 */
export function annotated(
  { findings, cwd }: Outcome,
  introduced: readonly Finding[],
  isChanged: ChangedLines,
  { annotations }: Inputs,
): Annotated {
  if (annotations === "none") return { findings: [], left: 0 };
  const isNew = new Set(introduced.map(keyOf));
  const rank = ({ finding, place: { file, start } }: Told): number => {
    if (isChanged(shown(cwd, file.path), start.line)) return isNew.has(keyOf(finding)) ? 0 : 1;
    return isNew.has(keyOf(finding)) ? 2 : 3;
  };
  const ranked = findings.map((told) => ({ told, rank: rank(told) }));
  const wanted = ranked
    .filter((entry) => annotations === "all" || entry.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ told }) => told);
  const kept = (["error", "warning", "info"] as const).flatMap((severity) =>
    wanted.filter(({ finding }) => finding.severity === severity).slice(0, MOST),
  );
  return { findings: kept, left: wanted.length - kept.length };
}

/** GitHub shows ten of each severity in a step. One of each is left for what the action has to say itself. */
const MOST = 9;

function keyOf({ rule, element = "", site: { path, span }, message }: Finding): string {
  return JSON.stringify([rule, element, path, span.start, message.en]);
}
