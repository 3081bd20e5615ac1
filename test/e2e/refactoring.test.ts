import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const { folder, open } = desk("refactoring", { sample: "retail" });

const read = (file: string): string => readFileSync(join(folder, file), "utf8");

/** Puts the cursor in the name of the tool that is declared nearest to the top of what shows. */
async function clickName({ page }: Workbench, name: string): Promise<void> {
  const line = page.locator(".editor-instance .view-line", { hasText: new RegExp(`^tool\\s${name}\\s`) });
  await line.getByText(name, { exact: true }).first().click();
}

test("the light bulb retires a tool, and says what is left without something", async () => {
  const workbench = await open("how/logistics.bizarch");
  const { page } = workbench;
  await page.locator(".statusbar-item", { hasText: "Vauclair" }).first().waitFor();
  await clickName(workbench, "wms");

  const retire = await workbench.action("Retire tool 'logistics.wms'");
  await workbench.screenshot("refactoring-1-menu");
  await workbench.chooseAction(retire);
  const notes = page.locator(".quick-input-widget");
  await notes.getByText("to look after").waitFor();
  await workbench.screenshot("refactoring-2-notes");
  const first = workbench.choices(/'[^']+'/).first();
  const orphan = /'([^']+)'/.exec(await first.innerText())?.[1] ?? "";
  await workbench.choose(first);
  await notes.waitFor({ state: "hidden" });
  await expect.poll(() => workbench.currentLine()).toContain(orphan.split(".").at(-1));
  await expect.poll(() => read("how/logistics.bizarch")).toMatch(/tool wms [^}]*\n {2}status retired\n/);
  expect(read("how/flows.bizarch")).not.toMatch(/\bwms\b/);
});

test("a command asks for the file, refuses one that is none, and moves a tool to a new one", async () => {
  const workbench = await open("how/operations.bizarch");
  const { page } = workbench;
  await page.locator(".statusbar-item", { hasText: "Vauclair" }).first().waitFor();
  await clickName(workbench, "pim");
  await workbench.beginCommand("BizArch: Move Statement");
  const input = page.locator(".quick-input-widget");
  await workbench.choices("how/pim.bizarch").first().waitFor();
  await workbench.screenshot("refactoring-3-files");
  const box = input.locator("input").first();
  await box.fill("pim.txt");
  await workbench.choose(workbench.choices("Something else"));
  await input.getByText("that ends in .bizarch").waitFor();
  await page.keyboard.press("Enter");
  await input.getByText("'pim.txt' is no file of this architecture").waitFor();
  await workbench.screenshot("refactoring-4-refused");
  await box.fill("how/product.bizarch");
  await input.getByText("is no file").waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await expect.poll(() => existsSync(join(folder, "how/product.bizarch"))).toBe(true);
  await expect
    .poll(() => read("how/product.bizarch"))
    .toMatch(/^(?:\/\/.*\n)*tool pim "Product information" \{\n/);
  await expect.poll(() => read("how/operations.bizarch")).not.toContain("tool pim ");
});
