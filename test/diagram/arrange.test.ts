import { afterEach, beforeAll, expect, test } from "vitest";
import { arranger, newest, type Arranger } from "../../client/diagram/arrange.ts";
import { measure } from "../../client/diagram/measure.ts";
import { svg } from "../../client/diagram/svg.ts";
import { crowd } from "./crowd.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { pictureOf } from "./picture.ts";
import { threadWorker, workerFile } from "./worker.ts";

let file = "";
let posts = 0;
let starts = 0;
const opened: Arranger[] = [];

beforeAll(async () => {
  file = await workerFile();
});

afterEach(() => {
  for (const it of opened.splice(0)) it.close();
});

function real(): Arranger {
  posts = 0;
  starts = 0;
  const it = arranger(() => {
    starts++;
    return threadWorker(file, () => posts++);
  });
  opened.push(it);
  return it;
}

const anyTime = (): AbortSignal => new AbortController().signal;

/** A picture that takes a while. */
const large = measure(
  graph({
    layout: "graph",
    nodes: Array.from({ length: 1_200 }, (_, index) => node(`n${index}`)),
    edges: Array.from({ length: 2_400 }, (_, index) =>
      edge(`n${index % 1_200}`, `n${(index * 7 + 3) % 1_200}`),
    ),
  }),
);

test("what was arranged once is not arranged again, also under other words and findings", async () => {
  const { arrange } = real();
  const before = await arrange(measure(house), anyTime());
  const quiet = { ...house, nodes: house.nodes.map((it) => ({ ...it, finding: undefined })) };
  const after = await arrange(measure(quiet), anyTime());
  expect(posts).toBe(1);
  expect(after.nodes.map(({ box }) => box)).toEqual(before.nodes.map(({ box }) => box));
});

test("two who ask for the same picture at once share it", async () => {
  const { arrange } = real();
  await Promise.all([arrange(measure(house), anyTime()), arrange(measure(house), anyTime())]);
  expect(posts).toBe(1);
});

test("who does not wait any more is told so at once, and the next is served", async () => {
  const { arrange } = real();
  const gone = new AbortController();
  const first = arrange(large, gone.signal);
  gone.abort(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  const scene = await arrange(measure(house), anyTime());
  expect(scene.nodes).toHaveLength(house.nodes.length);
  expect(starts).toBe(2);
});

test("a picture that nobody waits for any more is never begun", async () => {
  const { arrange } = real();
  const gone = new AbortController();
  const first = arrange(measure(house), anyTime());
  const second = arrange(
    measure(graph({ groups: [group("g")], nodes: [node("x", { group: "g" })] })),
    gone.signal,
  );
  gone.abort();
  await expect(second).rejects.toThrow();
  await first;
  expect(posts).toBe(1);
});

test("what is asked for with an aborted signal is not begun", async () => {
  const { arrange } = real();
  await expect(arrange(measure(house), AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
  expect(posts).toBe(0);
});

test("the newest picture takes the place of those before it", async () => {
  const show = newest(real().arrange);
  const old = show(measure(graph({ groups: [group("g")], nodes: [node("x", { group: "g" })] })));
  const now = show(measure(house));
  await expect(old).rejects.toThrow();
  expect((await now).nodes).toHaveLength(house.nodes.length);
});

test("a worker that breaks fails those who wait, and the next who asks gets a new one", async () => {
  let broken = false;
  const it = arranger(() => {
    if (broken) return threadWorker(file);
    broken = true;
    return {
      post: () => undefined,
      listen: (_, fail) => setTimeout(() => fail("out of memory"), 0),
      terminate: () => undefined,
    };
  });
  opened.push(it);
  await expect(it.arrange(measure(house), anyTime())).rejects.toThrow("out of memory");
  expect((await it.arrange(measure(house), anyTime())).nodes).toHaveLength(house.nodes.length);
});

test("nothing at all, one shape and five hundred are pictures", async () => {
  const { arrange } = real();
  const empty = await arrange(measure(graph({})), anyTime());
  expect(empty.nodes).toEqual([]);
  const one = await arrange(
    measure(graph({ groups: [group("g")], nodes: [node("x", { group: "g" })] })),
    anyTime(),
  );
  expect(one.nodes).toHaveLength(1);
  const many = await arrange(measure(crowd(500)), anyTime());
  expect(new Set(many.nodes.map(({ box }) => `${box.x} ${box.y}`)).size).toBe(500);
});

test("every process draws the same bytes", async () => {
  const sized = measure(house);
  const other = real();
  const here = svg(await real().arrange(sized, anyTime()), "light");
  const there = svg(await other.arrange(measure(graph({ ...house, layout: "graph" })), anyTime()), "light");
  expect(svg(await other.arrange(sized, anyTime()), "light")).toBe(here);
  expect(svg(await real().arrange(measure(graph({ ...house, layout: "graph" })), anyTime()), "light")).toBe(
    there,
  );
  expect(here).toBe(await pictureOf(house));
});
