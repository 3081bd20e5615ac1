import { expect, test } from "vitest";
import { elementAtRequest, locateRequest, viewRequest, type ViewResult } from "../../server/lsp/protocol.ts";
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
  const found = await client.connection.sendRequest(locateRequest, { textDocument, name: "eat" });
  expect(found).toEqual({
    uri: project.uriOf("why.bizarch"),
    range: { start: { line: 0, character: 8 }, end: { line: 0, character: 11 } },
  });
  const position = { line: 1, character: 4 };
  expect(await client.connection.sendRequest(elementAtRequest, { textDocument, position })).toEqual({
    name: "pim",
  });
  expect(await client.stop()).toBe(0);
});
