#!/usr/bin/env node
import { spawn } from "node:child_process";
import { appendFileSync, openSync } from "node:fs";
import { join } from "node:path";

/**
 * The command as the editors find it on their path. It notes how the server ended, and what it printed beside the protocol.
 * Emacs kills the whole group of a process as soon as it has said goodbye to it: to see what the server does by itself, it
 * and who watches it are in groups of their own.
 */

const args = process.argv.slice(2);
const ends = process.env["BIZARCH_ENDS"] ?? "";

if (args[0] === "--watch") {
  const program = join(import.meta.dirname, "../../dist/bizarch.js");
  const errors = openSync(`${ends}.stderr`, "a");
  const server = spawn(process.execPath, [program, ...args.slice(1)], {
    stdio: ["inherit", "inherit", errors],
  });
  appendFileSync(`${ends}.starts`, "1\n");
  server.once("exit", (code, signal) => appendFileSync(ends, `${code ?? signal}\n`));
} else {
  const self = [import.meta.filename, "--watch", ...args];
  const watch = spawn(process.execPath, self, { stdio: "inherit", detached: true });
  watch.once("exit", (code) => process.exit(code ?? 1));
}
