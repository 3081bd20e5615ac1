import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.mjs";
import { openPanel, type PanelOptions, type PanelPage } from "./panel-page.ts";

let browser: BrowserContext | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

function open(options: Partial<PanelOptions> = {}): Promise<PanelPage> {
  if (!browser) throw new Error("There is no browser.");
  return openPanel(browser, { sample: "retail", ...options });
}

test("a search dims what does not match, whatever the accents, and goes from match to match", async () => {
  const panel = await open({ size: { width: 900, height: 600 } });
  const { page, shape, opacity } = panel;
  await panel.show("storeys");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("OUTIL pim");
  const count = page.locator(".finder .count");
  await expect.poll(() => count.innerText()).toBe("No results");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("dátà domain");
  await expect.poll(() => count.innerText()).toMatch(/^\d+ found$/);
  expect(await opacity('[data-name="catalog"]')).toBe(1);
  expect(await opacity('[data-kind="tool"]')).toBeLessThan(0.3);
  await panel.screenshot("panel-find-1-light");

  // From match to match, into sight, and round.
  const actualSize = page.getByRole("button", { name: "Actual size" });
  await actualSize.click();
  await page.getByRole("textbox", { name: "Find in the diagram" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => count.innerText()).toMatch(/^1 of \d+$/);
  await page.keyboard.press("Shift+Enter");
  const [, last, many] = /^(\d+) of (\d+)$/.exec(await count.innerText()) ?? [];
  expect(last).toBe(many);
  await expect.poll(() => page.locator(".found").count()).toBe(1);
  await expect.poll(async () => (await page.locator(".found").boundingBox())?.y ?? -1).toBeGreaterThan(0);
  await panel.theme("dark");
  await panel.screenshot("panel-find-2-dark");

  // Closed, all is as it was, and the keyboard is where one looked last.
  const found = await page.locator(".found").getAttribute("data-name");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".finder").isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-name"))).toBe(found);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".dimmed").count()).toBe(0);
  await page.keyboard.press("/");
  await expect.poll(() => page.locator(".finder").isVisible()).toBe(true);
  await shape("catalog").waitFor();
});

test("a selected shape lights up its lines and neighbours; Escape lets it go", async () => {
  const panel = await open();
  const { page, shape, opacity, heard } = panel;
  await panel.show("storeys");
  await shape("pim").click();
  expect(heard.at(-1)).toEqual({ type: "reveal", name: "pim", to: "see" });
  expect(await opacity('[data-name="pim"]')).toBe(1);
  const lit = await page.locator("[data-name].lit").count();
  expect(lit).toBeGreaterThan(1);
  expect(await opacity("[data-name]:not(.lit)")).toBeLessThan(0.5);
  expect(await page.locator("[data-edge].lit").count()).toBeGreaterThan(0);
  await panel.theme("contrast");
  await panel.screenshot("panel-select-contrast");
  await page.keyboard.press("Enter");
  expect(heard.at(-1)).toEqual({ type: "reveal", name: "pim", to: "go" });
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".dimmed").count()).toBe(0);
});

test("a double click shows what is around a shape, and there is a way back to where one was", async () => {
  const panel = await open();
  const { page, shape, heard } = panel;
  await panel.show("storeys");
  await page.getByRole("button", { name: "Actual size" }).click();
  const before = await shape("pim").boundingBox();
  await shape("pim").dblclick();
  await expect.poll(() => heard.at(-1)).toEqual({ type: "choose", view: "around:pim" });
  await panel.show("trace:pim");
  const back = page.getByRole("button", { name: "Back to “Storeys”" });
  await back.waitFor();
  await panel.screenshot("panel-around-light");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect.poll(() => heard.at(-1)).toEqual({ type: "choose", view: "storeys" });
  await panel.show("storeys");
  await expect.poll(() => back.isVisible()).toBe(false);
  expect(await shape("pim").boundingBox()).toEqual(before);
  expect((await panel.state())?.trail).toEqual([]);
});
