import { writeFileSync } from "node:fs";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { edge, graph, group, node } from "../diagram/graphs.ts";
import { wellFormed } from "../diagram/well-formed.ts";
import { panelPages } from "./panel-page.ts";

const open = panelPages({ sample: "retail" });

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

  // From match to match, near enough to be read, into sight, and round.
  const actualSize = page.getByRole("button", { name: "Actual size" });
  const scale = async (): Promise<number> => Number.parseInt(await actualSize.innerText());
  expect(await scale()).toBeLessThan(40);
  await page.keyboard.press("Enter");
  await expect.poll(scale).toBeGreaterThanOrEqual(60);
  await page.keyboard.press("Shift+Enter");
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

test("on a Mac the panel is searched, and moves are undone and redone, with Cmd", async () => {
  const panel = await open();
  const { page, shape, heard } = panel;
  await panel.show("storeys");
  await shape("pim").focus();
  await page.keyboard.press("Meta+z");
  await page.keyboard.press("Meta+Shift+z");
  await expect
    .poll(() => heard)
    .toEqual([
      { type: "undo", view: "storeys" },
      { type: "redo", view: "storeys" },
    ]);
  await page.keyboard.press("Meta+f");
  await expect
    .poll(() => page.locator(".finder input").evaluate((it) => it === document.activeElement))
    .toBe(true);
});

test.each([300, 500, 1000])("in a panel of %i pixels no part of it covers the buttons", async (width) => {
  const panel = await open({ size: { width, height: 600 } });
  const { page } = panel;
  await panel.show("storeys");
  await page.keyboard.press("o");
  const outline = page.getByRole("navigation", { name: "Outline" });
  await outline.waitFor();
  for (const name of ["Filter", "Zoom in (+)", "Fit to the panel (0)", "Filter"])
    await page.getByRole("button", { name, exact: true }).click({ timeout: 5_000 });
  await page.getByRole("button", { name: /^Find/ }).click({ timeout: 5_000 });
  await page.keyboard.type("pim");
  await panel.screenshot(`panel-outline-${width}`);
  await page.getByRole("button", { name: /^Next match/ }).click({ timeout: 5_000 });
});

test("a flaw of the side file is told of, with the way to the file, until somebody has read it", async () => {
  const panel = await open();
  const { page, heard } = panel;
  const notice = page.locator(".notice");
  const show = (flaw: string) => panel.show("storeys", [], flaw);
  await show("Line 1 says no place.");
  await notice.getByRole("button", { name: "Open file" }).click();
  expect(heard.at(-1)).toEqual({ type: "side-file", view: "storeys" });
  expect(await notice.isVisible()).toBe(true);
  await panel.screenshot("panel-flaw-light");
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await show("Line 1 says no place.");
  // What was asked for after that is answered after it.
  await panel.tell({ type: "give", id: 1, wanted: { format: "svg", theme: "light", to: "host" } });
  await expect.poll(() => heard.some(({ type }) => type === "given")).toBe(true);
  expect(await notice.isVisible()).toBe(false);
  await show("Line 2 says no place.");
  await expect.poll(() => notice.innerText()).toContain("Line 2");
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
  await expect.poll(() => heard.at(-1)).toEqual({ type: "open", name: "pim" });
  await panel.show("around:pim");
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

test("resting on a shape shows what hovering over its name in the text shows, and nothing of it does anything", async () => {
  const panel = await open();
  const { page, shape, heard, tell } = panel;
  await panel.show("storeys");
  await shape("pim").hover();
  await expect.poll(() => heard.at(-1)).toEqual({ type: "hover", name: "pim" });
  const text =
    "**Product \\<i\\>** `pim`  \ntool\n\n- owned by [PIM](https://pim.test) ![x](https://x.test/y.png)\n- [no](javascript:alert(1))\n\n<img src=x onerror=alert(1)>\n\n---\n\n1. one";
  await tell({ type: "hover", name: "pim", text });
  const card = page.getByRole("tooltip");
  await expect.poll(() => card.innerText()).toContain("Product <i>");
  expect(await card.locator("strong").innerText()).toBe("Product <i>");
  expect(await card.locator("img, i, script").count()).toBe(0);
  expect(await card.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual([
    "https://pim.test",
  ]);
  await panel.screenshot("panel-hover-light");

  // It is not asked for twice, goes when one leaves, and comes by the keyboard.
  await page.mouse.move(5, 400);
  await expect.poll(() => card.isVisible()).toBe(false);
  await shape("pim").focus();
  await page.keyboard.press("h");
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(heard.filter(({ type }) => type === "hover")).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => card.isVisible()).toBe(false);

  // What is no element says what is read aloud of it.
  await page.locator('[data-group="group:vendors"]').focus();
  await page.keyboard.press("h");
  await expect.poll(() => heard.at(-1)).toEqual({ type: "hover", name: "group:vendors" });
  await tell({ type: "hover", name: "group:vendors", text: undefined });
  await expect.poll(() => card.innerText()).toContain("Vendors");
});

test("groups fold and unfold at their sign, by the keyboard, all at once, and stay as they are", async () => {
  const panel = await open();
  const { page, shape } = panel;
  await panel.show("storeys");
  const rooms = page.locator('[data-name^="catalog."]');
  const wall = shape("catalog");
  expect(await wall.getAttribute("aria-expanded")).toBe("true");
  await wall.locator(".fold-toggle").click();
  await expect.poll(() => rooms.count()).toBe(0);
  await expect.poll(() => wall.getAttribute("aria-expanded")).toBe("false");
  expect(await wall.textContent()).toContain("4 elements");
  await panel.screenshot("panel-fold-light");
  await wall.focus();
  await page.keyboard.press(" ");
  await expect.poll(() => rooms.count()).toBe(4);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-name"))).toBe("catalog");

  await page.getByRole("button", { name: "Fold or unfold all groups" }).click();
  await expect.poll(() => page.locator('[data-kind="tool"]').count()).toBe(0);
  await panel.theme("dark");
  await panel.screenshot("panel-fold-2-dark");
  await panel.tell({ type: "mark", name: "catalog.Product.sku", follow: true });
  await expect.poll(() => wall.getAttribute("aria-current")).toBe("true");
  await page.keyboard.press("/");
  await page.keyboard.type("recipe");
  await expect.poll(() => page.locator(".finder .count").innerText()).toMatch(/^\d+ found/);

  // It is remembered, and the panel comes back as it was.
  const state = await panel.state();
  const again = await open({ ...(state && { state }) });
  await again.show("storeys");
  expect(await again.page.locator('[data-kind="tool"]').count()).toBe(0);
});

test("a picture of thousands is folded, says so, and is unfolded by whoever wants it", async () => {
  const groups = Array.from({ length: 30 }, (_, at) =>
    group(`g${at}`, { title: `Group ${at}`, row: at % 4 }),
  );
  const nodes = Array.from({ length: 1500 }, (_, at) => node(`n${at}`, { group: `g${at % 30}` }));
  const edges = Array.from({ length: 1500 }, (_, at) => edge(`n${at}`, `n${(at * 7 + 1) % 1500}`));
  const panel = await open();
  const { page } = panel;
  const began = Date.now();
  await panel.showGraph(graph({ groups, nodes, edges }));
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(await page.locator("[data-group]").count()).toBe(30);
  const notice = page.locator(".notice", { hasText: "1500 shapes" });
  await notice.waitFor();
  await panel.screenshot("panel-many-light");
  await page.locator('[data-group="g3"] .fold-toggle').click();
  await expect.poll(() => page.locator("[data-name]").count()).toBe(50);
  await expect.poll(() => notice.isVisible()).toBe(false);
});

test("a table takes the place of a picture, is sorted by its headings, and stays so while one edits", async () => {
  const { page, show, heard, screenshot } = await open();
  await show("matrix");
  const rows = () =>
    page.locator("[data-row]").evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
  await page.getByRole("button", { name: "Sort by Tills", exact: true }).press("Enter");
  expect((await rows()).slice(0, 2)).toEqual(["sales.Basket", "sales.BasketLine"]);
  await screenshot("panel-matrix");
  await show("flows");
  await show("matrix");
  expect((await rows()).slice(0, 2)).toEqual(["sales.Basket", "sales.BasketLine"]);
  await page.getByRole("rowheader", { name: "Basket · Personal data" }).click();
  expect(heard.at(-1)).toMatchObject({ type: "reveal", name: "sales.Basket" });
});

test("a filter leaves what is asked for, says what is chosen, and is taken back", async () => {
  const panel = await open();
  const { page } = panel;
  await panel.show("storeys");
  const kinds = () =>
    page.evaluate(() => [
      ...new Set([...document.querySelectorAll("[data-kind]")].map((it) => it.getAttribute("data-kind"))),
    ]);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("checkbox", { name: "Tool" }).check();
  await expect.poll(kinds).toEqual(["tool"]);
  await page.keyboard.press("Tab");
  await panel.screenshot("panel-filter-light");
  const legend = await page.locator("[data-legend]").textContent();
  expect(legend).toContain("Tool");
  expect(legend).not.toContain("Mission");
  await page.keyboard.press("Escape");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Filter");
  expect((await panel.state())?.wishes).toEqual({ storeys: { filter: { kind: ["tool"] } } });
  await panel.theme("contrast");
  await panel.screenshot("panel-filter-2-contrast");
  await page.getByRole("button", { name: "Filter without “Tool”" }).click();
  await expect.poll(async () => (await kinds()).length).toBeGreaterThan(8);
});

test("the picture is given away as a file that needs nothing else, sharp and in the theme that is asked for", async () => {
  const panel = await open();
  const { heard } = panel;
  await panel.show("ownership");
  const given = async (id: number, format: "svg" | "png", theme: "light" | "dark"): Promise<string> => {
    await panel.tell({ type: "give", id, wanted: { format, theme, to: "host" } });
    const answer = () => heard.find((message) => message.type === "given" && message.id === id);
    await expect.poll(answer).toBeDefined();
    const message = answer();
    if (message?.type !== "given" || message.data === undefined) throw new Error(JSON.stringify(message));
    return message.data;
  };
  const light = await given(1, "svg", "light");
  expect(wellFormed(light)).toBe("");
  expect(light).toContain("@font-face");
  expect(light).not.toMatch(/tabindex="-1"|fold-toggle|vscode/);
  expect(await given(2, "svg", "dark")).not.toBe(light);
  const png = Buffer.from(await given(3, "png", "light"), "base64");
  const [, width = ""] = /width="([\d.]+)"/.exec(light) ?? [];
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2 * Number(width));
  writeFileSync("test-results/panel-exported.png", png);
  await panel.screenshot("panel-given-light");
});

test("the map of the whole shows where there is more than one sees, and a click in it moves there", async () => {
  const panel = await open();
  const { page } = panel;
  await panel.show("storeys");
  const map = page.locator(".minimap");
  expect(await map.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Actual size" }).click();
  await map.waitFor();
  const seen = async () => Number(await map.locator(".seen").getAttribute("y"));
  const before = await seen();
  const box = await map.boundingBox();
  if (!box) throw new Error("There is no map.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.9, { steps: 5 });
  await page.mouse.up();
  await expect.poll(seen).toBeGreaterThan(before + 500);
  expect((await panel.state())?.place?.scale).toBe(1);
  await panel.theme("dark");
  await panel.screenshot("panel-map-dark");
  await page.keyboard.press("m");
  await expect.poll(() => map.isVisible()).toBe(false);
  expect((await panel.state())?.minimap).toBe(false);
});

test("shapes glide to where they are now, unless less motion is wanted", async () => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const panel = await open({ reducedMotion });
    const { page } = panel;
    await panel.show("storeys");
    await page.evaluate(() => {
      const count = (): void => {
        const moving = document.getAnimations().filter((one) => !(one instanceof CSSTransition)).length;
        document.body.dataset["glided"] = String(
          Math.max(moving, Number(document.body.dataset["glided"] ?? 0)),
        );
        requestAnimationFrame(count);
      };
      count();
    });
    await page.getByRole("button", { name: "Fold or unfold all groups" }).click();
    await expect.poll(() => page.locator('[data-kind="tool"]').count()).toBe(0);
    const glided = () => page.evaluate(() => Number(document.body.dataset["glided"] ?? 0));
    if (reducedMotion === "no-preference") await expect.poll(glided).toBeGreaterThan(10);
    await page.waitForTimeout(400);
    if (reducedMotion === "reduce") expect(await glided()).toBe(0);
  }
});

test("by the keyboard alone one goes from a shape along its lines, and reads all of the picture as text", async () => {
  const panel = await open();
  const { page, shape, heard } = panel;
  await panel.show("storeys");
  const focused = (name: string) => page.evaluate((it) => document.activeElement?.getAttribute(it), name);
  await shape("pim").focus();
  await page.keyboard.press("l");
  await expect.poll(() => focused("data-edge")).toContain("pim");
  const first = await focused("data-edge");
  await page.keyboard.press("Enter");
  expect(heard.at(-1)).toEqual({ type: "reveal", name: first, to: "go" });
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused("data-name")).toBe("catalog");

  await page.keyboard.press("o");
  const outline = page.getByRole("navigation", { name: "Outline" });
  await outline.waitFor();
  await panel.screenshot("panel-outline-light");
  const said = await outline.innerText();
  for (const part of ["WHY", "Data domain Product catalogue", "Tool Product information"])
    expect(said).toContain(part);
  await outline.getByRole("button", { name: /^Tool Product information/ }).press("Enter");
  expect(heard.at(-1)).toEqual({ type: "reveal", name: "pim", to: "see" });
  await expect.poll(() => shape("pim").getAttribute("class")).toContain("lit");
  await page.keyboard.press("Escape");
  await expect.poll(() => outline.isVisible()).toBe(false);
  expect(await focused("data-name")).toBe("pim");
});

test("a table is looked around in as a picture is: its rows lead to the text, and are told as text", async () => {
  const panel = await open();
  const { page, heard } = panel;
  await panel.show("matrix");
  const row = page.locator('[data-id="row:catalog.Product"]');
  await row.click();
  expect(heard.at(-1)).toEqual({ type: "reveal", name: "catalog.Product", to: "see" });
  await page.keyboard.press("o");
  await expect.poll(() => page.getByRole("navigation", { name: "Outline" }).innerText()).toContain("Product");
  expect(await violations(page)).toEqual([]);
  await panel.screenshot("panel-matrix-light");
});

test.each(["light", "dark", "contrast"] as const)("nothing keeps anybody out, in %s", async (theme) => {
  const panel = await open({ sample: "retail-drift" });
  const { page } = panel;
  await panel.theme(theme);
  for (const view of ["storeys", "ownership", "flows", "organisation", "chain", "landscape"]) {
    await panel.show(view);
    expect(await violations(page)).toEqual([]);
  }
  await page.keyboard.press("o");
  await page.keyboard.press("/");
  await page.keyboard.type("crm");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const tool = page.locator('[data-kind="tool"]').first();
  const name = (await tool.getAttribute("data-name")) ?? "";
  await tool.focus();
  await page.keyboard.press("h");
  await expect.poll(() => panel.heard.at(-1)).toEqual({ type: "hover", name });
  await panel.tell({ type: "hover", name, text: "**CRM** `crm`\n\n- [more](https://bizarch.test)" });
  await page.getByRole("tooltip").waitFor();
  expect(await violations(page)).toEqual([]);
  await panel.screenshot(`panel-everything-${theme}`);
});

/**
 * What axe finds on a page: each rule with what breaks it. That a name holds all of the visible text is asked of buttons and
 * not of shapes: theirs says in full what the picture sets in two lines and cuts where there is no room.
 */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults>("axe.run()");
  return found.flatMap(({ id, nodes }) => {
    const broken = nodes.filter(
      ({ html }) => id !== "label-content-name-mismatch" || !html.startsWith("<g "),
    );
    return broken.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`);
  });
}
