import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { commandLine } from "../../client/cli/command-line.ts";
import type { Ports } from "../../client/cli/ports.ts";

/** A folder of its own with these files in it, gone when the test is. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "bizarch-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  put(path, files);
  return path;
}

export function put(path: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly bytes: Uint8Array;
}

export interface World {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly worker?: string;
  readonly page?: string;
}

/** Runs a command as the process would, with everything around it caught. */
export async function run(cwd: string, args: readonly string[], world: World = {}): Promise<Ran> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const { stdin = "", env = {}, isTerminal = false, columns = 100, worker = "", page = "" } = world;
  const sink = (parts: Uint8Array[]) => ({
    write: (data: string | Uint8Array) => void parts.push(Buffer.from(data)),
    isTerminal,
    columns,
  });
  const ports: Ports = {
    cwd,
    env,
    out: sink(out),
    err: sink(err),
    stdin: () => Promise.resolve(Buffer.from(stdin)),
    worker,
    page,
    server: "",
    command: [process.execPath, join(root, "dist/bizarch.js")],
    today: () => "2026-06-30",
  };
  const code = await commandLine(args, ports);
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString(), err: Buffer.concat(err).toString(), bytes };
}

export const root = resolve(import.meta.dirname, "../..");

/** One error: the tool names a team that is not there. */
export const BROKEN = "mission eat\ntool pim {\n  category pim\n  accountable nobody\n}\n";
