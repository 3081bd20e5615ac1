import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { doors } from "../../client/build/bundles.mjs";

let bundled: Promise<string> | undefined;

/** The real server, bundled as for `dist/`, once for each test file. */
function bundle(): Promise<string> {
  bundled ??= build();
  return bundled;
}

async function build(): Promise<string> {
  const door = doors.find(({ name }) => name === "server");
  if (!door) throw new Error("No bundle is called 'server'.");
  const outfile = join(mkdtempSync(join(tmpdir(), "bizarch-server-")), "server.cjs");
  const loader = { ...door.options.loader, ".md": "text" } as const;
  await esbuild.build({ ...door.options, entryPoints: [door.entry], bundle: true, outfile, loader });
  return outfile;
}

/** A running server that speaks on its standard input and output. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly stderr: () => string;
  /** Resolves with the exit code; `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
}

export async function spawnServer(args: readonly string[] = ["--stdio"]): Promise<ServerProcess> {
  const channel = args.includes("--node-ipc") ? ["ipc" as const] : [];
  const child = spawn(process.execPath, [await bundle(), ...args], {
    stdio: ["pipe", "pipe", "pipe", ...channel],
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => resolve(code));
  });
  return { process: child, stderr: () => stderr, ended };
}
