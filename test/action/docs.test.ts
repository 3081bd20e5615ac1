import { spawn } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { folder, root } from "../cli/run.ts";
import { below, listBelow, textBelow } from "../../client/action/json.ts";
import { fakeGitlab, type FakeGitlab } from "./gitlab.ts";
import { HOUSE, LAYOUT, PARTITION, WALL } from "./house.ts";
import { built, world } from "./world.ts";

built();

const page = readFileSync(join(root, "docs/review.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);

/** Runs lines of shell in a clone with a change, where `bizarch` is a command. */
async function inClone(
  script: string,
  given: Readonly<Record<string, string>> = {},
  changed: Readonly<Record<string, string>> = WALL,
) {
  const there = await world(HOUSE);
  there.branch("drift");
  there.commit(changed);
  const cwd = there.checkout("refs/heads/drift", 0);
  const bin = folder();
  symlinkSync(join(root, "dist/bizarch.js"), join(bin, "bizarch"));
  const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
  const env = { ...process.env, PATH, BASE: "main", ...given };
  // Not `spawnSync`: a server of the test may be asked meanwhile. A line that fails ends a job.
  const child = spawn("sh", ["-ec", script], { cwd, env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (part) => (stdout += String(part)));
  child.stderr.on("data", (part) => (stderr += String(part)));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { cwd, status, stdout, stderr };
}

test("the three lines of shell say what changes, and fail on what is introduced", async () => {
  const { cwd, status, stderr } = await inClone(blocks("sh")[0] ?? "");
  expect([status, stderr]).toEqual([1, ""]);
  expect(readFileSync(join(cwd, "review.md"), "utf8")).toContain("marketing-tool-owns-core-data");
});

test("the line that sets up git works as it stands", async () => {
  const { status, stderr } = await inClone(blocks("sh")[1] ?? "");
  expect([status, stderr]).toEqual([0, expect.stringContaining(".gitattributes: added")]);
});

/** The lines of a job that follow the one which installs the command. */
function linesOf(job: unknown): string {
  if (!isJob(job)) throw new Error("This is no job.");
  return job.script.filter((line) => !line.startsWith("npm ")).join("\n");
}

function isJob(value: unknown): value is { readonly script: readonly string[] } {
  return typeof value === "object" && value !== null && "script" in value && Array.isArray(value.script);
}

const jobOf = (file: string): unknown =>
  parse(blocks("yaml").find((text) => text.startsWith(`# ${file}`)) ?? "");

describe("GitLab", () => {
  // Twice: what is right is left alone.
  const script = linesOf(below(jobOf(".gitlab-ci.yml"), "architecture")).replace(/^node .*$/m, "$&\n$&");
  const noteScript = { ".gitlab/architecture-note.mjs": blocks("js")[0] ?? "" };

  /** The script in a merge request that moves a wall, or in one that changes nothing. */
  const merge = async (gitlab: FakeGitlab, changed: Readonly<Record<string, string>> = WALL, env = {}) =>
    inClone(script, { ...gitlab.env, ...env }, { ...changed, ...noteScript });

  test("both files are written, and the job fails on what is introduced", async () => {
    const gitlab = await fakeGitlab();
    const { cwd, status, stderr } = await merge(gitlab);
    expect([status, stderr]).toEqual([1, ""]);
    expect(readFileSync(join(cwd, "gl-code-quality-report.json"), "utf8")).toContain("marketing-tool");
    expect(readFileSync(join(cwd, "review.md"), "utf8")).toContain("marketing-tool");
  });

  test("the note is begun, left alone where it is right, and brought up to date", async () => {
    const gitlab = await fakeGitlab();
    gitlab.write("somebody", "<!-- bizarch -->\n\nNot ours.");
    for (let count = 0; count < 120; count++) gitlab.write("somebody", "Looks good to me.");
    await merge(gitlab);
    const [note, ...others] = gitlab.notesOf("bizarch");
    expect([note?.body.split("\n")[0], others]).toEqual(["<!-- bizarch -->", []]);
    expect(note?.body).toContain("marketing-tool-owns-core-data");
    expect(gitlab.writes).toEqual(["POST"]);
    await merge(gitlab, PARTITION);
    expect(gitlab.writes).toEqual(["POST", "PUT"]);
    expect(gitlab.notesOf("bizarch")[0]?.body).not.toContain("marketing-tool-owns-core-data");
    gitlab.write("bizarch", "<!-- bizarch -->\n\nA twin, of two runs at once.");
    await merge(gitlab, LAYOUT);
    expect(gitlab.writes).toEqual(["POST", "PUT", "DELETE", "PUT"]);
    expect(gitlab.notesOf("bizarch").map(({ body }) => body)).toEqual([
      expect.stringContaining("Nothing changed in the architecture."),
    ]);
    expect(gitlab.notesOf("somebody").length).toBe(121);
  });

  test("there is none where nothing changed, or nobody may write one", async () => {
    const gitlab = await fakeGitlab();
    expect((await merge(gitlab, LAYOUT)).status).toBe(0);
    expect((await merge(gitlab, PARTITION, { ARCHITECTURE_TOKEN: "" })).status).toBe(0);
    const { status, stderr } = await merge(gitlab, PARTITION, { ARCHITECTURE_TOKEN: "wrong" });
    expect([status, stderr]).toEqual([
      0,
      "No note: GitLab says 401. Check the scope of ARCHITECTURE_TOKEN.\n".repeat(2),
    ]);
    expect(gitlab.writes).toEqual([]);
  });
});

test("Azure gets a page of the run, and a log that commands nothing", async () => {
  const steps: unknown = below(jobOf("azure-pipelines.yml"), "steps");
  const script = Array.isArray(steps) ? textBelow(steps[1], "bash") : undefined;
  const lines = (script ?? "").split("\n").filter((line) => !line.startsWith("npm "));
  const at = folder();
  const env = { AGENT_TEMPDIRECTORY: at, SYSTEM_PULLREQUEST_TARGETBRANCHNAME: "main" };
  const { status, stdout, stderr } = await inClone(lines.join("\n"), env);
  expect([status, stdout, stderr]).toEqual([1, `##vso[task.uploadsummary]${at}/review.md\n`, ""]);
  expect(readFileSync(join(at, "review.md"), "utf8")).toContain("marketing-tool-owns-core-data");
  expect((await inClone(lines.join("\n"), env, PARTITION)).status).toBe(0);
});

test("Bitbucket fetches the branch that it has not, and writes the review", async () => {
  const [pipeline]: readonly unknown[] = listBelow(
    jobOf("bitbucket-pipelines.yml"),
    "pipelines",
    "pull-requests",
    "**",
  );
  const script = `git update-ref -d refs/remotes/origin/main\n${linesOf(below(pipeline, "step"))}`;
  const { cwd, status } = await inClone(script, { BITBUCKET_PR_DESTINATION_BRANCH: "main" });
  expect(status).toBe(1);
  expect(readFileSync(join(cwd, "review.md"), "utf8")).toContain("marketing-tool-owns-core-data");
});

test("every workflow can be read, and gives the action inputs that it has", () => {
  const manifest = readFileSync(join(root, "action.yml"), "utf8");
  const workflows = blocks("yaml");
  expect(workflows.length).toBe(6);
  for (const text of workflows) expect(() => void parse(text)).not.toThrow();
  const given = workflows
    .slice(0, 2)
    .flatMap((text) => [
      ...text.matchAll(/([a-z-]+): (?:never|none|new-error, wall|architecture-agreed)\b/g),
    ]);
  for (const [, name = ""] of given) expect(manifest).toContain(`\n  ${name}:\n`);
  expect(given.length).toBe(4);
});
