import type { FrameLocator, Locator, Page } from "playwright-core";
import { say } from "../../client/build/run.mjs";

/** What a person does in VS Code, and sees there. */
export interface Workbench {
  readonly page: Page;
  readonly runCommand: (title: string) => Promise<void>;
  /** The same for a command that asks for more where it was chosen. */
  readonly beginCommand: (title: string) => Promise<void>;
  /** Chooses a row of the list that is open at the top of the window. */
  readonly choose: (row: Locator) => Promise<void>;
  /** The rows of that list that hold a text. */
  readonly choices: (text: string | RegExp) => Locator;
  /** Chooses an entry of the menu that is open or about to open. */
  readonly chooseEntry: (name: string) => Promise<void>;
  /** Chooses a row of the light bulb's menu. */
  readonly chooseAction: (row: Locator) => Promise<void>;
  readonly colourTheme: (name: string) => Promise<void>;
  /** A row of the Problems panel, which it opens. */
  readonly problem: (text: string) => Promise<Locator>;
  /** The inside of the only webview. */
  readonly webview: FrameLocator;
  /** Puts the cursor on the first line that shows. */
  readonly focusEditor: () => Promise<void>;
  /** The text of the line that the cursor is on. */
  readonly currentLine: () => Promise<string>;
  /** Goes from a row of the Problems panel to the text that it is about, and puts the cursor there. */
  readonly showProblem: (row: Locator) => Promise<void>;
  /** Opens the menu of the light bulb where the cursor is; the row of an action in it. */
  readonly action: (title: string) => Promise<Locator>;
  /** Chooses a quick fix where the cursor is. */
  readonly quickFix: (title: string) => Promise<void>;
  readonly screenshot: (name: string) => Promise<void>;
  /** Says why a test failed: a picture, and in words what stands in front, since a log shows no pictures. */
  readonly explain: (name: string) => Promise<void>;
}

/** Opens a page of VS Code, with a file or without, and waits until one can work with it. */
export async function openWorkbench(page: Page, url: string, hasFile = true): Promise<Workbench> {
  const complaints = heardComplaints(page);
  await page.goto(url);
  await (hasFile ? firstLine(page) : page.locator(".monaco-workbench .part.statusbar")).waitFor();
  return {
    page,
    runCommand: (title) => runCommand(page, title),
    beginCommand: (title) => chooseCommand(page, title),
    choose,
    choices: (text) => choices(page, text),
    chooseEntry: (name) => clickAway(page.getByRole("menuitem", { name })),
    chooseAction: clickAway,
    colourTheme: (name) => colourTheme(page, name),
    problem: (text) => problem(page, text),
    webview: page.frameLocator("iframe.webview.ready").frameLocator("#active-frame"),
    focusEditor: () => firstLine(page).click(),
    currentLine: () => currentLine(page),
    showProblem: (row) => showProblem(page, row),
    action: (title) => action(page, title),
    quickFix: async (title) => clickAway(await action(page, title)),
    screenshot: (name) => screenshot(page, name),
    explain: (name) => explain(page, name, complaints),
  };
}

const firstLine = (page: Page): Locator => page.locator(".editor-instance .view-line").first();

const quickInput = (page: Page): Locator => page.locator(".quick-input-widget");

async function runCommand(page: Page, title: string): Promise<void> {
  await chooseCommand(page, title);
  await quickInput(page).waitFor({ state: "hidden" });
}

async function colourTheme(page: Page, name: string): Promise<void> {
  await chooseCommand(page, "Preferences: Color Theme");
  await quickInput(page).locator("input").first().fill(name);
  await choose(choices(page, name));
  await quickInput(page).waitFor({ state: "hidden" });
}

/** The palette offers what there was when it was opened: an extension that comes a moment later is not in it. */
async function chooseCommand(page: Page, title: string): Promise<void> {
  const row = choices(page, title);
  // The palette opens below a pointer that lies there, and what it says of a row then may cover the one that is meant.
  await page.mouse.move(1, 1);
  await untilShown(page, row.first(), async () => {
    await page.keyboard.press("F1");
    await quickInput(page).locator("input").first().fill(`>${title}`);
  });
  await choose(row);
}

const choices = (page: Page, text: string | RegExp): Locator =>
  quickInput(page).locator(".monaco-list-row", { hasText: text });

/** With the pointer: the Enter key closed a list now and then, and nothing was done. */
const choose = (rows: Locator): Promise<void> => rows.first().click();

/**
 * A menu of VS Code listens to the pointer only 100 ms after it opened, so that the click that opens it chooses nothing.
 * Ours is quicker now and then, and lost; the menu stays, and one clicks again.
 */
async function clickAway(entry: Locator): Promise<void> {
  const timeout = 2_000;
  await entry.waitFor();
  for (let clicked = 1; await entry.isVisible(); clicked++) {
    await entry.click({ timeout }).catch(() => undefined);
    await entry.waitFor({ state: "hidden", timeout }).catch((error: unknown) => {
      if (clicked === 10) throw error;
    });
  }
}

/** Asks for a menu until it has a row. A person would ask again too, and so do we, until there has been time enough. */
async function untilShown(page: Page, row: Locator, ask: () => Promise<void>): Promise<void> {
  for (let asked = 1; ; asked++) {
    await ask();
    const shown = row.waitFor({ timeout: 6_000 }).then(
      () => true,
      (error: unknown) => {
        if (asked === 10) throw error;
        return false;
      },
    );
    if (await shown) return;
    await page.keyboard.press("Escape");
  }
}

async function problem(page: Page, text: string): Promise<Locator> {
  const panel = page.locator(".markers-panel");
  if (!(await panel.isVisible())) await runCommand(page, "Problems: Focus on Problems View");
  await panel.waitFor();
  return panel.locator(".monaco-list-row", { hasText: text });
}

/**
 * The editor marks the current line in a layer of its own, at the same height as the text. All is looked at in one moment:
 * lines come and go, and nobody should wait for one that went.
 */
function currentLine(page: Page): Promise<string> {
  return page.evaluate(() => {
    const top = document
      .querySelector(".editor-instance .view-overlays .current-line")
      ?.getBoundingClientRect();
    const lines = [...document.querySelectorAll(".editor-instance .view-line")];
    const current = lines.find((line) => {
      const { y, height } = line.getBoundingClientRect();
      return top !== undefined && Math.abs(y - top.y) < height / 2;
    });
    return (current?.textContent ?? "").replaceAll("\u00a0", " ");
  });
}

async function showProblem(page: Page, row: Locator): Promise<void> {
  await row.dblclick();
  const selected = page.locator(".editor-instance .selected-text").first();
  await selected.waitFor();
  const box = await selected.boundingBox();
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * VS Code may drop the menu when its own light bulb comes while it opens: so one waits to see the bulb. It listens to clicks
 * only once the mouse has moved over the menu.
 */
async function action(page: Page, title: string): Promise<Locator> {
  await page
    .locator('.lightBulbWidget, [class*="gutter-lightbulb"]')
    .filter({ visible: true })
    .first()
    .waitFor();
  const row = page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
  await untilShown(page, row, () => page.keyboard.press("Control+."));
  await row.hover({ force: true });
  return row;
}

async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png` });
}

/** What VS Code and the extensions complain of in the console from now on: the first line of each, once. */
function heardComplaints(page: Page): ReadonlySet<string> {
  const complaints = new Set<string>();
  page.on("console", (message) => {
    const [line = ""] = message.text().split("\n");
    if (message.type() === "error" || message.type() === "warning") complaints.add(line.slice(0, 300));
  });
  return complaints;
}

/** What asks or tells something, in front of the editors. */
const inFront =
  ".quick-input-widget, .action-widget, .context-view, .notification-toast, .monaco-dialog-box, .monaco-hover";

async function explain(page: Page, name: string, complaints: ReadonlySet<string>): Promise<void> {
  const texts = await page.locator(inFront).filter({ visible: true }).allInnerTexts();
  const lines = [
    `In front: ${texts.map((text) => text.replaceAll(/\s+/g, " ").slice(0, 500)).join(" | ") || "nothing"}`,
    `The cursor is in: ${await currentLine(page)}`,
    ...[...complaints].slice(-20).map((text) => `The console: ${text}`),
  ];
  say(lines.join("\n"));
  await screenshot(page, name);
}
