import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { template } from "../../client/template/index.ts";
import { workerFile } from "../diagram/worker.ts";
import { judge } from "../support/verdict.ts";
import { folder, put, root, run } from "./run.ts";

const FILES = ["bizarch.json", "how.bizarch", "meta.bizarch", "what.bizarch", "why.bizarch"];
const PROFILES = ["starter", "recommended", "strict"] as const;
const locales = ["en", "fr"] as const;

const list = (path: string): readonly string[] => readdirSync(path).toSorted();

test("a small architecture is written here, and what to do next is told", async () => {
  const cwd = folder();
  const { code, out, err } = await run(cwd, ["init"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toBe(`Created here:
  bizarch.json  what the project is called, and how strict it is with itself
  why.bizarch   the mission and a goal
  what.bizarch  the business model, who gives what to whom, the data
  how.bizarch   teams, tools, flows, and a chain that closes
  meta.bizarch  a view, a policy, a rule of your own

Next:
  bizarch check                       tells where it contradicts itself: nowhere, until you change something
  code .                              opens it in VS Code; Ctrl+K V (Mac: Cmd+K V) draws it beside the text
  bizarch render -o architecture.svg  draws it into a file
`);
  expect(list(cwd)).toEqual(FILES);
  for (const name of FILES) {
    expect(readFileSync(join(cwd, name), "utf8")).toBe(
      readFileSync(join(root, "client/template/en", name), "utf8"),
    );
  }
});

test.each([
  ["new", "new", "bizarch check new"],
  ["a/b/c/", "a/b/c", "bizarch check a/b/c"],
  ["two words", "two words", "bizarch check 'two words' "],
  ["it's", "it's", "bizarch check 'it'\\''s' "],
  ["$(date)", "$(date)", "bizarch check '$(date)' "],
  ["été/système", "été/système", "bizarch check été/système "],
  ["./-x", "-x", "bizarch check ./-x "],
])("a folder is made: %s", async (given, path, step) => {
  const cwd = folder();
  const { code, out } = await run(cwd, ["init", given]);
  expect(code).toBe(0);
  expect(out).toContain(step);
  expect(list(join(cwd, path))).toEqual(FILES);
});

test("in French, from the titles to the next steps", async () => {
  const cwd = folder();
  const { out } = await run(cwd, ["init", "vélos", "--locale", "fr"]);
  expect(out).toContain("Créés dans vélos :\n");
  expect(out).toContain("\nEnsuite :\n  bizarch check vélos ");
  expect(readFileSync(join(cwd, "vélos/why.bizarch"), "utf8")).toContain("Le pourquoi");
  expect((await run(cwd, ["check", "vélos"])).out).toBe("Rien ne se contredit (4 fichiers, 35 éléments)\n");
});

test("quiet is quiet", async () => {
  const cwd = folder();
  expect(await run(cwd, ["init", "-q"])).toMatchObject({ code: 0, out: "", err: "" });
  expect(list(cwd)).toEqual(FILES);
});

describe("nothing is overwritten", () => {
  test.each([
    ["bizarch.json", "bizarch.json"],
    ["old.bizarch", "old.bizarch"],
    ["deep/er/old.bizarch", "deep/er/old.bizarch"],
  ])("%s", async (name, told) => {
    const cwd = folder({ [name]: "{}" });
    const before = list(cwd);
    expect(await run(cwd, ["init"])).toMatchObject({
      code: 2,
      out: "",
      err: `error: There is an architecture in '.' already (${told}), and nothing is overwritten. Name another folder: bizarch init DIR.\n`,
    });
    expect(list(cwd)).toEqual(before);
  });

  test("a second time", async () => {
    const cwd = folder();
    await run(cwd, ["init", "x"]);
    put(cwd, { "x/why.bizarch": "mission mine\n" });
    const { code, err } = await run(cwd, ["init", "x", "--locale", "fr"]);
    expect(code).toBe(2);
    expect(err).toContain("Il y a déjà une architecture dans « x » (bizarch.json)");
    expect(readFileSync(join(cwd, "x/why.bizarch"), "utf8")).toBe("mission mine\n");
  });

  test("a folder, or a link that leads nowhere, under the name of a file", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "a/what.bizarch"), { recursive: true });
    mkdirSync(join(cwd, "b"));
    symlinkSync("gone", join(cwd, "b/how.bizarch"));
    for (const name of ["a", "b"]) expect((await run(cwd, ["init", name])).code).toBe(2);
    expect([list(join(cwd, "a")), list(join(cwd, "b"))]).toEqual([["what.bizarch"], ["how.bizarch"]]);
  });
});

test("what has nothing to do with it stays where it is", async () => {
  const others = {
    "README.md": "# Ours\n",
    ".git/HEAD": "ref: x\n",
    "node_modules/a/b.bizarch": "",
    "other/bizarch.json": "{}",
    "other/a.bizarch": "mission other\n",
  };
  const cwd = folder(others);
  expect((await run(cwd, ["init"])).code).toBe(0);
  for (const [name, text] of Object.entries(others)) {
    expect(readFileSync(join(cwd, name), "utf8")).toBe(text);
  }
  expect((await run(cwd, ["check", "why.bizarch"])).out).toContain("Nothing contradicts itself");
});

test("what cannot be a folder is told of in one line", async () => {
  const cwd = folder({ file: "" });
  expect((await run(cwd, ["init", "file"])).err).toBe(
    "error: 'file' is a file. Name a folder to begin in; it is made if it is not there.\n",
  );
  expect((await run(cwd, ["init", "file/below"])).code).toBe(2);
  symlinkSync("gone", join(cwd, "dangling"));
  expect((await run(cwd, ["init", "dangling"])).err).toMatch(
    /^error: 'dangling' cannot be written \(\w+\)\./,
  );
  expect(list(cwd)).toEqual(["dangling", "file"]);
});

describe.each(locales)("the template in %s", (locale) => {
  const files = template[locale];
  const texts = [...files].filter(([name]) => name.endsWith(".bizarch"));
  const together = [...files].map(([name, text]) => `//- ${name}\n${text}`).join("");

  test.each(PROFILES)("contradicts itself nowhere under the profile %s", (profile) => {
    const { verdict } = judge(together, { profile });
    expect(verdict.findings.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  });

  test("has every storey, and each kind that a beginner needs", () => {
    const { model } = judge(together);
    const kinds = new Set(model.elements.map(({ kind }) => kind.name));
    expect(new Set(model.elements.map(({ kind }) => kind.storey))).toEqual(
      new Set(["why", "what", "how", "meta"]),
    );
    for (const kind of ["mission", "goal", "business-model", "domain", "entity", "tool", "flow", "chain"]) {
      expect(kinds).toContain(kind);
    }
    expect(model.policy).toHaveLength(2);
  });

  test("is short, and explains itself", () => {
    const lines = texts.flatMap(([, text]) => text.trimEnd().split("\n"));
    expect(lines.length).toBeGreaterThan(60);
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.length > 110)).toEqual([]);
    expect(lines.filter((line) => line.trim().startsWith("//")).length).toBeGreaterThan(15);
    expect(lines.filter((line) => line !== line.trimEnd() || line.includes("\t"))).toEqual([]);
  });

  test("shows a waiver that can be taken out of its comment", () => {
    const uncommented = together.replace("// allow ", "allow ");
    expect(uncommented).not.toBe(together);
    expect(judge(uncommented).verdict.findings.map(({ rule }) => rule)).toEqual(["unused-waiver"]);
  });

  test("is drawn, the view that its comment names too", async () => {
    const cwd = folder();
    await run(cwd, ["init", "--locale", locale]);
    const view = /--view (\S+)`/.exec(files.get("meta.bizarch") ?? "")?.[1] ?? "";
    const worker = await workerFile();
    for (const args of [["render"], ["render", "--view", view]]) {
      const { code, out } = await run(cwd, args, { worker });
      expect(code).toBe(0);
      expect(out).toMatch(/^<svg /);
    }
  });
});

test("the two templates say the same, each in its language", () => {
  const kindsOf = (locale: "en" | "fr") => {
    const files = [...template[locale]].map(([name, text]) => `//- ${name}\n${text}`).join("");
    return judge(files).model.elements.map(({ kind }) => kind.name);
  };
  expect(kindsOf("fr")).toEqual(kindsOf("en"));
});
