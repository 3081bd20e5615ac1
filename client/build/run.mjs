import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The folder of the clone. */
export const root = resolve(import.meta.dirname, "../..");

/** Ends a command with a message that says what to do, and without a stack. */
export class Stop extends Error {}

/** @param {string} line what the reader of the terminal should know now */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a program to its end, in this terminal and without its keyboard.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv, readonly shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a Node program of the installed packages.
 *
 * @param {string} path below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export const runTool = (path, args) => run(process.execPath, [`${root}/node_modules/${path}`, ...args]);

/**
 * Runs a Node program of the installed packages, and keeps what it says.
 *
 * @param {string} path below node_modules
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
export function askTool(path, args) {
  return new Promise((resolve, reject) => {
    const program = [`${root}/node_modules/${path}`, ...args];
    const child = spawn(process.execPath, program, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const output = /** @type {string[]} */ ([]);
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => output.push(String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: output.join("") }));
  });
}

/**
 * Runs the npm that started this script, else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<number>} its exit code
 */
export function npm(args, cwd) {
  const started = process.env["npm_execpath"];
  // npm hands the settings of this package down, and they would hide those of a package below it.
  const { npm_config_engine_strict: _, ...env } = process.env;
  if (started?.endsWith(".js")) return run(process.execPath, [started, ...args], { cwd, env });
  return run("npm", args, { cwd, env, shell: process.platform === "win32" });
}

/**
 * Runs a command's work; a message in place of a stack where it had to stop.
 *
 * @param {() => Promise<number>} work gives the exit code
 */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * @param {unknown} error
 * @returns {string} its message where it says what to do, else where it comes from too
 */
export function explain(error) {
  if (error instanceof Stop) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
