import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm, root, say, Stop } from "./run.mjs";

const oldestNode = [20, 19];

/**
 * Installs the packages of a folder, unless what its lock file names is there already.
 *
 * @param {string} folder with a package-lock.json
 * @param {string} what it is, for the reader of the terminal
 */
export async function install(folder = root, what = "the packages") {
  requireNode();
  if (isInstalled(folder)) return;
  say(`Installing ${what} …`);
  const code = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  if (code !== 0) {
    throw new Stop(
      `Could not install ${what} (npm ci, exit code ${code}). npm says why above; it needs its registry and about 1 GB of disk.`,
    );
  }
}

/**
 * Compares the lock file with the one that npm leaves in node_modules, which names what it really put there.
 *
 * @param {string} folder
 * @returns {boolean}
 */
function isInstalled(folder) {
  const placed = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(placed)) return false;
  const there = packages(placed);
  return Object.entries(packages(join(folder, "package-lock.json"))).every(
    ([path, wanted]) => path === "" || wanted.optional === true || there[path]?.version === wanted.version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>>} by path
 */
const packages = (lockFile) => JSON.parse(readFileSync(lockFile, "utf8")).packages;

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldMajor = 0, oldMinor = 0] = oldestNode;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  throw new Stop(
    `Node.js ${process.versions.node} is too old: BizArch needs ${oldestNode.join(".")} or newer. Get the current LTS from https://nodejs.org.`,
  );
}
