import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { build } from "./build.mjs";
import { digest, readStamp, writeStamp } from "./fresh.mjs";
import { askTool, main, root, say, Stop } from "./run.mjs";

/** The extension as one installs it, relative to the clone. */
export const vsix = "dist/bizarch.vsix";

const stamp = "dist/.package.json";

/**
 * Builds and packs the extension, unless the one that is there has been made of the same files.
 *
 * @returns {Promise<void>}
 */
export async function packageExtension() {
  await build();
  const now = digest([".vscodeignore", ...globSync(shipped(), { cwd: root })]);
  if (existsSync(join(root, vsix)) && readStamp(stamp) === now) return say(`${vsix} is up to date.`);
  const { code, output } = await askTool("@vscode/vsce/vsce", [
    "package",
    "--no-dependencies",
    "--out",
    vsix,
  ]);
  if (code !== 0) throw new Stop(`Could not pack the extension (vsce, exit code ${code}):\n${output}`);
  writeStamp(stamp, now);
  say(`Packed ${vsix}.`);
}

/** What `.vscodeignore` lets through: it ignores everything and then names what it does not. */
const shipped = () =>
  readFileSync(join(root, ".vscodeignore"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await packageExtension();
    return 0;
  });
}
