import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./browser.mjs";
import { throwAway } from "./vscode.mjs";

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "bizarch-page-"));
const HOSTILE = '</script><script>window.hit = 1</script> <img src=x onerror="window.hit = 1"> ]]> & “';
let browser: BrowserContext | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  throwAway(folder);
});

interface Opened {
  readonly page: Page;
  readonly shape: (name: string) => Locator;
  /** What the page asked the network for, and what it was refused or failed at. */
  readonly trouble: readonly string[];
}

interface Options {
  readonly hash?: string;
  readonly args?: readonly string[];
}

/** Renders a folder as a page, and opens it from the disk. */
async function open(of: string, { hash = "", args = [] }: Options = {}): Promise<Opened> {
  if (!browser) throw new Error("There is no browser.");
  const file = join(folder, `${Math.random()}.html`);
  execFileSync(process.execPath, ["dist/bizarch.js", "render", of, "-o", file, ...args]);
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  const trouble: string[] = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) trouble.push(request.url());
  });
  await page.goto(pathToFileURL(file).href + hash);
  return { page, trouble, shape: (name) => page.locator(`.canvas [data-name="${name}"]`) };
}

test("one drags the picture, and zooms to the pointer, by keys and by buttons", async () => {
  const { page, shape, trouble } = await open("samples/retail");
  const pim = shape("pim");
  const fitted = await boxOf(pim);
  const [x, y] = [fitted.x + fitted.width / 2, fitted.y + fitted.height / 2];

  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await boxOf(pim)).width).toBeGreaterThan(fitted.width * 1.3);
  const near = await settled(pim);
  expect(near.x + near.width / 2).toBeCloseTo(x, 0);
  expect(near.y + near.height / 2).toBeCloseTo(y, 0);

  // On a shape that is partly out of sight: pressing on it moves nothing yet.
  const middle = await page.locator(".canvas [data-kind]").evaluateAll((all) => {
    const boxes = all.map((it) => it.getBoundingClientRect());
    const cut = boxes.find(
      ({ left, right, top, bottom }) => left < 0 && right > 20 && top > 60 && bottom < 780,
    );
    return cut ? (cut.top + cut.bottom) / 2 : 0;
  });
  expect(middle).toBeGreaterThan(0);
  await page.mouse.move(10, middle);
  await page.mouse.down();
  await page.mouse.move(110, middle - 50, { steps: 4 });
  await page.mouse.up();
  const dragged = await settled(pim);
  expect([dragged.x - near.x, dragged.y - near.y].map(Math.round)).toEqual([100, -50]);

  // A pinch on a trackpad arrives as a wheel with Ctrl.
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 20);
  await page.keyboard.up("Control");
  expect((await boxOf(pim)).width).toBeLessThan(dragged.width);

  await page.locator(".stage").focus();
  await page.keyboard.press("1");
  await expect.poll(() => page.getByRole("button", { name: "Actual size" }).innerText()).toBe("100 %");
  const before = await boxOf(pim);
  await page.keyboard.press("ArrowRight");
  expect(Math.round((await boxOf(pim)).x - before.x)).toBe(-60);
  await page.keyboard.press("+");
  expect((await boxOf(pim)).width).toBeCloseTo(before.width * 1.25, 0);
  await page.keyboard.press("-");
  await page.getByRole("button", { name: "Zoom in" }).click();
  expect((await boxOf(pim)).width).toBeCloseTo(before.width * 1.25, 0);
  await page.keyboard.press("0");
  expect((await boxOf(pim)).x).toBeCloseTo(fitted.x, 0);
  expect(trouble).toEqual([]);
});

test("two fingers zoom on a screen that is touched", async () => {
  const { page, shape } = await open("samples/retail");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
  const fitted = await boxOf(shape("pim"));
  const touch = (type: "touchStart" | "touchMove", apart: number) =>
    devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: [
        { x: 600 - apart, y: 400, id: 0 },
        { x: 600 + apart, y: 400, id: 1 },
      ],
    });
  await page.reload();
  await touch("touchStart", 50);
  await touch("touchMove", 75);
  await touch("touchMove", 100);
  await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  expect((await boxOf(shape("pim"))).width).toBeCloseTo(fitted.width * 2, 0);
});

test("a search dims the rest, and Enter goes from match to match", async () => {
  const { page, shape, trouble } = await open("samples/retail");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("referentiel");
  const count = page.locator(".finder .count");
  await expect.poll(() => count.innerText()).toMatch(/found$/);
  await expect.poll(() => opacity(shape("erp"))).toBeLessThan(0.3);
  await page.keyboard.press("Enter");
  await expect.poll(() => count.innerText()).toMatch(/^1 of/);
  await page.screenshot({ path: "test-results/page-2-search.png" });
  // The match that was looked at last is the one that is chosen then.
  await page.keyboard.press("Escape");
  expect(await page.locator(":focus").getAttribute("aria-label")).toContain("Référentiel");
  await page.keyboard.press("Escape");
  await expect.poll(() => opacity(shape("erp"))).toBe(1);
  await page.keyboard.press("/");
  await expect.poll(() => page.locator(".finder input").isVisible()).toBe(true);
  expect(trouble).toEqual([]);
});

test("one view is shown at a time; the address names it, and each is seen from where it was left", async () => {
  const { page, trouble } = await open("samples/retail", { hash: "#ownership" });
  const views = page.getByRole("combobox", { name: "View" });
  const shown = () =>
    page.locator(".canvas svg.bz").evaluateAll((all) => all.map((it) => it.getAttribute("data-view")));
  await expect.poll(() => views.inputValue()).toBe("ownership");
  expect(await shown()).toEqual(["ownership"]);
  await page.keyboard.press("1");
  const close = await boxOf(page.locator(".canvas svg.bz"));
  await views.selectOption("landscape");
  await expect.poll(shown).toEqual(["landscape"]);
  expect(new URL(page.url()).hash).toBe("#landscape");
  await page.goBack();
  await expect.poll(shown).toEqual(["ownership"]);
  expect(await boxOf(page.locator(".canvas svg.bz"))).toEqual(close);
  await page.evaluate(() => (location.hash = "#%"));
  await expect.poll(shown).toEqual(["storeys"]);
  expect(trouble).toEqual([]);
});

test("what is chosen lights up what has to do with it, by pointer and by keyboard", async () => {
  const { page, shape } = await open("samples/retail", { hash: "#ownership" });
  await shape("pim").click();
  await expect.poll(() => opacity(shape("erp"))).toBeLessThan(0.5);
  expect(await opacity(shape("catalog"))).toBe(1);
  await page.screenshot({ path: "test-results/page-3-chosen.png" });
  await page.keyboard.press("Escape");
  await expect.poll(() => opacity(shape("erp"))).toBe(1);

  await page.locator(".stage").focus();
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-name"));
  const first = await focused();
  expect(first).toBeTruthy();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).not.toBe(first);
  // The walls of this picture are wide: what is right of one is a room of it.
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Entity Recipe · Product information");
  expect(await page.locator(":focus > title").count()).toBe(1);
});

test("a table is sorted by its headings, both ways and back, and searched like a picture", async () => {
  const { page, trouble } = await open("samples/retail", { hash: "#matrix" });
  const rows = () =>
    page
      .locator(".canvas [role=rowheader]")
      .evaluateAll((all) =>
        all
          .toSorted((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
          .map((row) => row.getAttribute("data-name")),
      );
  const heading = page.locator('.canvas [data-column="webshop"]');
  const sort = page.getByRole("button", { name: "Sort by Webshop", exact: true });
  const before = await rows();
  const top = await boxOf(page.locator('.canvas [data-id="row:catalog.Product"]'));
  await sort.click();
  expect(await heading.getAttribute("aria-sort")).toBe("ascending");
  expect((await rows()).slice(0, 3)).toEqual(["customer.Household", "sales.Basket", "sales.BasketLine"]);
  await page.screenshot({ path: "test-results/page-4-sorted.png" });
  await page.keyboard.press("Enter");
  expect(await heading.getAttribute("aria-sort")).toBe("descending");
  expect(await rows()).toHaveLength(before.length);
  await page.keyboard.press("Enter");
  expect(await heading.getAttribute("aria-sort")).toBe("none");
  expect(await rows()).toEqual(before);
  expect(await boxOf(page.locator('.canvas [data-id="row:catalog.Product"]'))).toEqual(top);

  await page.keyboard.press("/");
  await page.keyboard.type("nutrition");
  await expect.poll(() => page.locator(".finder .count").innerText()).toBe("1 found");
  await expect.poll(() => opacity(page.locator('.canvas [data-id="row:catalog.Recipe"]'))).toBeLessThan(0.3);
  expect(trouble).toEqual([]);
});

test("a long table in parts is sorted over all of them, and no two rows lie on top of each other", async () => {
  const { page, trouble } = await open("samples/retail", { hash: "#flows" });
  const rows = () =>
    page.locator(".canvas [data-row] .bz-rule").evaluateAll((all) =>
      all.map((row) => {
        const { x, y } = row.getBoundingClientRect();
        return `${Math.round(x)} ${Math.round(y)}`;
      }),
    );
  const lefts = (places: readonly string[]) => new Set(places.map((place) => place.split(" ")[0])).size;
  expect(lefts(await rows())).toBe(2);
  await page.getByRole("button", { name: "Sort by What for", exact: true }).click();
  await expect.poll(async () => lefts(await rows())).toBe(2);
  const places = await rows();
  expect(new Set(places).size).toBe(places.length);
  await page.screenshot({ path: "test-results/page-5-parts.png" });
  expect(trouble).toEqual([]);
});

test("it is light, dark or of high contrast as its reader's system is, and printed black on white", async () => {
  const { page } = await open("samples/retail-drift");
  const paper = () => page.locator(".bz-paper").first().evaluate(fillOf);
  const colours: string[] = [];
  for (const [name, media] of Object.entries(MEDIA)) {
    await page.emulateMedia(media);
    colours.push(await paper());
    await page.screenshot({ path: `test-results/page-1-${name}.png` });
  }
  expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(20, 24, 30)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  expect(await page.locator(".toolbar").isVisible()).toBe(false);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test("a theme that was asked for stays, whatever the system's", async () => {
  const { page } = await open("samples/retail-drift", { args: ["--theme", "dark"] });
  expect(await page.locator(".bz-paper").first().evaluate(fillOf)).toBe("rgb(20, 24, 30)");
});

test("without scripts, all pictures stand one below the other", async () => {
  const { page } = await open("samples/retail");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.reload();
  const pictures = await page.locator("svg.bz").count();
  expect(pictures).toBeGreaterThan(5);
  const boxes = await Promise.all(
    Array.from({ length: pictures }, (_, index) => boxOf(page.locator("svg.bz").nth(index))),
  );
  boxes.slice(1).forEach((box, index) => expect(box.y).toBeGreaterThan(boxes[index]?.y ?? 0));
  expect(Math.max(...boxes.map(({ width }) => width))).toBeLessThanOrEqual(1200);
});

test("titles that try to leave their place stay text", async () => {
  const text = `tool pim ${JSON.stringify(HOSTILE)}\nview v ${JSON.stringify(HOSTILE)} { show tool }\n`;
  writeFileSync(join(folder, "a.bizarch"), `mission eat ${JSON.stringify(HOSTILE)}\n${text}`);
  writeFileSync(join(folder, "bizarch.json"), JSON.stringify({ name: HOSTILE }));
  const { page, trouble } = await open(folder, { hash: "#v" });
  expect(await page.title()).toBe(HOSTILE);
  expect(await page.locator('.canvas [data-name="pim"]').getAttribute("aria-label")).toContain(HOSTILE);
  expect(await page.getByRole("combobox").locator("option").allInnerTexts()).toContain(HOSTILE);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
  expect(trouble).toEqual([]);
});

test.each(["light", "dark"] as const)("axe finds nothing, in %s", async (colorScheme) => {
  const { page } = await open("samples/retail-drift", { args: ["--locale", "fr"] });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  for (const view of ["storeys", "matrix", "flows", "chain", "/"]) {
    if (view === "/") await page.keyboard.press(view);
    else await page.getByRole("combobox").selectOption(view);
    const found = await page.evaluate(() => window.axe.run());
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(found.passes.length).toBeGreaterThan(10);
  }
});

declare global {
  interface Window {
    readonly axe: {
      run(): Promise<{
        readonly violations: readonly {
          readonly id: string;
          readonly nodes: readonly { readonly html: string }[];
        }[];
        readonly passes: readonly unknown[];
      }>;
    };
  }
}

const MEDIA = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "dark", contrast: "more" },
  print: { colorScheme: "dark", contrast: "no-preference", media: "print" },
} as const;

function fillOf(shape: Element): string {
  return getComputedStyle(shape).fill;
}

function opacity(shape: Locator): Promise<number> {
  return shape.evaluate((it) => Number(getComputedStyle(it).opacity));
}

/** Where a shape is once it does not move any more. */
async function settled(shape: Locator) {
  let before = await boxOf(shape);
  for (;;) {
    await shape.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const now = await boxOf(shape);
    if (now.x === before.x && now.y === before.y && now.width === before.width) return now;
    before = now;
  }
}

async function boxOf(shape: Locator) {
  const box = await shape.boundingBox();
  if (!box) throw new Error("It is not shown.");
  return box;
}
