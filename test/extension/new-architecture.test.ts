import { beforeEach, expect, test, vi } from "vitest";
import { template } from "../../client/template/index.ts";
import { newArchitecture, showNewArchitecture } from "../../client/extension/new-architecture.ts";
import { wordsIn } from "../../client/extension/words.ts";

/** A window with folders, a disk that may refuse, and what happened there. */
const desk = vi.hoisted(() => ({
  folders: new Array<string>(),
  files: new Map<string, string>(),
  chosen: "",
  fails: "",
  scheme: "memfs",
  isWritable: true,
  happened: new Array<string>(),
}));

vi.mock("vscode", async () => {
  const { URI, Utils } = await import("vscode-uri");
  const uriOf = (path: string) => URI.from({ scheme: desk.scheme, path });
  const folderOf = (path: string) => ({ uri: uriOf(path), name: path });
  return {
    FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
    ViewColumn: { One: 1 },
    Uri: { parse: (text: string) => URI.parse(text), joinPath: Utils.joinPath },
    commands: {
      executeCommand: async (id: string, uri: unknown) => void desk.happened.push(`${id} ${String(uri)}`),
    },
    window: {
      showErrorMessage: async (text: string) => void desk.happened.push(text),
      showWorkspaceFolderPick: async () => (desk.chosen === "" ? undefined : folderOf(desk.chosen)),
      showOpenDialog: async () => (desk.chosen === "" ? undefined : [uriOf(desk.chosen)]),
      showTextDocument: async (uri: unknown) => void desk.happened.push(`shows ${String(uri)}`),
    },
    workspace: {
      get workspaceFolders() {
        return desk.folders.map(folderOf);
      },
      getWorkspaceFolder: ({ path }: { readonly path: string }) =>
        desk.folders.find((folder) => path.startsWith(`${folder}/`)),
      fs: {
        isWritableFileSystem: () => desk.isWritable,
        readDirectory: async ({ path }: { readonly path: string }) => {
          const below = [...desk.files.keys()].filter((file) => file.startsWith(`${path}/`));
          if (below.length === 0) throw new Error("no such folder");
          const rests = below.map((file) => file.slice(path.length + 1).split("/"));
          return [...new Map(rests.map(([name, more]) => [name, more === undefined ? 1 : 2]))];
        },
        writeFile: async ({ path }: { readonly path: string }, bytes: Uint8Array) => {
          if (desk.fails !== "" && path.endsWith(desk.fails)) throw new Error("the disk is full");
          desk.files.set(path, new TextDecoder().decode(bytes));
        },
        delete: async ({ path }: { readonly path: string }) => void desk.files.delete(path),
      },
    },
  };
});

beforeEach(() => {
  Object.assign(desk, { folders: ["/a"], chosen: "", fails: "", isWritable: true });
  desk.files.clear();
  desk.happened.length = 0;
});

function groundIn(language: string) {
  const kept = new Map<string, unknown>();
  const openDiagram = (uri: unknown) => void desk.happened.push(`draws ${String(uri)}`);
  const memory = {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  return { words: wordsIn(language), openDiagram, memory };
}

const written = (folder: string, locale: "en" | "fr") =>
  new Map([...template[locale]].map(([name, text]) => [`${folder}/${name}`, text]));

test.each([
  ["en-GB", "en"],
  ["fr", "fr"],
] as const)("in %s, an empty folder has the template in %s, which is shown", async (language, locale) => {
  await newArchitecture(groundIn(language));
  expect(desk.files).toEqual(written("/a", locale));
  expect(desk.happened).toEqual(["shows memfs:/a/why.bizarch", "draws memfs:/a/why.bizarch"]);
});

test.each([
  ["bizarch.json", "bizarch.json"],
  ["how.bizarch", "how.bizarch"],
  // Where a disk knows no difference between capitals and small letters, it would be overwritten.
  ["Why.BIZARCH", "Why.BIZARCH"],
  // A folder, too.
  ["what.bizarch/x", "what.bizarch"],
  ["other.bizarch", "other.bizarch"],
  ["docs/archi/référentiel.bizarch", "docs/archi/référentiel.bizarch"],
])("with %s there, nothing is written, and it is named", async (file, named) => {
  desk.files.set(`/a/${file}`, "mine");
  await newArchitecture(groundIn("en"));
  expect([...desk.files]).toEqual([[`/a/${file}`, "mine"]]);
  expect(desk.happened).toEqual([expect.stringContaining(`there is ${named} already`)]);
});

test.each(["README.md", "node_modules/x/a.bizarch", ".git/a.bizarch", "samples/bizarch.json"])(
  "%s is in nobody's way",
  async (file) => {
    desk.files.set(`/a/${file}`, "mine");
    desk.files.set("/a/samples/b.bizarch", "of a project of its own");
    if (file !== "samples/bizarch.json") desk.files.set("/a/samples/bizarch.json", "{}");
    await newArchitecture(groundIn("en"));
    expect(desk.files.get(`/a/${file}`)).toBe("mine");
    expect(desk.files.has("/a/why.bizarch")).toBe(true);
  },
);

test("what cannot be written whole is not written at all", async () => {
  desk.fails = "how.bizarch";
  await newArchitecture(groundIn("fr"));
  expect(desk.files.size).toBe(0);
  expect(desk.happened).toEqual(["Rien n'a été écrit : the disk is full"]);
});

test("nothing is tried where nothing can be written", async () => {
  desk.isWritable = false;
  await newArchitecture(groundIn("en"));
  expect(desk.files.size).toBe(0);
  expect(desk.happened).toEqual([expect.stringContaining("Nothing can be written to this folder")]);
});

test("of several folders one is chosen, or none", async () => {
  desk.folders = ["/a", "/b"];
  await newArchitecture(groundIn("en"));
  expect(desk.files.size).toBe(0);
  desk.chosen = "/b";
  await newArchitecture(groundIn("en"));
  expect(desk.files).toEqual(written("/b", "en"));
});

test("where no folder is open one is chosen, opened, and shown by the window that opens it, once", async () => {
  Object.assign(desk, { folders: [], chosen: "/é t" });
  const ground = groundIn("en");
  await newArchitecture(ground);
  expect(desk.files).toEqual(written("/é t", "en"));
  expect(desk.happened.splice(0)).toEqual(["vscode.openFolder memfs:/%C3%A9%20t"]);

  desk.folders = ["/elsewhere"];
  await showNewArchitecture(ground);
  expect(desk.happened).toEqual([]);
  desk.folders = ["/é t"];
  await showNewArchitecture(ground);
  await showNewArchitecture(ground);
  expect(desk.happened).toEqual([
    "shows memfs:/%C3%A9%20t/why.bizarch",
    "draws memfs:/%C3%A9%20t/why.bizarch",
  ]);
});
