import { expect, test, vi } from "vitest";
import type { ComparedItem, ComparedProject } from "../../server/lsp/compare-protocol.ts";

class Named {
  readonly id: string;
  readonly color: Named | undefined;
  constructor(id: string, color?: Named) {
    this.id = id;
    this.color = color;
  }
}

vi.mock("vscode", () => ({
  TreeItem: class {
    readonly label: string;
    readonly collapsibleState: number;
    constructor(label: string, collapsibleState: number) {
      this.label = label;
      this.collapsibleState = collapsibleState;
    }
  },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  ThemeIcon: Named,
  ThemeColor: Named,
}));

const { changeLine, isChangeLine, lineId } = await import("../../client/extension/compare/change-line.ts");
const { compareWordsIn } = await import("../../client/extension/compare/compare-words.ts");

const place = {
  uri: "file:///shop/a.bizarch",
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
};

function item(more: Partial<ComparedItem>): ComparedItem {
  return {
    sign: "changed",
    wall: false,
    label: "till",
    detail: "tool",
    base: place,
    head: place,
    items: [],
    ...more,
  };
}

const chapter = (id: "how" | "what") => ({
  type: "chapter" as const,
  chapter: { id, title: id, items: [] },
  id,
  parent: undefined,
});

const shown = (one: ComparedItem, id: "how" | "what" = "how", language = "en") =>
  changeLine({ type: "item", item: one, id: "x", parent: chapter(id) }, compareWordsIn(language));

test("a line says by sign, in words and to a screen reader what happened, and leads to the text", () => {
  expect(shown(item({}))).toMatchObject({
    label: "till",
    description: "tool",
    tooltip: "changed\ntill\ntool",
    accessibilityInformation: { label: "changed, till, tool" },
    iconPath: { id: "diff-modified" },
    contextValue: "base head",
    command: { command: "bizarch.openChange" },
    collapsibleState: 0,
  });
});

test("what is on one side offers no other, and what is nowhere leads nowhere", () => {
  expect(shown(item({ sign: "removed", head: undefined })).contextValue).toBe("base");
  expect(shown(item({ sign: "added", base: undefined })).contextValue).toBe("head");
  const nowhere = shown(item({ sign: "loosened", base: undefined, head: undefined }));
  expect([nowhere.contextValue, nowhere.command]).toEqual(["", undefined]);
});

test("a wall is news among partitions only", () => {
  expect(shown(item({ wall: true })).description).toBe("tool · load-bearing");
  expect(shown(item({ wall: true }), "what").description).toBe("tool");
  expect(shown(item({ wall: true, detail: "" }), "how", "fr").description).toBe("porteur");
});

test("what files say is text: no Markdown, and no icon", () => {
  const hostile = shown(item({ label: "$(bug) [x](command:y)", detail: "<b>" }));
  expect(hostile).toMatchObject({
    label: "$(bug) [x](command:y)",
    tooltip: "changed\n$(bug) [x](command:y)\n<b>",
  });
});

test("lines that say the same are apart, and stay the same when others come", () => {
  const siblings = [{ label: "a" }, { label: "b" }, { label: "a" }];
  const ids = siblings.map(({ label }, index) => lineId(chapter("how"), label, siblings, index));
  expect(new Set(ids).size).toBe(3);
  expect(lineId(chapter("how"), "b", [{ label: "c" }, ...siblings], 2)).toBe(ids[1]);
});

test("a project says what it comes to, without what did not happen", () => {
  const project = {
    project: { uri: "file:///shop", name: "Shop" },
    summary: { walls: 1, partitions: 0, introduced: 2, fixed: 0, loosened: 1 },
  } satisfies Partial<ComparedProject>;
  const rest = { isEmpty: false, chapters: [], marks: [], unread: { base: 0, head: 0 } };
  const line = { type: "project" as const, project: { ...project, ...rest }, id: "p", parent: undefined };
  const said = (language: string) => changeLine(line, compareWordsIn(language)).description;
  expect(said("en")).toBe("1 change to load-bearing walls · 1 guard loosened · 2 new findings");
  expect(said("fr-CA")).toBe("1 changement aux murs porteurs · 1 garde relâchée · 2 nouveaux constats");
});

test("what comes with a command from elsewhere is no line", () => {
  expect([undefined, null, "x", {}].some(isChangeLine)).toBe(false);
  expect(isChangeLine(chapter("how"))).toBe(true);
});
