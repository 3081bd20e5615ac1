import { expect, test } from "vitest";
import { cursorIn, fixture, modelIn, ROOT, shortPath } from "./fixture.ts";

test("a text without a header is one file, unindented", () => {
  const { files, cursor } = fixture(`
    tool pim {
      category pim
    }
  `);
  expect(files).toEqual([{ path: `${ROOT}/main.bizarch`, text: "tool pim {\n  category pim\n}\n" }]);
  expect(cursor).toBeUndefined();
});

test("each header opens a file", () => {
  const { files } = fixture(`
    //- a.bizarch
    mission eat
    //- sub/b.bizarch
    tool pim
  `);
  expect(files.map(({ path, text }) => [shortPath(path), text])).toEqual([
    ["a.bizarch", "mission eat"],
    ["sub/b.bizarch", "tool pim\n"],
  ]);
});

test("the cursor is found and taken out, at the end of a line too", () => {
  const workspace = fixture(`
    //- a.bizarch
    mission eat
    //- b.bizarch
    tool pim {
      owns $0
    }
  `);
  const { path, offset } = cursorIn(workspace);
  expect(shortPath(path)).toBe("b.bizarch");
  expect(workspace.files[1]?.text).toBe("tool pim {\n  owns \n}\n");
  expect(offset).toBe("tool pim {\n  owns ".length);
});

test("a file may end its lines in CRLF", () => {
  expect(fixture("//- a.bizarch crlf\nmission a\nmission b\n").files[0]?.text).toBe(
    "mission a\r\nmission b\r\n",
  );
});

test("a settings file is read, and its project linked", () => {
  const workspace = fixture(`
    //- bizarch.json
    { "name": "Shop" }
    //- a.bizarch
    mission $0eat
  `);
  const model = modelIn(workspace);
  expect(model.project.config.name).toBe("Shop");
  expect(model.elements.map(({ name }) => name)).toEqual(["eat"]);
});
