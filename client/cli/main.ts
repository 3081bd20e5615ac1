import { join } from "node:path";
import { commandLine } from "./command-line.ts";
import type { Ports, Sink } from "./ports.ts";
import { today } from "./today.ts";

/** The `bizarch` command: the one place where the command line meets the process. */
async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  process.exitCode = await commandLine(process.argv.slice(2), ports());
}

function ports(): Ports {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: sink(process.stdout),
    err: sink(process.stderr),
    stdin: readStdin,
    // The bundle is CommonJS, and its neighbours lie beside it wherever it was linked from.
    worker: join(__dirname, "elk-worker.js"),
    page: join(__dirname, "page.js"),
    server: join(__dirname, "server.js"),
    command: [process.execPath, join(__dirname, "bizarch.js")],
    today,
  };
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (data) => void stream.write(data),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 80,
  };
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const chunks: AsyncIterable<Buffer> = process.stdin;
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts);
}

/** Who reads us may stop early (`bizarch check | head`): that is no failure of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

void main();
