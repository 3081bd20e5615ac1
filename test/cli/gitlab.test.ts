import { join } from "node:path";
import { expect, test } from "vitest";
import { GRADED, HOSTILE, SMALL, STARTER } from "./architectures.ts";
import { folder, run } from "./run.ts";
import { valid, type GitlabIssue } from "./valid.ts";

async function gitlab(cwd: string, ...args: readonly string[]): Promise<readonly GitlabIssue[]> {
  const { out } = await run(cwd, ["check", "--format", "gitlab", ...args]);
  return valid.gitlab(out);
}

test("an issue has a place, a severity of GitLab's and its message", async () => {
  const issues = await gitlab(folder(SMALL));
  expect(
    issues.map(({ check_name, severity, location: { path, lines } }) =>
      [severity, check_name, path, lines.begin].join(" "),
    ),
  ).toEqual([
    "major marketing-tool-owns-core-data a.bizarch 5",
    "major unknown-reference a.bizarch 6",
    "major syntax sub/b.bizarch 1",
  ]);
  expect(issues[1]?.description).toBe(
    "Nothing is called 'gone' here. Declare the team, or correct the name.",
  );
});

test("errors are major, warnings minor, information is info", async () => {
  const issues = await gitlab(folder(GRADED));
  expect(issues.map(({ check_name, severity }) => `${severity} ${check_name}`)).toEqual([
    "info orphan-domain",
    "major unknown-reference",
    "minor no-system-of-record",
  ]);
});

test("GitLab hides equal fingerprints, so no two findings have the same", async () => {
  const twice = "tool t { category pim; accountable gone; used-by gone, gone }\n";
  const files = {
    "one/bizarch.json": STARTER,
    "one/a.bizarch": `mission m\n${twice}`,
    "two/bizarch.json": STARTER,
    "two/a.bizarch": `mission m\n${twice}`,
  };
  const issues = await gitlab(folder(files));
  expect(issues.length).toBe(6);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(6);
});

test("a fingerprint stays when lines and files move", async () => {
  const fingerprints = async (name: string, text: string): Promise<readonly string[]> =>
    (await gitlab(folder({ "bizarch.json": STARTER, [name]: text }))).map(({ fingerprint }) => fingerprint);
  const text = "mission m\ntool t { category pim; accountable gone }\n";
  expect(await fingerprints("a.bizarch", text)).toEqual(await fingerprints("sub/b.bizarch", `\n\n${text}`));
});

test("paths are seen from the working directory, and nothing steers a terminal", async () => {
  const cwd = folder(SMALL);
  const [issue] = await gitlab(join(cwd, "sub"), "../a.bizarch");
  expect(issue?.location.path).toBe("../a.bizarch");
  const hostile = JSON.stringify(await gitlab(folder(HOSTILE)));
  expect(hostile).not.toMatch(/\\u00|\u202e/);
});

test("nothing found is an empty list", async () => {
  expect(await gitlab(folder({ "a.bizarch": "mission eat\n" }))).toEqual([]);
});
