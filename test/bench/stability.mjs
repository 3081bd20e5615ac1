import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { edit } from "./edits.mjs";
import { graph, startWorker } from "./layout.mjs";

const root = resolve(import.meta.dirname, "../..");
const samples = join(root, "samples");

/**
 * How calm pictures are while somebody edits: over so many random single edits that change a view, the share of the
 * shapes that the edit is not about which stay where they were to the pixel, how far the others moved, and the bends of
 * all lines by those of the same picture laid out afresh. `kept` is what the panel does, `afresh` the command line.
 *
 * @typedef {{ readonly stayed: number, readonly far: number, readonly bends: number }} Calm
 * @typedef {{ readonly name: string, readonly edits: number, readonly shapes: number, readonly kept: Calm, readonly afresh: Calm }} Stability
 * @param {number} edits
 * @param {string} [only] a part of the names of the pictures that are looked at
 * @returns {Promise<readonly Stability[]>}
 */
export async function stability(edits, only = "") {
  const product = await bundled();
  const pictures = [
    ...sampleViews(product),
    ...GENERATED.map(([shapes, layout]) => generated(shapes, layout)),
  ];
  const results = [];
  for (const picture of pictures.filter((it) => !only || it.name.includes(only)))
    results.push(await measured(product, picture, edits));
  return results;
}

/** @type {readonly (readonly [number, string])[]} */
const GENERATED = [
  [50, "storeys"],
  [50, "graph"],
  [500, "storeys"],
  [500, "graph"],
];

/**
 * @typedef {{ readonly names: readonly string[], readonly graph: any }} Variant
 * @typedef {{ readonly name: string, readonly graph: any, readonly edited: (random: (bound: number) => number) => Variant | undefined }} Picture
 * @param {any} product
 * @returns {readonly Picture[]}
 */
function sampleViews(product) {
  const all = readdirSync(samples, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
    .toSorted();
  const texts = new Map(all.map((path) => [join(samples, path), readFileSync(join(samples, path), "utf8")]));
  return projectsOf(product, texts).flatMap((/** @type {any} */ project) => {
    const model = product.modelOf(project);
    const own = new Map([...texts].filter(([path]) => path.startsWith(`${project.root}/`)));
    return product.viewsOf(model).map((/** @type {{ readonly id: string }} */ { id }) => ({
      name: `${project.root.slice(samples.length + 1)}, ${id}`,
      graph: product.viewGraph(model, [], id),
      edited: (/** @type {(bound: number) => number} */ random) => {
        const other = edit(own, random);
        const [changed] = other ? projectsOf(product, other.files) : [];
        const view = changed && product.viewGraph(product.modelOf(changed), [], id);
        return other && view ? { names: other.names, graph: view } : undefined;
      },
    }));
  });
}

/**
 * @param {any} product
 * @param {ReadonlyMap<string, string>} texts
 */
function projectsOf(product, texts) {
  const files = [...texts].map(([path, text]) => ({ path, text }));
  const settings = { today: "2026-11-22", locale: "en", profile: undefined };
  const { projects } = product.snapshotOf(files, [samples], settings);
  return [...projects.values()].filter(({ files: own }) => own.length > 0);
}

/**
 * @param {number} shapes
 * @param {string} layout
 * @returns {Picture}
 */
function generated(shapes, layout) {
  /** @type {any} */
  const start = graph(shapes, 0, layout);
  return {
    name: `${shapes} shapes in ${start.groups.length} groups, ${layout}`,
    graph: start,
    edited: (random) => {
      const one = random(start.nodes.length);
      const node = start.nodes[one];
      const edge = start.edges[random(start.edges.length)];
      const more = { ...edge, id: "more", from: node?.id, to: start.nodes[random(shapes)]?.id };
      const other = { ...node, id: "more", name: "more" };
      const variants = [
        { ...start, nodes: start.nodes.toSpliced(one, 1) },
        { ...start, nodes: start.nodes.toSpliced(one, 0, other) },
        {
          ...start,
          nodes: start.nodes.with(one, {
            ...node,
            title: "So long a title that it takes three lines, or four",
          }),
        },
        { ...start, edges: start.edges.filter((/** @type {unknown} */ it) => it !== edge) },
        { ...start, edges: [...start.edges, more] },
      ];
      return { names: [node?.name ?? "", "more"], graph: variants[random(variants.length)] };
    },
  };
}

/**
 * @param {any} product
 * @param {Picture} picture
 * @param {number} edits
 * @returns {Promise<Stability>}
 */
async function measured(product, picture, edits) {
  const random = randomFrom(7);
  const steady = product.arranger(startWorker, { steady: true });
  const plain = product.arranger(startWorker);
  const scene = (/** @type {any} */ arranger, /** @type {any} */ view) =>
    arranger.arrange(product.measure(view), new AbortController().signal);
  const before = await scene(plain, picture.graph);
  const text = JSON.stringify(picture.graph);
  const tally = { kept: empty(), afresh: empty() };
  let done = 0;
  for (let turn = 0; done < edits && turn < 12 * edits; turn++) {
    const variant = picture.edited(random);
    if (!variant || JSON.stringify(variant.graph) === text) continue;
    done++;
    const base = await scene(steady, picture.graph);
    const kept = await scene(steady, variant.graph);
    const afresh = await scene(plain, variant.graph);
    add(tally.kept, base, kept, afresh, variant.names);
    add(tally.afresh, before, afresh, afresh, variant.names);
  }
  steady.close();
  plain.close();
  return {
    name: picture.name,
    edits: done,
    shapes: picture.graph.nodes.length,
    kept: calm(tally.kept),
    afresh: calm(tally.afresh),
  };
}

const empty = () => ({ shapes: 0, moved: 0, far: 0, bends: 0, fresh: 0 });

/**
 * @param {ReturnType<typeof empty>} tally
 * @param {any} before
 * @param {any} after
 * @param {any} fresh
 * @param {readonly string[]} touched
 */
function add(tally, before, after, fresh, touched) {
  const old = new Map(placesIn(before));
  for (const [name, box] of placesIn(after)) {
    const was = old.get(name);
    if (!was || touched.some((it) => name === it || name.endsWith(`.${it}`))) continue;
    const far = Math.hypot(box.x - was.x, box.y - was.y);
    tally.shapes++;
    if (far > 0) tally.moved++;
    tally.far += far;
  }
  tally.bends += bendsIn(after);
  tally.fresh += bendsIn(fresh);
}

/**
 * Shapes and the frames of groups, by name.
 *
 * @param {any} scene
 * @returns {[string, { readonly x: number, readonly y: number }][]}
 */
function placesIn({ nodes, groups }) {
  const framed = groups.filter((/** @type {any} */ { group }) => group.frame !== "none");
  return [
    ...nodes.map((/** @type {any} */ { node, box }) => [node.id ?? node.name, box]),
    ...framed.map((/** @type {any} */ { group, box }) => [group.id, box]),
  ];
}

/** @param {any} scene */
const bendsIn = ({ edges }) =>
  edges.reduce(
    (/** @type {number} */ sum, /** @type {any} */ { points }) => sum + Math.max(0, points.length - 2),
    0,
  );

/**
 * @param {ReturnType<typeof empty>} tally
 * @returns {Calm}
 */
function calm({ shapes, moved, far, bends, fresh }) {
  return {
    stayed: shapes === 0 ? 1 : 1 - moved / shapes,
    far: moved === 0 ? 0 : far / moved,
    bends: fresh === 0 ? 1 : bends / fresh,
  };
}

/**
 * The same numbers at each run (mulberry32).
 *
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}

/** The parts of the product that are measured, bundled as a door would bundle them. */
async function bundled() {
  const contents = `
    export { arranger } from "./client/diagram/arrange.ts";
    export { measure } from "./client/diagram/measure.ts";
    export { modelOf } from "./server/model/link.ts";
    export { snapshotOf } from "./server/model/snapshot.ts";
    export { viewGraph, viewsOf } from "./server/views/views.ts";`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    loader: { ".woff2": "empty" },
  });
  const folder = mkdtempSync(join(tmpdir(), "bizarch-bench-"));
  try {
    const file = join(folder, "product.mjs");
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
