import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { merged, type Baseline, type Recorded, type Scope } from "./baseline.ts";
import { baselineMessages as say } from "./messages.ts";
import { absolute, kindOfPath, shown } from "../disk.ts";
import { cliMessages } from "../messages.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../workspace.ts";

const VERSION = 1;

/** The baseline in a file; undefined where there is no file. */
export function readBaseline(cwd: string, given: string): Baseline | undefined {
  if (given === "-") throw new Refusal(say.noStdin());
  const path = absolute(cwd, given);
  const kind = kindOfPath(path);
  if (kind === undefined) return undefined;
  if (kind !== "file") throw new Refusal(say.noFile(given));
  return baselineIn(readText(path, given), given);
}

function readText(path: string, given: string): string {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal(cliMessages.unreadable(given, code));
  }
}

/** The baseline in a text, which is called `given` in front of people. */
export function baselineIn(text: string, given: string): Baseline {
  const held = fields(json(text, given));
  const version = held?.["version"];
  if (typeof version === "number" && version > VERSION) throw new Refusal(say.newer(given));
  const findings = held?.["findings"];
  const entries = Array.isArray(findings) ? findings.map(recordedIn) : [undefined];
  const known = entries.filter((entry) => entry !== undefined);
  if (version !== VERSION || known.length < entries.length) throw new Refusal(say.broken(given));
  // Two branches may have recorded the same finding: it is one all the same.
  return merged(known, Math.max);
}

function json(text: string, given: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(say.broken(given));
  }
}

function recordedIn(entry: unknown): Recorded | undefined {
  const { project = ".", rule, element = null, args = [], count = 1 } = fields(entry) ?? {};
  const isCount = typeof count === "number" && Number.isInteger(count) && count > 0;
  if (typeof project !== "string" || typeof rule !== "string" || !isCount) return undefined;
  if (element !== null && typeof element !== "string") return undefined;
  if (!Array.isArray(args) || !args.every((arg) => typeof arg === "string")) return undefined;
  return { project, rule, element, args, count };
}

function fields(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}

/** A baseline as text: a finding on a line and in a fixed order, so that git can merge it. */
export function baselineText(baseline: Baseline): string {
  const lines = baseline.map(({ project, rule, element, args, count }) =>
    JSON.stringify({
      ...(project !== "." && { project }),
      rule,
      element,
      args,
      ...(count > 1 && { count }),
    }),
  );
  const list = lines.length > 0 ? `[\n${lines.map((line) => `    ${line}`).join(",\n")}\n  ]` : "[]";
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** A baseline and a run that speak of the same projects. */
export interface Scoped {
  readonly baseline: Baseline;
  readonly scope: Scope;
}

/**
 * Projects are known by where they lie as seen from the baseline's folder. Where one project of the run is not in the
 * baseline, and one of the baseline is gone from its place, it has moved.
 */
export function scoped(cwd: string, given: string, recorded: Baseline, workspace: Workspace): Scoped {
  const folder = dirname(absolute(cwd, given));
  const placeOf = (name: string): string => absolute(folder, name);
  const checked = workspace.projects.map(({ root }) => shown(folder, root));
  const names = new Set(recorded.map(({ project }) => project));
  const [to, ...otherNew] = checked.filter((name) => !names.has(name));
  const [from, ...otherGone] = [...names].filter(
    (name) => !checked.includes(name) && kindOfPath(placeOf(name)) === undefined,
  );
  const isMove = otherNew.length === 0 && otherGone.length === 0;
  const baseline = isMove && from !== undefined && to !== undefined ? moved(recorded, from, to) : recorded;
  const scope: Scope = {
    nameOf: ({ project, finding }) => shown(folder, project?.root ?? dirname(finding.site.path)),
    covers: (name) => checked.includes(name) || workspace.isMeant(`${placeOf(name)}/bizarch.json`),
  };
  return { baseline, scope };
}

function moved(baseline: Baseline, from: string, to: string): Baseline {
  return baseline.map((recorded) => (recorded.project === from ? { ...recorded, project: to } : recorded));
}
