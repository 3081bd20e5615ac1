import { expect, test } from "vitest";
import { targetAt, targetBeside } from "../../client/diagram/pin-at.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { sceneFor } from "./picture.ts";

const tools = graph({
  groups: [group("tools")],
  nodes: ["a", "b", "c", "d", "e"].map((id) => node(id, { group: "tools" })),
});

test("a shape that is let go stands in the nearest cell of its group, and there it will be drawn", async () => {
  const scene = await sceneFor(tools);
  for (const corner of [
    { x: 0, y: 0 },
    { x: 9_000, y: 9_000 },
    { x: 500, y: 260 },
    { x: Number.NEGATIVE_INFINITY, y: 200 },
  ]) {
    const target = targetAt(scene, "a", corner);
    if (!target) throw new Error("It cannot be put anywhere.");
    const after = await sceneFor(tools, [["a", target.pin]]);
    const { box } = after.nodes.find((it) => it.node.id === "a") ?? {};
    expect(box).toMatchObject({ x: target.box.x, y: target.box.y });
  }
});

test("on the open floor it stands where it is let go, in line with another where it nearly is", async () => {
  const free = graph({
    layout: "graph",
    nodes: ["a", "b", "c"].map((id) => node(id)),
    edges: [edge("a", "b"), edge("b", "c")],
  });
  const scene = await sceneFor(free);
  const b = scene.nodes.find((it) => it.node.id === "b")?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(targetAt(scene, "a", { x: b.x + 7, y: b.y - 300 })?.box.x).toBe(b.x);
  expect(targetAt(scene, "a", { x: b.x + 300, y: b.y + 4 })?.box.y).toBe(b.y);
  const target = targetAt(scene, "a", { x: b.x + 700, y: b.y + 400 });
  const after = await sceneFor(free, target && [["a", target.pin]]);
  expect(after.nodes.find((it) => it.node.id === "a")?.box).toMatchObject({ ...target?.box });
  expect(targetAt(scene, "a", { x: -900, y: -900 })?.pin).toEqual({ x: 32, y: 32 });
});

test("step by step one gets anywhere, but not beyond the first row and column", async () => {
  const scene = await sceneFor(tools);
  expect(targetBeside(scene, "a", { x: 1, y: 0 })?.pin).toEqual({ column: 2, row: 1 });
  expect(targetBeside(scene, "a", { x: 0, y: 1 })?.pin).toEqual({ column: 1, row: 2 });
  expect(targetBeside(scene, "a", { x: -1, y: 0 })).toBeUndefined();
  expect(targetBeside(scene, "a", { x: 0, y: -1 })).toBeUndefined();
});

test("what stands where it does for a reason cannot be put anywhere: groups, charts, and what is not there", async () => {
  const at = { x: 300, y: 300 };
  expect(targetAt(await sceneFor(house), "catalog", at)).toBeUndefined();
  expect(targetAt(await sceneFor(house), "gone", at)).toBeUndefined();
  const chart = graph({ layout: "tree", nodes: [node("a"), node("b")], edges: [edge("b", "a")] });
  expect(targetAt(await sceneFor(chart), "b", at)).toBeUndefined();
});
