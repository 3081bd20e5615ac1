import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewMermaid } from "../../client/cli/mermaid/view.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { edge, graph, group, node } from "../diagram/graphs.ts";
import { openBrowser } from "./browser.mjs";

const require = createRequire(import.meta.url);
const samples = resolve(import.meta.dirname, "../../samples");
let browser: BrowserContext | undefined;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto("about:blank");
  await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
});

afterAll(() => browser?.close());

test.each(sampleViews())("Mermaid draws $name, every shape and line of it", async ({ view }) => {
  const lines = viewMermaid(view).match(/^ {2}\w+ (-->|==>|--o|-\.->)/gm) ?? [];
  const drawn = await draw(viewMermaid(view));
  expect(drawn.lines).toBe(lines.length);
  expect(drawn.texts.length).toBeGreaterThanOrEqual(view.nodes.length);
  for (const { title } of view.nodes) expect(drawn.texts.some((text) => text.includes(title))).toBe(true);
});

test("Mermaid shows titles that try to leave their place as they are", async () => {
  const titles = [
    '"] end',
    "1. one",
    "- two",
    "+ three",
    "# four",
    "<b>five</b><script>alert(1)</script>",
    "`six` **six**",
    "%%{init: {}}%% #quot; &amp; ;",
    "subgraph end graph class",
    "--> seven | eight",
    "$$nine$$ \\frac{1}{2}",
    "\u202eten",
  ];
  const nodes = titles.map((title, index) => node(`n${index}`, { title, detail: title, group: `g${index}` }));
  const groups = titles.map((title, index) => group(`g${index}`, { title }));
  const edges = titles.slice(1).map((label, index) => edge(`n${index}`, `n${index + 1}`, { label }));
  const title = '"; end\n%% `';
  const { texts, scripts } = await draw(viewMermaid(graph({ layout: "graph", title, nodes, groups, edges })));
  expect(scripts).toBe(0);
  titles.slice(0, -1).forEach((one) => expect(texts.filter((text) => text.includes(one))).not.toEqual([]));
  expect(texts.join()).toContain("\\u{202e}ten");
  expect(texts.join()).not.toContain("Unsupported");
});

test("Mermaid draws the largest picture that we write", async () => {
  const nodes = Array.from({ length: 300 }, (_, index) => node(`n${index}`, { title: "é".repeat(40) }));
  const edges = Array.from({ length: 900 }, (_, index) =>
    edge(`n${index % 300}`, `n${(index * 7 + 1) % 300}`, { label: "x".repeat(30) }),
  );
  const text = viewMermaid(graph({ layout: "graph", nodes, edges }));
  expect(text.length).toBeLessThanOrEqual(50_000);
  expect(text.match(/-->/g)?.length).toBeLessThanOrEqual(500);
  const { texts } = await draw(text);
  expect(texts.join()).toContain("Not all of it");
});

/** Draws as a page does that shows nothing of its own, and says what is in the picture. */
function draw(text: string) {
  return page.evaluate(async (source) => {
    const { mermaid } = window;
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
    const { svg } = await mermaid.render(`picture-${Math.round(performance.now() * 1000)}`, source);
    document.body.innerHTML = svg;
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      texts: all(".nodeLabel, .edgeLabel p").map(({ textContent }) => textContent ?? ""),
      lines: all(".flowchart-link").length,
      scripts: all("script").filter(({ textContent }) => textContent === "alert(1)").length,
    };
  }, text);
}

declare global {
  interface Window {
    readonly mermaid: {
      initialize(options: { readonly startOnLoad: boolean; readonly securityLevel: string }): void;
      render(id: string, text: string): Promise<{ readonly svg: string }>;
    };
  }
}

function sampleViews(): readonly { readonly name: string; readonly view: ViewGraph }[] {
  const files = readdirSync(samples, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
    .toSorted()
    .map((path) => ({ path: join(samples, path), text: readFileSync(join(samples, path), "utf8") }));
  const settings = { today: "2026-11-22", locale: "en", profile: undefined } as const;
  const projects = [...snapshotOf(files, [samples], settings).projects.values()];
  return projects.flatMap((project) => {
    const model = modelOf(project);
    return viewsOf(model).flatMap(({ id }) => {
      const view = viewGraph(model, verdictOf(project).findings, id);
      return view ? [{ name: `${project.root.slice(samples.length + 1)}, ${id}`, view }] : [];
    });
  });
}
