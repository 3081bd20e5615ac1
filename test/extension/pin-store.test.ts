import { expect, test, vi } from "vitest";
import type { PinStore } from "../../client/extension/pin-store.ts";
import { fakeVSCode } from "./fake-vscode.ts";

/** A disk in memory, on which nothing can be written where a test says so. */
const disk = vi.hoisted(() => ({
  files: new Map<string, Uint8Array | "folder">(),
  isReadOnly: false,
  watched: "",
  clock: 0,
  happens: new Array<() => void>(),
}));

vi.mock("vscode", () => {
  class Uri extends fakeVSCode.Uri {
    readonly scheme = this.text.split(":")[0] ?? "";
    readonly path = this.text.replace(/^[a-z]+:\/*/, "/");
    static override parse(text: string): Uri {
      return new Uri(text);
    }
    static override joinPath(base: Uri, ...parts: readonly string[]): Uri {
      return new Uri([base.text, ...parts].join("/"));
    }
  }
  const guarded = (): void => {
    if (disk.isReadOnly) throw new Error("This disk is read-only.");
  };
  const [came, changed, went] = [0, 1, 2].map(() => new fakeVSCode.EventEmitter<undefined>());
  disk.happens = [came, changed, went].map((emitter) => () => emitter?.fire(undefined));
  return {
    ...fakeVSCode,
    Uri,
    FileType: { File: 1, Directory: 2 },
    window: { showErrorMessage: errors },
    workspace: {
      createFileSystemWatcher: (pattern: string) => {
        disk.watched = pattern;
        return { onDidCreate: came?.event, onDidChange: changed?.event, onDidDelete: went?.event };
      },
      fs: {
        stat: async ({ text }: Uri) => {
          const found = disk.files.get(text);
          if (!found) throw new Error("There is no such file.");
          return found === "folder"
            ? { type: 2, size: 0 }
            : { type: 1, size: found.length, mtime: disk.clock };
        },
        readFile: async ({ text }: Uri) => disk.files.get(text),
        writeFile: async ({ text }: Uri, bytes: Uint8Array) => {
          guarded();
          disk.files.set(text, bytes);
        },
        delete: async ({ text }: Uri) => {
          guarded();
          disk.files.delete(text);
        },
      },
    },
  };
});

const errors = vi.hoisted(() => vi.fn<(text: string) => void>());
const { pinStore } = await import("../../client/extension/pin-store.ts");
const { wordsIn } = await import("../../client/extension/words.ts");

const AT = { project: "file:///shop", view: "landscape:team" };
const FILE = "file:///shop/.bizarch/layout/landscape+team.layout";

function open(text?: string | Uint8Array) {
  disk.files.clear();
  disk.isReadOnly = false;
  errors.mockClear();
  if (text !== undefined)
    disk.files.set(FILE, typeof text === "string" ? new TextEncoder().encode(text) : text);
  const log = { warn: vi.fn<(text: string) => void>() };
  // @ts-expect-error The stand-in for the log has no more than is asked of it.
  const store: PinStore = pinStore(wordsIn("en"), log);
  const told = vi.fn<() => void>();
  store.onChanged(told);
  return { store, log, told };
}

const lines = (): readonly string[] | undefined => {
  const found = disk.files.get(FILE);
  if (found === undefined || found === "folder") return undefined;
  return new TextDecoder()
    .decode(found)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# BizArch"));
};

test("what is moved is a line in the side file of the view, and whoever draws it is told", async () => {
  const { store, told } = open();
  expect(await store.pinsOf(AT)).toEqual([]);
  await store.put(AT, "pim", { column: 2, row: 1 });
  await store.put(AT, "crm", { column: 1, row: 3 });
  expect(lines()).toEqual(["crm: column 1, row 3", "pim: column 2, row 1"]);
  expect(told).toHaveBeenCalledTimes(2);
  expect(await store.pinsOf(AT)).toEqual([
    ["crm", { column: 1, row: 3 }],
    ["pim", { column: 2, row: 1 }],
  ]);
  expect(await store.pinsOf({ ...AT, view: "storeys" })).toEqual([]);
});

test("with the last shape that goes back the file goes, and undoing brings it back", async () => {
  const { store } = open("pim: column 2, row 1\n");
  await store.put(AT, "crm", { column: 1, row: 3 });
  await store.reset(AT);
  expect(disk.files.has(FILE)).toBe(false);
  await store.undo(AT);
  expect(lines()).toEqual(["crm: column 1, row 3", "pim: column 2, row 1"]);
  await store.undo(AT);
  expect(lines()).toEqual(["pim: column 2, row 1"]);
  await store.undo(AT);
  expect(lines()).toEqual(["pim: column 2, row 1"]);
  await store.redo(AT);
  await store.put(AT, "pim", undefined);
  expect(lines()).toEqual(["crm: column 1, row 3"]);
});

test("what is taken back of a file that somebody deleted is gone already", async () => {
  const { store } = open();
  await store.put(AT, "pim", { column: 2, row: 1 });
  disk.files.delete(FILE);
  await store.undo(AT);
  await store.put(AT, "crm", undefined);
  await store.reset(AT);
  expect([errors.mock.calls, disk.files.size]).toEqual([[], 0]);
});

test("many moves at once are written one after the other, and none is lost", async () => {
  const { store } = open();
  const ids = Array.from({ length: 20 }, (_, index) => `tool${String(index).padStart(2, "0")}`);
  await Promise.all(ids.map((id) => store.put(AT, id, { column: 1, row: 1 })));
  expect(lines()).toEqual(ids.map((id) => `${id}: column 1, row 1`));
});

test("what others wrote meanwhile stays, with their comments and what cannot be read", async () => {
  const { store, log } = open("# ours\n<<<<<<< HEAD\npim: column 2, row 1\n=======\nerp: somewhere\n");
  expect(await store.pinsOf(AT)).toEqual([["pim", { column: 2, row: 1 }]]);
  await store.pinsOf(AT);
  expect(store.flawOf(AT)).toBe(
    ".bizarch/layout/landscape+team.layout says no place in lines 2, 4, 5: the rest of it counts.",
  );
  expect(log.warn).toHaveBeenCalledTimes(1);
  expect(log.warn.mock.calls[0]?.[0]).toContain("in lines 2, 4, 5");
  await store.put(AT, "crm", { column: 1, row: 1 });
  expect(lines()).toEqual(["# ours", "crm: column 1, row 1", "pim: column 2, row 1", "erp: somewhere"]);
});

test.each([["no text", Buffer.from([0xff, 0xfe])]])(
  "a file that is %s is told of, drawn as none, and never written over",
  async (_, bytes) => {
    const { store, log } = open(bytes);
    expect(await store.pinsOf(AT)).toEqual([]);
    expect(log.warn).toHaveBeenCalledTimes(1);
    expect(store.flawOf(AT)).toContain("cannot be read as text");
    await store.put(AT, "pim", { column: 1, row: 1 });
    expect(errors.mock.calls[0]?.[0]).toContain("cannot be read as text");
    expect(disk.files.get(FILE)).toBe(bytes);
  },
);

test("where nothing can be written, that is said, and the picture is drawn as it was", async () => {
  const { store, told } = open("pim: column 2, row 1\n");
  disk.isReadOnly = true;
  await store.put(AT, "pim", { column: 9, row: 9 });
  expect(errors).toHaveBeenCalledWith("What you moved could not be kept: This disk is read-only.");
  expect(told).toHaveBeenCalledTimes(1);
  expect(lines()).toEqual(["pim: column 2, row 1"]);
  // What was not done cannot be undone.
  disk.isReadOnly = false;
  disk.files.set(FILE, new TextEncoder().encode("pim: column 4, row 4\n"));
  await store.undo(AT);
  expect(lines()).toEqual(["pim: column 4, row 4"]);
});

test("an architecture in no folder has nowhere to keep it, so that nothing is moved", async () => {
  const { store } = open();
  expect(await store.pinsOf({ project: "untitled:Untitled-1", view: "storeys" })).toBeUndefined();
});

test("a side file that comes, changes or goes is drawn", () => {
  const { told } = open();
  expect(disk.watched).toBe("**/.bizarch/layout/*.layout");
  for (const happen of disk.happens) happen();
  expect(told).toHaveBeenCalledTimes(3);
});

test("what others write is found where no watcher tells of it, and told once", async () => {
  const { store, told } = open();
  await store.pinsOf(AT);
  await store.look(AT);
  expect(told).not.toHaveBeenCalled();
  const write = (text: string) => disk.files.set(FILE, new TextEncoder().encode(text));
  write("pim: column 2, row 1\n");
  await store.look(AT);
  await store.look(AT);
  expect(told).toHaveBeenCalledTimes(1);
  expect(store.flawOf(AT)).toBeUndefined();
  // The same length, later.
  disk.clock++;
  write("pim: column 1, row 2\n");
  await store.look(AT);
  expect(told).toHaveBeenCalledTimes(2);
  disk.files.delete(FILE);
  await store.look(AT);
  expect(told).toHaveBeenCalledTimes(3);
});

test("what was drawn since is nothing new", async () => {
  const { store, told } = open();
  await store.put(AT, "pim", { column: 2, row: 1 });
  await store.pinsOf(AT);
  told.mockClear();
  await store.look(AT);
  expect(told).not.toHaveBeenCalled();
  await store.look({ ...AT, project: "untitled:Untitled-1" });
  expect(told).not.toHaveBeenCalled();
});
