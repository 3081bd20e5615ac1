import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

/** Two flows between the same two are told apart by their titles alone. */
const twins = 'flow till -> webshop "By night"\nflow till -> webshop "By day"\n';
// A theme that is set for this folder changes for this folder alone.
const { open, folder } = desk("whole", {
  sample: "retail-drift",
  files: { "twins.bizarch": twins },
  settings: { "workbench.colorTheme": "Default Light Modern" },
});

test("the whole architecture is checked, summed up, and shown to a board", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  const status = await standing(workbench);
  expect(await status.getAttribute("aria-label")).toMatch(/\d+ errors, \d+ warnings/);

  await status.click();
  await workbench.choose(workbench.choices("Check the whole"));
  const toast = page.locator(".notification-toast", {
    hasText: /\d+ errors, \d+ warnings, .* in \d+ elements/,
  });
  await toast.waitFor();
  await page.locator(".markers-panel .monaco-list-row").first().waitFor();
  await workbench.screenshot("whole-1-checked");
  await toast.getByRole("button", { name: "Show Scorecard" }).click();
  const { webview } = workbench;
  await webview.getByRole("heading", { level: 1 }).waitFor();
  await workbench.runCommand("View: Hide Panel");
  await workbench.screenshot("whole-2-scorecard");
});

test("the scorecard keeps the eye where it is while the text changes and when the window comes back; its names lead to the text", async () => {
  const workbench = await open();
  const { page, webview } = workbench;
  await standing(workbench);
  await workbench.runCommand("BizArch: Show Scorecard");
  const heading = webview.getByRole("heading", { level: 2 });
  const top = async (name: string) =>
    (await heading.filter({ hasText: name }).boundingBox())?.y ?? Number.NaN;
  await webview.getByRole("link").filter({ hasText: "Silos" }).press("Enter");
  await expect.poll(() => top("Silos")).toBeLessThan(120);
  const fold = webview
    .locator("section", { has: page.locator("h2", { hasText: "Silos" }) })
    .locator("details");
  await fold.first().locator("summary").press("Enter");
  const before = await top("Silos");

  const why = join(folder, "why.bizarch");
  writeFileSync(why, `${readFileSync(why, "utf8")}\ngoal another-goal "Quite another"\n`);
  await webview.getByText("another-goal").first().waitFor({ state: "attached" });
  expect(await fold.first().getAttribute("open")).not.toBeNull();
  expect(Math.abs((await top("Silos")) - before)).toBeLessThan(3);
  await workbench.screenshot("whole-3-kept");

  // Hidden behind another editor the page is gone; then it is as it was.
  await workbench.runCommand("File: New Untitled Text File");
  await page.getByRole("tab", { name: "Scorecard" }).click();
  await expect.poll(async () => Math.abs((await top("Silos")) - before)).toBeLessThan(3);
  expect(await fold.first().getAttribute("open")).not.toBeNull();

  for (const [theme, look] of THEMES) {
    await workbench.colourTheme(theme);
    await workbench.screenshot(`whole-4-scorecard-${look}`);
  }
  await page.reload();
  await webview.getByRole("button", { name: "another-goal" }).first().press("Enter");
  await expect.poll(workbench.currentLine).toContain("goal another-goal");
});

/** The item of the status bar, once it says how many errors there are. */
async function standing({ page }: Workbench): Promise<Locator> {
  const item = page.locator('.statusbar-item[aria-label^="BizArch:"][aria-label*="errors"]');
  await item.waitFor();
  return item;
}

const THEMES = [
  ["Light Modern", "light"],
  ["Dark Modern", "dark"],
  ["Dark High Contrast", "contrast"],
  ["Light High Contrast", "light-contrast"],
] as const;

test("the tree of the architecture says how much is found on each storey, leads to the text, and follows it", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  await workbench.runCommand("View: Show BizArch");
  const row = (text: string) => page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
  await row("Goals").click();
  await row("one-platform").waitFor();
  await row("Flows").click();
  await row("By night").waitFor();
  await row("By day").waitFor();
  await workbench.screenshot("whole-5-tree");
  await row("one-platform").click();
  await expect.poll(workbench.currentLine).toContain("goal one-platform");

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.locator(".part.sidebar .monaco-list-row.selected", { hasText: "eat-better" }).waitFor();
  await workbench.screenshot("whole-6-followed");
});

test("the scorecard becomes a file, to print or to send on", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  await standing(workbench);
  await workbench.beginCommand("BizArch: Export Scorecard");
  const input = page.locator(".quick-input-widget input").first();
  await expect.poll(() => input.inputValue()).toContain("scorecard.html");
  await workbench.screenshot("whole-7-export");
  await input.press("Enter");
  await page.locator(".notification-toast", { hasText: "scorecard.html" }).waitFor();
  const file = join(folder, "scorecard.html");
  expect(existsSync(file) && readFileSync(file, "utf8")).toContain("Vauclair");
});
