import { expect, test } from "vitest";
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
