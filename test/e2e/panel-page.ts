import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { pageHtml } from "../../client/extension/page-html.ts";
import type { FromPanel, PanelState, ToPanel } from "../../client/panel/messages.ts";
import type { Pins } from "../../client/pins/pin.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { openBrowser } from "./browser.mjs";

/** The panel's page in a browser, without VS Code around it: what it says is heard, and it is told what a test wants. */
export interface PanelPage {
  readonly page: Page;
  /** All that it said since it was opened, but for what it says when it is ready. */
  readonly heard: readonly FromPanel[];
  readonly tell: (message: ToPanel) => Promise<void>;
  /** Shows a view of the sample, with what is wrong with its side file. */
  readonly show: (view: string, pins?: Pins, flaw?: string) => Promise<void>;
  /** Shows any graph as a view of the sample. */
  readonly showGraph: (graph: ViewGraph, pins?: Pins) => Promise<void>;
  readonly theme: (name: Theme) => Promise<void>;
  /** What it would remember if the window were closed now. */
  readonly state: () => Promise<PanelState | undefined>;
  readonly shape: (name: string) => Locator;
  /** The opacity of a part of the picture once it has stopped changing. */
  readonly opacity: (selector: string) => Promise<number>;
  readonly screenshot: (name: string) => Promise<void>;
}

export type Theme = keyof typeof THEMES;

export interface PanelOptions {
  /** A folder below `samples/`. */
  readonly sample: string;
  readonly state?: PanelState;
  readonly language?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: "reduce" | "no-preference";
}

const ADDRESS = "http://panel.test";

/** Opens the panel for the tests of a file, in a browser that they share; to be called outside of tests. */
export function panelPages(usual: PanelOptions): (options?: Partial<PanelOptions>) => Promise<PanelPage> {
  let browser: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return (options) => {
    if (!browser) throw new Error("There is no browser.");
    return openPanel(browser, { ...usual, ...options });
  };
}

async function openPanel(browser: BrowserContext, options: PanelOptions): Promise<PanelPage> {
  const { sample, state, language = "en", size, reducedMotion = "reduce" } = options;
  const model = sampleModel(sample);
  const page = await browser.newPage();
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion });
  const errors: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.route(`${ADDRESS}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "") return route.fulfill({ contentType: "text/html", body: html(language) });
    return route.fulfill({ contentType: "text/javascript", body: readFileSync(join("dist", name)) });
  });
  const heard: FromPanel[] = [];
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  await page.exposeFunction("heard", (message: FromPanel) => {
    if (message.type === "ready") isReady();
    else heard.push(message);
  });
  await page.addInitScript(standIn, state);
  await page.goto(`${ADDRESS}/`);
  await ready;
  const tell = (message: ToPanel) => page.evaluate((sent) => window.postMessage(sent, "*"), message);
  const showGraph = async (graph: ViewGraph, pins: Pins = [], flaw?: string): Promise<void> => {
    const project = { uri: `file:///${sample}`, name: sample };
    const listed = viewsOf(model);
    const views = listed.some(({ id }) => id === graph.view)
      ? listed
      : [...listed, { id: graph.view, title: graph.title }];
    await tell({
      type: "show",
      shown: {
        uri: `${project.uri}/a.bizarch`,
        project,
        views,
        graph,
        pins,
        locked: false,
        ...(flaw !== undefined && { flaw }),
      },
    });
    await page.locator(`.canvas svg[data-view="${graph.view}"]`).waitFor();
  };
  const panel: PanelPage = {
    page,
    heard,
    tell,
    showGraph,
    show: (view, pins, flaw) => showGraph(graphOf(model, view), pins, flaw),
    theme: (name) => page.evaluate(dress, THEMES[name]),
    state: () => page.evaluate(() => window.state),
    shape: (name) => page.locator(`[data-name="${name}"]`),
    opacity: (selector) => stillOpacity(page.locator(selector).first()),
    screenshot: async (name) => {
      await page.screenshot({ path: `test-results/${name}.png` });
      if (errors.length > 0) throw new Error(errors.join("\n"));
    },
  };
  await panel.theme("light");
  return panel;
}

/** What a view of a sample shows. */
function graphOf(model: Model, view: string): ViewGraph {
  const graph = viewGraph(model, verdictOf(model.project).findings, view);
  if (!graph) throw new Error(`There is no view ${view}.`);
  return graph;
}

function sampleModel(name: string): Model {
  const root = resolve("samples", name);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
    .toSorted()
    .map((path) => ({ path: join(root, path), text: readFileSync(join(root, path), "utf8") }));
  const settings = { today: "2026-11-22", locale: "en", profile: undefined } as const;
  const [project] = snapshotOf(files, [root], settings).projects.values();
  if (!project) throw new Error(`${name} is no project.`);
  return modelOf(project);
}

function html(language: string): string {
  const script = `${ADDRESS}/panel.js`;
  const worker = { script: `${ADDRESS}/elk-worker.js`, source: ADDRESS };
  return pageHtml({ title: "BizArch", nonce: "test", script, worker, language });
}

declare global {
  /** What the page of the panel finds in the place of VS Code. */
  interface Window {
    state: PanelState | undefined;
    heard: (message: FromPanel) => void;
    acquireVsCodeApi: () => object;
  }
}

/** What VS Code gives a webview; runs in the page. */
function standIn(before: PanelState | undefined): void {
  window.state = before;
  window.acquireVsCodeApi = () => ({
    postMessage: (message: FromPanel) => window.heard(message),
    getState: () => window.state,
    setState: (state: PanelState) => (window.state = state),
  });
}

/** The colours of an editor; runs in the page. */
function dress({ name, colours }: { readonly name: string; readonly colours: string }): void {
  document.body.className = name;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root{${colours}} body{font-family:sans-serif;font-size:13px}`);
  const [own] = document.adoptedStyleSheets;
  document.adoptedStyleSheets = own ? [own, sheet] : [sheet];
}

async function stillOpacity(part: Locator): Promise<number> {
  const read = () => part.evaluate((element) => Number(getComputedStyle(element).opacity));
  let last = await read();
  for (let same = 0; same < 2;) {
    await part.page().waitForTimeout(80);
    const now = await read();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return last;
}

const THEMES = {
  light: {
    name: "vscode-light",
    colours:
      "--vscode-editor-background:#fff;--vscode-editor-foreground:#3b3b3b;--vscode-foreground:#3b3b3b;--vscode-descriptionForeground:#3b3b3b;--vscode-editorWidget-background:#f8f8f8;--vscode-editorWidget-border:#c8c8c8;--vscode-focusBorder:#005fb8;--vscode-input-background:#fff;--vscode-input-foreground:#3b3b3b;--vscode-input-border:#cecece;--vscode-dropdown-background:#fff;--vscode-dropdown-foreground:#3b3b3b;--vscode-dropdown-border:#cecece;--vscode-editorHoverWidget-background:#f8f8f8;--vscode-editorHoverWidget-border:#c8c8c8;--vscode-editorHoverWidget-foreground:#3b3b3b;--vscode-textLink-foreground:#005fb8;--vscode-textCodeBlock-background:#eee;--vscode-inputValidation-warningBackground:#f6f5d2;--vscode-inputValidation-warningBorder:#b89500;--vscode-button-background:#005fb8;--vscode-button-foreground:#fff;--vscode-errorForeground:#c22535;--vscode-badge-background:#cccccc;--vscode-badge-foreground:#3b3b3b;--vscode-list-hoverBackground:#f2f2f2;--vscode-toolbar-hoverBackground:#b8b8b850;--vscode-widget-shadow:#00000029",
  },
  dark: {
    name: "vscode-dark",
    colours:
      "--vscode-editor-background:#1f1f1f;--vscode-editor-foreground:#ccc;--vscode-foreground:#ccc;--vscode-descriptionForeground:#9d9d9d;--vscode-editorWidget-background:#202020;--vscode-editorWidget-border:#454545;--vscode-focusBorder:#0078d4;--vscode-input-background:#313131;--vscode-input-foreground:#ccc;--vscode-input-border:#3c3c3c;--vscode-dropdown-background:#313131;--vscode-dropdown-foreground:#ccc;--vscode-dropdown-border:#3c3c3c;--vscode-editorHoverWidget-background:#202020;--vscode-editorHoverWidget-border:#454545;--vscode-editorHoverWidget-foreground:#ccc;--vscode-textLink-foreground:#4daafc;--vscode-textCodeBlock-background:#2b2b2b;--vscode-inputValidation-warningBackground:#352a05;--vscode-inputValidation-warningBorder:#b89500;--vscode-button-background:#0078d4;--vscode-button-foreground:#fff;--vscode-errorForeground:#f85149;--vscode-badge-background:#616161;--vscode-badge-foreground:#f8f8f8;--vscode-list-hoverBackground:#2a2d2e;--vscode-toolbar-hoverBackground:#5a5d5e50;--vscode-widget-shadow:#0000005c",
  },
  contrast: {
    name: "vscode-high-contrast",
    colours:
      "--vscode-editor-background:#000;--vscode-editor-foreground:#fff;--vscode-foreground:#fff;--vscode-descriptionForeground:#fff;--vscode-editorWidget-background:#000;--vscode-editorWidget-border:#6fc3df;--vscode-focusBorder:#f38518;--vscode-contrastBorder:#6fc3df;--vscode-contrastActiveBorder:#f38518;--vscode-input-background:#000;--vscode-input-foreground:#fff;--vscode-input-border:#6fc3df;--vscode-dropdown-background:#000;--vscode-dropdown-foreground:#fff;--vscode-dropdown-border:#6fc3df;--vscode-editorHoverWidget-background:#000;--vscode-editorHoverWidget-border:#6fc3df;--vscode-editorHoverWidget-foreground:#fff;--vscode-textLink-foreground:#21a6ff;--vscode-textCodeBlock-background:#000;--vscode-inputValidation-warningBackground:#000;--vscode-inputValidation-warningBorder:#6fc3df;--vscode-button-background:#000;--vscode-button-foreground:#fff;--vscode-errorForeground:#f48771;--vscode-badge-background:#000;--vscode-badge-foreground:#fff",
  },
} as const;
