import { expect, test } from "vitest";
import { kinds } from "../../grammar/schema.ts";
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
  expect(page).toContain("severity error, also in the profile starter");
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
    for (const { name } of [...kind.flags, ...kind.properties]) expect(page).toContain(name);
  }
});

test("an unknown name gets a suggestion", async () => {
  expect(await run(folder(), ["explain", "orphan-tol"])).toMatchObject({
    code: 2,
    out: "",
    err: "error: There is no rule or kind called 'orphan-tol'. Did you mean 'orphan-tool'?\n",
  });
  expect((await run(folder(), ["explain", "outil"])).err).toContain("Did you mean 'tool'?");
});
