import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { folder, run } from "./run.ts";
import { valid, type ByteRange, type Rdjson } from "./valid.ts";

async function rdjson(cwd: string, ...args: readonly string[]): Promise<Rdjson> {
  const { out } = await run(cwd, ["check", "--format", "rdjson", ...args]);
  return valid.rdjson(out);
}

/** What a range covers in the bytes of its file, as reviewdog reads it. */
function covered(cwd: string, path: string, { start, end }: ByteRange): string {
  const lines = readFileSync(join(cwd, path), "latin1").split("\n");
  expect(end.line).toBe(start.line);
  const bytes = lines[start.line - 1]?.slice(start.column - 1, end.column - 1) ?? "";
  return Buffer.from(bytes, "latin1").toString();
}

test("columns count bytes, so that every range covers what the finding is about", async () => {
  const cwd = folder({
    "bizarch.json": STARTER,
    "a.bizarch": `mission m "${"é🥕–".repeat(700)}" { nöpe 1; nôpe 2 }\ntool é { category pím }\n`,
  });
  const { diagnostics, severity } = await rdjson(cwd);
  const found = diagnostics.map(
    ({ code, location: { path, range } }) => `${code.value} ${covered(cwd, path, range)}`,
  );
  expect(found).toEqual(
    expect.arrayContaining(["unknown-property nöpe", "unknown-property nôpe", "invalid-value pím"]),
  );
  expect(severity).toBe("ERROR");
});

test("a diagnostic has its rule's page, its severity and its message", async () => {
  const { diagnostics } = await rdjson(folder(SMALL));
  expect(
    diagnostics.map(({ code, severity, location }) => `${severity} ${code.value} ${location.path}`),
  ).toEqual([
    "ERROR marketing-tool-owns-core-data a.bizarch",
    "ERROR unknown-reference a.bizarch",
    "ERROR syntax sub/b.bizarch",
  ]);
  expect(diagnostics[2]?.code.url).toBe("https://github.com/bizarch/bizarch/blob/main/docs/rules/syntax.md");
});

test("a repair is suggested where there is one to take without a second thought, on the lines of the finding", async () => {
  const text = "mission eat\ntool pim { category pin; accountable dta }\nteam data { function data }\n";
  const cwd = folder({ "bizarch.json": STARTER, "a.bizarch": text });
  const { diagnostics } = await rdjson(cwd);
  const suggested = diagnostics.map(({ code, location, suggestions = [] }) => [
    code.value,
    ...suggestions.map((it) => `${covered(cwd, location.path, it.range)} → ${it.text}`),
  ]);
  expect(suggested).toEqual([
    ["invalid-value", "pin → pim"],
    ["unknown-reference", "dta → data"],
  ]);
});

test("a repair that is more than one edit is not suggested", async () => {
  const text =
    "mission eat\nbusiness-model m\ntool t { category cdp; owns d }\ndomain d core { embodies m; entity E }\n";
  const { diagnostics } = await rdjson(folder({ "bizarch.json": STARTER, "a.bizarch": text }));
  const several = diagnostics.find(({ code }) => code.value === "marketing-tool-owns-core-data");
  expect(several).toBeDefined();
  expect(several?.suggestions).toBeUndefined();
});

test("nobody is mentioned and nothing linked by what a file says", async () => {
  const { diagnostics } = await rdjson(folder(HOSTILE));
  const message = diagnostics.find(({ code }) => code.value === "own")?.message ?? "";
  expect(message).toContain("]]>");
  expect(message).not.toMatch(/@all|\]\(/);
  expect(diagnostics.find(({ code }) => code.value === "own")?.code.url).toBeUndefined();
});

test("nothing found has no severity", async () => {
  expect(await rdjson(folder({ "a.bizarch": "mission eat\n" }))).toEqual({
    source: { name: "bizarch", url: "https://github.com/bizarch/bizarch" },
    diagnostics: [],
  });
});
