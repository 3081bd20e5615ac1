import { expect, test } from "vitest";
import { folderOf, isFile, isIn, isStored, pathOf, uriOf } from "../../server/lsp/paths.ts";

test.each([
  ["file:///home/x/dossier%20%C3%A9/a.bizarch", "/home/x/dossier é/a.bizarch"],
  ["file:///home/x/50%25/a.bizarch", "/home/x/50%/a.bizarch"],
  ["file:///home/x/a%5Cb.bizarch", "/home/x/a\\b.bizarch"],
  ["file:///c%3A/Users/x/a.bizarch", "c:/Users/x/a.bizarch"],
  ["file://server/share/a.bizarch", "//server/share/a.bizarch"],
  [
    "vscode-vfs://github/owner/repo/dossier%20%C3%A9/a.bizarch",
    "vscode-vfs://github/owner/repo/dossier é/a.bizarch",
  ],
  ["vscode-vfs://github%2B7b22/owner/a.bizarch", "vscode-vfs://github+7b22/owner/a.bizarch"],
  ["vscode-remote://wsl%2Bubuntu/c%3A/x.bizarch", "vscode-remote://wsl+ubuntu/c:/x.bizarch"],
  ["memfs:/x.bizarch", "memfs:/x.bizarch"],
  ["memfs:/50%25%2520.bizarch", "memfs:/50%%20.bizarch"],
  ["isfs://server/a/b.bizarch?ns%3DX%2FY", "isfs://server?ns%3DX%2FY/a/b.bizarch"],
  ["untitled:Untitled-1", "untitled:Untitled-1"],
])("%s is known by its path, and the other way round", (uri, path) => {
  expect([pathOf(uri), uriOf(path)]).toEqual([path, uri]);
});

test("however a client spells it, a place has one path", () => {
  const spellings = [
    ["vscode-vfs://github/x/dossier é/a.bizarch", "vscode-vfs://GitHub/x/dossier%20%c3%a9/a.bizarch"],
    ["file:///C:/x/a.bizarch", "file:///c%3A/x/a.bizarch"],
    ["memfs:/x", "memfs:/x/"],
  ];
  for (const all of spellings) expect(new Set(all.map(pathOf)).size).toBe(1);
});

test("a root is a folder that has none above it", () => {
  const roots = [
    "file:///",
    "file:///C:/",
    "file://server/",
    "vscode-vfs://github/",
    "memfs:/",
    "isfs://s/?ns%3DX",
  ];
  expect(roots.map((root) => pathOf(root))).toEqual([
    "",
    "c:",
    "//server",
    "vscode-vfs://github",
    "memfs:",
    "isfs://s?ns%3DX",
  ]);
  expect(roots.map((root) => folderOf(pathOf(root)))).toEqual(roots.map(() => undefined));
  expect(roots.map((root) => folderOf(`${pathOf(root)}/a.bizarch`))).toEqual(roots.map(pathOf));
  expect(roots.map((root) => uriOf(pathOf(root)))).toEqual([
    "file:///",
    "file:///c%3A/",
    "file://server/",
    "vscode-vfs://github/",
    "memfs:/",
    "isfs://s/?ns%3DX",
  ]);
});

test("what lies in a folder is told by whole names, and the same path elsewhere is elsewhere", () => {
  const folder = pathOf("vscode-vfs://github/owner/repo");
  const isThere = (uri: string): boolean => isIn(folder, pathOf(uri));
  expect(isThere("vscode-vfs://github/owner/repo/a/b.bizarch")).toBe(true);
  expect(isThere("vscode-vfs://github/owner/repo-2/b.bizarch")).toBe(false);
  expect(isThere("vscode-vfs://gitlab/owner/repo/b.bizarch")).toBe(false);
  expect(isThere("file:///owner/repo/b.bizarch")).toBe(false);
});

test("a document that was never saved lies nowhere", () => {
  expect(["untitled:Untitled-1", "untitled:/x/a.bizarch"].map((uri) => isStored(pathOf(uri)))).toEqual([
    false,
    false,
  ]);
  expect(["memfs:/x.bizarch", "file:///x.bizarch"].map((uri) => isStored(pathOf(uri)))).toEqual([true, true]);
  expect(["/x", "c:/x", "//server/x", "memfs:/x"].map(isFile)).toEqual([true, true, true, false]);
});

test("what is no URI is its own path", () => {
  expect(["", "x", "%", "a b", "http://%"].map((text) => typeof pathOf(text))).toEqual(
    Array(5).fill("string"),
  );
});
