import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { today } from "./day.ts";
import { nodeDisk } from "./node-disk.ts";
import { startServer } from "./serve.ts";

/**
 * The language server as a process, over the channel that its arguments name: `--stdio`, `--node-ipc`, `--pipe` or
 * `--socket`. Standard output is the protocol's alone; the library ends the process with its parent or its input.
 */
export function serveProcess(): void {
  startServer(createConnection(ProposedFeatures.all), { disk: nodeDisk, today, version });
}
