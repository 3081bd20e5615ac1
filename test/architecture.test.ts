import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/**
 * Who may import whom. The layers are those of ARCHITECTURE.md: an arrow that is not in this table goes the wrong way.
 * `types` may be imported only as types, which leave no trace in a bundle.
 */
interface Layer {
  readonly folder: string;
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  /** Whether the folder may use Node's built-ins. */
  readonly node?: boolean | readonly string[];
}

const pure = ["picomatch", "jsonc-parser", "fastest-levenshtein"];

const layers: readonly Layer[] = [
  { folder: "grammar", imports: [], packages: ["chevrotain", "fastest-levenshtein"] },
  { folder: "server/model", imports: ["grammar"], packages: pure },
  { folder: "server/rules", imports: ["grammar", "server/model"], packages: pure },
  { folder: "server/features", imports: ["grammar", "server/model", "server/rules"], packages: pure },
  {
    folder: "server/pages",
    imports: ["grammar", "server/model", "server/rules", "server/features"],
    packages: [],
  },
  { folder: "server/views", imports: ["grammar", "server/model"], packages: [] },
  {
    folder: "server/review",
    imports: ["grammar", "server/model", "server/rules", "server/views"],
    types: ["client/diagram"],
    packages: [],
  },
  {
    folder: "server/report",
    imports: ["grammar", "server/model", "server/rules", "server/views", "server/review"],
    packages: [],
  },
  {
    folder: "server/lsp",
    imports: ["grammar", "server"],
    packages: ["vscode-languageserver", "vscode-languageserver-textdocument", "vscode-uri", "tinyglobby"],
    node: ["node.ts", "node-disk.ts"],
  },
  { folder: "client/pins", imports: [], packages: [] },
  {
    folder: "client/diagram",
    imports: ["client/pins"],
    types: ["server/views", "grammar"],
    packages: ["elkjs", "@resvg/resvg-wasm"],
  },
  {
    folder: "client/panel",
    imports: ["client/diagram", "client/pins"],
    types: ["server/lsp", "server/views"],
    packages: ["d3-zoom", "d3-selection", "mdast-util-from-markdown", "mdast"],
  },
  {
    folder: "client/page",
    imports: ["server/views", "server/review", "client/diagram", "client/panel"],
    types: ["grammar"],
    packages: [],
  },
  { folder: "client/template", imports: [], types: ["grammar"], packages: [] },
  {
    folder: "client/extension",
    imports: ["client/template", "client/page", "client/pins"],
    types: ["server/lsp", "server/views", "client/panel"],
    packages: ["vscode", "vscode-languageclient"],
    node: true,
  },
  {
    folder: "client/cli",
    imports: ["grammar", "server", "client/diagram", "client/template", "client/page", "client/pins"],
    packages: ["commander", "picocolors", "tinyglobby", "@resvg/resvg-wasm", "sarif"],
    node: true,
  },
  { folder: "client/action", imports: ["grammar", "server", "client/cli"], packages: [], node: true },
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const root = resolve(import.meta.dirname, "..");

function sources(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|(?:^|\n)\s*import\s+"([^"]+)"/g,
  );
  return [...found].map(([, type, from, lazy, bare]) => {
    const target = from ?? lazy ?? bare ?? "";
    const place = target.startsWith(".") ? relative(root, resolve(root, dirname(file), target)) : target;
    return { file, target: place, typeOnly: type !== undefined };
  });
}

function layerOf(file: string): Layer | undefined {
  return layers.find(({ folder }) => file.startsWith(`${folder}/`));
}

function complaint({ file, target, typeOnly }: Import): string | undefined {
  const layer = layerOf(file);
  if (!layer) return `${file} stands in no layer: add its folder to ARCHITECTURE.md and to this test.`;
  if (target.startsWith("node:"))
    return mayUseNode(layer, file) ? undefined : `${file} reaches for ${target}: hand it in as a port.`;
  const inside = (folder: string) => target.startsWith(`${folder}/`);
  if (isOurs(target)) {
    const allowed =
      inside(layer.folder) || layer.imports.some(inside) || (typeOnly && layer.types?.some(inside));
    return allowed ? undefined : `${file} imports ${target}, which lies further down: turn the arrow round.`;
  }
  const known = [...layer.packages, "@fontsource/inter", "inter-ui", "package.json"].some(
    (name) => target === name || target.startsWith(`${name}/`),
  );
  return known ? undefined : `${file} imports the package ${target}, which its layer does not use.`;
}

function mayUseNode(layer: Layer, file: string): boolean {
  if (typeof layer.node !== "object") return layer.node === true;
  return layer.node.some((name) => file.endsWith(`/${name}`));
}

function isOurs(target: string): boolean {
  return /^(grammar|server|client|samples|test|scripts)\//.test(target);
}

test("every import goes the way of ARCHITECTURE.md", () => {
  const all = ["grammar", "server", "client"].flatMap(sources).flatMap(importsOf);
  expect(all.length).toBeGreaterThan(100);
  expect(all.map(complaint).filter((text) => text !== undefined)).toEqual([]);
});

test("no files import each other in a circle, not for a type either", () => {
  const all = ["grammar", "server", "client"].flatMap(sources);
  const targets = new Map(all.map((file) => [file, importsOf(file).map(({ target }) => target)]));
  expect(circles(targets)).toEqual([]);
  expect(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["c", "d"]],
        ["c", ["a"]],
        ["d", []],
      ]),
    ),
  ).toEqual(["a, b, c"]);
});

/** What is left when everything is taken away, again and again, that imports nothing of the rest or that nothing imports. */
function circles(targets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  let left = new Map(targets);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    const imported = new Set([...left.values()].flat());
    left = new Map([...left].filter(([file, to]) => imported.has(file) && to.some((one) => left.has(one))));
  }
  return left.size === 0 ? [] : [[...left.keys()].join(", ")];
}

test("a wrong arrow is seen", () => {
  const wrong: readonly Import[] = [
    { file: "grammar/parse.ts", target: "server/model/model.ts", typeOnly: true },
    { file: "server/rules/x.ts", target: "server/lsp/session.ts", typeOnly: false },
    { file: "server/model/x.ts", target: "node:fs", typeOnly: false },
    { file: "client/diagram/x.ts", target: "server/views/views.ts", typeOnly: false },
    { file: "server/features/hover.ts", target: "vscode-languageserver", typeOnly: true },
    { file: "server/new/x.ts", target: "grammar/text.ts", typeOnly: false },
  ];
  expect(wrong.map(complaint).every((text) => text !== undefined)).toBe(true);
});

test("the core has no clock, no chance and no screen", () => {
  const core = sources("grammar").concat(sources("server"), sources("client/diagram"));
  const pureFiles = core.filter((file) => !file.startsWith("server/lsp/") && !file.endsWith("elk-worker.ts"));
  const forbidden =
    /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bdocument\.(?:create|get|query)|\bwindow\./;
  expect(pureFiles.filter((file) => forbidden.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("nothing is typed away", () => {
  const forbidden = /:\s*any\s*[;,)=[]|\bas any\b|<any>|@ts-ignore|@ts-nocheck|\bexport default\b|^enum /m;
  const all = ["grammar", "server", "client"].flatMap(sources);
  expect(all.filter((file) => forbidden.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});
