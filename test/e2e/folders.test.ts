import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";

const workspace = (...folders: readonly string[]) =>
  JSON.stringify({ folders: folders.map((path) => ({ path })), settings: {} });

const { folder, open } = desk("folders", {
  workspace: "companies.code-workspace",
  files: {
    "companies.code-workspace": workspace("shop", "épicerie"),
    "shop/bizarch.json": '{ "name": "Corner shop" }',
    "shop/why.bizarch": 'mission feed "Feed the street"\ngoal fresh { serves fed }\n',
    "épicerie/bizarch.json": '{ "name": "Épicerie $(bug)", "locale": "fr" }',
    "épicerie/pourquoi.bizarch": 'mission nourrir "Nourrir le quartier"\r\ngoal frais { serves nourir }\r\n',
    "later/bizarch.json": '{ "name": "Later" }',
    "later/how.bizarch": "tool till { categry pos }\n",
  },
});

test("two companies in one window: findings, tree, status and symbols of both, and of a folder that comes and goes", async () => {
  const workbench = await open("shop/why.bizarch");
  const { page } = workbench;
  const status = (text: string) => page.locator(`.statusbar-item[aria-label^="BizArch: ${text}"]`);
  await status("Corner shop, ").waitFor();
  await (await workbench.problem("'fed'")).first().waitFor();
  const french = page.locator(".markers-panel .monaco-list-row", { hasText: "'nourir'" }).first();
  await french.waitFor();
  // A person reads all of it in the language of the window.
  expect(await french.innerText()).toContain("Nothing is called");

  const row = (text: string) => page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
  await workbench.runCommand("View: Show BizArch");
  await row("Corner shop").waitFor();
  await row("Épicerie $(bug)").waitFor();
  await row("Épicerie $(bug)").press("ArrowRight");
  await workbench.screenshot("folders-1-tree");

  await page.keyboard.press("Control+t");
  await page.locator(".quick-input-widget input").first().fill("#fr");
  await workbench.choices("fresh").first().waitFor();
  await workbench.choices("frais").first().waitFor();
  await workbench.screenshot("folders-2-symbols");
  await workbench.choose(workbench.choices("frais"));
  await expect.poll(workbench.currentLine).toContain("goal frais");
  await status("Épicerie").waitFor();
  await workbench.screenshot("folders-3-french");

  const file = join(folder, "companies.code-workspace");
  writeFileSync(file, workspace("shop", "épicerie", "later"));
  await row("Later").waitFor();
  await (await workbench.problem("categry")).first().waitFor();
  await workbench.screenshot("folders-4-added");
  writeFileSync(file, workspace("shop", "épicerie"));
  await row("Later").waitFor({ state: "detached" });
  await page
    .locator(".markers-panel .monaco-list-row", { hasText: "categry" })
    .first()
    .waitFor({ state: "detached" });
});
