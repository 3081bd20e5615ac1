import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fontsFor } from "../../client/cli/render/fonts.ts";
import { scaleFor } from "../../client/cli/render/pixels.ts";
import { fileNames } from "../../client/cli/render/target.ts";
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

test("a single file is drawn without a word about files that nobody could have moved anything in", async () => {
  const cwd = folder({ "a.bizarch": HOUSE["a.bizarch"] });
  const { code, out, err } = await run(cwd, ["render", "a.bizarch"], { worker: await workerFile() });
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("Eat better");
});

test("what cannot be drawn is refused before anything is started", async () => {
  const cwd = folder(HOUSE);
  const err = async (...args: readonly string[]): Promise<string> => {
    const ran = await run(cwd, ["render", ...args], { isTerminal: true });
    expect([ran.code, ran.out]).toEqual([2, ""]);
    return ran.err;
  };
  expect(await err("--view", "tool")).toContain("There is no view 'tool'. Did you mean 'tools'?");
  expect(await err("--view", "flows")).toContain("There is nothing to draw in 'flows'");
  expect(await err("--view", "tools", "--view", "storeys")).toContain("Add --output FOLDER");
  expect(await err("--all", "-o", "all.png")).toMatch(/'all.png' is one file, and these are \d+ views/);
  expect(await err("--view", "around:tol")).toContain("no element is called 'tol'.");
  expect(await err("--view", "trace:pin:2")).toContain("Did you mean 'pim'?");
  expect(await err("--view", "around:pim:x")).toContain("There is no view 'around:pim:x'. The views are");
  expect(await err("--format", "png")).toContain("Add --output FILE");
  expect(await err("--all")).toContain("--format html for one page of them");
  expect(await err("--scale", "5", "-o", "x.png")).toContain("Write a number from 1 to 4");
  expect(await err("--theme", "auto", "-o", "x.png")).toContain("Choose --theme light, dark, contrast or");
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

test("all views go to a folder where none is named, under names that every system takes", async () => {
  const cwd = folder({ "a.bizarch": 'mission eat "Eat better"\nview Tools { show tool }\ntool pim\n' });
  const worker = await workerFile();
  await run(cwd, ["render", "-o", "out/"], { worker });
  expect(readdirSync(join(cwd, "out")).toSorted()).toEqual(["Tools.svg", "landscape.svg", "storeys.svg"]);
  const args = ["render", "--all", "--view", "trace:pim", "--format", "mermaid", "-o", "text"];
  expect((await run(cwd, args)).err).toContain("Wrote text/trace-pim.mmd.\n");
  expect(readdirSync(join(cwd, "text"))).toHaveLength(4);
  expect(fileNames(["Tools", "tools", 'a:b/"c'], "png")).toEqual(["Tools.png", "tools-2.png", "a-b--c.png"]);
});

test("Mermaid goes to standard output, and several views onto one page of Markdown", async () => {
  const cwd = folder(HOUSE);
  const text = await run(cwd, ["render", "--view", "tools", "--format", "mermaid"]);
  expect([text.code, text.out.split("\n")[0]]).toEqual([0, "flowchart TB"]);
  await run(cwd, ["render", "--view", "tools", "--view", "storeys", "-o", "page.md"]);
  const page = readFileSync(join(cwd, "page.md"), "utf8");
  expect(page).toMatch(
    /^## Our tools\n\n```mermaid\nflowchart TB\n[\s\S]*\n```\n\n## Storeys\n\n```mermaid\n/,
  );
});

test("an SVG of the theme auto is dark where the system of its reader is", async () => {
  const cwd = folder(HOUSE);
  const { out } = await run(cwd, ["render", "--theme", "auto"], { worker: await workerFile() });
  expect(out).toContain("@media screen and (prefers-color-scheme:dark){.bz-text{");
});

test("a picture brings the parts of the font that its text needs, and no others", () => {
  const parts = (text: string) => fontsFor(text).map(({ range }) => range?.split(",")[0]);
  expect(parts("Référentiel")).toEqual([undefined, undefined]);
  expect(parts("Łódź")).toEqual([undefined, undefined, "U+0100-02BA", "U+0100-02BA"]);
  expect(parts("Ελλάδα")).toHaveLength(4);
});

test("a PNG is twice its size, less where it would be too large, and refused where nobody could read it", () => {
  const told: string[] = [];
  const scale = (width: number, height: number, asked?: number) =>
    scaleFor({ width, height }, asked, ({ en }) => told.push(en));
  expect([scale(800, 600), scale(800, 600, 4)]).toEqual([2, 4]);
  expect(told).toEqual([]);
  expect(scale(12_000, 2000)).toBe(1.33);
  expect(told).toEqual(["This picture is large: it is drawn at 1.33 times its size instead of twice."]);
  expect(() => scale(9000, 9000, 2)).toThrow(/can be drawn up to --scale 1\.11/);
  expect(() => scale(20_000, 10)).toThrow(/too large for a PNG \(20000 by 10\)/);
});

const MANY = `mission eat "Eat better"
${["a", "b", "c", "d", "e", "f"].map((id) => `tool ${id} { category pim }`).join("\n")}
view tools "Our tools" { show tool }
`;

test("what was moved by hand stands there in every format, and a side file that is broken spoils nothing", async () => {
  const worker = await workerFile();
  const drawn = async (files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) =>
    run(folder({ "bizarch.json": "{}", "a.bizarch": MANY, ...files }), ["render", ...args], {
      worker,
      page: join(import.meta.dirname, "run.ts"),
    });
  const plain = await drawn({});
  const layout = "# a comment of ours\na: column 1, row 3\n";
  const moved = await drawn({ ".bizarch/layout/storeys.layout": layout });
  expect([moved.code, moved.err]).toEqual([0, ""]);
  expect(moved.out).not.toBe(plain.out);
  expect((await drawn({ ".bizarch/layout/storeys.layout": layout })).out).toBe(moved.out);
  expect((await drawn({ ".bizarch/layout/tools.layout": layout })).out).toBe(plain.out);
  const page = await drawn({ ".bizarch/layout/storeys.layout": layout }, "--format", "html");
  expect(page.out).not.toBe((await drawn({}, "--format", "html")).out);

  const flawed = await drawn({ ".bizarch/layout/storeys.layout": `${layout}<<<<<<< HEAD\nb: over there\n` });
  expect(flawed.out).toBe(moved.out);
  expect(flawed.err).toBe(
    "'.bizarch/layout/storeys.layout' says no place in lines 3, 4: the rest of it counts.\n",
  );
  const broken = await drawn({ ".bizarch/layout/storeys.layout": Buffer.from([0xff, 0xfe, 0x00]) });
  expect([broken.out, broken.code]).toEqual([plain.out, 0]);
  expect(broken.err).toContain("cannot be read as text");
});
