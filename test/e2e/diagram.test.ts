import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { SHOP } from "./corner-shop.ts";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const { folder, open } = desk("diagram", {
  workspace: "companies.code-workspace",
  files: {
    "companies.code-workspace": JSON.stringify({
      folders: [{ path: "shop" }, { path: "other" }],
      settings: { "workbench.colorTheme": "Default Light Modern" },
    }),
    "shop/bizarch.json": '{ "name": "Corner shop" }',
    "shop/all.bizarch": SHOP,
    "other/bizarch.json": '{ "name": "Other" }',
    "other/all.bizarch": 'mission rest "Help people rest"\n',
  },
});

test("a shape tells what the text tells, shows what is around it, and leads there and back", async () => {
  const workbench = await open("shop/all.bizarch");
  const { page, webview } = workbench;
  await show(workbench);
  const shape = (name: string) => webview.locator(`[data-name="${name}"]`);
  await shape("fresh").hover();
  const card = webview.getByRole("tooltip");
  await expect.poll(() => card.innerText()).toContain("Fresh every day.");
  expect(await card.locator("strong").allInnerTexts()).toContain("every");
  await workbench.screenshot("diagram-1-hover");

  await page.mouse.move(5, 500);
  await expect.poll(() => card.isVisible()).toBe(false);

  // One click sees the source and leaves the keyboard in the picture; Enter goes there.
  await shape("till").click();
  await expect.poll(workbench.currentLine).toContain("tool till");
  await expect.poll(() => webview.locator("[data-edge].lit").count()).toBeGreaterThan(0);
  await workbench.screenshot("diagram-2-selected");
  await page.keyboard.press("Enter");
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();

  // The card of the shape that the pointer rests on would lie in the way.
  await page.mouse.move(5, 500);
  await expect.poll(() => card.isVisible()).toBe(false);
  await shape("till").dblclick();
  await webview.locator('svg[data-view="around:till"]').waitFor();
  await workbench.screenshot("diagram-3-around");
  await page.keyboard.press("Alt+ArrowLeft");
  await webview.locator('svg[data-view="storeys"]').waitFor();
  await expect.poll(workbench.currentLine).toContain("tool till");
});

test("the keys of the panel are the panel's: it searches where VS Code would", async () => {
  const workbench = await open("shop/all.bizarch");
  const { page, webview } = workbench;
  await show(workbench);
  await webview.locator('[data-name="till"]').click();
  await page.keyboard.press("Control+f");
  await webview.getByRole("textbox", { name: "Find in the diagram" }).waitFor();
  await page.keyboard.type("fresh");
  await expect.poll(() => webview.locator(".finder .count").innerText()).toBe("1 found");
  expect(await page.locator(".find-widget.visible").count()).toBe(0);
  await page.keyboard.press("Enter");
  await workbench.screenshot("diagram-4-find");
});

test("one panel follows what is edited, a locked one stays with its own, and both come back with the window", async () => {
  // A page that was opened at a file would be opened there again.
  const workbench = await open();
  const { page } = workbench;
  await openFile(workbench, "shop");
  await show(workbench);
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Locked Diagram to the Side");
  await page.getByRole("tab", { name: /^\[Diagram: Corner shop\]/ }).waitFor();
  await openFile(workbench, "other");
  await page.getByRole("tab", { name: /^Diagram: / }).click();
  await page.getByRole("tab", { name: "Diagram: Other" }).waitFor();
  await expect.poll(() => shapesIn(page, "rest")).toBe(1);
  expect(await page.getByRole("tab", { name: /^\[Diagram: Corner shop\]/ }).count()).toBe(1);
  await workbench.screenshot("diagram-5-locked");
  // VS Code writes down every few seconds what is open.
  await page.waitForTimeout(8_000);
  await page.reload();
  await page.getByRole("tab", { name: /^\[Diagram: Corner shop\]/ }).waitFor();
  await page.getByRole("tab", { name: "Diagram: Other" }).waitFor();
  await page.getByRole("tab", { name: /^\[Diagram: Corner shop\]/ }).click();
  await expect.poll(() => shapesIn(page, "feed")).toBe(1);
});

test("it is exported as SVG, PNG and a page that one can look around in, and copied", async () => {
  const workbench = await open("shop/all.bizarch");
  const { page } = workbench;
  await show(workbench);
  for (const [name, begins] of [
    ["wall.svg", "<svg"],
    ["wall.png", "\u0089PNG"],
    ["wall.html", "<!DOCTYPE html>"],
  ] as const) {
    await workbench.focusEditor();
    await workbench.beginCommand("BizArch: Export Diagram");
    const input = page.locator(".quick-input-widget input").first();
    await expect.poll(() => input.inputValue()).toContain("Corner-shop-storeys.svg");
    await input.fill(join(folder, "shop", name));
    await page.keyboard.press("Enter");
    await page.locator(".notification-toast", { hasText: name }).waitFor();
    await expect.poll(() => existsSync(join(folder, "shop", name))).toBe(true);
    expect(readFileSync(join(folder, "shop", name), "latin1").startsWith(begins)).toBe(true);
  }
  const exported = await page.context().newPage();
  await exported.goto(`file://${join(folder, "shop/wall.html")}`);
  await exported.keyboard.press("/");
  await exported.keyboard.type("till");
  await exported.locator(".finder .count", { hasText: "1 found" }).waitFor();
  await exported.screenshot({ path: "test-results/diagram-7-page.png" });
  await exported.close();
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Copy Diagram as SVG");
  await page.locator(".statusbar-item", { hasText: "The diagram is on the clipboard" }).waitFor();
});

test("the menu of a shape leads to its source and to what is around it", async () => {
  const workbench = await open("shop/all.bizarch");
  const { page, webview } = workbench;
  await show(workbench);
  await webview.locator('[data-name="webshop"]').click({ button: "right" });
  const entry = (name: string) => page.getByRole("menuitem", { name });
  await entry("Show What Is Around").waitFor();
  await workbench.screenshot("diagram-6-menu");
  expect(await entry("Show Source").count()).toBe(1);
  expect(await entry("Copy Diagram as PNG").count()).toBe(1);
  await workbench.chooseEntry("Show What Is Around");
  await webview.locator('svg[data-view="around:webshop"]').waitFor();
});

async function show(workbench: Workbench): Promise<void> {
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await workbench.webview.locator('[data-name="feed"]').waitFor();
}

async function openFile({ page, choose, choices }: Workbench, project: string): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-widget input").first().fill("all.bizarch");
  await choose(choices(project));
  await page.getByRole("tab", { name: "all.bizarch" }).first().waitFor();
}

/** How many shapes of a name the panel that can be seen has. */
async function shapesIn(page: Page, name: string): Promise<number> {
  const frames = page.locator("iframe.webview.ready");
  const counts = [];
  for (let at = 0; at < (await frames.count()); at++) {
    const inside: FrameLocator = frames.nth(at).contentFrame().frameLocator("#active-frame");
    counts.push(await inside.locator(`[data-name="${name}"]`).count());
  }
  return Math.max(0, ...counts);
}
