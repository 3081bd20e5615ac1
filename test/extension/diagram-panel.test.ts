import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { ViewParams, ViewResult } from "../../server/lsp/protocol.ts";
import type { Pins } from "../../client/pins/pin.ts";
import type { PreviewSettings } from "../../client/extension/preview-settings.ts";
import { fakePanel, fakeVSCode } from "./fake-vscode.ts";

vi.mock("vscode", () => fakeVSCode);
const { Uri } = await import("vscode");
const { DiagramPanel } = await import("../../client/extension/diagram-panel.ts");
const { wordsIn } = await import("../../client/extension/words.ts");

const DEFAULTS: PreviewSettings = {
  markEditorSelection: true,
  scrollPreviewWithEditor: true,
  scrollEditorWithPreview: true,
  doubleClickToSwitchToEditor: false,
};

/** What the side file of the view that is shown says. */
const moved: Pins = [["pim", { column: 2, row: 1 }]];

interface Asked {
  readonly params: ViewParams;
  readonly token: { readonly isCancellationRequested: boolean };
  readonly answer: (result: ViewResult | null | Error) => Promise<void>;
}

/** A panel for `a.bizarch` whose server answers when the test says so. */
function open(settings: Partial<PreviewSettings> = {}) {
  const page = fakePanel();
  const asked: Asked[] = [];
  const view = (params: ViewParams, token: Asked["token"]) =>
    new Promise<ViewResult | null>((resolve, reject) => {
      const answer = async (result: ViewResult | null | Error) => {
        if (result instanceof Error) reject(result);
        else resolve(result);
        await setImmediate();
      };
      asked.push({ params, token, answer });
    });
  const elementAt = () => Promise.resolve({ name: "pim", project: "file:///shop" });
  const pins = {
    pinsOf: vi.fn<() => Promise<Pins | undefined>>(() => Promise.resolve(moved)),
    flawOf: vi.fn<(at: unknown) => string | undefined>(),
    put: vi.fn<(...args: readonly unknown[]) => Promise<void>>(() => Promise.resolve()),
    reset: vi.fn<(at: unknown) => Promise<void>>(() => Promise.resolve()),
    undo: vi.fn<(at: unknown) => Promise<void>>(() => Promise.resolve()),
    redo: vi.fn<(at: unknown) => Promise<void>>(() => Promise.resolve()),
    look: vi.fn<(at: unknown) => Promise<void>>(() => Promise.resolve()),
  };
  const preview = () => ({ ...DEFAULTS, ...settings });
  const log = { error: vi.fn<(text: string) => void>(), debug: vi.fn<(text: string) => void>() };
  const house = {
    extension: Uri.parse("ext:"),
    server: { view, elementAt },
    log,
    words: wordsIn("en"),
    preview,
    pins,
  };
  // @ts-expect-error The stand-ins have no more than is asked of them.
  const panel = new DiagramPanel(house, page.panel, Uri.parse("file:///shop/a.bizarch"));
  return { ...page, asked, log, pins, diagram: panel };
}

function result(project: string): ViewResult {
  const graph = {
    view: "storeys",
    title: project,
    subtitle: "",
    locale: "en",
    layout: "storeys",
    direction: "down",
    groups: [],
    nodes: [],
    edges: [],
  } as const;
  return { graph, views: [], project: { uri: `file:///${project}`, name: project } };
}

test("nothing is asked before the page is there, and then once", async () => {
  const { diagram, says, asked, posted, panel } = open();
  diagram.refresh();
  expect(asked).toHaveLength(0);
  says({ type: "ready" });
  expect(asked.map(({ params }) => params)).toEqual([{ textDocument: { uri: "file:///shop/a.bizarch" } }]);
  await asked[0]?.answer(result("shop"));
  expect(posted()).toEqual([
    { type: "show", shown: { uri: "file:///shop/a.bizarch", ...result("shop"), pins: moved, locked: false } },
  ]);
  expect(panel.title).toBe("Diagram: shop");
});

test("a newer question cancels the older, whose answer is not shown", async () => {
  const { diagram, says, asked, posted } = open();
  says({ type: "ready" });
  diagram.refresh();
  expect(asked.map(({ token }) => token.isCancellationRequested)).toEqual([true, false]);
  await asked[1]?.answer(result("new"));
  await asked[0]?.answer(result("old"));
  expect(posted()).toMatchObject([{ type: "show", shown: { project: { name: "new" } } }]);
});

test("it looks for what others moved as long as somebody can see it", async () => {
  const { diagram, says, show, asked, pins } = open();
  says({ type: "ready" });
  await diagram.look();
  expect(pins.look).not.toHaveBeenCalled();
  await asked[0]?.answer(result("shop"));
  await diagram.look();
  expect(pins.look.mock.calls).toEqual([[{ project: "file:///shop", view: "storeys" }]]);
  show(false);
  await diagram.look();
  expect(pins.look).toHaveBeenCalledTimes(1);
});

test("what is wrong with the side file is said beside the picture", async () => {
  const { says, asked, posted, pins } = open();
  pins.flawOf.mockReturnValue("It says no place in line 2.");
  says({ type: "ready" });
  await asked[0]?.answer(result("shop"));
  expect(pins.flawOf).toHaveBeenCalledWith({ project: "file:///shop", view: "storeys" });
  expect(posted()).toMatchObject([{ type: "show", shown: { flaw: "It says no place in line 2." } }]);
});

test("only a change of the project that is shown is asked about", async () => {
  const { diagram, says, asked } = open();
  says({ type: "ready" });
  await asked[0]?.answer(result("shop"));
  diagram.changed(["file:///other"]);
  expect(asked).toHaveLength(1);
  diagram.changed(["file:///other", "file:///shop"]);
  expect(asked).toHaveLength(2);
});

test("while nobody can see it, nothing is asked; when its page is back, it is", async () => {
  const { diagram, says, show, asked } = open();
  says({ type: "ready" });
  await asked[0]?.answer(result("shop"));
  show(false);
  diagram.changed(["file:///shop"]);
  expect(asked).toHaveLength(1);
  show(true);
  expect(asked).toHaveLength(1);
  says({ type: "ready" });
  expect(asked).toHaveLength(2);
});

test("another file is followed, the same one is not asked for again", () => {
  const { diagram, says, asked } = open();
  says({ type: "ready" });
  diagram.follow(Uri.parse("file:///shop/a.bizarch"));
  expect(asked).toHaveLength(1);
  diagram.follow(Uri.parse("file:///shop/b.bizarch"));
  expect(asked[1]?.params.textDocument.uri).toBe("file:///shop/b.bizarch");
});

test("a locked panel stays with its file, and its title says so", async () => {
  const { diagram, says, asked, panel } = open();
  says({ type: "ready" });
  await asked[0]?.answer(result("shop"));
  diagram.toggleLock();
  expect(panel.title).toBe("[Diagram: shop]");
  diagram.follow(Uri.parse("file:///other/b.bizarch"));
  expect(asked.at(-1)?.params.textDocument.uri).toBe("file:///shop/a.bizarch");
  diagram.toggleLock();
  diagram.follow(Uri.parse("file:///other/b.bizarch"));
  expect(asked.at(-1)?.params.textDocument.uri).toBe("file:///other/b.bizarch");
});

const editor = {
  document: { uri: "file:///shop/a.bizarch" },
  selection: { active: { line: 0, character: 0 } },
};

test.each([
  [{}, "shop", { name: "pim", follow: true }],
  [{ scrollPreviewWithEditor: false }, "shop", { name: "pim", follow: false }],
  [{ markEditorSelection: false }, "shop", { name: undefined, follow: false }],
  [{}, "other", { name: undefined, follow: true }],
])("with %j, in a panel of %s, the cursor marks %j", async (settings, project, marked) => {
  const { diagram, says, asked, posted } = open(settings);
  says({ type: "ready" });
  await asked[0]?.answer(result(project));
  // @ts-expect-error An editor has more than is asked of it.
  await diagram.mark(editor);
  expect(posted().at(-1)).toEqual({ type: "mark", ...marked });
});

test("two clicks on a shape ask for what is around it", () => {
  const { says, asked } = open();
  says({ type: "ready" });
  says({ type: "open", name: "pim" });
  expect(asked.at(-1)?.params.view).toBe("around:pim");
});

test("the view that somebody chose is asked for from then on", () => {
  const { diagram, says, asked } = open();
  says({ type: "ready" });
  says({ type: "choose", view: "walls" });
  diagram.refresh();
  expect(asked.map(({ params }) => params.view)).toEqual([undefined, "walls", "walls"]);
});

test("a file of no project, and a server that fails, are told of; the last picture is not taken away", async () => {
  const { diagram, says, asked, posted, log } = open();
  says({ type: "ready" });
  await asked[0]?.answer(null);
  diagram.refresh();
  await asked[1]?.answer(new Error("It crashed."));
  expect(posted()).toEqual([
    { type: "fail", reason: wordsIn("en").noProject },
    { type: "fail", reason: "The language server did not answer: It crashed." },
  ]);
  expect(log.error).toHaveBeenCalledWith("It crashed.");
});

test("what is no message of the panel does nothing", () => {
  const { says, asked } = open();
  says({ type: "ready", extra: true });
  says({ type: "run", command: "rm" });
  says("ready");
  expect(asked).toHaveLength(1);
});

test("a shape that is moved, and all that is taken back, goes to the side file of the view that is shown", async () => {
  const { diagram, says, asked, pins } = open();
  says({ type: "move", view: "storeys", id: "pim", pin: { column: 1, row: 1 } });
  expect(pins.put).not.toHaveBeenCalled();
  says({ type: "ready" });
  await asked[0]?.answer(result("shop"));
  const at = { project: "file:///shop", view: "storeys" };
  says({ type: "move", view: "storeys", id: "pim", pin: { column: 3, row: 2 } });
  expect(pins.put).toHaveBeenLastCalledWith(at, "pim", { column: 3, row: 2 });
  says({ type: "undo", view: "storeys" });
  expect(pins.undo).toHaveBeenCalledWith(at);
  says({ type: "redo", view: "storeys" });
  expect(pins.redo).toHaveBeenCalledWith(at);
  diagram.resetPosition("pim");
  expect(pins.put).toHaveBeenLastCalledWith(at, "pim", undefined);
  diagram.resetLayout();
  says({ type: "reset", view: "storeys" });
  expect(pins.reset.mock.calls).toEqual([[at], [at]]);
});
