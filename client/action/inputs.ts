import type { Locale } from "../../grammar/finding.ts";
import { Refusal } from "../cli/refusal.ts";
import { actionMessages as say } from "./messages.ts";
import { CRITERIA, type Criterion } from "./criterion.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

const ANNOTATIONS = ["changed", "all", "none"] as const;

/** The inputs of the action, as the workflow gives them. */
export interface Inputs {
  readonly path: string;
  /** What to compare with; undefined for what the event says. */
  readonly base: string | undefined;
  /** A file of findings that are known, from the root of the repository; undefined where there is none. */
  readonly baseline: string | undefined;
  /** Empty for `never`. */
  readonly failOn: readonly Criterion[];
  readonly acceptLabels: readonly string[];
  readonly locale: Locale | undefined;
  readonly annotations: (typeof ANNOTATIONS)[number];
  readonly isCommenting: boolean;
  readonly sarifFile: string | undefined;
  readonly token: string | undefined;
}

/** Reads `INPUT_*`. A value that means nothing is refused with those that do. */
export function inputsOf(env: Environment): Inputs {
  const input = (name: string): string | undefined =>
    env[`INPUT_${name.toUpperCase().replaceAll(" ", "_")}`]?.trim() || undefined;
  const chosen = <Value extends string>(
    name: string,
    values: readonly Value[],
    text: string | undefined,
  ): Value | undefined => {
    const value = values.find((one) => one === text?.toLowerCase());
    if (text !== undefined && value === undefined) throw new Refusal(say.badInput(name, text, values));
    return value;
  };
  const failOn = listed(input("fail-on") ?? "new-error").map((text) =>
    chosen("fail-on", [...CRITERIA, "never"], text),
  );
  return {
    path: input("path") ?? ".",
    base: input("base"),
    baseline: input("baseline"),
    failOn: CRITERIA.filter((criterion) => failOn.includes(criterion)),
    acceptLabels: listed(input("accept-labels") ?? ""),
    locale: chosen("locale", ["en", "fr"], input("locale")),
    annotations: chosen("annotations", ANNOTATIONS, input("annotations")) ?? "changed",
    isCommenting: chosen("comment", ["true", "false"], input("comment")) !== "false",
    sarifFile: input("sarif-file"),
    token: input("token"),
  };
}

/** Names apart by commas or on lines of their own. */
function listed(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
