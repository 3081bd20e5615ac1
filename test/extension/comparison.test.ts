import { beforeEach, expect, test, vi } from "vitest";
import type { BaseState, ComparedProject, CompareParams } from "../../server/lsp/compare-protocol.ts";
import { fakeVSCode } from "./fake-vscode.ts";

const files = vi.hoisted((): { found: string[]; untracked: string } => ({ found: [], untracked: "mixed" }));

vi.mock("vscode", () => {
  const { EventEmitter, CancellationTokenSource } = fakeVSCode;
  return {
    EventEmitter,
    CancellationTokenSource,
    Disposable: {
      from: (...all: readonly { dispose: () => void }[]) => ({
        dispose: () => {
          for (const one of all) one.dispose();
        },
      }),
    },
    Uri: { file: (path: string) => ({ toString: () => `file://${path}` }) },
    RelativePattern: vi.fn<() => void>(),
    workspace: {
      textDocuments: [],
      workspaceFolders: [],
      onDidOpenTextDocument: () => ({ dispose: () => undefined }),
      // What git says has changed lies on the disk.
      fs: { readFile: () => Promise.resolve(new Uint8Array()) },
      findFiles: () => Promise.resolve(files.found.map((fsPath) => ({ fsPath }))),
      getConfiguration: () => ({ get: () => files.untracked }),
    },
  };
});

const { Comparison } = await import("../../client/extension/compare/comparison.ts");
const { compareWordsIn } = await import("../../client/extension/compare/compare-words.ts");

const words = compareWordsIn("en");
const base = { root: "file:///shop", revision: "main", isFork: false, name: "main" };

beforeEach(() => {
  files.found = [];
  files.untracked = "mixed";
});

/** What git has to tell. */
interface World {
  commit: string;
  changed: readonly string[];
  ignored: readonly string[];
  /** What git waits for before it says what differs. */
  busy: Promise<void>;
}

/** A comparison of a repository that the test plays. */
function begin() {
  const { EventEmitter } = fakeVSCode;
  const gitChanged = new EventEmitter<void>();
  const edited = new EventEmitter<readonly string[]>();
  const server = new EventEmitter<"running">();
  const world: World = { commit: "a".repeat(40), changed: [], ignored: [], busy: Promise.resolve() };
  const asked: {
    readonly state: BaseState;
    readonly answer: (projects: readonly ComparedProject[] | Error) => void;
  }[] = [];
  const shown: string[] = [];
  const repository = {
    rootUri: { toString: () => "file:///shop", fsPath: "/shop" },
    state: {
      HEAD: { commit: "x" },
      mergeChanges: [],
      indexChanges: [],
      workingTreeChanges: [],
      onDidChange: gitChanged.event,
    },
    getCommit: (revision: string) =>
      revision === "main" && world.commit !== ""
        ? Promise.resolve({ hash: world.commit, message: "" })
        : Promise.reject(new Error("unknown revision")),
    getMergeBase: () => Promise.resolve(undefined),
    getRefs: () => Promise.resolve([]),
    diffWith: async () => {
      const { busy } = world;
      world.busy = Promise.resolve();
      await busy;
      return world.changed.map((fsPath) => ({ status: 5, uri: { fsPath }, originalUri: { fsPath } }));
    },
    show: (commit: string, path: string) => {
      shown.push(path);
      return Promise.resolve(`${path} at ${commit.charAt(0)}`);
    },
    checkIgnore: () => Promise.resolve(new Set(world.ignored)),
  };
  const asks = {
    compare: ({ base: state }: CompareParams) =>
      new Promise((resolve, reject) => {
        asked.push({
          state,
          answer: (projects) => (projects instanceof Error ? reject(projects) : resolve({ projects })),
        });
      }),
    onChanged: edited.event,
    onState: server.event,
  };
  // @ts-expect-error The server answers more than is asked here.
  const comparison = new Comparison(asks, words, () => ({ getRepository: () => repository }));
  const told = vi.fn<() => void>();
  comparison.onChanged(told);
  // @ts-expect-error A repository has more than is asked of it.
  const started = (wanted = base): Promise<void> => comparison.start(repository, wanted);
  return { comparison, started, asked, shown, told, world, gitChanged, edited };
}

test("the texts that are not as they were go with the question, and the answer is told", async () => {
  const { comparison, started, asked, world, told } = begin();
  world.changed = ["/shop/a.bizarch", "/shop/README.md"];
  files.found = ["/shop/a.bizarch", "/shop/draft.bizarch"];
  world.ignored = ["/shop/draft.bizarch"];
  const done = started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.state).toEqual({
    name: "main",
    head: "Working Tree",
    root: "file:///shop",
    files: [
      { uri: "file:///shop/draft.bizarch", text: undefined },
      { uri: "file:///shop/a.bizarch", text: "/shop/a.bizarch at a" },
    ],
  });
  expect(comparison.known).toBeUndefined();
  asked[0]?.answer([]);
  await done;
  expect(comparison.known).toMatchObject({ commit: world.commit, result: { projects: [] } });
  expect(told).toHaveBeenCalledTimes(2);
});

test("where the settings hide what git does not keep, the commit is asked for each file", async () => {
  const { started, asked, shown } = begin();
  files.found = ["/shop/a.bizarch", "/shop/new.bizarch"];
  files.untracked = "hidden";
  void started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(shown).toEqual(files.found);
});

test("an edit asks again with the same base, and only the newest answer counts", async () => {
  const { comparison, started, asked, shown, world, edited } = begin();
  world.changed = ["/shop/a.bizarch"];
  const done = started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.answer([]);
  await done;
  edited.fire(["file:///shop"]);
  edited.fire(["file:///shop"]);
  expect(asked).toHaveLength(3);
  expect(asked[2]?.state).toBe(asked[1]?.state);
  const known = comparison.known;
  asked[1]?.answer([]);
  await Promise.resolve();
  expect(comparison.known).toBe(known);
  asked[2]?.answer([]);
  await vi.waitFor(() => expect(comparison.known).not.toBe(known));
  expect(shown).toEqual(["/shop/a.bizarch"]);
});

test("what git does is followed: another commit is read anew, the same one is not", async () => {
  const { started, asked, shown, world, gitChanged } = begin();
  world.changed = ["/shop/a.bizarch"];
  const done = started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.answer([]);
  await done;
  gitChanged.fire();
  gitChanged.fire();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(shown).toEqual(["/shop/a.bizarch"]);
  world.commit = "b".repeat(40);
  gitChanged.fire();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[2]?.state.files).toEqual([{ uri: "file:///shop/a.bizarch", text: "/shop/a.bizarch at b" }]);
});

test("another base that is chosen while one is read gets nothing of its texts", async () => {
  const { started, asked, world } = begin();
  world.changed = ["/shop/a.bizarch"];
  const [slow, go] = gate();
  const [slower, goOn] = gate();
  world.busy = slow;
  const first = started();
  await vi.waitFor(() => expect(world.busy).not.toBe(slow));
  world.busy = slower;
  world.commit = "b".repeat(40);
  const second = started({ ...base, name: "v1" });
  await vi.waitFor(() => expect(world.busy).not.toBe(slower));
  go();
  await first;
  goOn();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.state).toMatchObject({
    name: "v1",
    files: [{ uri: "file:///shop/a.bizarch", text: "/shop/a.bizarch at b" }],
  });
  asked[0]?.answer([]);
  await second;
});

function gate(): readonly [closed: Promise<void>, open: () => void] {
  let open = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [closed, open];
}

test("a base that is gone, and a server that fails, are told of; what was known stays", async () => {
  const { comparison, started, asked, world, edited } = begin();
  const done = started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.answer([]);
  await done;
  const { known } = comparison;
  edited.fire([]);
  asked[1]?.answer(new Error("It crashed."));
  await vi.waitFor(() =>
    expect(comparison.problem).toBe("The architecture could not be compared: It crashed."),
  );
  world.commit = "";
  await comparison.reload();
  expect(comparison.problem).toBe("Git does not know main any more.");
  expect(comparison.known).toBe(known);
});

test("after the end nothing is asked, and a late answer is none", async () => {
  const { comparison, started, asked, edited, gitChanged } = begin();
  const done = started();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  comparison.stop();
  asked[0]?.answer([]);
  await done;
  edited.fire([]);
  gitChanged.fire();
  await comparison.reload();
  expect([comparison.base, comparison.known, asked.length]).toEqual([undefined, undefined, 1]);
});
