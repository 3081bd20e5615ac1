import { expect, test, vi } from "vitest";

const workspace = { workspaceFolders: [{ uri: { scheme: "vscode-vfs" } }] };
vi.mock("vscode", () => ({ workspace }));
const { isHeard } = await import("../../client/extension/documents.ts");

/** Whether a document of a scheme and a language is heard of. */
function heard(scheme: string, languageId = "bizarch"): boolean {
  // @ts-expect-error The stand-in has no more than is asked of it.
  return isHeard({ languageId, uri: { scheme } });
}

test("files, what was never saved, and files of the opened folders are heard of", () => {
  expect([heard("file"), heard("untitled"), heard("vscode-vfs")]).toEqual([true, true, true]);
});

test("what a comparison shows of the past is no architecture of its own, and other languages are none", () => {
  expect([heard("git"), heard("output"), heard("file", "markdown")]).toEqual([false, false, false]);
});
