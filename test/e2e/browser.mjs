import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { chromium } from "playwright-core";
import { Stop } from "../../client/build/run.mjs";

/** @typedef {{ readonly executablePath: string, readonly env: Readonly<Record<string, string>> }} Browser */

const here = import.meta.dirname;

/** Names the browser to use, before any that is found. */
const variable = "BIZARCH_BROWSER";

const programs = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** No sandbox, because root cannot have one; and nothing that calls home. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens a browser with a profile of its own, which is thrown away when it closes.
 *
 * @param {object} [options]
 * @param {number} [options.scale] how many pixels of the screen make one of the page
 * @returns {Promise<import("playwright-core").BrowserContext>}
 */
export function openBrowser({ scale = 1 } = {}) {
  const { executablePath, env } = findBrowser();
  return chromium.launchPersistentContext("", {
    executablePath,
    env: { ...process.env, ...env },
    args: flags,
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: scale,
  });
}

/**
 * @returns {Browser} the one that the environment names, else one that is installed, else the one that npm brought
 */
export function findBrowser() {
  const named = process.env[variable];
  if (named !== undefined && !existsSync(named)) {
    throw new Stop(`${variable} names a browser that is not there: ${named}.`);
  }
  const executablePath = named ?? programs.map(locate).find((path) => path !== undefined);
  return executablePath === undefined ? carriedBrowser() : { executablePath, env: {} };
}

/**
 * @param {string} name of a program, or its path
 * @returns {string | undefined} its path; `undefined` where it is not installed
 */
function locate(name) {
  const folders = isAbsolute(name) ? [""] : (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Unpacks the browser that npm brought, the first time; with the libraries and fonts that a bare system lacks.
 *
 * @returns {Browser}
 */
function carriedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Stop(
      `The end-to-end tests need a browser: install Google Chrome, Chromium or Microsoft Edge, or set ${variable} to the path of one.`,
    );
  }
  const folder = join(here, "node_modules/.browser");
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, "chromium");
  const lacksLibraries = /not found/.test(
    spawnSync("ldd", [executablePath], { encoding: "utf8" }).stdout ?? "",
  );
  return {
    executablePath,
    env: {
      ...(lacksLibraries && { LD_LIBRARY_PATH: join(folder, "al2023/lib") }),
      ...(!existsSync("/etc/fonts") && { FONTCONFIG_PATH: join(folder, "fonts") }),
    },
  };
}

/**
 * The package unpacks into the system's folder for temporary files, and its libraries only where it believes to be in the
 * cloud. So it gets a temporary folder of ours, and that belief, in a process of its own.
 *
 * @param {string} folder
 */
function unpack(folder) {
  const temporary = mkdtempSync(`${folder}-`);
  const script = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: here,
    env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  renameSync(temporary, folder);
}
