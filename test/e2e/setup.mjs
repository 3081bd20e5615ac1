import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { install } from "../../client/build/install.mjs";
import { main, npm, say, Stop } from "../../client/build/run.mjs";

const here = import.meta.dirname;
const vscode = join(here, "node_modules/code-server/lib/vscode");

/** Written last, inside what a new install replaces: it is there when all of this was done. */
const done = join(here, "node_modules/.ready");

/** Most of the disk space, and of no use to us: assistants, a sandbox, and search for other systems. */
const unneeded = [
  "node_modules/@github/copilot",
  "node_modules/@github/copilot-sdk",
  "node_modules/@microsoft/mxc-sdk",
  "extensions/copilot",
  "extensions/mermaid-markdown-features",
];

/**
 * Installs VS Code, a Node to run it with where this one is too old, and a browser, unless they are there.
 *
 * @returns {Promise<void>}
 */
export async function setup() {
  await install(here, "a VS Code and a browser, once");
  if (existsSync(done)) return;
  requireSupport();
  await installVscodeParts();
  prune();
  writeFileSync(done, "");
  say("VS Code is ready.");
}

/** The package leaves its own dependencies, which its lock file names, to a script that would compile some of them. */
async function installVscodeParts() {
  const code = await npm(
    [
      "install",
      "--prefix",
      vscode,
      "--omit=dev",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ],
    here,
  );
  if (code !== 0)
    throw new Stop(`Could not install the parts of VS Code (npm, exit code ${code}): see above.`);
}

function prune() {
  const search = join(vscode, "node_modules/@vscode/ripgrep-universal/bin");
  const foreign = readdirSync(search).filter((name) => name !== `${process.platform}-${process.arch}`);
  const maps = readdirSync(vscode, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".map"),
  );
  const paths = [
    ...foreign.map((name) => join(search, name)),
    ...[...unneeded, ...maps].map((path) => join(vscode, path)),
  ];
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}

function requireSupport() {
  if (process.platform !== "win32") return;
  throw new Stop(
    "The VS Code that the end-to-end tests drive does not run on Windows. Run `npm test` under WSL, or a part of it: `npm test -- grammar`.",
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await setup();
    return 0;
  });
}
