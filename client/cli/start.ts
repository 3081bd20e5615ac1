import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { runCompiled } from "./compiled.ts";

/** What `bizarch` starts with: it sets V8 up, and runs the command, `cli.js`, which lies beside it. */
function start(): void {
  const settings = SETTINGS[process.versions.v8.split(".")[0] ?? ""];
  // The server lives long enough for V8's own ways to pay.
  if (settings !== undefined && process.argv[2] !== "lsp") setFlagsFromString(settings);
  const script = join(__dirname, "cli.js");
  if (existsSync(script)) return runCompiled(script, cacheFile());
  // Its words in two languages are in what is missing.
  process.stderr.write(`error: '${script}' is missing, so bizarch is not whole here. Install it again.\n`);
  process.exitCode = 2;
}

/**
 * A command is done before much of what V8 prepares for later pays: it is to optimise later, and to collect garbage without
 * the help of threads that take more time than they save. By the major version of V8, as each has words of its own: 11 is
 * that of Node 20, 13 that of Node 24.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  11: "--interrupt-budget=2000000 --no-parallel-scavenge",
  13: "--invocation-count-for-maglev=2000 --no-parallel-scavenge",
};

/** Where the code of this Node, V8 and its settings is kept; undefined where none is to be, or nobody knows where. */
function cacheFile(): string | undefined {
  if (process.env["NODE_DISABLE_COMPILE_CACHE"]) return undefined;
  const folder = cacheFolder();
  const { version, platform, arch } = process;
  const name = `node-${version}-${platform}-${arch}-${String(cachedDataVersionTag())}.code`;
  return folder === undefined ? undefined : join(folder, "bizarch", name);
}

/** Where programs keep what they can make again, as each system has it. */
function cacheFolder(): string | undefined {
  const { XDG_CACHE_HOME: named = "", LOCALAPPDATA: local = "" } = process.env;
  const home = homeOfUser();
  if (process.platform === "win32") return isAbsolute(local) ? local : undefined;
  if (process.platform === "darwin") return home === undefined ? undefined : join(home, "Library/Caches");
  if (isAbsolute(named)) return named;
  return home === undefined ? undefined : join(home, ".cache");
}

function homeOfUser(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}

start();
