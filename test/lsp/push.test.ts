import { expect, test } from "vitest";
import {
  changedNotification,
  elementAtRequest,
  hoverRequest,
  renamedRequest,
  locateRequest,
  viewRequest,
  type ChangedParams,
  type HoverResult,
  type ViewResult,
} from "../../server/lsp/protocol.ts";
import { folder, printed, PUSH, start } from "./client.ts";

const WHY = `
  //- why.bizarch
  mission eat "Help people eat better"
  goal know {
    serves eet
  }
  //- sub/how.bizarch
  tool pim {
    category pim
  }
`;

test("findings are pushed for closed files, and cleared when the file is fixed in the editor", async () => {
  const project = folder(WHY);
  const client = await start(PUSH, [project]);
  const uri = project.uriOf("why.bizarch");
  const first = await client.pushed(uri, (diagnostics) => diagnostics.length > 0);
  expect(printed(first)).toContain("3:10-3:13 error unknown-reference");
  await client.open(uri, 'mission eat "Help people eat better"\ngoal know {\n  serves eet\n}\n');
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } }, text: "a" },
    ],
  });
  const second = await client.pushed(uri, (found) => !found.some(({ code }) => code === "unknown-reference"));
  expect(second.filter(({ code }) => code === "unknown-reference")).toEqual([]);
  expect(client.logged).toEqual([]);
  expect(await client.stop()).toBe(0);
  expect(client.server.stderr()).toBe("");
});

test("the picture, an element's source and the element under the cursor are told", async () => {
  const project = folder(WHY);
  const client = await start(PUSH, [project]);
  const textDocument = { uri: project.uriOf("sub/how.bizarch") };
  const view = await client.connection.sendRequest<ViewResult>(viewRequest, { textDocument });
  expect(view.graph.nodes.map(({ name }) => name)).toContain("pim");
  expect(view.views[0]?.id).toBe("storeys");
  expect(view.project.uri).toBe(project.uri);
  // A trace is among the choices while it is shown; where its element is gone, the whole is shown.
  const traced = (name: string) =>
    client.connection.sendRequest<ViewResult>(viewRequest, { textDocument, view: `trace:${name}` });
  expect((await traced("pim")).views.at(-1)).toMatchObject({ id: "trace:pim" });
  expect((await traced("gone")).graph.view).toBe("storeys");
  expect((await traced("gone")).views).toEqual(view.views);
  const found = await client.connection.sendRequest(locateRequest, { textDocument, name: "eat" });
  expect(found).toEqual({
    uri: project.uriOf("why.bizarch"),
    range: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } },
  });
  const position = { line: 1, character: 4 };
  expect(await client.connection.sendRequest(elementAtRequest, { textDocument, position })).toEqual({
    name: "pim",
    project: view.project.uri,
  });
  const renamed = { textDocument, position: { line: 0, character: 6 }, newName: "catalogue" };
  expect(await client.connection.sendRequest(renamedRequest, renamed)).toEqual({
    from: "pim",
    to: "catalogue",
    isView: false,
    project: view.project.uri,
  });
  const hover = (name: string) =>
    client.connection.sendRequest<HoverResult | null>(hoverRequest, { textDocument, name });
  expect((await hover("pim"))?.text).toContain("`pim`");
  expect(await hover("gone")).toBeNull();
  expect(await client.stop()).toBe(0);
});

test("reports are cleared when their file goes, and come back with it", async () => {
  const project = folder("//- a.bizarch\nmisson eat");
  const client = await start(PUSH, [project]);
  const uri = project.uriOf("a.bizarch");
  const changed = (type: number): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  await client.pushed(uri, (diagnostics) => diagnostics.length === 1);
  project.remove("a.bizarch");
  await changed(3);
  await client.pushed(uri, (diagnostics) => diagnostics.length === 0);
  project.write("a.bizarch", "misson drink");
  await changed(1);
  await client.pushed(uri, (diagnostics) => diagnostics.length === 1);
});

test("a closed file keeps its report, a document that was never saved does not", async () => {
  const project = folder("//- a.bizarch\nmisson eat");
  const client = await start(PUSH, [project]);
  const uri = project.uriOf("a.bizarch");
  const untitled = "untitled:Untitled-1";
  await client.open(uri, "mission eat");
  await client.open(untitled, "tol pim");
  await client.pushed(untitled, (diagnostics) => diagnostics.length === 1);
  await client.pushed(uri, (diagnostics) => diagnostics.length === 0);
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: untitled } });
  await client.pushed(uri, (diagnostics) => diagnostics.length === 1);
  await client.pushed(untitled, (diagnostics) => diagnostics.length === 0);
});

test("many keystrokes are answered for the last of them, and never for one before it was told of", async () => {
  const client = await start(PUSH, []);
  const uri = "untitled:Untitled-1";
  // The last letter is wrong: a report equal to the one before is not told again.
  const word = "mission a b";
  await client.open(uri, "", 0);
  for (const [index, text] of [...word].entries()) {
    const at = { line: 0, character: index };
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: index + 1 },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }
  const last = await client.pushed(uri, (_, version) => version === word.length);
  expect(last.map(({ code }) => code)).toEqual(["invalid-value"]);
  const versions = client.pushes.map(({ version = Number.NaN }) => version);
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
});

test("a client that asks for it is told which architectures changed", async () => {
  const project = folder(WHY);
  const heard: ChangedParams[] = [];
  const client = await start(PUSH, [project], { initializationOptions: { changed: true } });
  const next = (): Promise<ChangedParams> =>
    new Promise((resolve) => {
      client.connection.onNotification(changedNotification, (params: ChangedParams) => {
        heard.push(params);
        resolve(params);
      });
    });
  const told = next();
  await client.open("untitled:Untitled-1", "mission eat");
  await told;
  const again = next();
  await client.open("untitled:Untitled-2", "mission drink");
  expect((await again).projects).toEqual(["untitled:Untitled-2"]);
  expect(heard.flatMap(({ projects }) => projects)).toContain("untitled:Untitled-1");
});
