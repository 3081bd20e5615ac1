import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const server = resolve(import.meta.dirname, "../../dist/server.js");

/**
 * A running language server on a folder, and how long it took to answer `initialize`.
 *
 * @param {string} folder
 */
export async function startServer(folder) {
  const start = performance.now();
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "bench" }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  const ready = performance.now() - start;
  await connection.sendNotification("initialized", {});
  const stop = async () => {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    connection.dispose();
    child.kill();
  };
  return { connection, ready, stop };
}

/**
 * The milliseconds from each of `count` typed characters to the diagnostics of the file.
 *
 * @param {import("vscode-languageserver/node").MessageConnection} connection
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @returns {Promise<readonly number[]>}
 */
export async function keystrokes(connection, path, text, count) {
  const uri = pathToFileURL(path).href;
  const textDocument = { uri, languageId: "bizarch", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const ask = () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  await ask();
  // In the middle of the file: a word that grows in the title of a tool.
  const lines = text.split("\n");
  const line = lines.findIndex((content, index) => index > lines.length / 2 && content.startsWith("tool "));
  const character = (lines[line] ?? "").indexOf('"') + 1;
  const times = [];
  for (let version = 2; version < count + 2; version++) {
    const at = { line, character };
    const start = performance.now();
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: "x" }],
    });
    await ask();
    times.push(performance.now() - start);
  }
  return times;
}
