import { expect, test } from "vitest";
import type { AnonymisedResult } from "../../server/lsp/protocol.ts";
import { folder, PULL, start } from "./client.ts";

test("a copy of a project tells what it is like, files that are not open too, and nothing of whose it is", async () => {
  const shop = folder(
    '//- bizarch.json\n{ "name": "Dupont", "profile": "starter" }\n//- dupont/é.bizarch\nmission durer "Durer"\n//- zoé.bizarch\ntool 𝒳 "Dupont',
  );
  const client = await start(PULL, [shop]);
  const ask = (project: string) =>
    client.connection.sendRequest<AnonymisedResult | null>("bizarch/anonymised", { project });
  expect(await ask(shop.uri)).toEqual({
    files: [
      { name: "bizarch.json", text: '{ "name": "Text", "profile": "starter" }' },
      { name: "file-1.bizarch", text: 'mission mission-1 "Text 1"' },
      { name: "file-2.bizarch", text: 'tool Tool-1 "Text 2' },
    ],
  });
  expect(await ask("file:///nowhere")).toBeNull();
});
