import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";

const { folder, open } = desk("writing", { sample: "retail" });

test("a new name reaches every file, or there is a reason; a block says what it still needs", async () => {
  const workbench = await open("data/catalog.bizarch");
  const { page } = workbench;
  const name = page.locator(".editor-instance .view-line span span", { hasText: /^catalog$/ }).first();
  const input = page.locator(".rename-box input");
  const rename = async (to: string) => {
    await name.click();
    await page.keyboard.press("F2");
    await input.waitFor();
    await input.fill(to);
    await page.keyboard.press("Enter");
  };
  await page.locator(".codelens-decoration a").first().waitFor();

  await rename("customer");
  await page.getByText("'customer' is taken").first().waitFor();
  await workbench.screenshot("writing-1-refused");
  await page.keyboard.press("Escape");

  await rename("catalogue");
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  await expect.poll(() => read("how/operations.bizarch")).toMatch(/owns catalogue$/m);
  await expect.poll(() => read("data/catalog.bizarch")).toContain("domain catalogue ");
  await workbench.screenshot("writing-2-renamed");

  await workbench.focusEditor();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\ntool scales {");
  const hints = page.locator(".parameter-hints-widget.visible");
  await hints.getByText("category").first().waitFor();
  await workbench.screenshot("writing-3-missing");
});
