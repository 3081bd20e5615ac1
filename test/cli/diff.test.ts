import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NOTHING_HANGS } from "../../server/review/meaning/hanging.ts";
import { wellFormed } from "../diagram/well-formed.ts";
import { workerFile } from "../diagram/worker.ts";
import { folder, put, run } from "./run.ts";

/** A repository of its own on branch `main`, and what can be done in it. */
function repository(files: Readonly<Record<string, string>> = {}) {
  const path = folder();
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: path,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    }).trim();
  const commit = (changed: Readonly<Record<string, string>>): string => {
    put(path, changed);
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "change");
    return git("rev-parse", "HEAD");
  };
  git("init", "-q", "-b", "main");
  if (Object.keys(files).length > 0) commit({ "bizarch.json": '{ "profile": "starter" }', ...files });
  return { path, git, commit };
}

interface Told {
  readonly code: number;
  readonly base: string;
  readonly head: string;
  readonly changes: readonly string[];
}

interface Json {
  readonly base: string;
  readonly head: string;
  readonly elements: readonly { readonly change: string; readonly id: string }[];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && "version" in value && "elements" in value;
}

/** What `diff` tells: `added crm`. */
async function told(cwd: string, ...args: readonly string[]): Promise<Told> {
  const { out, err, code } = await run(cwd, ["diff", "--format", "json", ...args]);
  if (code === 2) throw new Error(err);
  const result: unknown = JSON.parse(out);
  if (!isJson(result)) throw new Error(out);
  const { base, head, elements } = result;
  return { code, base, head, changes: elements.map(({ change, id }) => `${change} ${id}`) };
}

async function refused(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(cwd, ["diff", ...args]);
  expect([code, out]).toEqual([2, ""]);
  expect(err.trimEnd().split("\n").length).toBe(1);
  return err;
}

test("json is the contract, whole", async () => {
  const cwd = folder({
    "old/bizarch.json": '{ "profile": "starter" }',
    "old/a.bizarch":
      'mission m\ndomain d core { accountable t; entity E }\nteam t { function data }\ntool crm "CRM" { category cdp; accountable t; reads d; lifespan 7y }\ntool mdm { category mdm; accountable t; owns d }\n',
    "new/bizarch.json": '{ "profile": "starter" }',
    "new/a.bizarch":
      'mission m\ndomain d core { accountable t; entity E }\nteam t { function data }\ntool crm "CRM" { category cdp; accountable t; owns d; lifespan 1y }\npolicy { warning orphan-domain; info no-mission }\n',
  });
  const { out, code } = await run(cwd, ["diff", "old", "new", "--format", "json"]);
  expect(code).toBe(1);
  const result: unknown = JSON.parse(out);
  expect(result).toEqual({
    version: 1,
    base: "old",
    head: "new",
    elements: [
      {
        change: "changed",
        kind: "tool",
        id: "crm",
        was: null,
        storey: "how",
        wall: false,
        properties: [
          { name: "reads", before: "d", after: null },
          { name: "lifespan", before: "7y", after: "1y" },
          { name: "owns", before: null, after: "d" },
        ],
        evidence: null,
        hanging: NOTHING_HANGS,
        ask: ["t"],
      },
      {
        change: "removed",
        kind: "tool",
        id: "mdm",
        was: null,
        storey: "how",
        wall: false,
        properties: [
          { name: "category", before: "mdm", after: null },
          { name: "accountable", before: "t", after: null },
          { name: "owns", before: "d", after: null },
        ],
        evidence: null,
        hanging: { ...NOTHING_HANGS, tools: ["crm"] },
        ask: ["t"],
      },
    ],
    relations: [
      { change: "added", type: "owns", from: "crm", to: "d", wall: true },
      { change: "removed", type: "reads", from: "crm", to: "d", wall: false },
      { change: "removed", type: "accountable", from: "mdm", to: "t", wall: false },
      { change: "removed", type: "owns", from: "mdm", to: "d", wall: true },
    ],
    findings: {
      introduced: [
        expect.objectContaining({
          rule: "marketing-tool-owns-core-data",
          element: "crm",
          file: "new/a.bizarch",
        }),
      ],
      fixed: [expect.objectContaining({ rule: "orphan-tool", element: "crm", file: "old/a.bizarch" })],
      unchanged: 0,
    },
    policy: [{ change: "loosened", what: "rule 'no-mission' went from warning to info" }],
    summary: { walls: 1, partitions: 3, introduced: 1, fixed: 1 },
    meaning: [
      {
        about: "record-moves",
        wall: true,
        elements: ["d", "mdm", "crm"],
        message: "The system of record of 'd' moves from 'mdm' to 'crm' (CDP, 't').",
      },
      {
        about: "lifespan-shrinks",
        wall: false,
        elements: ["crm"],
        message: "The lifespan of 'crm' shrinks from 7 years to 1 year.",
      },
    ],
    ask: [{ team: "t", for: ["crm", "mdm"] }],
    unanswered: [],
  });
});

test("one revision is compared with the working tree, unfinished and unknown files included", async () => {
  const { path, commit } = repository({ "a.bizarch": "mission one\n" });
  commit({ "a.bizarch": "mission one\nmission two\n" });
  put(path, { "b.bizarch": "mission three\n" });
  expect(await told(path, "HEAD")).toMatchObject({
    base: "HEAD",
    head: "the working tree",
    changes: ["added three"],
  });
  expect((await told(path, "HEAD~1")).changes).toEqual(["added three", "added two"]);
});

test("two revisions, as two words or as one", async () => {
  const { path, commit } = repository({ "a.bizarch": "mission one\n" });
  const second = commit({ "a.bizarch": "mission one\nmission two\n" });
  put(path, { "a.bizarch": "" });
  for (const args of [
    ["HEAD~1", "HEAD"],
    ["HEAD~1..HEAD"],
    ["HEAD~1.."],
    [`HEAD~1..${second.slice(0, 8)}`],
  ]) {
    expect((await told(path, ...args)).changes).toEqual(["added two"]);
  }
  expect((await told(path, "HEAD", "HEAD~1")).changes).toEqual(["removed two"]);
});

test("A...B begins where the two parted, and so does no argument at all", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  const fork = git("rev-parse", "HEAD");
  git("checkout", "-q", "-b", "work");
  commit({ "b.bizarch": "mission two\n" });
  git("checkout", "-q", "main");
  commit({ "c.bizarch": "mission three\n" });
  git("checkout", "-q", "work");
  expect(await told(path, "main...work")).toMatchObject({
    base: fork.slice(0, 10),
    head: "work",
    changes: ["added two"],
  });
  expect((await told(path, "main..work")).changes).toEqual(["removed three", "added two"]);
  put(path, { "d.bizarch": "mission four\n" });
  expect(await told(path)).toMatchObject({
    base: fork.slice(0, 10),
    changes: ["added four", "added two"],
  });
  const french = (await run(path, ["diff", "--locale", "fr"])).out;
  expect(french).toContain(`main (base commune ${fork.slice(0, 10)})`);
});

test("the default branch is the remote's where there is one", async () => {
  const upstream = repository({ "a.bizarch": "mission one\n" });
  upstream.git("branch", "-q", "-m", "stable");
  const path = join(folder(), "clone");
  execFileSync("git", ["clone", "-q", upstream.path, path]);
  put(path, { "b.bizarch": "mission two\n" });
  expect((await told(path)).changes).toEqual(["added two"]);
});

test("nothing is checked out, staged or stashed", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  commit({ "a.bizarch": "mission two\n" });
  put(path, { "a.bizarch": "mission three\n" });
  const before = [git("status", "--porcelain"), git("rev-parse", "HEAD"), git("stash", "list")];
  await told(path, "HEAD~1");
  expect([git("status", "--porcelain"), git("rev-parse", "HEAD"), git("stash", "list")]).toEqual(before);
});

test("before the first commit there is nothing, and the empty tree is a side like any other", async () => {
  const { path, git, commit } = repository();
  put(path, { "a.bizarch": "mission one\n" });
  expect(await told(path)).toMatchObject({ base: "nothing", changes: ["added one"] });
  commit({});
  const empty = git("hash-object", "-t", "tree", "/dev/null");
  expect((await told(path, empty, "HEAD")).changes).toEqual(["added one"]);
  expect((await told(path, "HEAD", empty)).changes).toEqual(["removed one"]);
});

test("from a folder in the project it is still the project; elsewhere it is the folder", async () => {
  const { path, commit } = repository({ "sub/a.bizarch": "mission one\n", "b.bizarch": "mission two\n" });
  put(path, { "b.bizarch": "mission three\n" });
  expect((await told(join(path, "sub"), "HEAD")).changes).toEqual(["added three", "removed two"]);
  rmSync(join(path, "bizarch.json"));
  commit({});
  put(path, { "b.bizarch": "mission four\n", "sub/a.bizarch": "mission five\n" });
  expect((await told(join(path, "sub"), "HEAD")).changes).toEqual(["added five", "removed one"]);
});

test("after -- a revision may begin with a dash", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  git("update-ref", "refs/heads/-x", "HEAD");
  commit({ "a.bizarch": "mission two\n" });
  expect((await told(path, "--", "-x", "HEAD")).changes).toEqual(["removed one", "added two"]);
  expect(await refused(path, "--", "--upload-pack=x")).toContain("neither a git revision nor a folder");
});

test("a folder whose name is also a branch is meant with ./", async () => {
  const { path } = repository({ "a.bizarch": "mission one\n" });
  put(path, { "main/a.bizarch": "mission two\n" });
  expect((await told(path, "main", "HEAD")).changes).toEqual([]);
  expect((await told(path, "HEAD", "./main")).changes).toEqual(["removed one", "added two"]);
});

test("a commit is also known by the words of its message, a tag and a name of the past", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  git("commit", "-q", "--allow-empty", "-m", "fix: the first");
  git("tag", "-a", "v1", "-m", "one");
  commit({ "a.bizarch": "mission one\nmission two\n" });
  for (const base of [":/fix: the", "HEAD^{/fix: the}", "v1", "HEAD~1", "@~1", "HEAD@{1}"])
    expect([base, (await told(path, base)).changes]).toEqual([base, ["added two"]]);
  expect(await refused(path, ":/nothing")).toContain("neither a git revision nor a folder");
  expect(await refused(path, "HEAD:a.bizarch")).toContain("neither a git revision nor a folder");
});

test("a bare repository has two sides where both are named", async () => {
  const { path, commit } = repository({ "a.bizarch": "mission one\n" });
  commit({ "a.bizarch": "mission one\nmission two\n" });
  const bare = join(folder(), "x.git");
  execFileSync("git", ["clone", "-q", "--bare", path, bare]);
  for (const cwd of [bare, join(bare, "refs")]) {
    expect((await told(cwd, "HEAD~1", "HEAD")).changes).toEqual(["added two"]);
    expect((await told(cwd, "HEAD~1..HEAD")).changes).toEqual(["added two"]);
    for (const args of [[], ["HEAD"], ["--staged"]])
      expect(await refused(cwd, ...args)).toContain("A bare repository has no working tree");
  }
});

test("a part of a tree is a side", async () => {
  const { path } = repository({
    "a/x.bizarch": "mission one\n",
    "b/x.bizarch": "mission one\nmission two\n",
  });
  expect((await told(path, "HEAD:a", "HEAD:b")).changes).toEqual(["added two"]);
});

test("links, hidden folders and what is no file are passed over in a revision too", async () => {
  const { path, commit } = repository({ "a.bizarch": "mission one\n" });
  mkdirSync(join(path, ".hidden"));
  symlinkSync(join(path, "a.bizarch"), join(path, "link.bizarch"));
  commit({ ".hidden/x.bizarch": "mission two\n", "node_modules/x.bizarch": "mission three\n" });
  expect((await told(path, "HEAD~1", "HEAD")).changes).toEqual([]);
});

test("names with blanks, quotes and letters of any script", async () => {
  const { path, commit } = repository({ 'été "x"/référentiel client.bizarch': "mission one\n" });
  commit({ 'été "x"/référentiel client.bizarch': "mission one { nope 1 }\n" });
  const { out } = await run(path, ["diff", "HEAD~1", "HEAD"]);
  expect(out).toContain('été "x"/référentiel client.bizarch:1:15');
});

test("what cannot be compared is refused in one line", async () => {
  const outside = folder({ "a.bizarch": "mission one\n" });
  expect(await refused(outside, "HEAD")).toContain("'HEAD' is neither a git revision nor a folder");
  expect(await refused(outside)).toContain("in no git repository");
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  expect(await refused(path, "gone")).toContain("'gone' is neither a git revision nor a folder");
  expect(await refused(path, "")).toContain("'' is neither a git revision nor a folder");
  expect(await refused(path, "HEAD..gone")).toContain("'gone'");
  expect(await refused(path, "HEAD..HEAD", "HEAD")).toContain("already names both sides");
  git("checkout", "-q", "--orphan", "other");
  commit({ "a.bizarch": "mission two\n" });
  expect(await refused(path, "main...other")).toContain("no common ancestor");
  git("branch", "-q", "-D", "main");
  git("branch", "-q", "-m", "elsewhere");
  expect(await refused(path)).toContain("No default branch is known");
});

test("--fail-on names what fails", async () => {
  const cwd = folder({
    "bizarch.json": "{}",
    "a/bizarch.json": '{ "profile": "starter" }',
    "a/x.bizarch": "mission m\nvendor v\n",
    "b/bizarch.json": '{ "profile": "starter" }',
    "b/x.bizarch": "mission m { horizon 1y }\nvendor v { nope 1 }\n",
    "c/bizarch.json": '{ "profile": "starter" }',
    "c/x.bizarch": "mission m\nvendor v { country FR }\n",
  });
  const codes = async (base: string, head: string): Promise<readonly number[]> => {
    const limits = ["new-error", "new-warning", "wall", "any", "never"];
    return Promise.all(
      limits.map(async (limit) => (await run(cwd, ["diff", base, head, "--fail-on", limit])).code),
    );
  };
  expect(await codes("a", "a")).toEqual([0, 0, 0, 0, 0]);
  expect(await codes("a", "b")).toEqual([1, 1, 1, 1, 0]);
  expect(await codes("a", "c")).toEqual([0, 0, 0, 1, 0]);
  expect(await codes("b", "a")).toEqual([0, 0, 1, 1, 0]);
});

test("pretty tells the storeys in their order, walls and findings", async () => {
  const cwd = folder({
    "a/bizarch.json": '{ "profile": "starter" }',
    "a/x.bizarch":
      'mission m "Eat" { horizon 10y }\ndomain d core { accountable t; entity E { x: id key } }\nteam t { function data }\ntool mdm { category mdm; owns d; accountable t }\n',
    "b/bizarch.json": '{ "profile": "starter" }',
    "b/x.bizarch":
      'mission m "Eat" { horizon 1y }\ndomain d core { accountable t; entity E { x: id key }; entity F { y: text } }\nteam t { function data }\ntool mdm { category mdm; reads d; accountable t }\nvendor v\n',
  });
  const { out } = await run(cwd, ["diff", "a", "b"]);
  expect(out).toBe(`a → b

WHAT IT MEANS
  ▮ Nothing is the system of record of 'd.E' any more; it was 'mdm'.
  ▮ The horizon of 'm' shrinks from 10 years to 1 year.

WHOM TO ASK
  t: d.F, mdm
  nobody answers for: m

WHY · load-bearing
  ~ mission m “Eat”
      ~ horizon: 10y → 1y

WHAT · load-bearing
  + entity d.F
      + attribute d.F.y
          type: text

HOW · partitions
  ~ tool mdm
      − owns d ▮ load-bearing
      + reads d
  + vendor v

INTRODUCED
  warning no-system-of-record b/x.bizarch:2:39
      No tool owns 'd.E', which is core: everybody keeps a copy, and no copy is the right one. Name
      its system of record, with 'owns' in a tool.
  warning no-system-of-record b/x.bizarch:2:63
      No tool owns 'd.F', which is core: everybody keeps a copy, and no copy is the right one. Name
      its system of record, with 'owns' in a tool.
  warning orphan-tool b/x.bizarch:4:6
      Nothing says what 'mdm' is for: no goal, capability, chain, initiative or domain asks for it,
      so nothing will tell when it is no longer needed. Say what it 'serves' or 'owns', or retire
      it.

4 changes to load-bearing walls · 3 changes to partitions · 3 findings introduced · 0 fixed
`);
});

test("a comment is Markdown, in French where asked", async () => {
  const cwd = folder({ "a/x.bizarch": "mission m\n", "b/x.bizarch": 'mission m "@all"\n' });
  const { out } = await run(cwd, ["diff", "a", "b", "--format", "markdown", "--locale", "fr"]);
  expect(out).toContain("**Murs porteurs**");
  expect(out).toContain("@\u200ball");
});

test("a side that does not parse is compared as far as it goes, and that is said", async () => {
  const cwd = folder({ "a/x.bizarch": "mission m\n", "b/x.bizarch": 'mission m "open\nvendor v\n' });
  const json = await run(cwd, ["diff", "a", "b", "--format", "json"]);
  expect(json.err).toBe("1 place in b could not be read; what stands there is not compared.\n");
  expect((await told(cwd, "a", "b")).changes).toEqual(["changed m", "added v"]);
  expect((await run(cwd, ["diff", "a", "b"])).out).toContain("1 place in b could not be read");
});

test("--staged is what will be committed next, whatever the working tree says meanwhile", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  put(path, { "a.bizarch": "mission one\nmission two\n", "sub/b.bizarch": "mission three\n" });
  git("add", "-A");
  put(path, { "a.bizarch": "mission one\nmission four\n" });
  expect(await told(path, "--staged")).toMatchObject({
    base: "HEAD",
    head: "what is staged",
    changes: ["added three", "added two"],
  });
  expect((await told(join(path, "sub"), "--staged")).changes).toEqual(["added three", "added two"]);
  commit({ "a.bizarch": "mission one\n" });
  expect((await told(path, "--staged")).changes).toEqual([]);
  expect((await told(path, "--staged", "HEAD~1")).changes).toEqual(["added three"]);
  expect(await refused(path, "--staged", "HEAD", "HEAD~1")).toContain("the second side");
  expect(await refused(path, "--staged", "HEAD..HEAD~1")).toContain("the second side");
  expect(await refused(path, "--staged", "gone")).toContain("neither a git revision");
});

test("--staged before the first commit, and in the middle of a merge", async () => {
  const { path, git, commit } = repository();
  put(path, { "a.bizarch": "mission one\n" });
  git("add", "-A");
  expect(await told(path, "--staged")).toMatchObject({ base: "nothing", changes: ["added one"] });
  commit({});
  git("checkout", "-q", "-b", "work");
  commit({ "a.bizarch": "mission two\n" });
  git("checkout", "-q", "main");
  commit({ "a.bizarch": "mission three\n" });
  expect(() => git("merge", "-q", "work")).toThrow();
  expect(await refused(path, "--staged")).toContain("'a.bizarch' has a conflict that is not resolved");
});

test("a merge of branches is compared with either parent", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\n" });
  git("checkout", "-q", "-b", "work");
  commit({ "b.bizarch": "mission two\n" });
  git("checkout", "-q", "main");
  commit({ "c.bizarch": "mission three\n" });
  git("merge", "-q", "--no-edit", "work");
  expect((await told(path, "HEAD^1", "HEAD")).changes).toEqual(["added two"]);
  expect((await told(path, "HEAD^2..HEAD")).changes).toEqual(["added three"]);
});

test("a renamed file, and one that became two, are no change", async () => {
  const { path, git, commit } = repository({ "a.bizarch": "mission one\nmission two\n" });
  git("mv", "a.bizarch", "z.bizarch");
  commit({});
  expect((await told(path, "HEAD~1", "HEAD")).changes).toEqual([]);
  commit({ "z.bizarch": "mission two\n", "y.bizarch": "mission one\n" });
  expect((await told(path, "HEAD~1", "HEAD")).changes).toEqual([]);
});

test("a file that is no text is said to be none, and the rest is compared", async () => {
  const { path } = repository({ "a.bizarch": "mission one\n", "b.bizarch": "mission two\n" });
  put(path, {
    "a.bizarch": Buffer.from([0, 255, 254, 0, 200, 10, 0]),
    "b.bizarch": "mission two\nmission three\n",
  });
  const { out, code } = await run(path, ["diff", "HEAD"]);
  expect(code).toBe(1);
  expect(out).toContain("could not be read");
  expect((await told(path, "HEAD")).changes).toEqual(["removed one", "added three"]);
});

test("a folder that a revision does not have is said, and how to name the one that it had", async () => {
  const { path, git } = repository({ "old/crm.bizarch": "tool crm" });
  git("mv", "old", "new");
  git("mv", "bizarch.json", "new");
  git("commit", "-q", "-m", "move");
  const here = join(path, "new");
  const moved = await run(here, ["diff", "HEAD~1", "--fail-on", "never"]);
  expect(moved.err).toContain("'HEAD~1' has no .bizarch file in this folder, so that everything is new.");
  expect(moved.err).toContain("'HEAD~1:the/folder'");
  const back = await run(here, ["diff", "HEAD", "HEAD~1", "--locale", "fr"]);
  expect(back.err).toContain("« HEAD~1 » n'a aucun fichier .bizarch dans ce dossier : tout est supprimé.");
  expect((await run(here, ["diff", "HEAD~1:old"])).err).toBe("");
  expect((await told(here, "HEAD~1:old")).changes).toEqual([]);
});

test("a submodule is read at the commit that is recorded for it, where it is there", async () => {
  const parts = repository({ "x.bizarch": "vendor one\n" });
  rmSync(join(parts.path, "bizarch.json"));
  parts.commit({});
  const { path, git, commit } = repository({ "a.bizarch": "mission m\n" });
  git("-c", "protocol.file.allow=always", "submodule", "add", "-q", parts.path, "parts");
  commit({});
  expect((await told(path, "HEAD~1", "HEAD")).changes).toEqual(["added one"]);
  expect((await told(path, "HEAD")).changes).toEqual([]);
  put(join(path, "parts"), { "x.bizarch": "vendor one\nvendor two\n" });
  expect((await told(path, "HEAD")).changes).toEqual(["added two"]);
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qam", "more"], {
    cwd: join(path, "parts"),
  });
  git("add", "parts");
  expect((await told(path, "--staged")).changes).toEqual(["added two"]);
  rmSync(join(path, "parts"), { recursive: true });
  mkdirSync(join(path, "parts"));
  const { err } = await run(path, ["diff", "HEAD", "--format", "json"]);
  expect(err).toContain("The submodule 'parts' is not there as HEAD has it");
});

test("what a sparse checkout left out of the working tree is not removed", async () => {
  const { path, git } = repository({ "in/a.bizarch": "mission one\n", "out/b.bizarch": "mission two\n" });
  git("sparse-checkout", "set", "in");
  expect((await told(path, "HEAD")).changes).toEqual([]);
  expect((await told(join(path, "in"), "HEAD")).changes).toEqual([]);
  put(path, { "in/a.bizarch": "mission one\nmission three\n" });
  expect((await told(path, "HEAD")).changes).toEqual(["added three"]);
  put(path, { "out/b.bizarch": "mission four\n" });
  expect((await told(path, "HEAD")).changes).toEqual(["added four", "added three", "removed two"]);
});

test("a rename states its evidence, and is not believed with --no-renames", async () => {
  const tool = (id: string) =>
    `mission m\ntool ${id} "Books" { category erp; lifespan 3y; exit "x"; serves m }\n`;
  const cwd = folder({ "a/x.bizarch": tool("old"), "b/x.bizarch": tool("new") });
  expect((await told(cwd, "a", "b")).changes).toEqual(["renamed new"]);
  expect((await run(cwd, ["diff", "a", "b"])).out).toContain("was old; ");
  expect((await run(cwd, ["diff", "a", "b", "--format", "json"])).out).toMatch(
    /"evidence": \{\s+"agree": \d+,\s+"of": \d+/,
  );
  expect((await told(cwd, "a", "b", "--no-renames")).changes).toEqual(["added new", "removed old"]);
});

const DRAWN = {
  "a/x.bizarch":
    'mission m "Eat"\ntool pim { category pim }\ntool crm { category crm }\ntool far { category erp }\n',
  "b/x.bizarch":
    'mission m "Eat"\ntool pim { category pim; lifespan 3y }\ntool far { category erp }\nflow pim -> far\n',
};

test("the merged picture is SVG: what changed and its neighbours, or all, in a theme", async () => {
  const cwd = folder(DRAWN);
  const worker = await workerFile();
  const { out, code, err } = await run(cwd, ["diff", "a", "b", "--format", "svg"], { worker });
  expect([code, err]).toEqual([0, ""]);
  expect(wellFormed(out.replace(/<style>[^<]*<\/style>/, ""))).toBe("");
  expect(out).toContain("a → b · ");
  for (const sign of ["added", "removed", "changed"]) expect(out).toContain(`class="bz-sign-${sign}"`);
  expect(out).not.toContain(">Eat</text>\n<path");
  const all = await run(cwd, ["diff", "a", "b", "--format", "svg", "--all", "--theme", "dark"], { worker });
  expect(all.out).toContain('data-name="m"');
  expect(out).not.toContain('data-name="m"');
  expect(all.out).toContain(".bz-paper{fill:#14181e}");
});

test("the page is HTML with the picture in it, which follows the reader's theme", async () => {
  const cwd = folder(DRAWN);
  const { out, code } = await run(cwd, ["diff", "a", "b", "--format", "html"], {
    worker: await workerFile(),
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
  expect(out).toContain('<div class="sheet" tabindex="0"><svg ');
  expect(out).toContain("@media screen and (prefers-color-scheme:dark)");
});

test("the same as Mermaid; of nothing and of several there is no picture, and that is said", async () => {
  const cwd = folder(DRAWN);
  const { out } = await run(cwd, ["diff", "a", "b", "--format", "mermaid"]);
  expect(out).toMatch(/^flowchart BT\n/);
  const none = await run(cwd, ["diff", "a", "a", "--format", "svg"]);
  expect([none.out, none.err]).toEqual(["", "Nothing changed in the architecture.\n"]);
  put(cwd, { "c/x.bizarch": `${DRAWN["a/x.bizarch"]}view v { show tool }\n` });
  expect((await run(cwd, ["diff", "a", "c", "--format", "svg"])).err).toBe(
    "Nothing changed that has a shape in a picture.\n",
  );
  const two = (text: string) => ({
    "p/bizarch.json": "{}",
    "p/x.bizarch": text,
    "q/bizarch.json": "{}",
    "q/x.bizarch": text,
  });
  const several = folder();
  for (const [side, text] of [
    ["a", "mission m"],
    ["b", "mission n { horizon 1y }"],
  ] as const)
    for (const [name, content] of Object.entries(two(text))) put(several, { [`${side}/${name}`]: content });
  expect(await refused(several, "a", "b", "--format", "svg")).toContain("Several projects changed (p, q)");
});

test("what a baseline hides more loosens the guard, and less tightens it, under the names of today", async () => {
  const record = (...findings: readonly object[]) => JSON.stringify({ version: 1, findings });
  const orphan = (element: string) => ({ rule: "orphan-tool", element, args: ["orphan", element] });
  const tool = (id: string) => `mission m\ntool ${id} "Books" { category erp; lifespan 3y; exit "x" }\n`;
  const { path, git, commit } = repository({
    "a.bizarch": tool("old"),
    "sub/known.json": record(orphan("old"), orphan("b")),
  });
  commit({ "a.bizarch": tool("new"), "sub/known.json": record(orphan("new"), orphan("c")) });
  const policy = async (cwd: string, ...args: readonly string[]) => {
    const { out, err } = await run(cwd, ["diff", "--format", "json", ...args]);
    expect(err).toBe("");
    return /"policy": \[[^\]]*\]/.exec(out)?.[0].match(/"what": "[^"]*"/g);
  };
  const both = [
    "\"what\": \"the baseline hides 1 finding more of 'orphan-tool' for 'c'\"",
    "\"what\": \"the baseline hides 1 finding less of 'orphan-tool' for 'b'\"",
  ];
  expect(await policy(path, "HEAD~1", "HEAD", "--baseline", "sub/known.json")).toEqual(both);
  expect(await policy(join(path, "sub"), "HEAD~1", "--baseline", "known.json")).toEqual(both);
  expect(await policy(path, "HEAD", "--baseline", "sub/known.json")).toBe(null);
  put(path, { "sub/known.json": record() });
  git("add", "-A");
  expect((await policy(path, "--staged", "--baseline", "sub/known.json"))?.length).toBe(2);
  expect(await refused(path, "HEAD", "--baseline", "nope.json")).toContain(
    "There is no baseline 'nope.json'",
  );
  put(path, { "sub/known.json": "[" });
  expect(await refused(path, "HEAD", "--baseline", "sub/known.json")).toContain("is not a baseline");
});
