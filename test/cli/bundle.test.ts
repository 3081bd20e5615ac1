import { execFileSync, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { BROKEN, folder, root } from "./run.ts";

/** The command as it ships, in a process of its own. */
const bundle = join(root, "dist/bizarch.js");

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "client/build/build.mjs")], { stdio: "ignore" });
}, 300_000);

function spawned(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("standard output holds the result alone, and the exit code tells the rest", () => {
  const cwd = folder({ "a.bizarch": BROKEN });
  const found = spawned(cwd, "check", "--format", "json");
  expect([found.status, found.stderr]).toEqual([1, ""]);
  expect(JSON.parse(found.stdout)).toMatchObject({ version: 1, summary: { error: 1 } });
  expect(spawned(cwd, "check", "--fail-on", "never").status).toBe(0);
  expect(spawned(cwd, "check", "gone")).toMatchObject({ status: 2, stdout: "" });
  expect(spawned(cwd, "explain", "syntax")).toMatchObject({ status: 0, stderr: "" });
});

test("what one starts from is in the bundle", () => {
  const cwd = folder();
  for (const locale of ["en", "fr"]) {
    expect(spawned(cwd, "init", locale, "--locale", locale)).toMatchObject({ status: 0, stderr: "" });
    expect(spawned(cwd, "check", locale, "--fail-on", "info").status).toBe(0);
  }
});

test("a picture is drawn with what lies beside the bundle", () => {
  const cwd = folder({ "a.bizarch": "mission eat\n" });
  const { status, stdout, stderr } = spawned(cwd, "render");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("</svg>");
  const page = spawned(cwd, "render", "--format", "html");
  expect([page.status, page.stderr]).toEqual([0, ""]);
  expect(page.stdout.endsWith("</html>\n")).toBe(true);
});

test("a reader who stops early is no failure", () => {
  const cwd = folder({ "a.bizarch": "tool x\n".repeat(20_000) });
  const command = `"${process.execPath}" "${bundle}" check --fail-on never; echo "exit $?" >&2`;
  const { stdout, stderr } = spawnSync("sh", ["-c", `{ ${command}; } | head -n 1`], {
    cwd,
    encoding: "utf8",
  });
  expect(stdout.split("\n").length).toBe(2);
  expect(stderr).toBe("exit 0\n");
});

test("the language server answers on standard output", async () => {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "shutdown" });
  const server = spawn(process.execPath, [bundle, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  server.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  let answer = "";
  const parts: AsyncIterable<Buffer> = server.stdout;
  for await (const part of parts) {
    answer += part.toString();
    if (answer.includes("}")) break;
  }
  server.kill();
  expect(answer).toMatch(/^Content-Length: \d+\r\n\r\n\{.*-32002/);
});
