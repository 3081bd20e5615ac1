import { expect, test } from "vitest";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const { open } = desk("understanding", { sample: "retail" });

/** A word of the text in the editor, to put the cursor on. */
const word = ({ page }: Workbench, text: string) =>
  page.locator(".editor-instance .view-line span span", { hasText: text }).first();

test("what one would have to look for elsewhere stands between the lines, and leads there", async () => {
  const workbench = await open("data/catalog.bizarch");
  const { page, webview } = workbench;
  const lens = page.locator(".codelens-decoration a");
  await lens
    .filter({ hasText: /^owned by pim$/ })
    .first()
    .waitFor();
  await page
    .locator(".view-line", { hasText: /in\spim/ })
    .first()
    .waitFor();
  await workbench.screenshot("understanding-1-lenses");

  await lens.filter({ hasText: "show in diagram" }).first().click();
  const shape = webview.locator('[data-name="catalog"]');
  await shape.waitFor();
  await expect.poll(() => shape.getAttribute("aria-current")).toBe("true");
  await workbench.screenshot("understanding-2-in-diagram");

  await lens
    .filter({ hasText: /^owned by pim$/ })
    .first()
    .click();
  await expect.poll(workbench.currentLine).toContain("tool pim");
});

test("one finds one's way: symbols, references, the way of the data, the way up to the mission", async () => {
  const workbench = await open("data/catalog.bizarch");
  const { page } = workbench;
  await page.locator(".codelens-decoration a").first().waitFor();

  await page.keyboard.press("Control+t");
  await page.locator(".quick-input-widget input").first().fill("#pim");
  const row = workbench.choices("tool");
  await row.first().waitFor();
  await workbench.screenshot("understanding-3-symbols");
  await workbench.choose(row);
  await expect.poll(workbench.currentLine).toContain("tool pim");

  await word(workbench, "pim").click();
  await workbench.runCommand("Calls: Show Call Hierarchy");
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "quality-gate" }).first().waitFor();
  await workbench.screenshot("understanding-4-data-flow");

  await word(workbench, "pim").click();
  await workbench.runCommand("Types: Show Type Hierarchy");
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "feuillage" }).first().waitFor();
  await page.locator('.part.sidebar [aria-label="Show Supertypes"]').first().click();
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "data-stewardship" }).first().waitFor();
  await workbench.screenshot("understanding-5-tracing");
});

test("an element is traced up to the mission in a picture, and there is a way back", async () => {
  const workbench = await open("how/marketing.bizarch");
  const { page, webview } = workbench;
  await page.locator(".statusbar-item", { hasText: "Vauclair" }).first().waitFor();
  await word(workbench, "webshop").click();
  await workbench.runCommand("BizArch: Trace to the Mission");
  const views = webview.getByRole("combobox", { name: "View" });
  const chosen = () => views.locator("option:checked").innerText();
  await expect.poll(chosen).toBe("Webshop, and what it is there for");
  await webview.locator('[data-name="webshop"]').waitFor();
  await webview.locator('[data-name="pim"]').waitFor({ state: "detached" });
  await workbench.screenshot("understanding-6-trace");
  await views.selectOption({ label: "Ownership" });
  await webview.locator('[data-name="pim"]').waitFor();
  await workbench.screenshot("understanding-7-ownership");
});
