import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageExtension, vsix } from "../../client/build/package.mjs";
import { main, say } from "../../client/build/run.mjs";
import { openBrowser } from "./browser.mjs";
import { startVSCode, throwAway } from "./vscode.mjs";

/** The picture that README.md shows. To be made again when the product looks otherwise: `node test/e2e/picture.mjs`. */
const picture = "client/extension/media/readme.png";

const settings = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 13,
  "editor.lightbulb.enabled": "off",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.scrollbar.horizontal": "hidden",
  "files.autoSave": "off",
  "window.commandCenter": false,
  "window.title": "${activeEditorShort}",
  "workbench.activityBar.location": "hidden",
  "workbench.colorTheme": "Default Light Modern",
};

/** The tool that took over the data of customers: what the picture is about. */
const subject = "cdp";

/** What VS Code leaves between the editors and the panel below them, where the mouse takes hold. */
const gap = 6;

/** @typedef {import("playwright-core").Page} Page */

await main(async () => {
  await packageExtension();
  const folder = mkdtempSync(join(tmpdir(), "bizarch-picture-"));
  cpSync("samples/retail-drift", folder, { recursive: true });
  const vscode = await startVSCode({ vsix, settings });
  const browser = await openBrowser({ scale: 1.5 });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    await page.goto(vscode.url(folder, join(folder, "customer.bizarch")));
    await page.locator('[aria-label^="Open Diagram to the Side"]').first().waitFor();
    await arrange(page);
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
    await vscode.stop();
    throwAway(folder);
  }
  say(`Wrote ${picture}.`);
  return 0;
});

/** @param {Page} page */
async function arrange(page) {
  const diagram = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const shape = diagram.locator(`[data-name="${subject}"]`);
  await page.locator(".editor-instance .view-line").first().click();
  await run(page, "BizArch: Open Diagram to the Side");
  await run(page, "View: Close Primary Side Bar");
  await run(page, "Problems: Focus on Problems View");
  await page.locator(".markers-panel .monaco-list-row").nth(3).waitFor();
  await shape.waitFor();
  await pull(page, ".editor-group-container >> nth=1", "left", 470);
  await pull(page, ".part.panel", "top", 705);
  await shape.click();
  await diagram.locator(`[data-name="${subject}"][aria-current="true"]`).waitFor();
  await diagram.getByRole("button", { name: "Fit to the panel" }).click();
  await page.mouse.move(4, 4);
  await page.waitForTimeout(2_000);
}

/**
 * @param {Page} page
 * @param {string} title
 */
async function run(page, title) {
  const widget = page.locator(".quick-input-widget");
  await page.keyboard.press("F1");
  await widget.locator("input").first().fill(`>${title}`);
  await widget.locator(".monaco-list-row", { hasText: title }).first().click();
  await widget.waitFor({ state: "hidden" });
}

/**
 * Moves an edge of a part of the window to where it shall be.
 *
 * @param {Page} page
 * @param {string} part
 * @param {"left" | "top"} edge
 * @param {number} to
 */
async function pull(page, part, edge, to) {
  const box = await page.locator(part).boundingBox();
  if (!box) throw new Error(`VS Code shows no ${part}.`);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const from = edge === "left" ? { x: box.x, y: middle.y } : { x: middle.x, y: box.y - gap / 2 };
  const end = edge === "left" ? { x: to, y: middle.y } : { x: middle.x, y: to };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
}
