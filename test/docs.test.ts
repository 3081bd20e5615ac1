import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { docs, docsOnDisk } from "../client/build/docs.mjs";
import manifest from "../package.json";
import { kinds } from "../grammar/schema.ts";
import { configOf } from "../server/model/config.ts";
import { rules } from "../server/rules/index.ts";
import { languageRules } from "../server/rules/language/index.ts";
import { judge } from "./support/verdict.ts";

const root = resolve(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Everything that people read on the site of the repository. */
const pages = globSync(["*.md", "docs/**/*.md", "samples/*/README.md"], { cwd: root }).toSorted();

describe("docs/ is what the schema, the rules and their pages say", () => {
  test("it is up to date: else run `npm run docs`", async () => {
    const made = await docs();
    const there = docsOnDisk();
    expect([...there.keys()].toSorted()).toEqual([...made.keys()].toSorted());
    for (const [path, text] of made) expect(there.get(path)).toBe(text);
  });

  test("every rule and every kind has its page", () => {
    const paths = [...docsOnDisk().keys()];
    const named = [...rules, ...languageRules].map(({ name }) => `rules/${name}.md`);
    expect(paths).toEqual(expect.arrayContaining(named));
    expect(paths).toEqual(expect.arrayContaining(kinds.map(({ name }) => `language/${name}.md`)));
  });

  test("every command and every setting that a person can see is on the page of the settings", () => {
    const page = read("docs/settings.md");
    const { commands, configuration, menus } = manifest.contributes;
    const hidden = new Set(
      menus.commandPalette.flatMap(({ command, when }) => (when === "false" ? [command] : [])),
    );
    for (const { command } of commands) expect(page.includes(`\`${command}\``)).toBe(!hidden.has(command));
    for (const setting of Object.keys(configuration.properties)) expect(page).toContain(`\`${setting}\``);
    expect(page).not.toMatch(/%|undefined/);
  });

  test("every kind has an example of its own", () => {
    for (const { name } of kinds) {
      const written =
        name === "attribute" ? /^ +sku: id key$/m : new RegExp(`^ *${name} .*\\{$|^${name} `, "m");
      const examples = fencesOf(read(`docs/language/${name}.md`)).filter(
        ({ language }) => language === "bizarch",
      );
      expect(examples.map(({ text }) => text).join("\n")).toMatch(written);
    }
  });
});

interface Fence {
  readonly line: number;
  readonly language: string;
  /** What follows the language: which rules speak of an example, or which one it goes on from. */
  readonly info: string;
  readonly text: string;
}

function fencesOf(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, language = "", info = "", text = ""] = match;
    return { line: markdown.slice(0, match.index).split("\n").length, language, info, text };
  });
}

const isOfLanguage = new Set(languageRules.map(({ name }) => name));

const examples = pages.flatMap((page) => {
  const own = fencesOf(read(page)).filter(({ language }) => language === "bizarch");
  return own.map((fence) => ({ page, ...fence, text: whole(fence, own) }));
});

/** An example with the one that it continues. */
function whole({ info, text }: Fence, all: readonly Fence[]): string {
  const number = /^continues (\d+)$/.exec(info)?.[1];
  if (number === undefined) return text;
  const before = all[Number(number) - 1];
  if (!before) throw new Error(`There is no example ${number} to continue.`);
  return `${before.text}\n${text}`;
}

describe("every example is run", () => {
  test("there are many", () => expect(examples.length).toBeGreaterThan(250));

  test.each(examples)("$page:$line $info", ({ info, text }) => {
    const wanted = /^finds (.+)$/.exec(info)?.[1]?.split(", ") ?? [];
    expect(info).toMatch(/^(?:only|finds .+|continues \d+)?$/);
    const { findings } = judge(text).verdict;
    const told = findings.filter(({ rule }) => wanted.includes(rule) || isOfLanguage.has(rule));
    const messages = told.filter(({ rule }) => !wanted.includes(rule)).map(({ message }) => message.en);
    expect(messages).toEqual([]);
    expect([...new Set(told.map(({ rule }) => rule))].toSorted()).toEqual(wanted);
  });

  test.each(pages.filter((page) => page.startsWith("docs/")))("the settings in %s hold", (page) => {
    for (const { language, text } of fencesOf(read(page))) {
      if (language === "json") expect(configOf({ path: "/project/bizarch.json", text }).findings).toEqual([]);
    }
  });
});

test("the finding that the front page quotes is the one that is found", () => {
  const example = examples.find(({ page }) => page === "README.md");
  const found = judge(example?.text ?? "").verdict.findings.filter(({ severity }) => severity === "error");
  const quoted = [...read("README.md").matchAll(/^> (.+)$/gm)].map(([, line]) => line).join(" ");
  expect(found.map(({ message }) => message.en)).toEqual([quoted]);
});

describe("every link leads somewhere", () => {
  test.each(pages)("%s", (page) => {
    expect(linksIn(read(page)).filter((target) => !leads(page, target))).toEqual([]);
  });

  test("one that does not is seen", () => {
    expect(leads("README.md", "docs/gone.md")).toBe(false);
    expect(leads("README.md", "docs/README.md#gone")).toBe(false);
    expect(leads("docs/README.md", "language/README.md#kinds")).toBe(true);
    expect(linksIn("a [b](c.md), `[d](e.md)`\n```\n[f](g.md)\n```\n![h](i.png)\n")).toEqual([
      "c.md",
      "i.png",
    ]);
  });
});

function withoutFences(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, "");
}

/** The links within the repository, code left out. */
function linksIn(markdown: string): readonly string[] {
  const prose = withoutFences(markdown).replace(/`[^`\n]*`/g, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function leads(page: string, target: string): boolean {
  const [path = "", heading] = target.split("#");
  const file = path === "" ? join(root, page) : resolve(root, dirname(page), path);
  if (relative(root, file).startsWith("..") || !existsSync(file)) return false;
  if (heading === undefined) return true;
  return statSync(file).isFile() && headingsIn(readFileSync(file, "utf8")).includes(heading);
}

/** The headings of a page as the addresses that the site makes of them. */
function headingsIn(markdown: string): readonly string[] {
  const titles = [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}
