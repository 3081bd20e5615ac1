import { expect, test } from "vitest";
import {
  DiagnosticRefreshRequest,
  UnregistrationRequest,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { folder, printed, PULL, start, type Client } from "./client.ts";

async function pull(
  client: Client,
  uri: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> {
  const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
  return client.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", params);
}

/** The findings on a document, as they are pulled. */
async function found(client: Client, uri: string): Promise<readonly string[]> {
  const report = await pull(client, uri);
  return report.kind === "full" ? printed(report.items) : [report.kind];
}

const GOAL = `
  //- goal.bizarch
  goal know {
    serves eat
    measured-by share
  }
  kpi share { from d; unit "%" }
  domain d { quality clean; embodies m }
  business-model m { serves eat; pattern commerce }
  //- why.bizarch
  mission eat
`;

const BROKEN = ["2:10-2:13 error unknown-reference"];

test("a report says that nothing changed where nothing did", async () => {
  const project = folder("//- a.bizarch\nmisson eat");
  const client = await start(PULL, [project]);
  const uri = project.uriOf("a.bizarch");
  const first = await pull(client, uri);
  expect(first).toMatchObject({ kind: "full" });
  const again = await pull(client, uri, first.resultId);
  expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });
  await client.open(uri, "mission eat");
  const fixed = await pull(client, uri, first.resultId);
  expect(fixed).toMatchObject({ kind: "full", items: [] });
  expect(client.pushes).toEqual([]);
});

test("what is typed in one file is found in another", async () => {
  const project = folder(GOAL);
  const client = await start(PULL, [project]);
  const goal = project.uriOf("goal.bizarch");
  const why = project.uriOf("why.bizarch");
  const unknown = async (): Promise<readonly string[]> =>
    (await found(client, goal)).filter((line) => line.includes("unknown-reference"));
  expect(await unknown()).toEqual([]);
  await client.open(why, "mission eaten");
  expect(await unknown()).toContain(BROKEN[0]);
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: why } });
  expect(await unknown()).toEqual([]);
});

test("the whole workspace is reported, closed files and settings too", async () => {
  const project = folder(`
    //- a.bizarch
    misson eat
    //- sub/bizarch.json
    { "nam": "x" }
    //- sub/b.bizarch
    tool { }
  `);
  const client = await start(PULL, [project]);
  await client.open(project.uriOf("a.bizarch"), "misson eat", 7);
  const report = await client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [],
  });
  const lines = report.items.map((item) => {
    const codes = item.kind === "full" ? item.items.map(({ code }) => code).join() : item.kind;
    return `${item.uri.slice(project.uri.length + 1)} ${item.version} ${codes}`;
  });
  expect(new Set(lines)).toEqual(
    new Set([
      "a.bizarch 7 unknown-kind",
      "sub/b.bizarch null syntax",
      "sub/bizarch.json null unknown-property",
    ]),
  );
  const previousResultIds = report.items.map(({ uri, resultId = "" }) => ({ uri, value: resultId }));
  const gone = { uri: project.uriOf("gone.bizarch"), value: "old" };
  const again = await client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [...previousResultIds, gone],
  });
  expect(again.items.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged", "unchanged", "full"]);
});

test("files that come, change and go on disk", async () => {
  const project = folder(GOAL);
  const client = await start(
    { ...PULL, workspace: { ...PULL.workspace, diagnostics: { refreshSupport: true } } },
    [project],
  );
  const refreshed = new Promise<void>((resolve) => {
    client.connection.onRequest(DiagnosticRefreshRequest.type, () => resolve());
  });
  const goal = project.uriOf("goal.bizarch");
  const changed = (file: string, type: number): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: project.uriOf(file), type }],
    });
  const unknown = async (): Promise<number> =>
    (await found(client, goal)).filter((line) => line.includes("unknown-reference")).length;
  expect(await unknown()).toBe(0);
  project.remove("why.bizarch");
  await changed("why.bizarch", 3);
  expect(await unknown()).toBeGreaterThan(0);
  project.write("new/why.bizarch", "mission eat");
  await changed("new/why.bizarch", 1);
  expect(await unknown()).toBe(0);
  project.write("new/why.bizarch", "mission other");
  await changed("new/why.bizarch", 2);
  expect(await unknown()).toBeGreaterThan(0);
  project.write("new/why.bizarch", "mission eat");
  await changed("new/why.bizarch", 2);
  project.remove("new");
  await changed("new", 3);
  expect(await unknown()).toBeGreaterThan(0);
  project.write("moved/in/why.bizarch", "mission eat");
  await changed("moved", 1);
  expect(await unknown()).toBe(0);
  project.remove("moved");
  await changed("moved", 3);
  project.write("node_modules/x/why.bizarch", "mission eat");
  await changed("node_modules/x/why.bizarch", 1);
  expect(await unknown()).toBeGreaterThan(0);
  await refreshed;
});

test("an open document is what the editor says, whatever happens on disk", async () => {
  const project = folder("//- a.bizarch\nmission eat");
  const client = await start(PULL, [project]);
  const uri = project.uriOf("a.bizarch");
  await client.open(uri, "misson eat");
  project.write("a.bizarch", "mission other");
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri, type: 2 }],
  });
  expect(await found(client, uri)).toEqual(["1:1-1:7 error unknown-kind"]);
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect(await found(client, uri)).toEqual([]);
});

test("settings that change on disk change what is found", async () => {
  const project = folder("//- bizarch.json\n{}\n//- a.bizarch\nmission eat\n//- b.bizarch\nmisson drink");
  const client = await start(PULL, [project]);
  const uri = project.uriOf("b.bizarch");
  expect(await found(client, uri)).toEqual(["1:1-1:7 error unknown-kind"]);
  project.write("bizarch.json", '{ "exclude": ["b.bizarch"] }');
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: project.uriOf("bizarch.json"), type: 2 }],
  });
  expect(await found(client, uri)).toEqual([]);
});

test("the project may reach above the opened folder", async () => {
  const project = folder(`
    //- bizarch.json
    {}
    //- why.bizarch
    mission eat
    //- sub/how.bizarch
    initiative i { serves g; until 2027-01-01; hypothesis "x"; measured-by k; impacts teams; improves cost }
    //- what.bizarch
    goal g { serves eat; measured-by k }
    kpi k { from d }
    domain d
  `);
  const sub = { ...project, uri: project.uriOf("sub") };
  const client = await start(PULL, [sub]);
  const lines = await found(client, project.uriOf("sub/how.bizarch"));
  expect(lines.filter((line) => line.includes("unknown"))).toEqual([]);
});

test("what is read outside of the opened folders is watched there, as long as it is", async () => {
  const project = folder("//- bizarch.json\n{}\n//- why.bizarch\nmission eat\n//- sub/a.bizarch\nmission b");
  const other = folder("//- b.bizarch\nmission c");
  const workspace = {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  };
  const sub = project.uriOf("sub");
  const client = await start({ ...PULL, workspace }, [{ ...project, uri: sub }, other]);
  await found(client, project.uriOf("sub/a.bizarch"));
  const elsewhere = client.registered.filter((one) => JSON.stringify(one).includes("baseUri"));
  expect(JSON.stringify(elsewhere[0]?.registerOptions)).toContain(
    JSON.stringify({ baseUri: project.uri, pattern: "**/*.bizarch" }),
  );
  expect(elsewhere).toHaveLength(1);
  const withdrawn = new Promise<string | undefined>((resolve) => {
    client.connection.onRequest(UnregistrationRequest.type, ({ unregisterations: [one] }) =>
      resolve(one?.id),
    );
  });
  await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: [{ uri: sub, name: "x" }] },
  });
  expect(await withdrawn).toBe(elsewhere[0]?.id);
});

test("a single file without a folder finds its project", async () => {
  const project = folder(
    "//- bizarch.json\n{}\n//- why.bizarch\nmission eat\n//- sub/b.bizarch\ngoal g { serves eat }",
  );
  const client = await start(PULL, []);
  const uri = project.uriOf("sub/b.bizarch");
  await client.open(uri, "goal g { serves eat }");
  expect((await found(client, uri)).filter((line) => line.includes("unknown"))).toEqual([]);
});

test("folders that are opened and closed", async () => {
  const one = folder("//- a.bizarch\ngoal g { serves eat }");
  const two = folder("//- b.bizarch\nmisson eat");
  const client = await start(PULL, [one]);
  const change = (added: readonly string[], removed: readonly string[]): Promise<void> => {
    const named = (uri: string): { uri: string; name: string } => ({ uri, name: "x" });
    return client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: added.map(named), removed: removed.map(named) },
    });
  };
  expect(await found(client, two.uriOf("b.bizarch"))).toEqual([]);
  await change([two.uri], []);
  expect(await found(client, two.uriOf("b.bizarch"))).toEqual(["1:1-1:7 error unknown-kind"]);
  // Two folders are two projects: what one declares means nothing in the other.
  expect((await found(client, one.uriOf("a.bizarch"))).join()).toContain("unknown-reference");
  await change([], [two.uri]);
  expect(await found(client, two.uriOf("b.bizarch"))).toEqual([]);
});

test("a document that was never saved stands alone", async () => {
  const project = folder("//- a.bizarch\nmission eat");
  const client = await start(PULL, [project]);
  await client.open("untitled:Untitled-1", "goal g { serves eat }");
  const lines = await found(client, "untitled:Untitled-1");
  expect(lines).toContain("1:17-1:20 error unknown-reference");
});

test("a file that is not UTF-8 is told of where it breaks", async () => {
  const project = folder();
  const bytes = Buffer.from('mission eat "\u00e9t\u00e9"\nmission b "\u00e9"', "latin1");
  project.write("a.bizarch", bytes);
  project.write("good.bizarch", '\ufeffmission c "\u00e9 \ufffd"');
  const client = await start(PULL, [project]);
  expect((await found(client, project.uriOf("a.bizarch")))[0]).toBe("1:14-1:15 error syntax");
  expect(await found(client, project.uriOf("good.bizarch"))).toEqual([]);
});

test("a file that is too large is refused, and the others are read", async () => {
  const project = folder("//- b.bizarch\nmisson eat");
  project.write("a.bizarch", "// filler\n".repeat(2_200_000));
  const client = await start(PULL, [project]);
  expect(await found(client, project.uriOf("a.bizarch"))).toEqual(["1:1-1:1 error syntax"]);
  expect(await found(client, project.uriOf("b.bizarch"))).toEqual(["1:1-1:7 error unknown-kind"]);
});

test("messages are in the client's language, else in the project's", async () => {
  const project = folder('//- bizarch.json\n{ "locale": "fr" }\n//- a.bizarch\nmisson eat');
  const message = async (locale: string | undefined, root: typeof project): Promise<string | undefined> => {
    const client = await start(PULL, [root], locale === undefined ? {} : { locale });
    const report = await pull(client, root.uriOf("a.bizarch"));
    const text = report.kind === "full" ? report.items[0]?.message : undefined;
    return typeof text === "string" ? text : text?.value;
  };
  expect(await message("fr-FR", folder("//- a.bizarch\nmisson eat"))).toContain("Aucun type");
  expect(await message("en", folder("//- a.bizarch\nmisson eat"))).toContain("There is no kind");
  expect(await message(undefined, project)).toContain("Aucun type");
  expect(await message("en-GB", project)).toContain("There is no kind");
  expect(await message("de", project)).toContain("Aucun type");
});
