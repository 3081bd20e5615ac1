import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install } from "../../client/build/install.mjs";
import { main, root, say, Stop } from "../../client/build/run.mjs";
import { files } from "./project.mjs";

/**
 * Tries `bizarch lsp --stdio` in editors that nobody here wrote, set up by the very lines that docs/editors.md shows. Each
 * runs without a screen, does what a person would do, and writes a line for each thing that it tried.
 */

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} program
 * @property {readonly string[]} settings the names of its blocks in docs/editors.md
 * @property {(settings: string, checks: string) => readonly string[]} args
 * @property {string} checks
 * @property {string} extension of its settings
 * @property {readonly string[]} [probe] says whether all of it is there
 */

/** @type {readonly Editor[]} */
const editors = [
  {
    name: "Neovim",
    program: "nvim",
    settings: ["neovim-0.7"],
    extension: "lua",
    checks: "neovim.lua",
    args: (settings, checks) => [
      "--headless",
      "-u",
      "NONE",
      "-i",
      "NONE",
      "-n",
      "-S",
      settings,
      "-S",
      checks,
    ],
  },
  {
    name: "Emacs",
    program: "emacs",
    settings: ["emacs", "emacs-colours"],
    extension: "el",
    checks: "eglot.el",
    probe: ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"],
    args: (settings, checks) => ["--batch", "-l", settings, "-l", checks],
  },
];

/** How long an editor may take before it is taken to hang. */
const HANGS = 300_000;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "bizarch-éditeurs-")));

/** @typedef {{ readonly check: string, readonly ok: boolean, readonly detail?: string }} Result */

await main(async () => {
  const results = /** @type {Result[]} */ ([]);
  try {
    await install();
    // Only now: it needs what was installed.
    const { build } = await import("../../client/build/build.mjs");
    await build();
    writeCommand();
    for (const editor of editors) {
      const all = await tried(editor);
      for (const { check, ok, detail } of all)
        say(`${ok ? "✓" : "✗"} ${editor.name}: ${check}${ok ? "" : `\n  ${detail ?? ""}`}`);
      results.push(...all);
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    results.push({ check: "preparing", ok: false });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const failed = results.filter(({ ok }) => !ok).length;
  say(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {Editor} editor
 * @returns {Promise<readonly Result[]>}
 */
async function tried(editor) {
  const { name, program, probe = ["--version"] } = editor;
  const there = spawnSync(program, probe, { stdio: "ignore" }).status === 0;
  if (!there) return [{ check: "is it there?", ok: false, detail: missing(name) }];
  const project = join(folder, editor.program);
  mkdirSync(project);
  for (const [file, text] of files) writeFileSync(join(project, file), text);
  const settings = join(folder, `settings.${editor.extension}`);
  writeFileSync(settings, editor.settings.map(settingsOf).join("\n"));
  const report = join(folder, `${editor.program}.jsonl`);
  const ends = join(folder, `${editor.program}.ends`);
  const { code, output } = await run(
    program,
    editor.args(settings, join(import.meta.dirname, editor.checks)),
    project,
    {
      BIZARCH_REPORT: report,
      BIZARCH_ENDS: ends,
    },
  );
  const started = linesOf(`${ends}.starts`);
  const ended = await endings(ends, started.length);
  return [
    ...linesOf(report).map((line) => JSON.parse(line)),
    { check: "it ends well itself", ok: code === 0, detail: `exit code ${code}\n${output}` },
    {
      check: "the server ends with 0, once",
      ok: started.length === 1 && ended.join() === "0",
      detail: `exit codes: ${ended.join() || "none"}`,
    },
    ...said(ends),
  ];
}

/**
 * How each server ended: some end a little later than their editor.
 *
 * @param {string} path
 * @param {number} count
 */
async function endings(path, count) {
  for (let look = 0; look < 300 && linesOf(path).length < count; look++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return linesOf(path);
}

/** @param {string} path */
function linesOf(path) {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
}

/**
 * What the server wrote beside the protocol.
 *
 * @param {string} ends
 * @returns {readonly Result[]}
 */
function said(ends) {
  const file = `${ends}.stderr`;
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return [{ check: "the server prints nothing", ok: text === "", detail: text }];
}

/**
 * Runs an editor to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<{ readonly code: number | string, readonly output: string }>}
 */
function run(program, args, cwd, env) {
  return new Promise((resolve, reject) => {
    const path = `${join(folder, "bin")}:${process.env["PATH"]}`;
    const home = join(folder, "home");
    const child = spawn(program, args, {
      cwd,
      env: {
        ...process.env,
        ...env,
        PATH: path,
        HOME: home,
        XDG_CONFIG_HOME: home,
        LANG: "C.UTF-8",
        LC_ALL: "C.UTF-8",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    const timer = setTimeout(() => child.kill("SIGKILL"), HANGS);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? signal ?? "none", output });
    });
  });
}

/** The command as `npm link` would make it, but that it notes how the server ended and what it printed. */
function writeCommand() {
  const command = join(folder, "bin/bizarch");
  for (const name of ["bin", "home"]) mkdirSync(join(folder, name));
  symlinkSync(join(import.meta.dirname, "bizarch.mjs"), command);
}

/**
 * A block of docs/editors.md.
 *
 * @param {string} name what stands after the language of the block
 */
function settingsOf(name) {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const block = new RegExp(`^\`\`\`\\w+ ${name.replaceAll(".", "\\.")}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(
    page,
  )?.[1];
  if (block === undefined) throw new Stop(`docs/editors.md has no block '${name}'.`);
  return block;
}

/** @param {string} name */
function missing(name) {
  return `${name} is not there. On Debian and Ubuntu: apt-get install -y --no-install-recommends neovim emacs-nox elpa-eglot`;
}
