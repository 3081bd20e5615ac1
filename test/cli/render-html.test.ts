import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workerFile } from "../diagram/worker.ts";
import { folder, run } from "./run.ts";

const HOSTILE = "</script><!-- <b> ' \u2028";
const HOUSE = {
  "bizarch.json": JSON.stringify({ name: HOSTILE }),
  "a.bizarch": `mission eat ${JSON.stringify(HOSTILE)}\ntool pim "Référentiel"\nview tools "Our tools" { show tool }\n`,
};
const SCRIPT = "start('…');";

async function page(...args: readonly string[]): Promise<string> {
  const cwd = folder({ ...HOUSE, "page.js": SCRIPT });
  const world = { worker: await workerFile(), page: join(cwd, "page.js") };
  const { code, err } = await run(cwd, ["render", "-o", "out.html", ...args], world);
  expect([code, err]).toEqual([0, ""]);
  return readFileSync(join(cwd, "out.html"), "utf8");
}

test("a page holds all views and loads nothing; what may run and look is known by its hash", async () => {
  const html = await page();
  expect(html.match(/<section class="view( wide)?" aria-label="[^"]*"/g)).toHaveLength(3);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(policy).toBe(
    `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(style)}; font-src data:; base-uri 'none'; form-action 'none'`,
  );
  expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|src="/);
  expect(await page()).toBe(html);
});

test("no text of a file ends the script that tells of it", async () => {
  const html = await page();
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html.match(/<!--/g)).toBeNull();
  const data = /<script type="application\/json" id="pictures">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  expect(data).toContain("\\u003c/script>");
  const told: unknown = JSON.parse(data);
  expect(told).toMatchObject({
    views: [{ id: "storeys" }, { id: "landscape" }, { id: "tools", title: "Our tools" }],
  });
});

test("a page follows its reader unless a theme was asked for, and holds the views that were", async () => {
  const light = await page("--theme", "light", "--view", "tools");
  expect(light).not.toContain("prefers-color-scheme");
  expect(light.match(/<section/g)).toHaveLength(1);
  expect(await page()).toContain("@media (prefers-color-scheme:dark){:root{color-scheme:dark;");
});

test("a page needs its script, and goes into a folder under the name that servers look for", async () => {
  const cwd = folder(HOUSE);
  const worker = await workerFile();
  const missing = await run(cwd, ["render", "--format", "html"], { worker, page: join(cwd, "gone.js") });
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("is not whole here")]);
  writeFileSync(join(cwd, "page.js"), SCRIPT);
  const there = { worker, page: join(cwd, "page.js") };
  const { err } = await run(cwd, ["render", "--format", "html", "-o", "site/"], there);
  expect(err).toBe("Wrote site/index.html.\n");
});
