import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { openBrowser } from "./browser.mjs";
import type { VSCode } from "./vscode.mjs";
import { startVSCode } from "./vscode.mjs";
import type { Workbench } from "./workbench.ts";
import { openWorkbench } from "./workbench.ts";

const drifted = { name: "crm", file: "how.bizarch" };
const finding = "CRM is a marketing tool";
const fix = "Make 'crm' read it instead of owning it";

/** A copy, for the fix changes it. */
const folder = mkdtempSync(join(tmpdir(), "bizarch-drift-"));
let vscode: VSCode | undefined;
let browser: BrowserContext | undefined;

beforeAll(async () => {
  cpSync("samples/retail-drift", folder, { recursive: true });
  vscode = await startVSCode({ vsix: "dist/bizarch.vsix" });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await vscode?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an architect finds a drift, sees it drawn, mends it, and watches it go", async () => {
  const workbench = await open();
  onTestFailed(() => workbench.screenshot("failed"));
  const shape = workbench.webview.locator(`[data-name="${drifted.name}"]`);
  const mark = shape.locator(".finding-mark");

  const row = await workbench.problem(finding);
  await row.first().waitFor();
  await workbench.screenshot("1-finding");

  await workbench.page.locator(".editor-instance .view-line").first().click();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await mark.first().waitFor();
  await workbench.screenshot("2-diagram");

  const before = await workbench.cursor();
  await shape.first().click();
  await expect.poll(workbench.cursor).not.toBe(before);
  await expect.poll(() => workbench.currentLine()).toContain(drifted.name);
  await workbench.screenshot("3-source");

  await workbench.showProblem(row.first());
  await workbench.quickFix(fix);
  await row.first().waitFor({ state: "detached" });
  await mark.first().waitFor({ state: "detached" });
  await shape.first().waitFor();
  await workbench.screenshot("4-mended");
});

async function open(): Promise<Workbench> {
  if (!vscode || !browser) throw new Error("VS Code did not start.");
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(60_000);
  return openWorkbench(page, vscode.url(folder, join(folder, drifted.file)));
}
