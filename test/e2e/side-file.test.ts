import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { SHOP } from "./corner-shop.ts";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const { folder, open } = desk("side-file", {
  files: {
    "bizarch.json": '{ "name": "Corner shop" }',
    "all.bizarch": SHOP,
  },
});

const file = join(folder, ".bizarch/layout/storeys.layout");

/** The lines of the side file that are no comments; undefined where there is no file. */
function lines(): readonly string[] | undefined {
  if (!existsSync(file)) return undefined;
  const all = readFileSync(file, "utf8").split("\n");
  return all.filter((line) => line !== "" && !line.startsWith("#"));
}

/** Writes the side file as git or another program would. */
function writeOutside(text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test("a shape that is dragged stays there while one edits, in a file beside the text, and goes back", async () => {
  const workbench = await show();
  const { page, webview } = workbench;
  const before = await offset(workbench);
  await drag(workbench, "webshop", 1.4);
  await expect.poll(lines).toEqual(["webshop: column 1, row 2"]);
  await expect.poll(() => offset(workbench)).not.toEqual(before);
  await drag(workbench, "till", 1.4);
  await expect.poll(lines).toEqual(["till: column 1, row 2", "webshop: column 1, row 2"]);
  await expect.poll(() => webview.locator(".ghost").count()).toBe(0);
  const put = await offset(workbench);
  await workbench.screenshot("side-file-1-dragged");

  // What is edited moves nothing that was put somewhere.
  await workbench.focusEditor();
  await page.keyboard.press("Control+End");
  await page.keyboard.type('tool shelves "Shelves" {\ncategory website\nserves fresh\naccountable bakers\n');
  await webview.locator('[data-name="shelves"]').waitFor();
  expect(await offset(workbench)).toEqual(put);
  for (let count = 0; (await webview.locator('[data-name="shelves"]').count()) > 0 && count < 60; count++)
    await page.keyboard.press("Control+z");
  await expect.poll(() => webview.locator('[data-name="shelves"]').count()).toBe(0);

  // Undone and done again where the keyboard is in the picture.
  await webview.locator('[data-name="feed"]').click();
  await page.keyboard.press("Control+z");
  await expect.poll(lines).toEqual(["webshop: column 1, row 2"]);
  await page.keyboard.press("Control+z");
  await expect.poll(lines).toBeUndefined();
  await expect.poll(() => offset(workbench)).toEqual(before);
  await page.keyboard.press("Control+y");
  await expect.poll(lines).toEqual(["webshop: column 1, row 2"]);
  await workbench.runCommand("BizArch: Undo Move");
  await expect.poll(lines).toBeUndefined();
  await workbench.runCommand("BizArch: Redo Move");
  await expect.poll(lines).toEqual(["webshop: column 1, row 2"]);
});

test("what git or another program does to the side file is drawn, whoever made its folder and when", async () => {
  rmSync(join(folder, ".bizarch"), { recursive: true, force: true });
  const workbench = await show();
  const before = await offset(workbench);
  const moved = (): Promise<void> => expect.poll(() => offset(workbench)).not.toEqual(before);
  const goneBack = (): Promise<void> => expect.poll(() => offset(workbench)).toEqual(before);

  // The folder comes with the file.
  writeOutside("webshop: column 1, row 2\n");
  await moved();
  rmSync(file);
  await goneBack();
  rmSync(join(folder, ".bizarch"), { recursive: true });

  // We make the folder, and somebody else writes there.
  await drag(workbench, "webshop", 1.4);
  await expect.poll(lines).toEqual(["webshop: column 1, row 2"]);
  await moved();
  writeOutside("# Nothing is moved any more.\n");
  await goneBack();
  writeOutside("webshop: column 1, row 2\n");
  await moved();

  // A line that cannot be read is told of until it can; the rest counts.
  const notice = workbench.webview.locator(".notice");
  writeOutside("till: over there\nwebshop: column 1, row 2\n");
  await expect.poll(() => notice.innerText()).toContain("storeys.layout says no place in line 1");
  await workbench.screenshot("side-file-2-flawed");
  await notice.getByRole("button", { name: "Open file" }).click();
  const tab = workbench.page.getByRole("tab", { name: /^storeys\.layout/ });
  await tab.waitFor();
  await workbench.screenshot("side-file-2-opened");
  await tab.getByRole("button", { name: /^Close/ }).click();

  // Who has read it sees it no more, until something else is wrong.
  await notice.getByRole("button", { name: "Dismiss" }).click();
  writeOutside("# Soon.\ntill: over there\nwebshop: column 1, row 2\n");
  await expect.poll(() => notice.innerText()).toContain("in line 2");
  writeOutside("webshop: column 1, row 2\n");
  await expect.poll(() => notice.isVisible()).toBe(false);
  await moved();

  // What others wrote a moment ago stays when we write.
  writeOutside("# Keep the web low.\nsomebody.elses: column 3, row 3\nwebshop: column 1, row 2\n");
  await drag(workbench, "till", 1.4);
  await expect.poll(() => lines()?.length).toBe(3);
  expect(lines()).toContain("somebody.elses: column 3, row 3");
  expect(readFileSync(file, "utf8")).toContain("# Keep the web low.\n");
  rmSync(join(folder, ".bizarch"), { recursive: true });
  await goneBack();
});

test("a rename takes along what was moved, and shapes go back one by one or all at once", async () => {
  writeOutside("till: column 1, row 2\nwebshop: column 1, row 3\n");
  const layouts = dirname(file);
  const around = (name: string): string =>
    `# BizArch: shapes of the view "around:${name}" that were moved by hand.\n`;
  writeFileSync(join(layouts, "around+webshop.layout"), `${around("webshop")}webshop: column 1, row 2\n`);
  const workbench = await show();
  const { page, webview } = workbench;
  const put = await offset(workbench);

  await rename(workbench, "webshop", "store");
  await webview.locator('[data-name="store"]').waitFor();
  await expect.poll(lines).toEqual(["store: column 1, row 3", "till: column 1, row 2"]);
  await expect.poll(() => offset(workbench, "store")).toEqual(put);
  await expect.poll(() => moved(workbench)).toEqual(["store", "till"]);
  await workbench.screenshot("side-file-3-renamed");

  // What is around it is another view now, with a side file of that name.
  await expect.poll(() => readdirSync(layouts)).toEqual(["around+store.layout", "storeys.layout"]);
  const carried = readFileSync(join(layouts, "around+store.layout"), "utf8");
  expect(carried).toMatch(around("store"));
  expect(carried).toContain("\nstore: column 1, row 2\n");

  await webview.locator('[data-name="till"]').click({ button: "right" });
  await workbench.chooseEntry("Reset Position");
  await expect.poll(lines).toEqual(["store: column 1, row 3"]);
  await expect.poll(() => moved(workbench)).toEqual(["store"]);

  // A shape that was not moved has nothing to go back to.
  await webview.locator('[data-name="till"]').click({ button: "right" });
  await page.getByRole("menuitem", { name: "Show What Is Around" }).waitFor();
  expect(await page.getByRole("menuitem", { name: "Reset Position" }).count()).toBe(0);
  await page.keyboard.press("Escape");

  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Reset Layout");
  await expect.poll(lines).toBeUndefined();

  // Who looks at what is around it still does.
  await webview.locator('[data-name="store"]').dblclick();
  await webview.locator('svg[data-view="around:store"]').waitFor();
  await rename(workbench, "store", "stall");
  await webview.locator('svg[data-view="around:stall"] [data-name="stall"]').waitFor();
});

/** Gives a tool another name, as a person does where it is written. */
async function rename({ page }: Workbench, from: string, to: string): Promise<void> {
  const line = page.locator(".editor-instance .view-line", {
    hasText: new RegExp(String.raw`^tool\s${from}\s`),
  });
  await line.getByText(from, { exact: true }).first().click();
  await page.keyboard.press("F2");
  const input = page.locator(".rename-box input");
  await input.waitFor();
  await input.fill(to);
  await page.keyboard.press("Enter");
}

/** Opens the text and its diagram. */
async function show(): Promise<Workbench> {
  const workbench = await open("all.bizarch");
  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await workbench.webview.locator('[data-name="feed"]').waitFor();
  return workbench;
}

async function box({ webview }: Workbench, name: string) {
  const found = await webview.locator(`[data-name="${name}"]`).boundingBox();
  if (!found) throw new Error(`${name} is not there.`);
  return found;
}

/** Drags a shape down by so many of its own heights. */
async function drag(workbench: Workbench, name: string, down: number): Promise<void> {
  const { mouse } = workbench.page;
  const { x, y, width, height } = await box(workbench, name);
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  await mouse.move(x + width / 2 + 10, y + height / 2 + 10, { steps: 3 });
  await mouse.move(x + width / 2, y + height * (down + 0.5), { steps: 5 });
  await workbench.webview.locator(".ghost").waitFor();
  await mouse.up();
}

/** The shapes of which the picture knows that they were moved: their menus are others then, and it moves no more. */
async function moved({ webview }: Workbench): Promise<readonly string[]> {
  const shapes = webview.locator("[data-name][aria-description]");
  const names = await shapes.evaluateAll((all) => all.map((one) => one.getAttribute("data-name") ?? ""));
  return names.toSorted((a, b) => a.localeCompare(b));
}

/** How far below the roof the two tools stand in the picture, from wherever that is looked at. */
async function offset({ webview }: Workbench, second = "webshop"): Promise<readonly number[]> {
  const tops = ["feed", "till", second].map((name) =>
    webview.locator(`[data-name="${name}"] .bz-outline`).evaluate((it: SVGGraphicsElement) => it.getBBox().y),
  );
  const [roof = 0, ...others] = await Promise.all(tops);
  return others.map((top) => Math.round(top - roof));
}
