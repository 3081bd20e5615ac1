import { scorecard, type Scorecard } from "../../server/report/scorecard.ts";
import type { Settings } from "../../server/model/snapshot.ts";
import { judge } from "../support/verdict.ts";

export function scored(text: string, settings: Partial<Settings> = {}): Scorecard {
  const { model, verdict } = judge(text, settings);
  return scorecard(model, verdict);
}

/** One measure of a fixture, as text; `only` the figures whose name begins so. */
export function measured(measure: keyof Scorecard, text: string, only = ""): string {
  const lines = printed(scored(text)[measure]).split("\n");
  return lines.filter((line) => line.startsWith(only)).join("\n");
}

/**
 * A measure as text, a line for each figure: `domains.named 2/3 (sales)`. A share is told with what lacks it, an element
 * by its name, a list in its order; what is empty, zero or null is told too, so that nothing is missed.
 */
function printed(measure: unknown, path = ""): string {
  if (isShare(measure)) {
    const lacking = measure.lacking.map(({ name }) => name).join(", ");
    return `${path} ${String(measure.count)}/${String(measure.of)}${lacking && ` (${lacking})`}`;
  }
  if (isObject(measure) && !isNamed(measure)) {
    const lines = Object.entries(measure).map(([key, value]) =>
      printed(value, path ? `${path}.${key}` : key),
    );
    return lines.join("\n");
  }
  return `${path} ${inline(measure)}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "-" : value.map(inline).join(", ");
  if (isNamed(value)) return value.name;
  if (isShare(value)) return `${String(value.count)}/${String(value.of)}`;
  if (isObject(value)) {
    const parts = Object.entries(value).map(
      ([key, item]) => `${key} ${Array.isArray(item) ? `[${inline(item)}]` : inline(item)}`,
    );
    return `{${parts.join(" ")}}`;
  }
  return JSON.stringify(value).replaceAll('"', "");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNamed(value: unknown): value is { readonly name: string } {
  return isObject(value) && "name" in value && "title" in value && "kind" in value;
}

function isShare(value: unknown): value is {
  readonly count: number;
  readonly of: number;
  readonly lacking: readonly { readonly name: string }[];
} {
  return isObject(value) && "count" in value && "of" in value && "lacking" in value;
}
