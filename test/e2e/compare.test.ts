import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { desk } from "./desk.ts";
import type { Workbench } from "./workbench.ts";

const FIRST = `mission feed "Feed the street"

domain orders core {
  entity Order "Orders" {
    sku: text
  }
}

team bakers "Bakers" {
  function data
}

tool till "Till" {
  category pos
  owns orders
  accountable bakers
  lifespan 10y
}
`;
const MIXER = 'tool mixer "Mixer" {\n  category erp\n}\n';
const OVEN = 'tool oven "Oven" {\n  category crm\n}\n';
const FRIDGE = 'tool fridge "Fridge" {\n  category email\n}\n';

const { folder, open } = desk("compare", {
  files: {
    "bizarch.json": '{ "name": "Corner shop", "profile": "starter" }',
    "shop.bizarch": FIRST,
    "later.bizarch": 'goal fresh "Fresh bread" { serves feed }\n',
    ".gitignore": "draft.bizarch\n.vscode/\n",
  },
  settings: { "workbench.colorTheme": "Default Light Modern", "files.autoSave": "off" },
});

const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: folder,
    encoding: "utf8",
  });

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

/** main: the shop, and then an oven. Where we work: the shop with a mixer; a fridge was put away. */
beforeAll(() => {
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("commit", "--quiet", "--message=Open the shop");
  git("tag", "v1");
  git("checkout", "--quiet", "-b", "feature");
  write("shop.bizarch", `${FIRST}\n${MIXER}`);
  git("commit", "--quiet", "--all", "--message=Buy a mixer");
  git("checkout", "--quiet", "main");
  write("shop.bizarch", `${FIRST}\n${OVEN}`);
  git("commit", "--quiet", "--all", "--message=Buy an oven");
  git("checkout", "--quiet", "feature");
  write("shop.bizarch", `${FIRST}\n${MIXER}\n${FRIDGE}`);
  git("stash", "--quiet");
});

test("what is edited is compared with the last commit while one types, and leads to both sides", async () => {
  const workbench = await open("shop.bizarch");
  const { page, webview } = workbench;
  await compareWith(workbench, "Last Commit");
  await said(workbench, "Nothing changed since HEAD.");
  await webview.getByText("Nothing changed in the architecture since HEAD.").waitFor();
  await workbench.screenshot("compare-1-nothing");

  // Nothing is saved.
  await edit(workbench, "10y", "3y");
  await row(workbench, "The lifespan of 'till' shrinks").waitFor();
  await said(workbench, "1 change to partitions");
  await expect.poll(() => shape(workbench, "till").textContent()).toContain("10y → 3y");
  await page.getByRole("tab", { name: "Changes since HEAD: Corner shop" }).waitFor();
  await expect.poll(() => marks(workbench).count()).toBe(1);
  await workbench.screenshot("compare-2-changed");
  await page.getByText("lifespan", { exact: true }).first().hover();
  await page.locator(".monaco-hover", { hasText: "Changed: lifespan 10y → 3y" }).first().waitFor();
  await workbench.screenshot("compare-3-hover");

  const line = row(workbench, "tilltool · Till");
  await line.click();
  await expect.poll(workbench.currentLine).toContain("tool till");
  await line.hover();
  await line.getByRole("button", { name: "Open Changes" }).click();
  await page.getByRole("tab", { name: "shop.bizarch (HEAD ↔ Working Tree)" }).waitFor();
  await page.locator(".monaco-diff-editor .line-delete").first().waitFor();
  await workbench.screenshot("compare-4-both-sides");
  await line.hover();
  await line.getByRole("button", { name: "Open Base" }).click();
  await expect.poll(workbench.currentLine).toContain("tool till");
  await expect
    .poll(() => page.locator(".editor-instance .view-line", { hasText: "lifespan 10y" }).count())
    .toBe(1);
  await page.getByRole("tab", { name: "shop.bizarch (HEAD)" }).waitFor();
  await workbench.screenshot("compare-5-base");

  await page.locator(".tabs-container .tab").first().click();
  await edit(workbench, "3y", "   10y // as ever");
  await said(workbench, "means what it meant: no change in the architecture");
  await expect.poll(() => marks(workbench).count()).toBe(0);
  await webview.getByText("Nothing changed in the architecture since HEAD.").waitFor();
  await workbench.screenshot("compare-6-layout");
  await workbench.runCommand("File: Revert File");
});

test("a merge base, a branch, a tag, a stash and an expression are compared with, whatever became of the files", async () => {
  const workbench = await open("shop.bizarch");
  const { page } = workbench;
  await compareWith(workbench, "Merge Base With main");
  await lines(workbench, "added mixer");
  await workbench.screenshot("compare-7-merge-base");

  await compareWith(workbench, "$(git-branch) main");
  await lines(workbench, "added mixer", "removed oven");
  // What is gone leads to the base.
  await shape(workbench, "oven").click();
  await expect.poll(workbench.currentLine).toContain("tool oven");
  await page.getByRole("tab", { name: "shop.bizarch (main)" }).waitFor();
  await workbench.screenshot("compare-8-branch");

  await compareWith(workbench, "stash@{0}");
  await lines(workbench, "removed fridge");

  // Editors of files that go would stay, and what is in them: it would be there twice.
  await workbench.runCommand("View: Close All Editors");
  await page.locator(".part.sidebar .pane-header", { hasText: "Architecture" }).click();
  // One file is new, one is not kept, one is called otherwise, and one is gone.
  write("new.bizarch", 'tool lamp "Lamp" { category dsp }\n');
  write("draft.bizarch", 'tool sketch "Sketch" { category cdp }\n');
  renameSync(join(folder, "shop.bizarch"), join(folder, "bakery.bizarch"));
  rmSync(join(folder, "later.bizarch"));
  await compareWith(workbench, "$(tag) v1");
  await lines(workbench, "removed fresh", "added lamp", "added mixer", "added sketch");
  await workbench.colourTheme("Dark Modern");
  await workbench.screenshot("compare-9-tag-dark");
  for (const file of ["new.bizarch", "draft.bizarch", "bakery.bizarch"]) rmSync(join(folder, file));
  git("checkout", "--quiet", ".");

  await compareWith(workbench, "Commit or Expression…");
  const input = page.locator(".quick-input-widget input").first();
  await input.fill("--output=x");
  await page.locator(".quick-input-widget", { hasText: "Git knows no commit by this name." }).waitFor();
  await input.fill("HEAD~1");
  await page.locator(".quick-input-widget", { hasText: "Git knows no commit" }).waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await lines(workbench, "added mixer");

  // What a sparse checkout left out has not gone.
  await workbench.runCommand("View: Close All Editors");
  git("sparse-checkout", "set", "--no-cone", "/*", "!/shop.bizarch");
  expect(existsSync(join(folder, "shop.bizarch"))).toBe(false);
  await compareWith(workbench, "$(tag) v1");
  await said(workbench, "Nothing changed since v1.");
  await lines(workbench);
  git("sparse-checkout", "disable");
  await lines(workbench, "added mixer");
  await workbench.colourTheme("Light Modern");
});

test("the source control view offers it where a file of an architecture changed, and it comes back with the window", async () => {
  const workbench = await open();
  const { page } = workbench;
  await settled(workbench);
  await workbench.runCommand("BizArch: Stop Comparing");
  await workbench.runCommand("View: Show BizArch");
  // The tree of the architecture has all the room again, and offers to compare.
  await page.locator(".part.sidebar .pane-header", { hasText: "Changes" }).waitFor({ state: "detached" });
  await page.locator(".part.sidebar").getByRole("button", { name: "Compare Architecture With…" }).waitFor();
  await workbench.screenshot("compare-10-stopped");

  await page.getByRole("tab", { name: /^Source Control/ }).click();
  const button = page.locator(".part.sidebar").getByRole("button", { name: "Open Architecture Changes" });
  expect(await button.count()).toBe(0);
  write("shop.bizarch", `${FIRST.replace("owns orders", "reads orders")}\n${MIXER}`);
  await button.waitFor();
  await workbench.screenshot("compare-11-source-control");
  await row(workbench, "shop.bizarch").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Open Architecture Changes" }).waitFor();
  await page.keyboard.press("Escape");
  await button.click();
  await row(workbench, "Nothing is the system of record of 'orders' any more").waitFor();
  await shape(workbench, "till").waitFor();
  await shape(workbench, "till").hover();
  await workbench.webview.getByRole("tooltip").getByText("removed owns orders").waitFor();
  await workbench.screenshot("compare-12-wall");

  // VS Code writes down every few seconds what is open.
  await page.waitForTimeout(8_000);
  await page.reload();
  await row(workbench, "Nothing is the system of record of 'orders' any more").waitFor();
  await shape(workbench, "till").waitFor();
  await page.getByRole("tab", { name: "Changes since HEAD: Corner shop" }).waitFor();
});

async function compareWith(workbench: Workbench, label: string): Promise<void> {
  await settled(workbench);
  await workbench.beginCommand("BizArch: Compare Architecture With");
  const widget = workbench.page.locator(".quick-input-widget");
  await widget
    .locator("input")
    .first()
    .fill(label.replace(/^\$\([a-z-]+\) /, ""));
  const icon = /^\$\(([a-z-]+)\)/.exec(label)?.[1];
  const rows = workbench.choices(label.replace(/^\$\([a-z-]+\) /, ""));
  await workbench.choose(
    icon === undefined ? rows : rows.filter({ has: workbench.page.locator(`.codicon-${icon}`) }),
  );
}

/** The command is there once git has found the repository. */
async function settled({ page }: Workbench): Promise<void> {
  await page.locator('.statusbar-item[aria-label*="feature"]').first().waitFor();
}

function row({ page }: Workbench, text: string): Locator {
  return page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
}

function shape({ webview }: Workbench, name: string): Locator {
  return webview.locator(`[data-name="${name}"]`).first();
}

/** What the view lists of elements that came and went, as a screen reader hears it. */
async function lines({ page }: Workbench, ...expected: readonly string[]): Promise<void> {
  const rows = page.locator(
    '.part.sidebar .monaco-list-row[aria-label^="added, "], .part.sidebar .monaco-list-row[aria-label^="removed, "]',
  );
  const shown = async (): Promise<readonly string[]> =>
    (await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""))).map((label) =>
      label.split(", ").slice(0, 2).join(" "),
    );
  await expect.poll(async () => (await shown()).toSorted()).toEqual(expected.toSorted());
}

async function said({ page }: Workbench, text: string): Promise<void> {
  await page.locator(".part.sidebar .message", { hasText: text }).first().waitFor();
}

/** The marks of ours beside the text. */
function marks({ page }: Workbench): Locator {
  return page.locator(".editor-instance .glyph-margin-widgets .cgmr[class*='TextEditorDecorationType']");
}

/** Types something in the place of a word. */
async function edit({ page }: Workbench, word: string, text: string): Promise<void> {
  const found = page.locator(".editor-instance .view-line").getByText(word, { exact: true });
  await expect.poll(() => found.count()).toBe(1);
  await found.dblclick();
  await page.locator(".editor-instance .selected-text").first().waitFor();
  await page.keyboard.type(text);
}
