import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { install } from "./install.mjs";
import { main, root, run, say, Stop } from "./run.mjs";

const samples = join(root, "samples");

/** What to show first: where the sample that has something to say says it. */
const first = join(samples, "retail-drift/customer.bizarch");

/** Beside the user's own VS Code, so that neither the settings nor the extensions there are touched. */
const profile = (/** @type {string} */ name) => join(root, ".tmp", name);

/**
 * @returns {string | undefined} the desktop VS Code's command; `undefined` where there is none, or nowhere to show it
 */
function desktopCode() {
  const remote = process.env["VSCODE_IPC_HOOK_CLI"] !== undefined;
  const screen = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  if (remote || !screen || process.env["WSL_DISTRO_NAME"] !== undefined) return undefined;
  const application = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code";
  return ["code", application].find(answers);
}

/** @param {string} command */
const answers = (command) =>
  spawnSync(command, ["--version"], { shell: onWindows, stdio: "ignore" }).status === 0;

const onWindows = process.platform === "win32";

/**
 * Opens the samples in the desktop VS Code, in a window that has a profile of its own.
 *
 * @param {string} code
 * @param {string} vsix
 */
async function openDesktop(code, vsix) {
  const own = ["--user-data-dir", profile("desktop"), "--extensions-dir", profile("desktop-extensions")];
  // VS Code refuses to run as root without it.
  if (process.getuid?.() === 0) own.push("--no-sandbox");
  const steps = [
    [...own, "--install-extension", vsix, "--force"],
    [...own, "--new-window", samples, first],
  ];
  for (const args of steps) {
    const exit = await run(code, args.map(quoted), { shell: onWindows });
    if (exit !== 0)
      throw new Stop(
        `\`${code}\` ended with exit code ${exit}. Try the one in the browser: npm start -- --web`,
      );
  }
  say(`\nOpened ${samples} in VS Code, in a window with a profile of its own. Close the window to stop it.`);
}

/** @param {string} arg that Windows' shell is to take as one */
const quoted = (arg) => (onWindows ? `"${arg}"` : arg);

/**
 * Serves VS Code to the browser, until it is stopped.
 *
 * @param {string} vsix
 */
async function serve(vsix) {
  const { setup } = await import("../../test/e2e/setup.mjs");
  await setup();
  const { startVSCode } = await import("../../test/e2e/vscode.mjs");
  const vscode = await startVSCode({ vsix, profile: profile("web"), port: 8391 });
  const url = vscode.url(samples, existsSync(first) ? first : undefined);
  openInBrowser(url);
  say(`\nVS Code is open on ${samples} at\n\n  ${url}\n\nCtrl+C stops it.`);
  await vscode.ended;
}

/**
 * Shows a page in the user's browser where there is one; else the address on the terminal has to do.
 *
 * @param {string} url
 */
function openInBrowser(url) {
  const openers = { darwin: "open", linux: "xdg-open" };
  const opener = Object.entries(openers).find(([platform]) => platform === process.platform)?.[1];
  const screen = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  if (opener === undefined || !screen) return;
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.once("error", () => say("Could not open your browser."));
  child.unref();
}

await main(async () => {
  await install();
  const { packageExtension, vsix } = await import("./package.mjs");
  await packageExtension();
  const code = process.argv.includes("--web") ? undefined : desktopCode();
  await (code === undefined ? serve(join(root, vsix)) : openDesktop(code, join(root, vsix)));
  return 0;
});
