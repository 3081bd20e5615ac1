import { expect, test } from "vitest";
import { commitOf, isRevision, readBase } from "../../client/extension/compare/base.ts";
import { baseTexts, isOurs, type Touched } from "../../client/extension/compare/base-texts.ts";

/** A change as git's extension tells it: its number, the path of today, and that of before where it is another. */
function change(status: number, path: string, before = path): Touched["changes"][number] {
  return { status, uri: { fsPath: path }, originalUri: { fsPath: before }, renameUri: { fsPath: path } };
}

const NONE: Touched = { changes: [], untracked: [], others: [], open: [] };

/** What a base has instead of what lies on disk, where it has some files: `path = text`, or `path is not there`. */
async function told(touched: Partial<Touched>, files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const texts = await baseTexts(
    { ...NONE, ...touched },
    {
      inBase: async (path) => {
        asked.push(path);
        return files[path];
      },
      onDisk: async (path) => (path.includes("lost") ? undefined : `${path} on disk`),
    },
  );
  const lines = texts.map(({ path, text }) =>
    text === undefined ? `${path} is not there` : `${path} = ${text}`,
  );
  return { lines: lines.toSorted(), asked: asked.toSorted() };
}

test("what changed is replaced, what is gone restored, what came left out", async () => {
  const changes = [change(5, "/a.bizarch"), change(6, "/gone.bizarch"), change(1, "/new.bizarch")];
  const { lines, asked } = await told({ changes }, { "/a.bizarch": "old", "/gone.bizarch": "gone" });
  expect(lines).toEqual(["/a.bizarch = old", "/gone.bizarch = gone", "/new.bizarch is not there"]);
  // Git would complain of a file that it does not have.
  expect(asked).toEqual(["/a.bizarch", "/gone.bizarch"]);
});

test("what was renamed is at its old place", async () => {
  const { lines } = await told({ changes: [change(3, "/b.bizarch", "/a.bizarch")] }, { "/a.bizarch": "old" });
  expect(lines).toEqual(["/a.bizarch = old", "/b.bizarch is not there"]);
});

test("what git does not keep is in no base, unless it once did", async () => {
  const untracked = ["/draft.bizarch", "/back.bizarch"];
  const { lines } = await told(
    { untracked, changes: [change(6, "/back.bizarch")] },
    { "/back.bizarch": "old" },
  );
  expect(lines).toEqual(["/back.bizarch = old", "/draft.bizarch is not there"]);
});

test("what a sparse checkout leaves out has not gone: it is in neither", async () => {
  const changes = [
    change(5, "/lost/a.bizarch"),
    change(3, "/lost/new.bizarch", "/lost/old.bizarch"),
    change(6, "/lost/gone.bizarch"),
  ];
  const old = { "/lost/a.bizarch": "a", "/lost/old.bizarch": "old", "/lost/gone.bizarch": "gone" };
  expect((await told({ changes }, old)).lines).toEqual(["/lost/gone.bizarch = gone"]);
});

test("of what may be either the base is asked", async () => {
  const { lines } = await told({ others: ["/a.bizarch", "/b.bizarch"] }, { "/a.bizarch": "as it was" });
  expect(lines).toEqual(["/a.bizarch = as it was", "/b.bizarch is not there"]);
});

test("what is open goes along as it lies on disk, unless something else is known of it", async () => {
  const open = ["/a.bizarch", "/draft.bizarch", "/same.bizarch", "/lost.bizarch"];
  const touched = { open, untracked: ["/draft.bizarch"], changes: [change(5, "/a.bizarch")] };
  const { lines, asked } = await told(touched, { "/a.bizarch": "old" });
  expect(lines).toEqual([
    "/a.bizarch = old",
    "/draft.bizarch is not there",
    "/same.bizarch = /same.bizarch on disk",
  ]);
  expect(asked).toEqual(["/a.bizarch"]);
});

test("files that no architecture is made of are not asked for, but for its settings", async () => {
  const changes = [
    change(5, "/README.md"),
    change(5, "/shop/bizarch.json"),
    change(3, "/x.bizarch", "/x.txt"),
  ];
  const { asked } = await told({ changes }, {});
  expect(asked).toEqual(["/shop/bizarch.json", "/x.bizarch"]);
  expect(["a.bizarch", "c:\\shop\\bizarch.json", "bizarch.json"].every(isOurs)).toBe(true);
  expect(["my-bizarch.json", "a.bizarch.md"].some(isOurs)).toBe(false);
});

test.each(["HEAD", "stash@{0}", "main@{1 day ago}", "feature/x", "v1^{commit}", ":/fix"])(
  "%s can be a revision",
  (text) => expect(isRevision(text)).toBe(true),
);

test.each(["", "--output=x", "-p", "main..HEAD", "main...HEAD", "a\nb", "a\u0000"])(
  "%j is none: git would take it for something else",
  (text) => expect(isRevision(text)).toBe(false),
);

test("a base is a commit, or where the line of work left it", async () => {
  const hash = "0123456789".repeat(4);
  const repository = {
    getCommit: async (name: string) => {
      if (name !== "main") throw new Error("unknown revision");
      return { hash, message: "" };
    },
    getMergeBase: async (...names: readonly string[]) => `fork of ${names.join(" and ")}`,
  };
  expect(await commitOf(repository, { revision: "main", isFork: false })).toBe(hash);
  expect(await commitOf(repository, { revision: "main", isFork: true })).toBe(`fork of HEAD and ${hash}`);
  expect(await commitOf(repository, { revision: "gone", isFork: true })).toBeUndefined();
  expect(await commitOf(repository, { revision: "--all", isFork: false })).toBeUndefined();
});

test("a base is read back as it was written down, and nothing else is taken for one", () => {
  const base = { root: "file:///shop", revision: "main", isFork: true, name: "Merge Base With main" };
  expect(readBase(structuredClone(base))).toEqual(base);
  for (const other of [undefined, null, "main", {}, { ...base, name: 7 }])
    expect(readBase(other)).toBeUndefined();
});
