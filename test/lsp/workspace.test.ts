import { describe, expect, test } from "vitest";
import type { ProtocolConnection } from "vscode-languageserver/node";
import type { TreeAt } from "../../server/features/architecture-tree.ts";
import type {
  CheckResult,
  ExportResult,
  ProjectsResult,
  ScorecardResult,
  TreePathResult,
  TreeResult,
} from "../../server/lsp/protocol.ts";
import { folder, PULL, start, type Folder } from "./client.ts";

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

test("all projects are named, in the order of their names, before anything is judged", async () => {
  const one = folder(
    '//- bizarch.json\n{ "name": "Zoo" }\n//- a.bizarch\nmission m\n//- b.bizarch\nmission n',
  );
  const two = folder('//- bizarch.json\n{ "name": "Épicerie" }\n//- a.bizarch\nmission m');
  const { connection } = await start(PULL, [one, two]);
  expect(await connection.sendRequest<ProjectsResult>("bizarch/projects", {})).toEqual({
    projects: [
      { project: { uri: two.uri, name: "Épicerie" }, files: 1 },
      { project: { uri: one.uri, name: "Zoo" }, files: 2 },
    ],
  });
});

const GROCER = `
//- bizarch.json
{ "name": "<b>Épicerie</b>", "locale": "fr" }
//- why.bizarch crlf
mission nourrir "<img src=x onerror=alert(1)> & 𝒳"
//- how.bizarch
/* 𝒳 */ tool caisse { category pos }
flow caisse -> caisse "De nuit"
flow caisse -> caisse "De jour"
`;

describe("the tree", () => {
  const below = async (connection: ProtocolConnection, project: string, at?: TreeAt) =>
    (await connection.sendRequest<TreeResult | null>("bizarch/tree", { project, at }))?.items;

  test("its kinds are named in the language of the person, else in that of the project", async () => {
    const project = folder(GROCER);
    const kinds = async (locale?: string) => {
      const { connection } = await start(PULL, [project], locale === undefined ? {} : { locale });
      return (await below(connection, project.uri, { storey: "how" }))?.map(({ label }) => label);
    };
    expect(await kinds("en")).toEqual(["Tools", "Flows"]);
    expect(await kinds("fr")).toEqual(["Outils", "Flux"]);
    expect(await kinds()).toEqual(["Outils", "Flux"]);
  });

  test("an element leads to its name, in UTF-16, and two alike are two", async () => {
    const project = folder(GROCER);
    const { connection } = await start(PULL, [project]);
    const [tool] = (await below(connection, project.uri, { storey: "how", kind: "tool" })) ?? [];
    expect(tool?.location).toEqual({
      uri: project.uriOf("how.bizarch"),
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 20 } },
    });
    const flows = (await below(connection, project.uri, { storey: "how", kind: "flow" })) ?? [];
    expect(flows.map(({ at, title }) => ({ at, title }))).toEqual([
      { at: { element: "caisse -> caisse" }, title: "De nuit" },
      { at: { element: "caisse -> caisse #2" }, title: "De jour" },
    ]);
    expect(await below(connection, "file:///nowhere")).toBeUndefined();
  });

  test("the way down to a place begins with its storey; where nothing stands there is none", async () => {
    const project = folder(GROCER);
    const { connection } = await start(PULL, [project]);
    const wayTo = (line: number, character: number) =>
      connection.sendRequest<TreePathResult | null>("bizarch/treePath", {
        textDocument: { uri: project.uriOf("how.bizarch") },
        position: { line, character },
      });
    const way = await wayTo(0, 15);
    expect(way?.project).toEqual({ uri: project.uri, name: "<b>Épicerie</b>" });
    expect(way?.items.map(({ at }) => at)).toEqual([
      { storey: "how" },
      { storey: "how", kind: "tool" },
      { element: "caisse" },
    ]);
    expect(await wayTo(0, 3)).toBeNull();
  });
});

describe("the scorecard", () => {
  const ask = async (locale: string, folders: readonly Folder[]) => {
    const client = await start(PULL, folders, { locale });
    const page = await client.connection.sendRequest<ScorecardResult>("bizarch/scorecard", {});
    const file = (format: string) =>
      client.connection.sendRequest<ExportResult>("bizarch/exportScorecard", { format });
    return { page, html: (await file("html")).text, markdown: (await file("markdown")).text };
  };

  test("is in the language of the person, leads to the text, and lets no text of a file be HTML", async () => {
    const project = folder(GROCER);
    const { page, html, markdown } = await ask("fr-CA", [project]);
    for (const text of [page.html ?? "", html ?? "", markdown ?? ""]) {
      expect(text).toContain("Tableau de bord");
      expect(text).not.toMatch(/<(b|img)[ >]/);
    }
    expect(page.html).toContain(`data-project="${project.uri}"`);
    expect(page.html).toMatch(/<button [^>]*data-name="caisse"/);
    expect(html).not.toContain("<button");
    expect((await ask("en", [project])).page.html).toContain("Scorecard");
  });

  test("of several projects are one after the other, each with ids of its own", async () => {
    const { page } = await ask("en", [folder(GROCER), folder(GROCER)]);
    const ids = [...(page.html ?? "").matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("of what was never saved says where it is", async () => {
    const uri = "untitled:Untitled-1";
    const client = await start(PULL, []);
    await client.open(uri, "mission m");
    const { text } = await client.connection.sendRequest<ExportResult>("bizarch/exportScorecard", {
      format: "markdown",
    });
    expect(text).toContain(`\n\`${uri}\` · 1 element`);
  });

  test("is not there without an architecture", async () => {
    const { page, html, markdown } = await ask("en", []);
    expect([page.html, html, markdown]).toEqual([undefined, undefined, undefined]);
  });
});
