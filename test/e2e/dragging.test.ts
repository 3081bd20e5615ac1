import axe, { type AxeResults } from "axe-core";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import type { FromPanel } from "../../client/panel/messages.ts";
import type { Pin, Pins } from "../../client/pins/pin.ts";
import { edge, graph, group, node } from "../diagram/graphs.ts";
import { panelPages, type PanelPage } from "./panel-page.ts";

const open = panelPages({ sample: "retail", size: { width: 1300, height: 900 } });

const tools = graph({
  groups: [group("tools", { title: "Tools" }), group("others", { title: "Others" })],
  nodes: ["till", "crm", "erp", "pim", "dam", "oms"]
    .map((id) => node(id, { group: "tools", title: `The ${id}` }))
    .concat(["cdp", "bi"].map((id) => node(id, { group: "others", title: `The ${id}` }))),
  edges: [edge("till", "cdp"), edge("crm", "bi")],
});

async function centre({ shape }: PanelPage, name: string) {
  const box = await shape(name).boundingBox();
  if (!box) throw new Error(`${name} is not there.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on a shape and moves the pointer to another, without letting go. */
async function dragTo(panel: PanelPage, name: string, to: { readonly x: number; readonly y: number }) {
  const { mouse } = panel.page;
  const from = await centre(panel, name);
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await mouse.move(to.x, to.y, { steps: 4 });
}

const moves = ({ heard }: PanelPage) =>
  heard.filter((message): message is Extract<FromPanel, { type: "move" }> => message.type === "move");

/** What the extension does: keeps where a shape was put, and shows the view anew. */
async function keep(panel: PanelPage, pins: Map<string, Pin>, count: number): Promise<Pins> {
  await expect.poll(() => moves(panel).length).toBe(count);
  const last = moves(panel).at(-1);
  if (last) pins.set(last.id, last.pin);
  return [...pins];
}

test.each(["light", "dark"] as const)(
  "a shape is dragged to another place, and stays there whatever is edited, in %s",
  async (theme) => {
    const panel = await open();
    const { page, shape, screenshot } = panel;
    await panel.theme(theme);
    await panel.showGraph(tools);
    const pins = new Map<string, Pin>();
    const target = await centre(panel, "dam");
    await dragTo(panel, "till", target);
    await expect.poll(() => page.locator(".ghost").count()).toBe(1);
    expect(await page.locator(".ghost-place").count()).toBe(1);
    expect(await page.locator(".hover-card").isVisible()).toBe(false);
    await screenshot(`dragging-1-${theme}`);
    await page.mouse.up();
    const put = await keep(panel, pins, 1);
    // Until the picture says so, the shape is seen where it was let go.
    expect(await page.locator(".ghost").count()).toBe(1);
    await panel.showGraph(tools, put);
    await expect.poll(() => page.locator(".ghost").count()).toBe(0);
    await expect.poll(() => centre(panel, "till")).toEqual(target);
    expect(panel.heard.some(({ type }) => type === "reveal")).toBe(false);
    await screenshot(`dragging-2-${theme}`);

    const row = { ...tools, nodes: [...tools.nodes, node("new", { group: "others" })] };
    await panel.showGraph(row, put);
    await shape("new").waitFor();
    expect(await centre(panel, "till")).toEqual(target);
    await panel.showGraph(tools, put);
    await expect.poll(() => shape("new").count()).toBe(0);
    expect(await centre(panel, "till")).toEqual(target);
  },
);

test("a picture that is told of again, since a file was written, takes nothing out of somebody's hand", async () => {
  const panel = await open();
  const { page } = panel;
  await panel.showGraph(tools);
  await dragTo(panel, "till", await centre(panel, "dam"));
  await expect.poll(() => page.locator(".ghost").count()).toBe(1);
  await panel.showGraph(tools);
  await panel.showGraph(tools);
  // What was asked for after these is answered after these.
  await panel.tell({ type: "give", id: 1, wanted: { format: "svg", theme: "light", to: "host" } });
  await expect.poll(() => panel.heard.some(({ type }) => type === "given")).toBe(true);
  expect(await page.locator(".ghost").count()).toBe(1);
  await page.mouse.up();
  await expect.poll(() => moves(panel).length).toBe(1);
});

test("a click is no drag, Escape leaves a shape where it is, and the ground still moves the whole", async () => {
  const panel = await open();
  const { page, shape, heard } = panel;
  await panel.showGraph(tools);
  await shape("till").click();
  expect(heard.at(-1)).toEqual({ type: "reveal", name: "till", to: "see" });
  const before = await centre(panel, "till");
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 2, before.y + 1);
  await page.mouse.up();
  expect(moves(panel)).toEqual([]);

  await dragTo(panel, "till", await centre(panel, "erp"));
  await expect.poll(() => page.locator(".ghost").count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator(".ghost").count()).toBe(0);
  await page.mouse.up();
  expect(moves(panel)).toEqual([]);
  expect(await centre(panel, "till")).toEqual(before);
  expect(await page.locator(".lifted").count()).toBe(0);

  // Let go where it stands: nothing comes of it.
  await dragTo(panel, "till", { x: before.x + 12, y: before.y + 6 });
  await page.mouse.up();
  await expect.poll(() => page.locator(".ghost").count()).toBe(0);
  expect(moves(panel)).toEqual([]);

  const ground = await page.locator(".stage").boundingBox();
  await page.mouse.move((ground?.x ?? 0) + 40, (ground?.y ?? 0) + (ground?.height ?? 0) - 60);
  await page.mouse.down();
  await page.mouse.move((ground?.x ?? 0) + 140, (ground?.y ?? 0) + (ground?.height ?? 0) - 90, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await centre(panel, "till")).x).toBe(before.x + 100);
  expect(moves(panel)).toEqual([]);
  await shape("till").dblclick();
  await expect.poll(() => heard.at(-1)).toEqual({ type: "open", name: "till" });
});

test("by the keyboard a shape moves step by step, is told where it is, and what was done is undone", async () => {
  const panel = await open();
  const { page, shape, heard } = panel;
  await panel.showGraph(tools);
  const pins = new Map<string, Pin>();
  const said = () => page.locator("body > .unseen[role=status]").innerText();
  await shape("till").focus();
  await page.keyboard.press("Shift+ArrowRight");
  const put = await keep(panel, pins, 1);
  expect(put).toEqual([["till", { column: 2, row: 1 }]]);
  expect(await said()).toBe("The till: column 2, row 1");
  await panel.showGraph(tools, put);
  await expect.poll(() => shape("till").getAttribute("aria-description")).toBe("moved by hand");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-name"));
  await expect.poll(focused).toBe("till");
  await page.keyboard.press("Shift+ArrowUp");
  expect(await said()).toBe("It goes no farther that way.");
  await page.keyboard.press("Control+z");
  expect(heard.at(-1)).toEqual({ type: "undo", view: "test" });
  await page.keyboard.press("Control+Shift+z");
  expect(heard.at(-1)).toEqual({ type: "redo", view: "test" });
  await page.keyboard.press("Control+y");
  expect(heard.at(-1)).toEqual({ type: "redo", view: "test" });

  // In a field, what is undone is what was typed.
  await page.keyboard.press("/");
  await page.keyboard.type("x");
  const count = heard.length;
  await page.keyboard.press("Control+z");
  expect(heard.length).toBe(count);
  await page.keyboard.press("Escape");

  await page.keyboard.press("o");
  const outline = page.getByRole("navigation", { name: "Outline" });
  await expect.poll(() => outline.innerText()).toContain("The till · moved by hand");
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Escape");
  const reset = page.getByRole("button", { name: "Reset layout" });
  await panel.screenshot("dragging-3-reset");
  await reset.click();
  expect(heard.at(-1)).toEqual({ type: "reset", view: "test" });
  await panel.showGraph(tools, []);
  await expect.poll(() => reset.isVisible()).toBe(false);
});

test("on the open floor a shape goes where it is put, and lines find their way to it", async () => {
  const panel = await open();
  const { page, shape } = panel;
  await panel.show("around:pim");
  const pins = new Map<string, Pin>();
  const from = await centre(panel, "pim");
  await dragTo(panel, "pim", { x: from.x + 90, y: from.y - 140 });
  await expect.poll(() => page.locator(".ghost").count()).toBe(1);
  const top = async (part: Locator) => part.evaluate((it: SVGGraphicsElement) => it.getBBox().y);
  const place = await top(page.locator(".ghost-place"));
  await panel.screenshot("dragging-4-around");
  await page.mouse.up();
  await panel.show("around:pim", await keep(panel, pins, 1));
  await expect.poll(() => page.locator(".ghost").count()).toBe(0);
  await expect.poll(() => top(shape("pim").locator(".bz-outline"))).toBe(place);
  await panel.screenshot("dragging-5-around");
});

test("where a place says something, a shape cannot be moved: dragging moves the whole, and the keyboard is told why", async () => {
  const panel = await open();
  const { page } = panel;
  await panel.show("organisation");
  const team = page.locator('[data-kind="team"]').first();
  const name = (await team.getAttribute("data-name")) ?? "";
  const before = await centre(panel, name);
  await dragTo(panel, name, { x: before.x + 60, y: before.y + 40 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await centre(panel, name)).x)).toBe(Math.round(before.x + 60));
  expect(await page.locator(".ghost").count()).toBe(0);
  await team.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect
    .poll(() => page.locator("body > .unseen[role=status]").innerText())
    .toContain("where a shape stands in this view says whom it reports to");
  await panel.showGraph(tools);
  await page.locator('[data-group="tools"]').focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect
    .poll(() => page.locator("body > .unseen[role=status]").innerText())
    .toContain("A group cannot be moved");
  expect(moves(panel)).toEqual([]);
});
