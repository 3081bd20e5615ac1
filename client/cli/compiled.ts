import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

/**
 * Runs a script of ours, a CommonJS one without `import()`, from the code that V8 made of it the last time, which lies
 * in `cache`; without it V8 reads a megabyte at each start, as long as it takes to check a small architecture. Where
 * there is no such code, or not for this script and this V8, the script is run as it is, and its code is kept when the
 * process ends. Node 22 does as much with `module.enableCompileCache`; Node 20 has nothing of the sort.
 *
 * @param script its absolute path
 * @param cache where its code is kept, an absolute path; undefined where none is
 */
export function runCompiled(script: string, cache: string | undefined): void {
  const bytes = readFileSync(script);
  const wrapped = new Script(`(function (require, __filename, __dirname) {${bytes.toString("utf8")}\n})`, {
    filename: script,
    cachedData: cache === undefined ? undefined : keptCode(cache, bytes),
  });
  const body: unknown = wrapped.runInThisContext();
  if (typeof body === "function")
    Reflect.apply(body, undefined, [createRequire(script), script, dirname(script)]);
  if (cache === undefined || wrapped.cachedDataRejected === false) return;
  // By then V8 has made code of what the command ran, too.
  process.once("exit", () => keep(cache, bytes, wrapped.createCachedData()));
}

/** The sums of the script and of its code, which lies behind them: V8 itself asks for the length of the script only. */
const SUM = 4;

function keptCode(cache: string, script: Uint8Array): Buffer | undefined {
  try {
    // What somebody else put there is not run.
    if (process.getuid && statSync(cache).uid !== process.getuid()) return undefined;
    const kept = readFileSync(cache);
    const code = kept.subarray(2 * SUM);
    const isWhole = kept.readUInt32LE(0) === crc32(script) && kept.readUInt32LE(SUM) === crc32(code);
    return isWhole ? code : undefined;
  } catch {
    return undefined;
  }
}

/** A place that cannot be written to costs time at the next start, and nothing else. */
function keep(cache: string, script: Uint8Array, code: Uint8Array): void {
  const sums = Buffer.alloc(2 * SUM);
  sums.writeUInt32LE(crc32(script), 0);
  sums.writeUInt32LE(crc32(code), SUM);
  try {
    mkdirSync(dirname(cache), { recursive: true, mode: 0o700 });
    // Others that start meanwhile see all of it or nothing.
    const draft = `${cache}.${String(process.pid)}`;
    try {
      writeFileSync(draft, Buffer.concat([sums, code]), { mode: 0o600 });
      renameSync(draft, cache);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch {
    // Said above.
  }
}
