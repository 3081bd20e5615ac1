import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, run } from "./run.ts";

const UGLY = "tool   pim{category pim}\n";
const TIDY = "tool pim { category pim }\n";

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), "utf8");

test("files are written in place, and what was done is told", async () => {
  const cwd = folder({ "a.bizarch": UGLY, "sub/b.bizarch": TIDY, "readme.md": UGLY });
  expect(await run(cwd, ["format"])).toMatchObject({
    code: 0,
    out: "",
    err: "Formatted a.bizarch.\n1 of 2 files changed.\n",
  });
  expect([read(cwd, "a.bizarch"), read(cwd, "sub/b.bizarch"), read(cwd, "readme.md")]).toEqual([
    TIDY,
    TIDY,
    UGLY,
  ]);
  expect(await run(cwd, ["format", "--quiet"])).toMatchObject({ code: 0, out: "", err: "" });
  expect(readdirSync(cwd)).toEqual(["a.bizarch", "readme.md", "sub"]);
});

test("--check lists what would change, and changes nothing", async () => {
  const cwd = folder({ "a.bizarch": UGLY, "sub/b.bizarch": UGLY, "c.bizarch": TIDY });
  expect(await run(cwd, ["format", "--check"])).toMatchObject({
    code: 1,
    out: "a.bizarch\nsub/b.bizarch\n",
    err: "2 of 3 files would change. Run 'bizarch format' to format them.\n",
  });
  expect(read(cwd, "a.bizarch")).toBe(UGLY);
  expect(await run(cwd, ["format", "--check", "c.bizarch"])).toMatchObject({
    code: 0,
    out: "",
    err: "0 of 1 file would change.\n",
  });
  await run(cwd, ["format", "--check", "-q", "-o", "list.txt"]);
  expect(read(cwd, "list.txt")).toBe("a.bizarch\nsub/b.bizarch\n");
});

test("standard input goes to standard output", async () => {
  const cwd = folder();
  expect(await run(cwd, ["format", "-"], { stdin: UGLY })).toMatchObject({ code: 0, out: TIDY, err: "" });
  expect(await run(cwd, ["format", "-"], { stdin: "" })).toMatchObject({ code: 0, out: "" });
  expect(await run(cwd, ["format", "-", "--check"], { stdin: UGLY })).toMatchObject({
    code: 1,
    out: "-\n",
    err: "",
  });
  expect(await run(cwd, ["format", "-", "--check"], { stdin: TIDY })).toMatchObject({ code: 0, out: "" });
  expect(await run(cwd, ["format", "-", "a.bizarch"])).toMatchObject({ code: 2, out: "" });
});

test("--output takes the text of one file, which stays as it is", async () => {
  const cwd = folder({ "a.bizarch": UGLY, "b.bizarch": TIDY });
  expect(await run(cwd, ["format", "a.bizarch", "-o", "out.bizarch"])).toMatchObject({
    code: 0,
    out: "",
    err: "",
  });
  expect([read(cwd, "a.bizarch"), read(cwd, "out.bizarch")]).toEqual([UGLY, TIDY]);
  expect(await run(cwd, ["format", "a.bizarch", "-o", "-"])).toMatchObject({ code: 0, out: TIDY });
  const several = await run(cwd, ["format", "--output", "all.bizarch"]);
  expect([several.code, several.err]).toEqual([
    2,
    "error: --output takes the text of one file, and there are 3. Name one, or leave --output out to format them in place.\n",
  ]);
  expect(read(cwd, "a.bizarch")).toBe(UGLY);
});

test("line ends and the mark in front stay the file's own", async () => {
  const cwd = folder({ "a.bizarch": "\ufefftool  a\r\ntool b", "b.bizarch": "\ufefftool b\n" });
  await run(cwd, ["format"]);
  expect(read(cwd, "a.bizarch")).toBe("\ufefftool a\r\ntool b\r\n");
  expect(read(cwd, "b.bizarch")).toBe("\ufefftool b\n");
  const { bytes } = await run(cwd, ["format", "-"], { stdin: "\ufefftool  a" });
  expect(Buffer.from(bytes)).toEqual(Buffer.from("\ufefftool a\n"));
});

test("a file that is not UTF-8 is told of where it breaks, and stays as it is; the others are written", async () => {
  const latin = Buffer.from('mission   m "Bien \xeatre"\n', "latin1");
  const cwd = folder({ "a.bizarch": latin, "b.bizarch": UGLY });
  const { code, out, err } = await run(cwd, ["format"]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("a.bizarch:1:19 error syntax");
  expect(err).toContain("Save it as UTF-8.");
  expect(readFileSync(join(cwd, "a.bizarch"))).toEqual(latin);
  expect(read(cwd, "b.bizarch")).toBe(TIDY);
  expect(await run(cwd, ["format", "-"], { stdin: latin })).toMatchObject({ code: 2, out: "" });
  expect(await run(cwd, ["format", "--check", "--quiet"])).toMatchObject({ code: 2, out: "" });
});

test("a file over 20 MB is refused", async () => {
  const cwd = folder({ "a.bizarch": UGLY });
  truncateSync(join(cwd, "a.bizarch"), 20 * 1024 * 1024 + 1);
  const { code, err } = await run(cwd, ["format", "--locale", "fr"]);
  expect(code).toBe(2);
  expect(err).toContain("Ce fichier dépasse 20 Mo");
  expect(statSync(join(cwd, "a.bizarch")).size).toBe(20 * 1024 * 1024 + 1);
});

test("a broken file is written around what is broken", async () => {
  const cwd = folder({ "a.bizarch": `${UGLY}tool   @  x\n}\n${UGLY}` });
  expect((await run(cwd, ["format"])).code).toBe(0);
  expect(read(cwd, "a.bizarch")).toBe(`${TIDY}tool   @  x\n}\n${TIDY}`);
});

test("what the project leaves out is left alone, and said to be where it was named", async () => {
  const cwd = folder({
    "bizarch.json": '{ "exclude": ["old"], "name":    "x" }',
    "old/a.bizarch": UGLY,
    "b.bizarch": UGLY,
    "node_modules/c.bizarch": UGLY,
  });
  expect((await run(cwd, ["format"])).err).toBe("Formatted b.bizarch.\n1 of 1 file changed.\n");
  expect(read(cwd, "old/a.bizarch")).toBe(UGLY);
  expect((await run(cwd, ["format", "old/a.bizarch"])).err).toContain("'old/a.bizarch' is left out");
  expect([read(cwd, "old/a.bizarch"), read(cwd, "bizarch.json")]).toEqual([
    UGLY,
    '{ "exclude": ["old"], "name":    "x" }',
  ]);
});

test("a file keeps its rights, and a link goes on leading to it", async () => {
  const cwd = folder({ "real/a.bizarch": UGLY });
  chmodSync(join(cwd, "real/a.bizarch"), 0o640);
  symlinkSync(join(cwd, "real/a.bizarch"), join(cwd, "link.bizarch"));
  expect((await run(cwd, ["format", "link.bizarch"])).err).toBe(
    "Formatted link.bizarch.\n1 of 1 file changed.\n",
  );
  expect(lstatSync(join(cwd, "link.bizarch")).isSymbolicLink()).toBe(true);
  expect(statSync(join(cwd, "real/a.bizarch")).mode & 0o777).toBe(0o640);
  expect(read(cwd, "real/a.bizarch")).toBe(TIDY);
  expect(readdirSync(join(cwd, "real"))).toEqual(["a.bizarch"]);
});

test("a file that is in the one layout is not written to", async () => {
  const cwd = folder({ "a.bizarch": TIDY });
  const before = statSync(join(cwd, "a.bizarch"));
  await run(cwd, ["format"]);
  expect(statSync(join(cwd, "a.bizarch"))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test("what is not there, or is no architecture, cannot be formatted", async () => {
  const cwd = folder({ "readme.md": "#" });
  expect(await run(cwd, ["format", "gone"])).toMatchObject({ code: 2, out: "" });
  expect(await run(cwd, ["format", "readme.md"])).toMatchObject({ code: 2, out: "" });
  expect(await run(cwd, ["format", "--today", "2027-02-30"])).toMatchObject({ code: 2, out: "" });
  expect(await run(cwd, ["format"])).toMatchObject({
    code: 0,
    out: "",
    err: "There is no .bizarch file here.\n",
  });
});

test("in French, when asked", async () => {
  const cwd = folder({ "a.bizarch": UGLY });
  expect((await run(cwd, ["format", "--check", "--locale", "fr"])).err).toBe(
    "1 fichier à modifier sur 1. « bizarch format » les met en forme.\n",
  );
  expect((await run(cwd, ["format", "--locale", "fr"])).err).toBe(
    "a.bizarch est mis en forme.\n1 fichier modifié sur 1.\n",
  );
});
