import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const settings = {
  "files.autoSave": "off",
  "files.defaultLanguage": "bizarch",
  "workbench.colorTheme": "Default Light Modern",
};
const HOSTILE = "<img src=x> & &lt;b&gt;";

/** What the browser refused to do because of the panel's content security policy. */
const refused: string[] = [];
const { folder, open: openFile } = desk("panel", {
  sample: "retail",
  settings,
  heard: (message) => {
    if (/panel\.js|elk-worker/.test(message.location().url) && message.type() === "error")
      refused.push(message.text());
  },
});

test("the picture follows the text without losing zoom or place, and the editor's theme", async () => {
  const workbench = await open("data/catalog.bizarch");
  const { page, webview } = workbench;
  const shape = webview.locator('[data-name="catalog.Product"]');
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await shape.waitFor();

  // Go to the source of a shape by the keyboard, and look at it closely.
  await shape.focus();
  await page.keyboard.press("Enter");
  await expect.poll(workbench.currentLine).toContain("entity Product");
  await expect.poll(() => shape.getAttribute("aria-current")).toBe("true");
  const fitted = await shape.boundingBox();
  await zoomOn(shape, workbench);
  const before = await still(shape);
  expect(before.width).toBeGreaterThan((fitted?.width ?? 0) * 1.5);

  // Something else changes on disk, then in this file: the shape is seen where it was.
  appendFileSync(join(folder, "how/vendors.bizarch"), '\nvendor zed "Added by a colleague"\n');
  await webview.locator('[data-name="zed"]').waitFor();
  expect(await still(shape)).toEqual(before);

  // So does a file in a folder that has just come, whether the folder or the file is told of first.
  for (const [name, pause] of [
    ["yan", 0],
    ["tan", 40],
    ["tethera", 300],
  ] as const) {
    const come = join(folder, `new-${name}/deep`);
    mkdirSync(come, { recursive: true });
    await page.waitForTimeout(pause);
    writeFileSync(join(come, "vendors.bizarch"), `vendor ${name} "Of a new folder"\n`);
    await webview.locator(`[data-name="${name}"]`).waitFor();
  }
  expect(await still(shape)).toEqual(before);
  await page.keyboard.press("End");
  await page.keyboard.type(" // a remark");
  expect(await still(shape)).toEqual(before);
  await workbench.screenshot("panel-1-light");

  const colour = () => webview.locator(".bz-paper").evaluate((paper) => getComputedStyle(paper).fill);
  const light = await colour();
  await workbench.runCommand("Preferences: Toggle between Light/Dark Themes");
  await expect.poll(colour).not.toBe(light);
  expect(await still(shape)).toEqual(before);
  await workbench.screenshot("panel-2-dark");
  const dark = await colour();
  await workbench.colourTheme("Dark High Contrast");
  await expect.poll(colour).not.toBe(dark);
  expect(await still(shape)).toEqual(before);

  // What is typed is drawn, letter by letter, and one looks as closely as before.
  const scale = () => webview.getByRole("button", { name: "Actual size" }).innerText();
  const close = await scale();
  await workbench.focusEditor();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(`\ntool scales "${HOSTILE}" {\ncategory pos`);
  const added = webview.locator('[data-name="scales"]');
  await expect.poll(() => added.getAttribute("aria-current")).toBe("true");
  await expect.poll(() => added.getAttribute("aria-label")).toContain(HOSTILE);
  expect(await scale()).toBe(close);
  expect(await webview.locator("img").count()).toBe(0);
  await workbench.screenshot("panel-5-contrast");
});

test("what was never saved is drawn while it is typed", async () => {
  const workbench = await open("why.bizarch");
  const { page, webview } = workbench;
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await webview.locator('[data-name="eat-better"]').waitFor();

  await workbench.focusEditor();
  await page.keyboard.press("Control+Alt+n");
  await webview.getByRole("heading", { name: "Nothing to draw yet" }).waitFor();
  await workbench.screenshot("panel-3-empty");
  await page.keyboard.type('\nmission rest "Help people rest"\n');
  await webview.locator('[data-name="rest"]').click();
  await expect.poll(workbench.currentLine).toContain("mission rest");
  await workbench.screenshot("panel-4-untitled");
});

test("the panel asked for nothing that its policy refuses", () => {
  expect(refused).toEqual([]);
});

async function open(file: string): Promise<Workbench> {
  const workbench = await openFile(file);
  await workbench.page.locator('[aria-label^="Open Diagram to the Side"]').first().waitFor();
  await workbench.focusEditor();
  return workbench;
}

async function zoomOn(shape: Locator, { page }: Workbench): Promise<void> {
  const box = await shape.boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down("Control");
  for (let notch = 0; notch < 3; notch++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
}

/** Where a shape is seen, in whole pixels, once it has been in the same place for a while. */
async function still(shape: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = async () => {
    const { x = 0, y = 0, width = 0 } = (await shape.boundingBox()) ?? {};
    return { x: Math.round(x), y: Math.round(y), width: Math.round(width) };
  };
  let last = await box();
  for (let same = 0; same < 5;) {
    await shape.page().waitForTimeout(200);
    const now = await box();
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
    last = now;
  }
  return last;
}
