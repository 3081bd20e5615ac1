import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { edit } from "./edits.mjs";
import { product, randomFrom, startWorker } from "./product.mjs";

const samples = resolve(import.meta.dirname, "../../samples");

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
  const parts = await product();
  const pictures = [
    ...sampleViews(parts),
    ...GENERATED.map(([shapes, layout]) => generated(parts, shapes, layout)),
  ];
  const results = [];
  for (const picture of pictures.filter((it) => !only || it.name.includes(only)))
    results.push(await measured(parts, picture, edits));
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
 * @param {any} product
 * @param {number} shapes
 * @param {string} layout
 * @returns {Picture}
 */
function generated({ crowd, edited }, shapes, layout) {
  const start = crowd(shapes, 0, layout);
  return {
    name: `${shapes} shapes in ${start.groups.length} groups, ${layout}`,
    graph: start,
    edited: (random) => edited(start, random),
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
  const old = new Map(placesIn(before).map(({ id, box }) => [id, box]));
  for (const { id, name, box } of placesIn(after)) {
    const was = old.get(id);
    if (!was || touched.some((it) => it === name || [".", ":"].some((sign) => id.endsWith(sign + it))))
      continue;
    const far = Math.hypot(box.x - was.x, box.y - was.y);
    tally.shapes++;
    if (far > 0) tally.moved++;
    tally.far += far;
  }
  tally.bends += bendsIn(after);
  tally.fresh += bendsIn(fresh);
}

/**
 * Shapes and the frames of groups; several shapes may be of one name.
 *
 * @param {any} scene
 * @returns {{ readonly id: string, readonly name: string, readonly box: { readonly x: number, readonly y: number } }[]}
 */
function placesIn({ nodes, groups }) {
  const framed = groups.filter((/** @type {any} */ { group }) => group.frame !== "none");
  return [
    ...nodes.map((/** @type {any} */ { node, box }) => ({ id: node.id, name: node.name, box })),
    ...framed.map((/** @type {any} */ { group, box }) => ({ id: group.id, name: group.id, box })),
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
