import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFailed, test } from "vitest";
import { openBrowser } from "./browser.mjs";
import { startWebHost, type WebHost } from "./web-host.mjs";
import { openWorkbench } from "./workbench.ts";

const files = {
  "bizarch.json": '{ "name": "Épicerie du Web" }\n',
  "pourquoi.bizarch": 'mission nourrir "Nourrir le quartier"\n',
  "comment.bizarch": 'tool caisse "𝒳 Caisse" {\n  category pos\n  serves nourir\n}\n',
};

let host: WebHost | undefined;
let empty: WebHost | undefined;
let browser: BrowserContext | undefined;

beforeAll(async () => {
  host = await startWebHost({ extension: inject("extension"), files });
  empty = await startWebHost({ extension: inject("extension"), files: {} });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
  await empty?.stop();
});

test("in a browser alone, over files that lie on no disk, one sees findings, cards and the diagram", async () => {
  if (!host || !browser) throw new Error("There is no VS Code in a browser.");
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const workbench = await openWorkbench(page, host.url, false);
  onTestFailed(() => workbench.explain("web-failed"));
  await page.getByRole("treeitem", { name: "comment.bizarch" }).dblclick();
  await (await workbench.problem("'nourir'")).first().waitFor();
  await workbench.screenshot("web-1-finding");

  await page.locator(".editor-instance .view-line span span", { hasText: "caisse" }).first().hover();
  await page.locator(".monaco-hover", { hasText: "Caisse" }).first().waitFor();
  await workbench.screenshot("web-2-hover");

  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  const shape = workbench.webview.locator('[data-name="nourrir"]');
  await shape.waitFor();
  await workbench.screenshot("web-3-diagram");
  await shape.click();
  await expect.poll(workbench.currentLine).toContain("mission nourrir");

  await workbench.runCommand("View: Show BizArch");
  await page.locator(".part.sidebar .monaco-list-row.selected", { hasText: "nourrir" }).waitFor();
  await workbench.runCommand("View: Close All Editors");
  await workbench.runCommand("BizArch: Show Scorecard");
  await workbench.webview.getByRole("heading", { name: "Épicerie du Web" }).waitFor();
  await workbench.screenshot("web-4-scorecard");
});

test("there, too, one begins in an empty folder, and reports a problem without a name in it", async () => {
  if (!empty || !browser) throw new Error("There is no VS Code in a browser.");
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  const workbench = await openWorkbench(page, empty.url, false);
  onTestFailed(() => workbench.explain("web-failed"));
  await page.locator('.part.activitybar a[aria-label="BizArch"]').click();
  await page.locator(".part.sidebar").getByRole("button", { name: "New Architecture" }).click();
  await workbench.webview.locator('[data-name="keep-cycling"]').waitFor();
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "Goals" }).waitFor();
  await workbench.screenshot("web-5-begun");

  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Report a Problem");
  await page.locator(".notification-toast", { hasText: "Nothing was sent" }).waitFor();
  await page.locator(".editor-instance .view-line", { hasText: "Mozilla" }).first().waitFor();
  await workbench.screenshot("web-6-report");
});
