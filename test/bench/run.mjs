import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** @typedef {{ readonly cpu: number, readonly peak: number, readonly wall: number }} Usage CPU and wall in ms, peak in MB */

const usage = resolve(import.meta.dirname, "usage.cjs");

/**
 * What a Node program prints.
 *
 * @param {readonly string[]} args
 * @returns {Promise<string>}
 */
export async function output(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const part of child.stdout) text += String(part);
  return text;
}

/**
 * Runs a Node program to its end and says what it used.
 *
 * @param {readonly string[]} args
 * @param {string} [program] the Node that runs it
 * @param {string} [cwd] where it runs
 * @returns {Promise<Usage>}
 */
export async function measured(args, program = process.execPath, cwd = process.cwd()) {
  const folder = mkdtempSync(join(tmpdir(), "bizarch-usage-"));
  const file = join(folder, "usage.json");
  const start = performance.now();
  try {
    const code = await new Promise((done, failed) => {
      const child = spawn(program, ["--require", usage, ...args], {
        stdio: "ignore",
        cwd,
        env: { ...process.env, BIZARCH_BENCH_USAGE: file },
      });
      child.once("error", failed);
      child.once("exit", done);
    });
    const wall = performance.now() - start;
    if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}`);
    return { ...JSON.parse(readFileSync(file, "utf8")), wall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The value below which a share of the values lie: `quantile(times, 0.95)`.
 *
 * @param {readonly number[]} values
 * @param {number} share
 * @returns {number}
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);
