import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import { rules } from "../../server/rules/index.ts";
import { judge } from "../support/verdict.ts";

const SAMPLES = join(import.meta.dirname, "../../samples");

/** What stands at the first element that makes it speak, which is the one thing that order decides. */
const OF_THE_WHOLE = ["no-mission", "linear-economy", "marketing-gap", "one-sided-portfolio"];

/** A sample as one fixture, its files and their statements in their order or the other way round. */
function sample(name: string, isTurned: boolean): string {
  const folder = join(SAMPLES, name);
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = all.filter((path) => path.endsWith(".bizarch")).toSorted();
  const files = paths.map((path, index) => {
    const text = readFileSync(join(folder, path), "utf8");
    const { statements, startOf } = syntaxOf({ path, text });
    const written = (some: typeof statements) =>
      some.map((statement) => {
        const start = startOf.get(statement) ?? 0;
        return text.slice(start + statement.span.start, start + statement.span.end);
      });
    // A namespace has to come first.
    const first = written(statements.filter(({ head }) => head.text === "namespace"));
    const rest = written(statements.filter(({ head }) => head.text !== "namespace"));
    const parts = [...first, ...(isTurned ? rest.toReversed() : rest)];
    const at = isTurned ? paths.length - index : index;
    return `//- ${String(at).padStart(3, "0")}.bizarch\n${parts.join("\n\n")}\n`;
  });
  return (isTurned ? files.toReversed() : files).join("");
}

function told(text: string): readonly string[] {
  const known = rules.map(({ name }) => name).filter((name) => !OF_THE_WHOLE.includes(name));
  return judge(text)
    .verdict.findings.filter(({ rule }) => known.includes(rule))
    .map(({ rule, element, args }) => [rule, element ?? "-", ...args].join(" | "))
    .toSorted();
}

test.each(["retail", "retail-drift", "martech-91"])(
  "the order of files and statements is nothing to what is found in %s",
  (name) => {
    expect(told(sample(name, true))).toEqual(told(sample(name, false)));
  },
);
