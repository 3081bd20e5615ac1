import { expect, test } from "vitest";
import { SHOP } from "./corner-shop.ts";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const { open } = desk("copying", {
  files: { "bizarch.json": '{ "name": "Corner shop" }', "all.bizarch": SHOP },
});

test("a picture is copied as what programs that draw take, and as what those take that paint", async () => {
  const workbench = await show();
  const { page } = workbench;
  await workbench.runCommand("BizArch: Copy Diagram as SVG");
  await copied(workbench);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg [^]*Till[^]*<\/svg>\s*$/);

  // Only a page that has the keyboard may put pixels there: it is given the keyboard, which is in the text.
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Copy Diagram as PNG");
  await expect.poll(() => page.evaluate(pixels)).toMatchObject({ type: "image/png" });
  const { width, height } = await page.evaluate(pixels);
  expect(width).toBeGreaterThan(500);
  expect(height).toBeGreaterThan(300);
  await workbench.screenshot("copying-1");
});

async function show(): Promise<Workbench> {
  const workbench = await open("all.bizarch");
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await workbench.webview.locator('[data-name="till"]').waitFor();
  return workbench;
}

const copied = ({ page }: Workbench): Promise<void> =>
  page.locator(".statusbar-item", { hasText: "The diagram is on the clipboard" }).waitFor();

/** What picture is on the clipboard; runs in the page. */
async function pixels() {
  const [item] = await navigator.clipboard.read();
  const type = item?.types.find((one) => one.startsWith("image/")) ?? "";
  if (!item || type === "") return { type, width: 0, height: 0 };
  const { width, height } = await createImageBitmap(await item.getType(type));
  return { type, width, height };
}
