import { appendFileSync, cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageExtension, vsix } from "../../client/build/package.mjs";
import { main, say } from "../../client/build/run.mjs";
import { openBrowser } from "./browser.mjs";
import { startVSCode, throwAway } from "./vscode.mjs";

/**
 * The pictures that README.md and the walkthrough show. To be made again when the product looks otherwise:
 * `node test/e2e/picture.mjs`, with `readme` or `walkthrough` for those alone.
 */
const picture = "client/extension/media/readme.png";
const walkthrough = "client/extension/media/walkthrough";

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

/** What the walkthrough asks for, and so what its fourth picture shows. */
const mistake = `
tool newsletter "Newsletter" {
  category email
  accountable workshop
  owns bicycle
}
`;

/** @typedef {import("playwright-core").Page} Page */

await main(async () => {
  const [wanted] = process.argv.slice(2);
  await packageExtension();
  if (wanted !== "walkthrough") {
    await inVSCode("samples/retail-drift", settings, async (page, { url, folder }) => {
      await page.goto(url(folder, join(folder, "customer.bizarch")));
      await page.locator('[aria-label^="Open Diagram to the Side"]').first().waitFor();
      await arrange(page);
      await page.screenshot({ path: picture });
    });
    say(`Wrote ${picture}.`);
  }
  if (wanted !== "readme") {
    const shown = {
      ...settings,
      "window.title": "${rootName}",
      "workbench.activityBar.location": "default",
      "editor.codeLens": false,
      "editor.fontSize": 12,
    };
    await inVSCode(undefined, shown, walk);
    say(`Wrote ${walkthrough}/*.png.`);
  }
  return 0;
});

/**
 * @param {string | undefined} sample to begin with; none for an empty folder
 * @param {Readonly<Record<string, unknown>>} set
 * @param {(page: Page, at: { readonly url: (folder: string, file?: string) => string, readonly folder: string }) => Promise<void>} work
 */
async function inVSCode(sample, set, work) {
  const place = mkdtempSync(join(tmpdir(), "bizarch-picture-"));
  // Its name is seen.
  const folder = join(place, "daily-wheels");
  mkdirSync(folder);
  if (sample !== undefined) cpSync(sample, folder, { recursive: true });
  const vscode = await startVSCode({ vsix, settings: set });
  const browser = await openBrowser({ scale: 1.5 });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(60_000);
    await work(page, { url: vscode.url, folder });
  } finally {
    await browser.close();
    await vscode.stop();
    throwAway(place);
  }
}

/**
 * Goes through the walkthrough, with a picture of each step.
 *
 * @param {Page} page
 * @param {{ readonly url: (folder: string) => string, readonly folder: string }} at
 */
async function walk(page, { url, folder }) {
  const sidebar = page.locator(".part.sidebar");
  const diagram = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const inText = (/** @type {string} */ word) =>
    page.locator(".editor-instance .view-line span span", { hasText: word }).first();
  const close = (/** @type {string} */ tab) =>
    page.locator(".tab", { hasText: tab }).first().click({ button: "middle" });
  mkdirSync(walkthrough, { recursive: true });
  // A picture is as wide there as half a window; larger ones would only make the extension larger.
  const take = async (/** @type {string} */ step) => {
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: `${walkthrough}/${step}.png`, scale: "css" });
  };
  await page.setViewportSize({ width: 880, height: 540 });
  await page.goto(url(folder));

  await page.locator('.part.activitybar a[aria-label="BizArch"]').click();
  await sidebar.getByRole("button", { name: "New Architecture" }).waitFor();
  await page.mouse.move(600, 400);
  await take("begin");

  await sidebar.getByRole("button", { name: "New Architecture" }).click();
  await diagram.locator('[data-name="keep-cycling"]').waitFor();
  await close("Diagram");
  await inText("rider").hover();
  await page.locator(".monaco-hover .hover-contents").first().waitFor();
  await take("read");

  await inText("mission").click();
  await run(page, "BizArch: Open Diagram to the Side");
  await run(page, "View: Close Primary Side Bar");
  await diagram.locator('[data-name="keep-cycling"][aria-current="true"]').waitFor();
  await inText("mission").click();
  await page.mouse.move(4, 4);
  await take("draw");

  appendFileSync(join(folder, "how.bizarch"), mistake);
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-widget input").first().fill("how.bizarch");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "how.bizarch" }).first().click();
  await inText("team").click();
  await page.keyboard.press("Control+End");
  await inText("newsletter").waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  await diagram.locator('.finding-mark[data-for="newsletter"]').waitFor();
  await page.locator(".squiggly-error").last().waitFor();
  await take("find");

  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row").first().waitFor();
  await take("mend");

  await page.keyboard.press("Escape");
  await close("Diagram");
  await run(page, "BizArch: Show Scorecard");
  await diagram.getByRole("heading").first().waitFor();
  await take("sum");
}

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
  await diagram.locator(".lit").first().waitFor();
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
