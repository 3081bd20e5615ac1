import { expect, test } from "vitest";
import { version } from "../../package.json";
import { folder, run } from "./run.ts";

test.each([
  [["chekc"], "error: unknown command 'chekc' (Did you mean check?) See 'bizarch --help'.\n"],
  [
    ["check", "--fromat", "json"],
    "error: unknown option '--fromat' (Did you mean --format?) See 'bizarch --help'.\n",
  ],
  [
    ["diff", "a", "b", "c"],
    "error: too many arguments for 'diff'. Expected 2 arguments but got 3. See 'bizarch --help'.\n",
  ],
  [["lsp"], "error: required option '--stdio' not specified. See 'bizarch --help'.\n"],
  [["check", "--output"], "error: option '-o, --output <file>' argument missing. See 'bizarch --help'.\n"],
])("%j is refused in one line", async (args, expected) => {
  const { code, out, err } = await run(folder(), args);
  expect([code, out, err]).toEqual([2, "", expected]);
});

test("a format that there is not is refused", async () => {
  expect(await run(folder(), ["check", "--format", "html"])).toMatchObject({ code: 2, out: "" });
});

test("help goes to standard output when asked for, and lists what there is", async () => {
  const { code, out, err } = await run(folder(), ["--help"]);
  expect([code, err]).toEqual([0, ""]);
  const commands = [...out.matchAll(/^ {2}([a-z]+) \[/gm)].map(([, name]) => name);
  expect(commands).toEqual(["check", "diff", "render", "report", "format", "explain", "init", "lsp"]);
  for (const name of commands) expect((await run(folder(), [name ?? "", "--help"])).code).toBe(0);
});

test("without a command, help goes to standard error", async () => {
  const { code, out, err } = await run(folder(), []);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("Usage: bizarch");
});

test("the version is the package's", async () => {
  expect(await run(folder(), ["--version"])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
});
