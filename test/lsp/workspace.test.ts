import { expect, test } from "vitest";
import type { CheckResult, ScorecardResult } from "../../server/lsp/protocol.ts";
import { folder, PULL, start } from "./client.ts";

test("all projects are checked, the files that are not open too, or only that of a document", async () => {
  const one = folder(
    '//- bizarch.json\n{ "name": "Épicerie 𝒳", "profile": "starter" }\n//- a.bizarch\nmission m\ntool t { categry erp }\n//- b.bizarch\nbusiness-model b { serves nobody }',
  );
  const two = folder("//- bizarch.json\n{}\n//- c.bizarch\nmission n");
  const client = await start(PULL, [one, two]);
  const check = (params: object) => client.connection.sendRequest<CheckResult>("bizarch/check", params);
  const { projects } = await check({});
  expect(new Set(projects.map(({ files }) => files))).toEqual(new Set([1, 2]));
  const [asked] = (await check({ textDocument: { uri: one.uriOf("a.bizarch") } })).projects;
  expect(asked).toMatchObject({
    project: { name: "Épicerie 𝒳", uri: one.uri },
    error: 2,
    elements: 3,
    waived: 0,
  });
  expect(await check({ textDocument: { uri: "file:///nowhere/x.bizarch" } })).toEqual({ projects: [] });
});

test("the scorecard is Markdown in the language of the person; without an architecture there is none", async () => {
  const project = folder('//- bizarch.json\n{ "name": "<b>Épicerie</b>" }\n//- a.bizarch\nmission m "Mieux"');
  const ask = async (locale: string, folders: readonly (typeof project)[]) => {
    const client = await start(PULL, folders, { locale });
    return client.connection.sendRequest<ScorecardResult>("bizarch/scorecard", {});
  };
  const french = (await ask("fr-CA", [project])).markdown ?? "";
  expect(french).toContain("Épicerie");
  expect(french).not.toContain("<b>");
  expect(french).not.toEqual((await ask("en", [project])).markdown);
  expect((await ask("en", [])).markdown).toBeUndefined();
});
