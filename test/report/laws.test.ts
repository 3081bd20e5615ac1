import fc from "fast-check";
import { expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { kinds } from "../../grammar/schema.ts";
import { chapterOf } from "../../server/report/chapters.ts";
import { rules } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { ROOT } from "../support/fixture.ts";
import { filesOf, scoredFiles } from "./samples.ts";

const SAMPLES = ["retail", "retail-drift", "martech-91", "pim/commerce"];

interface Share {
  readonly count: number;
  readonly of: number;
  readonly share: number | null;
  readonly lacking: readonly unknown[];
}

/** Every share in a scorecard, wherever it stands. */
function sharesIn(value: unknown): readonly Share[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(isShare(value) ? [value] : []), ...Object.values(value).flatMap(sharesIn)];
}

function isShare(value: object): value is Share {
  return "count" in value && "of" in value && "share" in value && "lacking" in value;
}

/** The same value whatever the order of its lists was. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(unordered)
      .map((item) => JSON.stringify(item))
      .toSorted();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unordered(item)]));
}

/** The statements of a file, without what stands between them. */
function statementsOf(file: SourceFile): readonly string[] {
  const { statements, startOf } = syntaxOf(file);
  return statements.map((statement) => {
    const start = startOf.get(statement) ?? 0;
    return file.text.slice(start, start + statement.span.end);
  });
}

const random: fc.Arbitrary<readonly SourceFile[]> = fc
  .shuffledSubarray(SAMPLES.flatMap((sample) => filesOf(sample)).flatMap(statementsOf), {
    minLength: 0,
    maxLength: 120,
  })
  .map((statements) => [
    {
      path: `${ROOT}/a.bizarch`,
      text: statements.filter((text) => !text.startsWith("namespace")).join("\n"),
    },
  ]);

test("a share is what it says: part of a whole, the rest named, and null of nothing", () => {
  const holds = (files: readonly SourceFile[]) => {
    const shares = sharesIn(scoredFiles(files));
    expect(shares.length).toBeGreaterThan(30);
    for (const { count, of, share, lacking } of shares) {
      expect(count).toBeLessThanOrEqual(of);
      expect(lacking).toHaveLength(of - count);
      expect(share).toBe(of === 0 ? null : count / of);
    }
  };
  for (const sample of SAMPLES) holds(filesOf(sample));
  fc.assert(fc.property(random, holds), { numRuns: 40 });
});

const ORPHANS: Readonly<Record<string, string>> = {
  "business-model": "business-model zz-new",
  stakeholder: "stakeholder zz-new { kind partner }",
  domain: "domain zz-new { entity Zz }",
  capability: "capability zz-new",
  team: "team zz-new { function it }",
  vendor: "vendor zz-new",
  tool: "tool zz-new { category bi }",
  chain: "chain zz-new",
  initiative: "initiative zz-new",
};

test.each(Object.keys(ORPHANS))("a %s without a reason never raises a share of what leads up", (kind) => {
  const orphan = { path: `${ROOT}/zz.bizarch`, text: ORPHANS[kind] ?? "" };
  for (const sample of SAMPLES) {
    const before = scoredFiles(filesOf(sample)).traceability;
    const after = scoredFiles([...filesOf(sample), orphan]).traceability;
    for (const storey of ["all", "why", "what", "how"] as const) {
      expect(after[storey].share ?? 0).toBeLessThanOrEqual(before[storey].share ?? 0);
    }
    expect(after.all.lacking.length).toBe(before.all.lacking.length + (kind === "domain" ? 2 : 1));
  }
});

test("the order of files and statements does not matter", () => {
  for (const sample of SAMPLES) {
    const files = filesOf(sample);
    const turned = files.map((file, index) => {
      const statements = statementsOf(file);
      const first = statements.filter((text) => text.startsWith("namespace"));
      const others = statements.filter((text) => !text.startsWith("namespace")).toReversed();
      return {
        path: `${ROOT}/${String(files.length - index).padStart(3, "0")}.bizarch`,
        text: [...first, ...others].join("\n"),
      };
    });
    expect(unordered(scoredFiles(turned))).toEqual(unordered(scoredFiles(files)));
  }
});

test("every rule has its chapter, and no chapter a rule that is none", () => {
  expect(rules.filter(({ name }) => chapterOf(name) === undefined).map(({ name }) => name)).toEqual([]);
  expect(languageRules.filter(({ name }) => chapterOf(name) !== undefined)).toEqual([]);
});

test("every kind of what and how is asked for its reason", () => {
  const counted = new Set(scoredFiles(filesOf("retail")).traceability.kinds.map(({ kind }) => kind));
  const ofTheHouse = kinds.filter(
    ({ name, storey }) => storey !== "meta" && name !== "mission" && name !== "attribute",
  );
  expect(ofTheHouse.filter(({ name }) => !counted.has(name)).map(({ name }) => name)).toEqual([]);
});
