import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mermaidOf } from "../../server/review/mermaid.ts";
import { reviewWords } from "../../server/review/words.ts";
import { folder, run } from "../cli/run.ts";
import { workerFile } from "../diagram/worker.ts";
import { filesIn, readArchive } from "../review/archive.ts";
import { compared } from "../review/sides.ts";
import { openBrowser } from "./browser.mjs";

/** What a review shows, in a real browser: the Mermaid of each archive drawn by Mermaid itself, the page opened. */

const require = createRequire(import.meta.url);
const archives = resolve(import.meta.dirname, "../review/archives");
const pictures = resolve(import.meta.dirname, "../../test-results/review");
const names = readdirSync(archives).filter((name) => name.endsWith(".txt"));
let browser: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(() => browser?.close());

test("Mermaid draws what changed in every archive, every shape and line of it", async () => {
  await page.goto("about:blank");
  await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
  let drawn = 0;
  for (const name of names) {
    const source = mermaidIn(name);
    if (source === undefined) continue;
    const { shapes, lines, scripts, title } = await draw(source);
    expect([name, shapes]).toEqual([name, (source.match(/^ {4}n\d+/gm) ?? []).length]);
    expect([name, lines]).toEqual([name, (source.match(/^ {2}n\d+ (-->|==>|-\.->)/gm) ?? []).length]);
    expect(scripts).toBe(0);
    expect(title).not.toContain("Syntax error");
    drawn++;
    if (SHOWN.has(name))
      await page.screenshot({ path: join(pictures, `${name}.mermaid.png`), fullPage: true });
  }
  expect(drawn).toBeGreaterThan(30);
});

/** Those of which there is a picture to look at. */
const SHOWN = new Set([
  "record-moves-to-marketing.txt",
  "hostile-names.txt",
  "hostile-titles.txt",
  "chain-breaks.txt",
]);

function mermaidIn(name: string): string | undefined {
  const archive = readArchive(readFileSync(join(archives, name), "utf8"));
  const { reviews } = compared(filesIn(archive, "base"), filesIn(archive, "head"));
  const [first] = reviews;
  return first && mermaidOf(first.review, reviewWords.en);
}

function draw(text: string) {
  return page.evaluate(async (source) => {
    const { mermaid } = window;
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
    const { svg } = await mermaid.render(`picture-${Math.round(performance.now() * 1000)}`, source);
    document.body.innerHTML = svg;
    return {
      shapes: document.querySelectorAll(".node").length,
      lines: document.querySelectorAll(".flowchart-link").length,
      scripts: document.querySelectorAll("body script, body img, body iframe").length,
      title: document.body.textContent ?? "",
    };
  }, text);
}

test.each(["record-moves-to-marketing.txt", "hostile-names.txt", "in-french.txt"])(
  "the page of %s opens by itself, in light, in dark and on paper, and asks for nothing",
  async (name) => {
    const archive = readArchive(readFileSync(join(archives, name), "utf8"));
    const cwd = folder(Object.fromEntries(archive.files));
    const args = ["diff", "base", "head", "--format", "html"];
    const { out } = await run(cwd, args, { worker: await workerFile() });
    const path = join(tmpdir(), `bizarch-${name}.html`);
    writeFileSync(path, out);
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", () => complaints.push("a dialog"));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathToFileURL(path).href);
      await page.screenshot({ path: join(pictures, `${name}.${colorScheme}.png`), fullPage: true });
    }
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    await page.screenshot({ path: join(pictures, `${name}.print.png`), fullPage: true });
    await page.emulateMedia({ media: null });
    // Fonts come in the page itself.
    expect(asked.filter((url) => !url.startsWith("data:") && !url.startsWith("file:"))).toEqual([]);
    expect(complaints).toEqual([]);
    const facts = await page.evaluate(() => ({
      tiles: document.querySelectorAll(".counts li").length,
      shapes: document.querySelectorAll(".sheet [data-name]").length,
      tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      scripts: document.querySelectorAll("script, img, iframe").length,
    }));
    expect(facts).toEqual({ tiles: 5, shapes: facts.shapes, tooWide: false, scripts: 0 });
    expect(facts.shapes).toBeGreaterThan(3);
    page.removeAllListeners();
  },
);
