import { expect, test, vi } from "vitest";
import manifest from "../../package.json";
import { fakeVSCode } from "./fake-vscode.ts";

const world = vi.hoisted((): { known: Map<string, unknown>; git: object } => ({ known: new Map(), git: {} }));

vi.mock("vscode", () => ({
  EventEmitter: fakeVSCode.EventEmitter,
  extensions: { getExtension: () => ({ activate: () => Promise.resolve({ getAPI: () => world.git }) }) },
  commands: {
    executeCommand: (_: "setContext", key: string, value: unknown) =>
      Promise.resolve(void world.known.set(key, value)),
  },
}));

const { repositories } = await import("../../client/extension/compare/repositories.ts");

/** A repository in which some files are not as they were. */
function repository(root: string) {
  const told = new fakeVSCode.EventEmitter<void>();
  const workingTreeChanges: { uri: { path: string }; originalUri: { path: string } }[] = [];
  const state = { mergeChanges: [], indexChanges: [], workingTreeChanges, onDidChange: told.event };
  const change = (...files: readonly string[]): void => {
    state.workingTreeChanges = files.map((path) => ({ uri: { path }, originalUri: { path } }));
    told.fire();
  };
  return { rootUri: { toString: () => root }, state, change };
}

test("only a repository in which an architecture changed has the button of the source control view", async () => {
  const [shop, site] = [repository("file:///shop"), repository("file:///site")];
  const never = () => ({ dispose: () => undefined });
  world.git = {
    state: "initialized",
    repositories: [shop, site],
    onDidChangeState: never,
    onDidOpenRepository: never,
    onDidCloseRepository: never,
    getRepository: () => null,
    toGitUri: () => undefined,
  };
  const known = () => [
    world.known.get("bizarch.architectureChanged"),
    world.known.get("bizarch.unchangedRepositories"),
  ];
  await repositories().found;
  expect(known()).toEqual([false, ["file:///shop", "file:///site"]]);
  site.change("/site/index.html");
  expect(known()).toEqual([false, ["file:///shop", "file:///site"]]);
  shop.change("/shop/a.bizarch", "/shop/b.txt");
  expect(known()).toEqual([true, ["file:///site"]]);
  site.change("/site/bizarch.json");
  shop.change();
  expect(known()).toEqual([true, ["file:///shop"]]);

  const { menus } = manifest.contributes;
  for (const { when } of [...menus["scm/title"], ...menus["scm/resourceState/context"]]) {
    expect(when).toBe(
      "scmProvider == git && bizarch.architectureChanged && scmProviderRootUri not in bizarch.unchangedRepositories",
    );
  }
});
