import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { categories } from "../../grammar/categories.ts";
import { kinds } from "../../grammar/schema.ts";
import { pageNames } from "../../server/pages/page.ts";
import { rules } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { folder, run } from "./run.ts";

const names = [...rules, ...languageRules, ...kinds].map(({ name }) => name).concat("policy");

async function explained(name: string): Promise<string> {
  const { code, out, err } = await run(folder(), ["explain", name]);
  expect([code, err]).toEqual([0, ""]);
  return out;
}

test("everything that has a name has a page, and is listed", async () => {
  const { out: list } = await run(folder(), ["explain"]);
  for (const name of names) {
    expect(await explained(name)).toContain(name);
    expect(list).toContain(`  ${name} `);
  }
});

test("a rule's page is text for a terminal: no marks of Markdown, the examples set apart", async () => {
  const page = await explained("marketing-tool-owns-core-data");
  expect(page).toMatch(/^marketing-tool-owns-core-data\n\n/);
  expect(page).not.toContain("```");
  expect(page).toContain("\nWrong\n\n    domain customer");
  expect(page).toContain("\n\nerror, also in the profile starter, with a quick fix\n");
  expect(
    Math.max(
      ...page
        .split("\n\n")
        .filter((text) => !/^ {4}/.test(text))
        .map((text) => text.indexOf("\n")),
    ),
  ).toBeLessThan(101);
});

test("a kind's page tells all that the schema does", async () => {
  for (const kind of kinds) {
    const page = await explained(kind.name);
    const common = ["tags", "link", "since", "until"];
    const told = kind.properties.filter(({ name }) => kind.name !== "attribute" || !common.includes(name));
    for (const { name } of [...kind.flags, ...told]) expect(page).toContain(`\n  ${name} `);
    expect(page).toContain(kind.doc);
  }
});

test("an unknown name gets a suggestion", async () => {
  expect(await run(folder(), ["explain", "orphan-tol"])).toMatchObject({
    code: 2,
    out: "",
    err: "error: There is no rule, kind or word called 'orphan-tol'. Did you mean 'orphan-tool'?\n",
  });
});

test.each([
  ["outil", "tool"],
  ["Équipe", "team"],
  ["MODELE", "business-model"],
  ["politique", "policy"],
  ["dérogation", "allow"],
  ["champ", "attribute"],
  ["onws", "owns"],
  ["Owns", "owns"],
  ["crmm", "crm"],
  ["anonymized", "anonymised"],
  ["unknow-kind", "unknown-kind"],
  ["marketing-tool-owns-data", "marketing-tool-owns-core-data"],
])("%s: did you mean %s?", async (name, meant) => {
  const { code, out, err } = await run(folder(), ["explain", name]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(`Did you mean '${meant}'?`);
});

test("a name that nothing is near to is told of, whatever it holds", async () => {
  const { err } = await run(folder(), ["explain", "\u001b[31mxyzzyplugh"]);
  expect(err).toBe(
    "error: There is no rule, kind or word called '\\u{1b}[31mxyzzyplugh'. 'bizarch explain' lists them.\n",
  );
  expect((await run(folder(), ["explain", ""])).code).toBe(2);
  expect((await run(folder(), ["explain", "constructor"])).code).toBe(2);
});

test.each(pageNames())("%s: a page without marks of Markdown, and the same as Markdown", async (name) => {
  const page = await explained(name);
  expect(page.startsWith(`${name}\n\n`)).toBe(true);
  const prose = page.split("\n").filter((line) => !line.startsWith("    "));
  expect(prose.filter((line) => /`|\*\*|\]\(|^\||\ue000|(?<!\w)_\w/.test(line))).toEqual([]);
  expect(page).not.toMatch(/[ \t]\n|undefined|\n{5}/);
  const { out, err } = await run(folder(), ["explain", name, "--format", "markdown"]);
  expect(err).toBe("");
  expect(out).not.toMatch(/\]\((?!https:\/\/github\.com\/bizarch\/bizarch\/blob\/main\/docs\/)/);
  expect(out.startsWith(`# ${name}\n\n`)).toBe(true);
});

describe("any other word of the language has a page too", () => {
  test.each([
    ["owns", ["A property", "  tool  The data that it is the system of record of.", "It is a relation"]],
    ["description", ["A property of every kind", "It takes a text between quotes"]],
    ["for", ["  goal       Who is better off", "  attribute  The aspects"]],
    ["core", ["A flag, behind the title", "  domain  The company lives by this data."]],
    ["crm", ["A category of tools", "Customer relationship management", "Its family is marketing."]],
    ["marketing", ["  function marketing (team)", "A family of tools", "  tag-manager "]],
    ["datetime", ["A type of an attribute", "name: datetime"]],
    ["off", ["A line of a policy", "This rule is not asked."]],
  ])("%s", async (name, parts) => {
    const page = await explained(name);
    for (const part of parts) expect(page).toContain(part);
  });
});

test("every category of tools is told apart", async () => {
  const pages = await Promise.all(categories.map(explained));
  for (const page of pages) expect(page).toContain("A category of tools\n\n");
});

test("an example keeps its indentation, and a table its columns", async () => {
  const page = await explained("attribute");
  expect(page).toContain("\n      entity Grower {\n        siret: id key\n");
  expect(page).toContain("\n  optional  There may be none.\n");
});

test("pages are in English, and who asked for French is told so", async () => {
  const { code, out, err } = await run(folder(), ["explain", "tool", "--locale", "fr"]);
  expect([code, err]).toEqual([0, "Les pages de documentation sont en anglais.\n"]);
  expect(out).toContain("A piece of software");
  expect((await run(folder(), ["explain", "tool", "--locale", "fr", "--quiet"])).err).toBe("");
});

test("a page goes to a file, without colours", async () => {
  const cwd = folder();
  await run(cwd, ["explain", "tool", "-o", "tool.md", "--format", "markdown"], { isTerminal: true });
  expect(readFileSync(join(cwd, "tool.md"), "utf8")).toMatch(/^# tool\n/);
  const { out } = await run(cwd, ["explain", "tool"], { isTerminal: true });
  expect(out).toContain("\u001b[1mtool\u001b[22m\n");
});
