import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folder, root } from "./run.ts";

/** The code that V8 made of the command is kept from one start to the next, and only ever a matter of time. */
beforeAll(() => {
  execFileSync(process.execPath, [join(root, "client/build/build.mjs")], { stdio: "ignore" });
}, 300_000);

const SAYS = `"use strict";
const { basename, dirname } = require("node:path");
const say = (text) => console.log(text, basename(__filename), __dirname === dirname(__filename));
say("hello");
`;

/** What starts the command, with a command beside it that is ours to change. */
function program(script = SAYS) {
  const path = folder({ "cli.js": script, "package.json": '{ "type": "commonjs" }\n' });
  copyFileSync(join(root, "dist/bizarch.js"), join(path, "bizarch.js"));
  return path;
}

const envOf = (home: string, more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env["PATH"] ?? "",
  HOME: home,
  LOCALAPPDATA: home,
  ...more,
});

function started(path: string, home: string, more: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(path, "bizarch.js")], {
    env: envOf(home, more),
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function kept(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function keptFile(home: string): string {
  const [file, ...others] = kept(home);
  if (file === undefined || others.length > 0)
    throw new Error(`There is not one file, but ${kept(home).join()}.`);
  return file;
}

const SAID = { status: 0, stdout: "hello cli.js true\n", stderr: "" };

test("it is kept at the first start and used from then on", () => {
  const [path, home] = [program(), folder()];
  expect(started(path, home)).toEqual(SAID);
  const file = keptFile(home);
  expect(file).toContain(join("bizarch", `node-${process.version}-`));
  const before = { code: readFileSync(file), ...statSync(file) };
  expect(started(path, home)).toEqual(SAID);
  expect([keptFile(home), readFileSync(file).equals(before.code)]).toEqual([file, true]);
  // It would be another file if it had been written again.
  expect(statSync(file).ino).toBe(before.ino);
});

test("nobody else may read or write it", () => {
  const [path, home] = [program(), folder()];
  started(path, home);
  const file = keptFile(home);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ["empty", () => Buffer.alloc(0)],
  ["cut short", (code: Buffer) => code.subarray(0, code.length - 9)],
  [
    "of other bytes",
    (code: Buffer) => Buffer.from(code.map((byte, at) => (at > 40 && at % 7 === 0 ? byte ^ 255 : byte))),
  ],
  ["of something else", () => Buffer.from("#!/bin/sh\nexit 3\n".repeat(99))],
])("where the file is %s, the command runs as if there were none, and keeps it anew", (_, damage) => {
  const [path, home] = [program(), folder()];
  started(path, home);
  const file = keptFile(home);
  const good = readFileSync(file);
  writeFileSync(file, damage(good));
  expect(started(path, home)).toEqual(SAID);
  expect(readFileSync(file).readUInt32LE(0)).toBe(good.readUInt32LE(0));
  expect(readFileSync(file).length).toBeGreaterThan(good.length / 2);
  const { ino } = statSync(file);
  expect(started(path, home)).toEqual(SAID);
  expect(statSync(file).ino).toBe(ino);
});

test("a command of another version is not run from the code of the one before, as long as that may be", () => {
  const [path, home] = [program(), folder()];
  started(path, home);
  writeFileSync(join(path, "cli.js"), SAYS.replace("hello", "salut"));
  expect(started(path, home).stdout).toBe("salut cli.js true\n");
  expect(started(path, home).stdout).toBe("salut cli.js true\n");
});

test("each setting of V8 has code of its own", () => {
  const [path, home] = [program(), folder()];
  const settings = [{}, { NODE_OPTIONS: "--max-old-space-size=300" }, {}];
  for (const more of settings) expect(started(path, home, more)).toEqual(SAID);
  expect(kept(home)).toHaveLength(2);
});

test("a place that cannot be written to is no failure", () => {
  const path = program();
  const home = folder({ ".cache": "a file", Library: "a file", bizarch: "a file" });
  expect(started(path, home)).toEqual(SAID);
  expect(started(path, join(home, "bizarch"))).toEqual(SAID);
});

test("nothing is left behind of what could not be kept", () => {
  const [path, home] = [program(), folder()];
  started(path, home);
  const file = keptFile(home);
  rmSync(file);
  mkdirSync(file);
  expect(started(path, home)).toEqual(SAID);
  expect(kept(home)).toEqual([]);
});

test("nothing is kept where somebody does not want it", () => {
  const [path, home] = [program(), folder()];
  expect(started(path, home, { NODE_DISABLE_COMPILE_CACHE: "1" })).toEqual(SAID);
  expect(kept(home)).toEqual([]);
});

test("it is kept where the system is told to keep such things", () => {
  if (process.platform === "win32" || process.platform === "darwin") return;
  const [path, home, cache] = [program(), folder(), folder()];
  started(path, home, { XDG_CACHE_HOME: cache });
  expect([kept(home), kept(cache).length]).toEqual([[], 1]);
  // As the standard has it, what is no absolute path does not count.
  started(path, home, { XDG_CACHE_HOME: "here" });
  expect([kept(home).length, existsSync("here")]).toEqual([1, false]);
});

test("many that start at once do not get in each other's way", async () => {
  const [path, home] = [program(), folder()];
  const codes = await Promise.all(
    Array.from({ length: 8 }, () => {
      const child = spawn(process.execPath, [join(path, "bizarch.js")], {
        env: envOf(home),
        stdio: "ignore",
      });
      return new Promise((resolve) => child.once("close", resolve));
    }),
  );
  expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
  expect(kept(home)).toHaveLength(1);
  expect(started(path, home)).toEqual(SAID);
});

test("what fails in the command fails as it would alone", () => {
  const [path, home] = [program("process.exitCode = 2;\nprocess.stderr.write(`no\n`);"), folder()];
  for (const _ of [1, 2]) expect(started(path, home)).toEqual({ status: 2, stdout: "", stderr: "no\n" });
});

test("without the command beside it, it says what to do", () => {
  const path = program();
  rmSync(join(path, "cli.js"));
  const { status, stdout, stderr } = started(path, folder());
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(
    /^error: '.*cli\.js' is missing, so bizarch is not whole here\. Install it again\.\n$/,
  );
});

test("the command asks for nothing that such a script cannot have", () => {
  expect(readFileSync(join(root, "dist/cli.js"), "utf8")).not.toContain("import(");
});
