import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BrowserContext, ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, inject, onTestFailed } from "vitest";
import { openBrowser } from "./browser.mjs";
import { throwAway, urlOf } from "./vscode.mjs";
import type { Workbench } from "./workbench.ts";
import { openWorkbench } from "./workbench.ts";

/** Where the tests of one file work: a folder of their own, and a browser that forgets. */
export interface Desk {
  /** The folder that is opened; a copy of a sample, which may be changed. */
  readonly folder: string;
  /** Opens the folder in a new page, with a file of it where one is named; the page before it is closed. */
  readonly open: (file?: string) => Promise<Workbench>;
}

export interface DeskOptions {
  /** A folder below `samples/` to begin with; none for an empty folder. */
  readonly sample?: string;
  /** A file of the folder that names the folders to open, in the place of the whole. */
  readonly workspace?: string;
  /** Files beside those of the sample, by their paths in the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings of VS Code, for this folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Hears what the pages write to the console. */
  readonly heard?: (message: ConsoleMessage) => void;
}

/** A desk for the tests of a file, named after what they show; to be called outside of tests. */
export function desk(name: string, { sample, workspace, files = {}, settings, heard }: DeskOptions): Desk {
  const folder = mkdtempSync(join(tmpdir(), `bizarch-${name}-`));
  let browser: BrowserContext | undefined;

  beforeAll(async () => {
    if (sample !== undefined) cpSync(join("samples", sample), folder, { recursive: true });
    const set = settings ? { ".vscode/settings.json": JSON.stringify(settings) } : {};
    for (const [path, text] of Object.entries({ ...files, ...set })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    throwAway(folder);
  });

  const open = async (file?: string): Promise<Workbench> => {
    if (!browser) throw new Error("There is no browser.");
    const before = browser.pages();
    const page = await browser.newPage();
    for (const other of before) await other.close();
    page.setDefaultTimeout(60_000);
    if (heard) page.on("console", heard);
    const url = urlOf(
      inject("address"),
      join(folder, workspace ?? ""),
      file === undefined ? undefined : join(folder, file),
    );
    const workbench = await openWorkbench(page, url, file !== undefined);
    onTestFailed(() => workbench.explain(`${name}-failed`));
    if (workspace !== undefined) await untilThereAreFolders(page);
    return workbench;
  };
  return { folder, open };
}

/**
 * VS Code now and then opens a workspace of several folders with none of them, and stays so: it has asked for the file
 * before it could be read. A person would reload the window.
 */
async function untilThereAreFolders(page: Page): Promise<void> {
  const first = page.locator(".explorer-folders-view .monaco-list-row").first();
  for (let loaded = 1; loaded < 4; loaded++) {
    const isThere = await first.waitFor({ timeout: 20_000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await page.reload();
  }
  await first.waitFor();
}
