import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { ReadFileParams, ReadFileResult, ReadFolderParams } from "../../server/lsp/protocol.ts";
import { connect, printed, PULL } from "./client.ts";

const ROOT = "vscode-vfs://github/propriétaire/dépôt 50%";

test("files that are not open are read through the client, wherever they lie", async () => {
  const { reports } = await opened({
    "/qui.bizarch": "team marketing { function marketing }",
    "/dossier é/outil.bizarch": "tool crm {\n  category crm\n  accountable marketing\n  vendor nobody\n}",
    "/.git/hidden.bizarch": "tool !",
    "/node_modules/x/y.bizarch": "tool !",
    "/notes.md": "tool !",
  });
  expect(await reports()).toEqual({
    "/qui.bizarch": [],
    "/dossier é/outil.bizarch": ["4:10-4:16 error unknown-reference"],
  });
});

test("the settings of a project are looked up above the folder, and globs speak of names as people write them", async () => {
  const { reports } = await opened(
    {
      "/bizarch.json": '{ "include": ["sous/dossier é/**"] }',
      "/sous/dossier é/a.bizarch": "tool !",
      "/sous/b.bizarch": "tool !",
    },
    { folder: "/sous" },
  );
  expect(Object.keys(await reports())).toEqual(["/bizarch.json", "/sous/dossier é/a.bizarch"]);
});

test("what changes, comes and goes is read again", async () => {
  const { files, reports, changed } = await opened({ "/a.bizarch": "vendor a", "/b/c.bizarch": "vendor c" });
  expect(Object.keys(await reports())).toEqual(["/a.bizarch", "/b/c.bizarch"]);
  delete files["/b/c.bizarch"];
  files["/d e/f.bizarch"] = "tool f { vendor a }";
  await changed(["/b", "/d e"]);
  expect(Object.keys(await reports())).toEqual(["/a.bizarch", "/d e/f.bizarch"]);
});

test("a file that is too large or not UTF-8 is a finding, as on a disk", async () => {
  const { reports } = await opened({
    "/large.bizarch": "x".repeat(20 * 1024 * 1024 + 1),
    "/latin.bizarch": new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]),
  });
  expect(await reports()).toEqual({
    "/large.bizarch": ["1:1-1:1 error syntax"],
    "/latin.bizarch": ["1:3-1:4 error syntax"],
  });
});

test("a client that does not say that it reads is asked nothing", async () => {
  const { reports, asked } = await opened({ "/a.bizarch": "tool !" }, { reads: false });
  expect(await reports()).toEqual({});
  expect(asked).toEqual([]);
});

/** A server with a folder open that only its client can read. */
async function opened(
  given: Readonly<Record<string, string | Uint8Array>>,
  { folder = "", reads = true }: { readonly folder?: string; readonly reads?: boolean } = {},
) {
  const files: Record<string, string | Uint8Array> = { ...given };
  const { connection } = await connect();
  const asked: string[] = [];
  const pathOf = (uri: string): string => {
    asked.push(uri);
    return decodeURIComponent(uri.slice(URI.parse(ROOT).toString().length));
  };
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("bizarch/readFolder", ({ uri }: ReadFolderParams) => {
    const path = pathOf(uri);
    const inside = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
    const names = inside.map((file) => file.slice(path.length + 1).split("/"));
    const kinds = new Map(names.map(([name = "", ...rest]) => [name, rest.length > 0 ? "folder" : "file"]));
    return { entries: [...kinds].map(([name, is]) => ({ name, is })) };
  });
  connection.onRequest("bizarch/readFile", ({ uri, largest }: ReadFileParams): ReadFileResult | null => {
    const content = files[pathOf(uri)];
    if (content === undefined) return null;
    return content.length > largest ? {} : { base64: Buffer.from(content).toString("base64") };
  });
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: PULL,
    workspaceFolders: [{ uri: URI.parse(ROOT + folder).toString(), name: "x" }],
    initializationOptions: { today: "2026-06-30", reads },
  });
  await connection.sendNotification("initialized", {});
  const reports = async (): Promise<Record<string, readonly string[]>> => {
    const { items } = await connection.sendRequest<{
      items: readonly { uri: string; items: readonly Diagnostic[] }[];
    }>("workspace/diagnostic", { previousResultIds: [] });
    const told = items.map(
      ({ uri, items: all }) => [pathOf(uri), printed(all.filter(({ severity }) => severity === 1))] as const,
    );
    return Object.fromEntries(told.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };
  const changed = (paths: readonly string[]): Promise<void> =>
    connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: paths.map((path) => ({ uri: URI.parse(ROOT + path).toString(), type: 1 })),
    });
  return { files, reports, changed, asked };
}
