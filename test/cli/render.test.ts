import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workerFile } from "../diagram/worker.ts";
import { folder, run } from "./run.ts";

const HOUSE = {
  "bizarch.json": "{}",
  "a.bizarch":
    'mission eat "Eat better"\ntool pim "Product information" { category pim }\nview tools "Our tools" { show tool }\n',
};

test("one view goes to standard output as SVG, and is the same each time", async () => {
  const cwd = folder(HOUSE);
  const worker = await workerFile();
  const first = await run(cwd, ["render"], { worker });
  const second = await run(cwd, ["render", "."], { worker });
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(first.out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(first.out).toContain("Eat better");
  expect(first.out).toContain("@font-face");
  expect(second.out).toBe(first.out);
});

test("several views go to a folder, in the theme that was asked for", async () => {
  const cwd = folder(HOUSE);
  const args = ["render", "--view", "tools", "--view", "storeys", "--theme", "dark", "-o", "out"];
  const { code, out, err } = await run(cwd, args, { worker: await workerFile() });
  expect([code, out, err]).toEqual([0, "", "Wrote out/tools.svg.\nWrote out/storeys.svg.\n"]);
  expect(readdirSync(join(cwd, "out")).toSorted()).toEqual(["storeys.svg", "tools.svg"]);
  expect(readFileSync(join(cwd, "out/tools.svg"), "utf8")).toContain("Our tools");
});

test("PNG is a picture with its text in it", async () => {
  const cwd = folder(HOUSE);
  const worker = await workerFile();
  const { code, bytes } = await run(cwd, ["render", "--format", "png"], { worker });
  expect(code).toBe(0);
  expect(Buffer.from(bytes.subarray(1, 4)).toString("latin1")).toBe("PNG");
  await run(
    folder({ ...HOUSE, "a.bizarch": "mission eat\n" }),
    ["render", "-o", "x.png", "--format", "png"],
    { worker },
  );
  expect(bytes.length).toBeGreaterThan(10_000);
});

test("what cannot be drawn is refused before anything is started", async () => {
  const cwd = folder(HOUSE);
  const err = async (...args: readonly string[]): Promise<string> => {
    const ran = await run(cwd, ["render", ...args], { isTerminal: true });
    expect([ran.code, ran.out]).toEqual([2, ""]);
    return ran.err;
  };
  expect(await err("--view", "tool")).toContain("There is no view 'tool'. Did you mean 'tools'?");
  expect(await err("--view", "tools", "--view", "storeys")).toContain("Add --output FOLDER");
  expect(await err("--format", "png")).toContain("Add --output FILE");
  expect(await err("gone")).toContain("There is no file or folder 'gone'");
  const empty = await run(folder(), ["render"]);
  expect([empty.code, empty.err]).toEqual([
    2,
    "error: There is no .bizarch file in '.', so there is nothing to draw. Name a folder that holds an architecture.\n",
  ]);
  const two = await run(folder({ "a/bizarch.json": "{}", "b/bizarch.json": "{}" }), ["render"]);
  expect(two.err).toContain("several projects here, and a picture is of one. Name it: a, b.");
});

test("the name of the file says which picture it is, unless --format does", async () => {
  const cwd = folder({ ...HOUSE, "a.bizarch": "mission eat\n" });
  const worker = await workerFile();
  const start = (name: string) => readFileSync(join(cwd, name)).subarray(1, 4).toString("latin1");
  await run(cwd, ["render", "-o", "a.png"], { worker });
  await run(cwd, ["render", "-o", "A.PNG"], { worker });
  await run(cwd, ["render", "-o", "a.svg"], { worker });
  await run(cwd, ["render", "-o", "b.png", "--format", "svg"], { worker });
  expect(["a.png", "A.PNG", "a.svg", "b.png"].map(start)).toEqual(["PNG", "PNG", "svg", "svg"]);
});

test("what comes from standard input is drawn", async () => {
  const { code, out } = await run(folder(), ["render", "-"], {
    stdin: 'mission eat "Eat better"\n',
    worker: await workerFile(),
  });
  expect(code).toBe(0);
  expect(out).toContain("Eat better");
});
