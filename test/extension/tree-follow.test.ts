import { expect, test, vi } from "vitest";
import type { TreePathResult } from "../../server/lsp/protocol.ts";
import type { Node } from "../../client/extension/tree-item.ts";
import { fakeVSCode } from "./fake-vscode.ts";

interface Editor {
  readonly document: { readonly languageId: string; readonly uri: { readonly scheme: string } };
  readonly selection: { readonly active: { readonly line: number; readonly character: number } };
}

const desk = await vi.hoisted(async () => {
  const { fakeVSCode: fake } = await import("./fake-vscode.ts");
  const window: { activeTextEditor: Editor | undefined; visibleTextEditors: Editor[] } = {
    activeTextEditor: undefined,
    visibleTextEditors: [],
  };
  return {
    active: new fake.EventEmitter<Editor | undefined>(),
    visible: new fake.EventEmitter<undefined>(),
    selected: new fake.EventEmitter<{ readonly textEditor: Editor }>(),
    window,
  };
});

vi.mock("vscode", async () => {
  const { fakeVSCode: fake } = await import("./fake-vscode.ts");
  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
    static from(...all: readonly { dispose: () => void }[]): Disposable {
      return new Disposable(() => {
        for (const one of all) one.dispose();
      });
    }
  }
  return {
    ...fake,
    Disposable,
    workspace: { workspaceFolders: [] },
    window: Object.assign(desk.window, {
      onDidChangeActiveTextEditor: desk.active.event,
      onDidChangeVisibleTextEditors: desk.visible.event,
      onDidChangeTextEditorSelection: desk.selected.event,
    }),
  };
});

const { following } = await import("../../client/extension/tree-follow.ts");

const project = { uri: "file:///shop", name: "Shop" };
const findings = { error: 0, warning: 0, info: 0 };

/** A view that does not show a line the first times, as VS Code does while it asks for lines. */
function begin({ deaf = 0, loaded = Promise.resolve() }) {
  const shown = new fakeVSCode.EventEmitter<{ readonly visible: boolean }>();
  const asked: string[] = [];
  const none: Node[] = [];
  const view = {
    visible: true,
    selection: none,
    onDidChangeVisibility: shown.event,
    reveal: vi.fn<(node: Node) => Promise<void>>((node) => {
      if (view.reveal.mock.calls.length > deaf) view.selection = [node];
      return Promise.resolve();
    }),
  };
  const standing = { projects: () => [{ project, ...findings, waived: 0, files: 1, elements: 1 }] };
  const treePath = vi.fn<
    (params: { readonly textDocument: { readonly uri: string } }) => Promise<TreePathResult>
  >(({ textDocument: { uri } }) => {
    asked.push(uri);
    const item = { at: { element: uri }, storey: "why", kind: "mission", findings, size: 0 } as const;
    return Promise.resolve({ project, items: [item] });
  });
  const end = following({ treePath }, standing, view, () => loaded);
  return {
    view,
    asked,
    end,
    shows: () => shown.fire({ visible: true }),
    names: () => view.selection.map(nameOf),
  };
}

function nameOf({ item }: Node): string {
  return item && "element" in item.at ? item.at.element : "";
}

function editor(name: string): Editor {
  const uri = { scheme: "file", toString: () => name };
  return {
    document: { languageId: "bizarch", uri },
    selection: { active: { line: 0, character: 0 } },
  };
}

/** The keyboard goes from a text to a picture, beside which some texts stand. */
function goToPicture(...beside: readonly Editor[]): void {
  desk.window.visibleTextEditors = [...beside];
  desk.window.activeTextEditor = undefined;
  desk.active.fire(undefined);
}

function edit(one: Editor, ...beside: readonly Editor[]): void {
  desk.window.visibleTextEditors = [one, ...beside];
  desk.window.activeTextEditor = one;
  desk.active.fire(one);
}

test("the line of what is edited is shown, once", async () => {
  const { view, names, shows, end } = begin({});
  edit(editor("one"));
  await expect.poll(names).toEqual(["one"]);
  shows();
  await expect.poll(() => view.selection.length).toBe(1);
  expect(view.reveal).toHaveBeenCalledOnce();
  end.dispose();
});

test("a line that VS Code did not show is shown another time", async () => {
  const { names, view, end } = begin({ deaf: 2 });
  edit(editor("one"));
  await expect.poll(names, { timeout: 5_000 }).toEqual(["one"]);
  expect(view.reveal).toHaveBeenCalledTimes(3);
  end.dispose();
});

test("no line is asked for while VS Code waits for some", async () => {
  const gate: { open: () => void } = { open: () => undefined };
  const loaded = new Promise<void>((done) => (gate.open = done));
  const { names, view, asked, end } = begin({ loaded });
  edit(editor("one"));
  await expect.poll(() => asked).toContain("one");
  await new Promise((done) => setTimeout(done));
  expect(view.reveal).not.toHaveBeenCalled();
  gate.open();
  await expect.poll(names).toEqual(["one"]);
  end.dispose();
});

test("it follows the text beside a picture that has the keyboard, also where the picture opened another", async () => {
  const [one, two, three] = [editor("one"), editor("two"), editor("three")];
  const { names, shows, end } = begin({});
  edit(one, two);
  await expect.poll(names).toEqual(["one"]);
  goToPicture(one, two);
  desk.selected.fire({ textEditor: two });
  await expect.poll(names).toEqual(["two"]);
  // The other text takes the place of this one, and its cursor stands already where it should.
  goToPicture(three);
  shows();
  await expect.poll(names).toEqual(["three"]);
  end.dispose();
});

test("a text that is not an architecture is not followed, nor is one beside it", async () => {
  const one = editor("one");
  const { names, asked, end } = begin({});
  const readme = { ...editor("readme"), document: { languageId: "markdown", uri: { scheme: "file" } } };
  edit(readme, one);
  desk.selected.fire({ textEditor: one });
  await new Promise((done) => setTimeout(done));
  expect([asked, names()]).toEqual([[], []]);
  end.dispose();
});
