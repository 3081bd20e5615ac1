import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

/**
 * A digest of files by name and content, so that work is done again only when what goes into it changed.
 *
 * @param {readonly string[]} paths relative to the clone; one that does not exist counts as such
 * @param {string} [extra] what else the work depends on
 * @returns {string}
 */
export function digest(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const path of [...new Set(paths)].toSorted()) {
    const file = join(root, path);
    hash.update(`\0${path}\0`).update(existsSync(file) ? readFileSync(file) : "\0none");
  }
  return hash.digest("hex");
}

/**
 * @param {string} path of a stamp, relative to the clone
 * @returns {any} what was written there last; `undefined` where nothing was
 */
export function readStamp(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {string} path of a stamp, relative to the clone
 * @param {unknown} value
 */
export function writeStamp(path, value) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}
