import { expect, test } from "vitest";
import type { ComparedProject } from "../../server/lsp/compare-protocol.ts";
import { changesPicture, chosenOf } from "../../client/extension/compare/changes-picture.ts";
import { compareWordsIn } from "../../client/extension/compare/compare-words.ts";

const words = compareWordsIn("en");
const base = { root: "file:///", revision: "main", isFork: false, name: "main" };

function project(name: string): ComparedProject {
  return {
    project: { uri: `file:///${name}`, name },
    isEmpty: false,
    summary: { walls: 0, partitions: 1, introduced: 0, fixed: 0, loosened: 0 },
    chapters: [],
    marks: [],
    unread: { base: 0, head: 0 },
  };
}

const [shop, other] = [project("shop"), project("other")];

/** The ids and titles of what one can choose, and which of them is shown. */
function shown(projects: readonly ComparedProject[], view?: string) {
  const chosen = chosenOf(projects, view);
  const id = chosen.project?.project ?? shop.project;
  const { views, graph, nothing } = changesPicture(
    { base, projects, chosen, shown: id, graph: undefined },
    words,
  );
  return { views: views.map(({ id: one, title }) => `${one}: ${title}`), view: graph.view, nothing };
}

test("one project shows what changed, or everything", () => {
  expect(shown([shop])).toEqual({
    views: [
      "changes file:///shop: What changed, and what is next to it",
      "all file:///shop: Everything, with what changed in it",
    ],
    view: "changes file:///shop",
    nothing: "Nothing that has a shape changed since main.",
  });
  expect(shown([shop], "all file:///shop").view).toBe("all file:///shop");
});

test("of several each is told by its name, and the one that was chosen stays while it is there", () => {
  const { views, view } = shown([shop, other], "all file:///other");
  expect(views.map((one) => one.split(": ").slice(1).join(": "))).toEqual([
    "shop: What changed, and what is next to it",
    "shop: Everything, with what changed in it",
    "other: What changed, and what is next to it",
    "other: Everything, with what changed in it",
  ]);
  expect(view).toBe("all file:///other");
  expect(shown([shop], "all file:///other").view).toBe("all file:///shop");
});

test("where nothing changed, that is said in the place of the same picture", () => {
  expect(shown([], "changes file:///shop")).toEqual({
    views: [],
    view: "changes file:///shop",
    nothing: "Nothing changed in the architecture since main.",
  });
});
