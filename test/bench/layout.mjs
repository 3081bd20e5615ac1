import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { median } from "./run.mjs";

const root = resolve(import.meta.dirname, "../..");
const RUNS = 5;

/**
 * The milliseconds to lay out pictures of so many shapes in a worker: the first, the worker's start included; the median
 * of others, each of them another picture; and the median after an edit in a picture that keeps its places.
 *
 * @param {readonly number[]} sizes
 */
export async function layouts(sizes) {
  const { arranger, measure } = await diagram();
  const results = [];
  for (const layout of ["storeys", "graph"])
    for (const shapes of sizes) {
      const { arrange, close } = arranger(startWorker, { steady: true });
      const timed = async (/** @type {any} */ view) => {
        const start = performance.now();
        await arrange(measure(view), new AbortController().signal);
        return performance.now() - start;
      };
      const first = await timed(graph(shapes, 0, layout));
      const others = [];
      for (let run = 1; run <= RUNS; run++)
        others.push(await timed({ ...graph(shapes, run, layout), view: `another, ${run}` }));
      const edited = [];
      for (let run = 1; run <= EDITS; run++) edited.push(await timed(after(graph(shapes, 0, layout), run)));
      close();
      results.push({ shapes, layout, first, again: median(others), edited: median(edited) });
    }
  return results;
}

const EDITS = 20;

/**
 * A picture in which somebody has edited something: a shape more, or less, or a line to elsewhere.
 *
 * @param {any} view
 * @param {number} run
 */
function after(view, run) {
  const at = (run * 17) % view.nodes.length;
  const node = view.nodes[at];
  if (run % 3 === 0) return { ...view, nodes: view.nodes.toSpliced(at, 1) };
  if (run % 3 === 1)
    return { ...view, nodes: [...view.nodes, { ...node, id: `more-${run}`, name: `more-${run}` }] };
  const edge = { ...view.edges[at], id: `more-${run}`, to: view.nodes[(at + 23) % view.nodes.length].id };
  return { ...view, edges: [...view.edges, edge] };
}

/** The parts of the diagram that are measured, bundled as a door would bundle them. */
async function diagram() {
  const contents = `
    export { arranger } from "./client/diagram/arrange.ts";
    export { measure } from "./client/diagram/measure.ts";`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    loader: { ".woff2": "empty" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? "").toString("base64")}`);
}

export function startWorker() {
  const worker = new Worker(resolve(root, "dist/elk-worker.js"));
  return {
    post: (/** @type {unknown} */ order) => worker.postMessage(order),
    listen: (
      /** @type {(answer: unknown) => void} */ answered,
      /** @type {(reason: string) => void} */ broken,
    ) => {
      worker.on("message", answered);
      worker.on("error", (error) => broken(String(error)));
    },
    terminate: () => void worker.terminate(),
  };
}

/**
 * A picture of so many shapes in groups of ten, with as many edges: two of three stay in their group.
 *
 * @param {number} shapes
 * @param {number} variant makes another picture of the same size
 * @param {string} [layout]
 */
export function graph(shapes, variant, layout = "storeys") {
  const drawn = { detail: "", marks: [], finding: undefined, change: undefined };
  const groupCount = Math.ceil(shapes / 10);
  const groups = Array.from({ length: groupCount }, (_, index) => ({
    ...drawn,
    id: `group-${index}`,
    title: `Group ${index}`,
    storey: index % 2 === 0 ? "what" : "how",
    kind: undefined,
    parent: undefined,
    frame: index % 2 === 0 ? "wall" : "partition",
    row: Math.floor(index / 8),
  }));
  const nodes = Array.from({ length: shapes }, (_, index) => ({
    ...drawn,
    id: `shape-${index}`,
    name: `shape-${index}`,
    tags: [],
    team: undefined,
    title: `Shape ${index}`,
    kind: Math.floor(index / 10) % 2 === 0 ? "entity" : "tool",
    storey: Math.floor(index / 10) % 2 === 0 ? "what" : "how",
    group: `group-${Math.floor(index / 10)}`,
    wall: Math.floor(index / 10) % 2 === 0,
  }));
  const edges = nodes.map(({ name }, index) => ({
    id: `edge-${index}`,
    type: index % 3 === 0 ? "owns" : "flow",
    from: name,
    to: `shape-${target(index + variant, shapes)}`,
    label: "",
    count: 1,
    finding: undefined,
    change: undefined,
  }));
  const title = `${shapes} shapes`;
  return {
    view: layout,
    title,
    subtitle: "",
    locale: "en",
    layout,
    direction: "down",
    groups,
    nodes,
    edges,
  };
}

/**
 * @param {number} index
 * @param {number} shapes
 */
function target(index, shapes) {
  const group = index - (index % 10);
  return (index % 3 === 0 ? index * 7 + 11 : group + ((index * 3 + 1) % 10)) % shapes;
}
