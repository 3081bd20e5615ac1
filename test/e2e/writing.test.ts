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

test("a tool is typed from nothing: its kind, its category, a name that fits, and its layout", async () => {
  const workbench = await open("how/operations.bizarch");
  const { page } = workbench;
  const file = join(folder, "how/operations.bizarch");
  const suggestions = page.locator(".suggest-widget.visible");
  const row = (label: string) => suggestions.locator(".monaco-list-row", { hasText: label }).first();
  await page.locator(".statusbar-item", { hasText: "Vauclair" }).first().waitFor();
  await workbench.focusEditor();
  await page.keyboard.press("Control+End");

  await page.keyboard.type("\ntoo");
  await row("tool").waitFor();
  await workbench.screenshot("writing-4-kinds");
  await row("tool").click();
  // The snippet goes from place to place; the category is chosen among those that there are.
  await page.keyboard.type("scales");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Kitchen scales");
  await page.keyboard.press("Tab");
  await row("crm").waitFor();
  await page.keyboard.type("wms");
  await row("wms").waitFor();
  await workbench.screenshot("writing-5-choices");
  // It is typed whole; rows move while the list narrows, and a click could take another.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");

  // A name is found by its last part.
  await page.keyboard.type("\nreads ");
  await row("catalogue").waitFor();
  await page.keyboard.type("Prod");
  await row("Product").waitFor();
  await workbench.screenshot("writing-6-names");
  await row("Product").click();
  await workbench.runCommand("File: Save");
  await expect
    .poll(() => readFileSync(file, "utf8"))
    .toMatch(/tool scales "Kitchen scales" \{\r?\n  category wms\r?\n  reads [\w.]*Product\r?\n\}/);
});
