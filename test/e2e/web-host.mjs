import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/**
 * VS Code in a browser alone, as on vscode.dev: no extension host but a web worker, no disk but what is handed in here.
 *
 * @typedef {object} WebHost
 * @property {string} url of a page that shows the files
 * @property {() => Promise<void>} stop
 */

const vscode = join(import.meta.dirname, "node_modules/code-server/lib/vscode");

/** Where its page is, below what the server serves. */
const page = "/build/out/vs/code/browser/workbench";
const webview = "/build/out/vs/workbench/contrib/webview/browser/pre";

/** The files lie on a disk of this scheme. */
const scheme = "handed-in";

/** @type {Readonly<Record<string, string>>} */
const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/**
 * @param {object} options
 * @param {string} options.extension the folder of the extension, as it was installed
 * @param {Readonly<Record<string, string>>} options.files by path
 * @returns {Promise<WebHost>}
 */
export async function startWebHost({ extension, files }) {
  const made = new Map([
    ["/disk/package.json", JSON.stringify(diskManifest)],
    ["/disk/extension.js", diskExtension(files)],
  ]);
  // `localhost` everywhere: a page of `127.0.0.1` may not talk to one of another name.
  const server = createServer((request, response) => {
    answer(request.url ?? "/", response).catch((error) => {
      process.stderr.write(`${error}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise((done) => server.listen(0, "localhost", () => done(undefined)));
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;

  /**
   * @param {string} url
   * @param {import("node:http").ServerResponse} response
   */
  const answer = async (url, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const body = await bodyOf(path);
    if (body === undefined) return void response.writeHead(404).end();
    response.setHeader(
      "Content-Type",
      path === "/" ? "text/html" : (types[extname(path)] ?? "application/octet-stream"),
    );
    if (path.endsWith("service-worker.js")) response.setHeader("Service-Worker-Allowed", "/");
    response.end(body);
  };
  const bodyOf = async (/** @type {string} */ path) => {
    if (path === "/") return pageOf(port);
    const file = fileOf(path, extension);
    const own = made.get(path) ?? (file === undefined ? undefined : await read(file));
    // The extensions that VS Code brings were made for a server; in their place is nothing to do.
    if (own === undefined && /^\/build\/extensions\/.*\.js$/.test(path))
      return "exports.activate = () => ({});";
    return path === `${page}/workbench.js` ? withoutRemote(String(own)) : own;
  };
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://localhost:${port}/`, stop };
}

/**
 * @param {string} file
 * @returns {Promise<Buffer | undefined>} undefined where there is no such file
 */
function read(file) {
  return readFile(file).catch(() => undefined);
}

/**
 * @param {string} path
 * @param {string} extension
 * @returns {string | undefined} undefined for what we do not serve
 */
function fileOf(path, extension) {
  const below = (/** @type {string} */ prefix) => normalize(`/${path.slice(prefix.length)}`);
  if (path.startsWith("/build/")) return join(vscode, below("/build"));
  if (path.startsWith("/extension/")) return join(extension, below("/extension"));
  return undefined;
}

/**
 * This build of VS Code is made for a server behind it. Without one it is the same as on vscode.dev.
 *
 * @param {string} script
 */
function withoutRemote(script) {
  const patches = /** @type {const} */ ([
    [",remoteAuthority:location.host}", "}"],
    [
      /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
      'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
    ],
  ]);
  return patches.reduce((text, [before, after]) => {
    const patched = text.replace(before, after);
    if (patched === text) throw new Error(`This VS Code has no ${before}.`);
    return patched;
  }, script);
}

/** @param {number} port */
function pageOf(port) {
  const at = (/** @type {string} */ path) => ({ scheme: "http", authority: `localhost:${port}`, path });
  const settings = {
    folderUri: { scheme, path: "/" },
    developmentOptions: { extensions: [at("/disk"), at("/extension")] },
    enableWorkspaceTrust: false,
    userDataPath: "/User",
    // This build of VS Code insists on being told.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: { "chat.disableAIFeatures": true, "workbench.startupEditor": "none" },
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: `http://localhost:${port}/build`,
      webviewContentExternalBaseUrlTemplate: `http://localhost:${port}${webview}/`,
    },
    webviewEndpoint: `http://localhost:${port}${webview}`,
  };
  const meta = (/** @type {string} */ id, /** @type {string} */ value) =>
    `<meta id="vscode-workbench-${id}" data-settings="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
${meta("web-configuration", JSON.stringify(settings))}
${meta("web-base-url", "/build")}
${meta("auth-session", "")}
${meta("builtin-extensions", "[]")}
<link rel="stylesheet" href="${page}/workbench.css">
</head>
<body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + "/build/out/";</script>
<script type="module" src="/build/out/nls.messages.js"></script>
<script type="module" src="${page}/workbench.js"></script>
</html>`;
}

const diskManifest = {
  name: "disk",
  publisher: "bizarch-tests",
  version: "0.0.1",
  engines: { vscode: "^1.101.0" },
  browser: "./extension.js",
  activationEvents: [`onFileSystem:${scheme}`],
};

/**
 * An extension that has the files, and those that are written; nothing is moved or deleted.
 *
 * @param {Readonly<Record<string, string>>} files
 */
function diskExtension(files) {
  return `const vscode = require("vscode");
const files = new Map(Object.entries(${JSON.stringify(files)}).map(([path, text]) => ["/" + path, new TextEncoder().encode(text)]));
const entries = (folder) => {
  const below = folder === "/" ? "/" : folder + "/";
  const names = [...files.keys()].filter((path) => path.startsWith(below)).map((path) => path.slice(below.length).split("/"));
  return new Map(names.map(([name, ...rest]) => [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File]));
};
const changed = new vscode.EventEmitter();
const provider = {
  onDidChangeFile: changed.event,
  watch: () => ({ dispose() {} }),
  stat: ({ path }) => {
    const bytes = files.get(path);
    if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
    if (path === "/" || entries(path).size > 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  },
  readDirectory: ({ path }) => [...entries(path)],
  readFile: (uri) => {
    const bytes = files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  },
  writeFile: (uri, bytes) => {
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, bytes);
    changed.fire([{ type, uri }]);
  },
  createDirectory: (uri) => { throw vscode.FileSystemError.NoPermissions(uri); },
  delete: (uri) => { throw vscode.FileSystemError.NoPermissions(uri); },
  rename: (uri) => { throw vscode.FileSystemError.NoPermissions(uri); },
};
exports.activate = ({ subscriptions }) =>
  void subscriptions.push(vscode.workspace.registerFileSystemProvider(${JSON.stringify(scheme)}, provider, { isCaseSensitive: true }));
`;
}
