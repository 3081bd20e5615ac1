import { expect, test } from "vitest";
import { modelOf } from "../../server/model/link.ts";
import { projectOf, withFile, type Snapshot } from "../../server/model/snapshot.ts";
import { fixture } from "../support/fixture.ts";

function namesIn(snapshot: Snapshot, path: string): readonly string[] {
  const project = projectOf(snapshot, path);
  return project ? modelOf(project).elements.map(({ name }) => name) : [];
}

const flows = "/project/flows.bizarch";
const tools = "/project/tools.bizarch";
const { snapshot } = fixture(`
  //- flows.bizarch
  namespace n
  flow a -> nobody
  //- tools.bizarch
  namespace n
  tool a { category erp }
`);

test("an edge is named by what its ends are now, not by what they were", () => {
  expect(namesIn(snapshot, flows)).toEqual(["n.a -> nobody", "n.a"]);
  const without = withFile(snapshot, tools, "namespace n\n");
  expect(namesIn(without, flows)).toEqual(["a -> nobody"]);
});

test("an edge whose ends did not change is the same element in the next model", () => {
  const before = fixture(
    "//- a.bizarch\ntool a { category erp }\nflow a -> a\n//- b.bizarch\nmission m",
  ).snapshot;
  const after = withFile(before, "/project/b.bizarch", "mission m // why");
  const flowIn = (state: Snapshot) => {
    const project = projectOf(state, "/project/a.bizarch");
    return project && modelOf(project).byName.get("a -> a");
  };
  expect(flowIn(before)).toBeDefined();
  expect(flowIn(after)).toBe(flowIn(before));
});
