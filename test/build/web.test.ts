import { createContext, runInContext } from "node:vm";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { doors } from "../../client/build/bundles.mjs";

test.each(["extension-web", "server-web"])("%s needs nothing of Node", async (name) => {
  const { imports } = await bundled(name);
  expect(imports.filter((path) => path !== "vscode")).toEqual([]);
});

test("the server answers where there is nothing but what a web worker has, and its client reads for it", async () => {
  const uri = "memfs:/dossier%20%C3%A9/a.bizarch";
  const worker = await workerWith({
    "bizarch/readFolder": ({ uri: folder }) => ({
      entries:
        folder === "memfs:/" ? [{ name: "dossier é", is: "folder" }] : [{ name: "a.bizarch", is: "file" }],
    }),
    "bizarch/readFile": (params) =>
      params.uri === uri
        ? { base64: Buffer.from("tool crm {\n  accountable nobody\n}").toString("base64") }
        : null,
  });
  await worker.ask("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: "memfs:/", name: "x" }],
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { reads: true, today: "2026-06-30" },
  });
  worker.tell("initialized", {});
  const report = await worker.ask("workspace/diagnostic", { previousResultIds: [] });
  const text = JSON.stringify(report);
  expect([text.includes(`"uri":"${uri}"`), text.includes('"code":"unknown-reference"')]).toEqual([
    true,
    true,
  ]);
});

async function bundled(name: string) {
  const door = doors.find((each) => each.name === name);
  const { outputFiles, metafile } = await esbuild.build({
    ...door?.options,
    entryPoints: [door?.entry ?? ""],
    bundle: true,
    write: false,
    outdir: "dist",
    metafile: true,
    loader: { ".md": "text", ".bizarch": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return { text: outputFiles[0]?.text ?? "", imports };
}

interface Sent {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string };
  readonly result?: unknown;
}

/** As much of a worker's scope as messages need. */
interface Scope {
  onmessage?: (event: { readonly data: unknown }) => void;
  readonly addEventListener: () => void;
  readonly postMessage: (sent: Sent) => void;
}

/** The server in a realm without Node, and a client that answers what it asks. */
async function workerWith(answers: Readonly<Record<string, (params: { readonly uri: string }) => unknown>>) {
  const waiting = new Map<number, (result: unknown) => void>();
  const self: Scope = {
    addEventListener: () => undefined,
    postMessage: ({ id, method, params, result }) => {
      if (id === undefined) return;
      if (method === undefined) return waiting.get(id)?.(result);
      const answer = params ? (answers[method]?.(params) ?? null) : null;
      say({ id, result: answer });
    },
  };
  const say = (message: object): void => {
    setTimeout(
      () => self.onmessage?.({ data: JSON.parse(JSON.stringify({ jsonrpc: "2.0", ...message })) }),
      0,
    );
  };
  const globals = {
    atob,
    clearTimeout,
    console,
    MessageChannel,
    performance,
    setTimeout,
    TextDecoder,
    TextEncoder,
  };
  runInContext((await bundled("server-web")).text, createContext({ self, ...globals }));
  let last = 0;
  return {
    ask: (method: string, params: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        waiting.set(++last, resolve);
        say({ id: last, method, params });
      }),
    tell: (method: string, params: unknown): void => say({ method, params }),
  };
}
