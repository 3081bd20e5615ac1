import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { template } from "../../client/template/index.ts";
import { desk } from "./desk.ts";

const { folder, open } = desk("starting", {});

test("an empty folder says how to begin; what is begun is drawn at once", async () => {
  const workbench = await open();
  const { page } = workbench;
  await page.locator('.part.activitybar a[aria-label="BizArch"]').click();
  const begin = page.locator(".part.sidebar").getByRole("button", { name: "New Architecture" });
  await begin.waitFor();
  await workbench.screenshot("starting-1-empty-folder");

  await begin.click();
  await workbench.webview.locator('[data-name="keep-cycling"]').waitFor();
  await expect.poll(workbench.currentLine).toContain("// Why:");
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "mission" }).first().waitFor();
  await workbench.screenshot("starting-2-begun");
  for (const [name, text] of template.en) expect(readFileSync(join(folder, name), "utf8")).toBe(text);

  await workbench.runCommand("BizArch: New Architecture");
  await page.locator(".notification-toast", { hasText: "there is bizarch.json already" }).waitFor();
});
