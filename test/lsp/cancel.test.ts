import { expect, test } from "vitest";
import { CancellationTokenSource, ResponseError } from "vscode-languageserver/node";
import { ALL, startInProcess } from "./in-process.ts";

test("who takes a request back is told at once, whatever the server waits for", async () => {
  let isRead = (): void => undefined;
  const reading = new Promise<void>((resolve) => {
    isRead = resolve;
  });
  const disk = {
    list: async () => {
      await reading;
      return [];
    },
    isFolder: () => Promise.resolve(false),
    read: () => Promise.resolve(undefined),
  };
  const { client } = await startInProcess(ALL, disk);
  const source = new CancellationTokenSource();
  const ask = { textDocument: { uri: "file:///project/a.bizarch" }, position: { line: 0, character: 0 } };
  const taken = client.sendRequest("textDocument/hover", ask, source.token).catch((error: unknown) => error);
  const wanted = client.sendRequest("textDocument/hover", ask);
  source.cancel();
  const refusal = await taken;
  expect(refusal instanceof ResponseError ? refusal.code : refusal).toBe(-32800);
  isRead();
  expect(await wanted).toBeNull();
});
