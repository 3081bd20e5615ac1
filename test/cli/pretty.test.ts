import { expect, test } from "vitest";
import { unindent } from "../support/fixture.ts";
import { BROKEN, folder, run } from "./run.ts";

const STARTER = '{ "profile": "starter" }';

async function pretty(text: string, ...args: readonly string[]): Promise<string> {
  const cwd = folder({ "a.bizarch": text, "bizarch.json": STARTER });
  return (await run(cwd, ["check", ...args])).out;
}

test("a finding shows its line, what is meant, why, and the other places", async () => {
  const text = `
    mission eat
    domain d core { embodies m; accountable t; entity E }
    business-model m { serves eat }
    team t { function data }
    tool crm { category cdp; owns d; accountable t }
  `;
  expect(await pretty(unindent(text))).toBe(
    unindent(`
      a.bizarch:5:31 error marketing-tool-owns-core-data
        5 │ tool crm { category cdp; owns d; accountable t }
          │                               ~
        'crm' is a marketing tool (cdp) and owns 'd', which is core: a load-bearing wall would come and go
        with a campaign tool. Let an operational or data tool own it, and 'crm' read it.
        → a.bizarch:2:10 'd' is a core domain.

      1 error (1 file, 6 elements)
    `),
  );
});

test("nothing found is said in one line", async () => {
  expect(await pretty("mission m\n")).toBe("Nothing contradicts itself (1 file, 1 element)\n");
  expect(await pretty("mission m\n", "--quiet")).toBe("");
});

test("quiet leaves the findings", async () => {
  const out = await pretty(BROKEN, "--quiet");
  expect(out).toContain("unknown-reference");
  expect(out).not.toContain("1 error (");
});

test("the mark stands under what is meant, whatever stands before it", async () => {
  const lines = (await pretty('mission m "食べる\té🥕" { nope 1 }\n')).split("\n");
  expect(lines.slice(1, 3)).toEqual([
    '  1 │ mission m "食べる  é🥕" { nope 1 }',
    `    │ ${" ".repeat(26)}~~~~`,
  ]);
});

test("a long line is cut down to what stands around the place", async () => {
  const out = await pretty(`mission m "${"x".repeat(5000)}" { nope 1 }\n`);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThan(110);
  expect(out).toContain("nope");
});

test("what a file says cannot steer the terminal", async () => {
  const out = await pretty('mission m "\u001b[31mred\u0007\u202etxt" { nope 1 }\n');
  expect(out).toContain("\\u{1b}[31mred\\u{7}\\u{202e}txt");
  // oxlint-disable-next-line no-control-regex -- these are what must not be there
  expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(out)).toBe(false);
});

test("neither can the name of a file, or an argument", async () => {
  const cwd = folder({ "a\u001b[2J\u202e.bizarch": BROKEN });
  const shown = await run(cwd, ["check"]);
  const refused = await run(cwd, ["check", "gone\u001b[2J"]);
  const unknown = await run(cwd, ["che\u001b[2Jck"]);
  for (const text of [shown.out, refused.err, unknown.err]) expect(text).not.toContain("\u001b");
});

test("colours come when a person looks, and go when asked", async () => {
  const cwd = folder({ "a.bizarch": BROKEN });
  const isColoured = async (args: readonly string[], isTerminal: boolean, env = {}): Promise<boolean> =>
    (await run(cwd, ["check", ...args], { isTerminal, env })).out.includes("\u001b[");
  expect(await isColoured([], false)).toBe(false);
  expect(await isColoured([], true)).toBe(true);
  expect(await isColoured([], true, { NO_COLOR: "1" })).toBe(false);
  expect(await isColoured([], true, { TERM: "dumb" })).toBe(false);
  expect(await isColoured(["--color", "always"], false, { NO_COLOR: "1" })).toBe(true);
  expect(await isColoured(["--color", "never"], true)).toBe(false);
});

test("a rule leads to its page where there are colours", async () => {
  const out = await pretty(BROKEN, "--color", "always");
  expect(out).toContain(
    "\u001b]8;;https://github.com/bizarch/bizarch/blob/main/docs/rules/unknown-reference.md\u001b\\",
  );
});

test("long work says what it is at, to a person and nobody else", async () => {
  const text = `// ${"x".repeat(200)}\n`.repeat(25_000);
  const cwd = folder({ "a.bizarch": `${text}mission m\n`, "bizarch.json": STARTER });
  const err = async (args: readonly string[], isTerminal: boolean): Promise<string> =>
    (await run(cwd, ["check", ...args], { isTerminal })).err;
  expect(await err([], true)).toBe("Checking 2 files …\r\u001b[K");
  expect(await err(["--quiet"], true)).toBe("");
  expect(await err([], false)).toBe("");
});
