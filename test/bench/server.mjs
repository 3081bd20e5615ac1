import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CancellationToken,
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const server = resolve(import.meta.dirname, "../../dist/server.js");

/**
 * A running language server of ours on a folder, and how long it took to answer `initialize`.
 *
 * @param {string} folder
 */
export async function startServer(folder) {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  return start(child, folder, { textDocument: { diagnostic: {} } });
}

/**
 * Any language server on a folder.
 *
 * @param {import("node:child_process").ChildProcessByStdio<import("node:stream").Writable, import("node:stream").Readable, null>} child
 * @param {string} folder
 * @param {object} capabilities
 */
export async function start(child, folder, capabilities) {
  const begin = performance.now();
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({})));
  connection.onRequest(() => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "bench" }],
    capabilities,
  });
  const ready = performance.now() - begin;
  await connection.sendNotification("initialized", {});
  const stop = async () => {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    connection.dispose();
    child.kill();
  };
  return { connection, ready, stop };
}

/** @typedef {import("vscode-languageserver/node").MessageConnection} Connection */
/** @typedef {"title" | "value" | "name"} Spot where in a tool it is typed */

/**
 * The milliseconds from each of `count` typed characters to the diagnostics of the file. Every other one is taken out again.
 *
 * @param {Connection} connection
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @param {Spot} spot
 * @returns {Promise<readonly number[]>}
 */
export async function keystrokes(connection, path, text, count, spot) {
  const uri = await open(connection, path, text);
  const ask = () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  await ask();
  const type = typist(connection, uri, placeIn(text, spot));
  const times = [];
  for (let key = 0; key < count; key++) {
    const begin = performance.now();
    await type();
    await ask();
    times.push(performance.now() - begin);
  }
  return times;
}

/**
 * The same for a server that pushes its diagnostics.
 *
 * @param {Connection} connection
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @returns {Promise<readonly number[]>}
 */
export async function pushedKeystrokes(connection, path, text, count) {
  const uri = pathToFileURL(path).href;
  /** @type {() => void} */
  let told = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    if (params.uri === uri) told();
  });
  const next = () =>
    new Promise((/** @type {(value: void) => void} */ done, failed) => {
      const timer = setTimeout(() => failed(new Error("no diagnostics within a minute")), 60_000);
      told = () => {
        clearTimeout(timer);
        done();
      };
    });
  const first = next();
  await open(connection, path, text);
  await first;
  const type = typist(connection, uri, placeIn(text, "title"));
  const times = [];
  for (let key = 0; key < count; key++) {
    const begin = performance.now();
    const answer = next();
    await type();
    await answer;
    times.push(performance.now() - begin);
  }
  return times;
}

/**
 * The milliseconds of each of `count` completions of a reference, each right after a character was typed before it.
 *
 * @param {Connection} connection
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @returns {Promise<readonly number[]>}
 */
export async function completions(connection, path, text, count) {
  const uri = await open(connection, path, text);
  const { line } = placeIn(text, "value");
  const owns = text.split("\n").findIndex((content, index) => index > line && content.startsWith("  owns "));
  const position = { line: owns, character: "  owns ".length };
  const type = typist(connection, uri, placeIn(text, "title"));
  const ask = () => connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
  await ask();
  const times = [];
  for (let key = 0; key < count; key++) {
    await type();
    const begin = performance.now();
    await ask();
    times.push(performance.now() - begin);
  }
  return times;
}

/**
 * What becomes of completions that are asked for at each key of somebody who types so many keys in a second, and takes the
 * one before back: the milliseconds of those that came, and how many were overtaken by the next key.
 *
 * @param {Connection} connection
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @param {number} pace keys in a second
 * @returns {Promise<{ readonly times: readonly number[], readonly overtaken: number }>}
 */
export async function typing(connection, path, text, count, pace) {
  const uri = await open(connection, path, text);
  const spot = placeIn(text, "value");
  const position = { line: spot.line, character: spot.character };
  const ask = (/** @type {import("vscode-languageserver/node").CancellationToken} */ token) =>
    connection.sendRequest("textDocument/completion", { textDocument: { uri }, position }, token);
  await ask(CancellationToken.None);
  const type = typist(connection, uri, placeIn(text, "title"));
  const times = /** @type {number[]} */ ([]);
  const asked = [];
  let before = new CancellationTokenSource();
  let overtaken = 0;
  const start = performance.now();
  for (let key = 0; key < count; key++) {
    await until(start + (key * 1000) / pace);
    before.cancel();
    before = new CancellationTokenSource();
    const begin = performance.now();
    void type();
    const answer = ask(before.token).then(
      () => times.push(performance.now() - begin),
      () => overtaken++,
    );
    asked.push(answer);
  }
  await Promise.all(asked);
  return { times, overtaken };
}

/**
 * The milliseconds from taking a request back to being told so, while a server that was just started reads and judges
 * all that it has: once after each of these delays.
 *
 * @param {string} folder
 * @param {readonly number[]} delays
 * @returns {Promise<readonly number[]>}
 */
export async function cancellations(folder, delays) {
  const times = [];
  for (const delay of delays) {
    const { connection, stop } = await startServer(folder);
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [] };
    const answer = connection.sendRequest("workspace/diagnostic", params, source.token).then(
      () => false,
      () => true,
    );
    await new Promise((resolve) => setTimeout(resolve, delay));
    const begin = performance.now();
    source.cancel();
    if (await answer) times.push(performance.now() - begin);
    await stop();
  }
  return times;
}

/**
 * The milliseconds until a server that was just started has told what it finds in all files of a folder, none of which is
 * open; and then, for each of some letters typed in one of them, until it has told it of all files again.
 *
 * @param {string} folder
 * @param {string} path
 * @param {string} text
 * @param {number} count
 * @returns {Promise<{ readonly ready: number, readonly first: number, readonly again: readonly number[], readonly files: number }>}
 */
export async function wholeWorkspace(folder, path, text, count) {
  const begin = performance.now();
  const { connection, ready, stop } = await startServer(folder);
  /** @type {readonly { readonly uri: string, readonly value: string }[]} */
  let previousResultIds = [];
  const ask = async () => {
    const { items } = await connection.sendRequest("workspace/diagnostic", { previousResultIds });
    const reports = /** @type {readonly { readonly uri: string, readonly resultId: string }[]} */ (items);
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const { uri, resultId } of reports) known.set(uri, resultId);
    previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    return reports.length;
  };
  const files = await ask();
  const first = performance.now() - begin;
  const type = typist(connection, await open(connection, path, text), placeIn(text, "value"));
  const again = [];
  for (let key = 0; key < count; key++) {
    const start = performance.now();
    await type();
    await ask();
    again.push(performance.now() - start);
  }
  await stop();
  return { ready, first, again, files };
}

/** @param {number} moment */
async function until(moment) {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

/**
 * @param {Connection} connection
 * @param {string} path
 * @param {string} text
 * @returns {Promise<string>} its URI
 */
async function open(connection, path, text) {
  const uri = pathToFileURL(path).href;
  const textDocument = { uri, languageId: path.slice(path.lastIndexOf(".") + 1), version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  return uri;
}

/**
 * Types a letter and takes it out again, in turn.
 *
 * @param {Connection} connection
 * @param {string} uri
 * @param {{ readonly line: number, readonly character: number }} at
 */
function typist(connection, uri, at) {
  let version = 1;
  return () => {
    const isThere = version % 2 === 0;
    version++;
    const end = { line: at.line, character: at.character + (isThere ? 1 : 0) };
    return connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end }, text: isThere ? "" : "x" }],
    });
  };
}

/**
 * Where to type: in a tool in the middle of the file.
 *
 * @param {string} text
 * @param {Spot} spot
 */
function placeIn(text, spot) {
  const lines = text.split("\n");
  const line = lines.findIndex(
    (content, index) => index > lines.length / 2 && /^ *(?:tool tool-|tool\d+x\d+ = tool )/.test(content),
  );
  if (spot === "value") {
    const value = lines.findIndex((content, index) => index > line && content.startsWith("  serves "));
    return { line: value, character: (lines[value] ?? "").length };
  }
  const title = /["']/.exec(lines[line] ?? "")?.index ?? 0;
  return { line, character: spot === "title" ? title + 1 : title - 1 };
}
