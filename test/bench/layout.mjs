import { product, randomFrom, startWorker } from "./product.mjs";
import { median } from "./run.mjs";

const RUNS = 5;
const EDITS = 20;

/**
 * What it takes to lay out pictures of so many shapes in a worker, in milliseconds of the processor and of the clock: cold,
 * the worker's start included; another picture in a worker that is warm; and an edit of a picture that keeps its places.
 *
 * @typedef {{ readonly cpu: number, readonly wall: number }} Taken
 * @param {readonly number[]} sizes
 */
export async function layouts(sizes) {
  const { arranger, crowd, edited, measure } = await product();
  const results = [];
  for (const layout of ["storeys", "graph"])
    for (const shapes of sizes) {
      const start = crowd(shapes, 0, layout);
      const open = () => arranger(startWorker, { steady: true });
      const timed = async (/** @type {any} */ arrange, /** @type {any} */ view) => {
        const [cpu, wall] = [process.cpuUsage(), performance.now()];
        await arrange(measure(view), new AbortController().signal);
        const { user, system } = process.cpuUsage(cpu);
        return { cpu: (user + system) / 1000, wall: performance.now() - wall };
      };
      const cold = [];
      for (let run = 0; run < RUNS; run++) {
        const { arrange, close } = open();
        cold.push(await timed(arrange, start));
        close();
      }
      const { arrange, close } = open();
      await timed(arrange, start);
      const warm = [];
      for (let run = 1; run <= RUNS; run++)
        warm.push(await timed(arrange, { ...crowd(shapes, run, layout), view: `another, ${run}` }));
      const random = randomFrom(7);
      const edits = [];
      for (let run = 1; run <= EDITS; run++) edits.push(await timed(arrange, edited(start, random)?.graph));
      close();
      results.push({ shapes, layout, cold: middle(cold), warm: middle(warm), edit: middle(edits) });
    }
  return results;
}

/**
 * @param {readonly Taken[]} all
 * @returns {Taken}
 */
function middle(all) {
  return { cpu: median(all.map(({ cpu }) => cpu)), wall: median(all.map(({ wall }) => wall)) };
}
