import { join } from "node:path";
import type { Run } from "sarif";
import { expect, test } from "vitest";
import { HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { folder, run } from "./run.ts";
import { valid } from "./valid.ts";

async function sarif(cwd: string, ...args: readonly string[]): Promise<Run> {
  const { out } = await run(cwd, ["check", "--format", "sarif", ...args]);
  const [only, ...others] = valid.sarif(out).runs;
  if (!only || others.length > 0) throw new Error("A run is one run.");
  return only;
}

/** Each result as `level rule place related…`, with why it is suppressed. */
function printed({ results = [] }: Run): readonly string[] {
  return results.map(({ level, ruleId, locations, relatedLocations = [], suppressions = [] }) => {
    const places = [...(locations ?? []), ...relatedLocations].map(({ physicalLocation }) => {
      const { startLine, startColumn, endLine, endColumn } = physicalLocation?.region ?? {};
      return `${physicalLocation?.artifactLocation?.uri} ${startLine}:${startColumn}-${endLine}:${endColumn}`;
    });
    const excuses = suppressions.map(({ kind, justification }) => `(${kind}: ${justification})`);
    return [level, ruleId, ...places, ...excuses].join(" ");
  });
}

test("results stand where the findings do, counted from 1, and what is waived is suppressed", async () => {
  const found = await sarif(folder(SMALL));
  expect(printed(found)).toEqual([
    "error marketing-tool-owns-core-data a.bizarch 5:31-5:32 a.bizarch 2:10-2:14",
    "error unknown-reference a.bizarch 6:41-6:45",
    "error syntax sub/b.bizarch 1:1-1:2",
    'warning accountable-nobody a.bizarch 7:8-7:11 (external: Sold in "autumn")',
  ]);
  expect(found.columnKind).toBe("utf16CodeUnits");
  expect(found.results?.[0]).toMatchObject({
    locations: [
      {
        physicalLocation: { artifactLocation: { uriBaseId: "%SRCROOT%" } },
        logicalLocations: [{ fullyQualifiedName: "crm" }],
      },
    ],
    relatedLocations: [{ id: 1, message: { text: "'d' is a core domain." } }],
    suppressions: [],
  });
  expect(found.results?.[0]?.message.text).toMatch(/^'crm' is a marketing tool/);
});

test("each result leads to its rule, and the rule to its page", async () => {
  const { tool, results = [] } = await sarif(folder(SMALL));
  const rules = tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([
    "accountable-nobody",
    "marketing-tool-owns-core-data",
    "syntax",
    "unknown-reference",
  ]);
  expect(results.map(({ ruleIndex }) => rules[ruleIndex ?? -1]?.id)).toEqual(
    results.map(({ ruleId }) => ruleId),
  );
  expect(rules[2]).toMatchObject({
    shortDescription: { text: "What cannot be read cannot be checked, drawn or reviewed." },
    helpUri: "https://github.com/bizarch/bizarch/blob/main/docs/rules/syntax.md",
    defaultConfiguration: { level: "error" },
    properties: { tags: ["business-architecture", "language"] },
  });
  expect(rules[2]?.help?.markdown).toMatch(/^# syntax\n[^]*## Right/);
  for (const { fullDescription } of rules) expect(fullDescription?.text.length).toBeLessThanOrEqual(1000);
});

test("readers that take what is suppressed for open get it without", async () => {
  const found = await sarif(folder(SMALL), "--quiet");
  expect(printed(found).length).toBe(3);
  expect(JSON.stringify(found)).not.toContain("suppressions");
});

test("a rule of the project's own describes itself, and can neither link, mention nor mark up", async () => {
  const { tool, results = [] } = await sarif(folder(HOSTILE));
  const own = tool.driver.rules?.find(({ id }) => id === "own");
  expect(own).toMatchObject({ defaultConfiguration: { level: "warning" } });
  expect(own?.shortDescription?.text).toContain("]]> [here](http://evil.example)");
  expect(own?.help?.markdown).not.toMatch(/<img|@all|[^\\]\]\(/);
  const message = results.find(({ ruleId }) => ruleId === "own")?.message.text ?? "";
  expect(message).toMatch(/^'x serves g' is forbidden by 'own'/);
  expect(message).not.toMatch(/@all|\]\(/);
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  expect(/[\u0000-\u0009\u000b-\u001f\u202e]/.test(message)).toBe(false);
});

test("a path is a URI, whatever is in it", async () => {
  const { results = [] } = await sarif(folder(HOSTILE));
  const uris = new Set(
    results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri),
  );
  expect([...uris]).toEqual(["a%20%20b%2Cc%3Ad%25%26'.bizarch"]);
  const cwd = folder(SMALL);
  const outside = await sarif(join(cwd, "sub"), "../a.bizarch");
  expect(printed(outside)[0]).toContain(" ../a.bizarch 5:31");
});

test("a fingerprint stays when lines and files move, and no two are the same", async () => {
  const fingerprints = async (files: Readonly<Record<string, string>>) => {
    const { results = [] } = await sarif(folder({ "bizarch.json": STARTER, ...files }));
    return results.map(({ partialFingerprints }) => partialFingerprints?.["bizarchFinding/v1"] ?? "");
  };
  const text = "mission eat\ntool a { category pim; accountable gone, gone }\ntool b { category pim }\n";
  const before = await fingerprints({ "a.bizarch": text });
  const after = await fingerprints({
    "sub/other.bizarch": `// moved\n\n${text.split("\n").toReversed().join("\n")}`,
  });
  expect(new Set(after)).toEqual(new Set(before));
  expect(new Set(before).size).toBe(before.length);
});

test("a run that finds nothing is valid too", async () => {
  expect(printed(await sarif(folder()))).toEqual([]);
  expect(printed(await sarif(folder({ "a.bizarch": "mission eat\n", "bizarch.json": STARTER })))).toEqual([]);
});

test("messages speak French when asked", async () => {
  const { language, results = [] } = await sarif(folder(SMALL), "--locale", "fr");
  expect(language).toBe("fr");
  expect(results[0]?.message.text).toContain("« crm » est un outil marketing");
});
