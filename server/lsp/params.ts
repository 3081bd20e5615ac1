import type { TextDocumentIdentifier } from "vscode-languageserver";
import { pathOf } from "./paths.ts";
import type { RefactorParams } from "./protocol.ts";

/** What is thrown where a client sends what no request looks like. */
export class Malformed extends Error {}

/**
 * Refuses what does not look like a request: what comes over the wire has the right type only if the client keeps to it.
 * `needed` are fields that it means nothing without.
 */
export function checkParams(method: string, params: unknown, needed: readonly string[]): void {
  if (!isRecord(params)) throw new Malformed("The request has no parameters.");
  const fields = fieldsOf(params);
  for (const name of [...needed, ...(REQUIRED.get(method) ?? [])]) {
    if (!fields.has(name)) throw new Malformed(`The request says too little: '${name}' is missing.`);
  }
  for (const [name, value] of fields) {
    if (SHAPES.get(name)?.(value) === false)
      throw new Malformed(`The request cannot be read: '${name}' is not what it has to be.`);
  }
}

/** The document of a request. */
export function documentOf(params: { readonly textDocument?: unknown } | undefined): TextDocumentIdentifier {
  const uri = fieldsOf(params?.textDocument).get("uri");
  if (typeof uri === "string") return { uri };
  throw new Malformed("The request names no document: 'textDocument.uri' is missing.");
}

/** The path of the document that the parameters of a request name; undefined where they name none. */
export function documentPath(params: unknown): string | undefined {
  const fields = fieldsOf(params);
  const uri = fieldsOf(fields.get("textDocument") ?? fields.get("item")).get("uri");
  return typeof uri === "string" ? pathOf(uri) : undefined;
}

/** The paths of the documents in which the parameters of a request name places, by line and column. */
export function placedPaths(params: unknown): readonly string[] {
  const fields = fieldsOf(params);
  const isPlaced = PLACES.some((name) => fields.has(name));
  const path = isPlaced ? documentPath(params) : undefined;
  return path === undefined ? [] : [path];
}

/** An item is an answer to an earlier request that is asked about again, such as a call. */
const PLACES = ["position", "positions", "range", "ranges", "item"];

type Guard = (value: unknown) => boolean;

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

const isRecord: Guard = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const isText: Guard = (value) => typeof value === "string";
const isCount: Guard = (value) => Number.isInteger(value);

function record(fields: Readonly<Record<string, Guard>>): Guard {
  return (value) => {
    const known = fieldsOf(value);
    return isRecord(value) && Object.entries(fields).every(([name, isFit]) => isFit(known.get(name)));
  };
}

function optional(isFit: Guard): Guard {
  return (value) => value === undefined || value === null || isFit(value);
}

function listOf(isFit: Guard): Guard {
  return (value) => Array.isArray(value) && value.every(isFit);
}

const isPosition = record({ line: isCount, character: isCount });
const isRange = record({ start: isPosition, end: isPosition });

/** The fields of all requests, as the protocol has them: none means one thing here and another there. */
const SHAPES: ReadonlyMap<string, Guard> = new Map<string, Guard>([
  ["textDocument", record({ uri: isText })],
  ["position", isPosition],
  ["positions", listOf(isPosition)],
  ["range", isRange],
  ["ranges", listOf(isRange)],
  // Of a completion, a code action, a list of references, a signature.
  [
    "context",
    record({ only: optional(listOf(isText)), diagnostics: optional(listOf(record({ range: isRange }))) }),
  ],
  ["options", isRecord],
  ["ch", isText],
  ["newName", isText],
  ["query", isText],
  ["project", isText],
  [
    "base",
    record({
      name: isText,
      head: isText,
      root: isText,
      files: listOf(record({ uri: isText, text: optional(isText) })),
    }),
  ],
  ["all", (value) => typeof value === "boolean"],
  ["at", isRecord],
  ["name", isText],
  ["view", isText],
  ["format", (value) => value === "html" || value === "markdown"],
  ["refactoring", isText],
  ["choice", isText],
  ["version", optional(isCount)],
  ["item", record({ uri: isText, range: isRange, selectionRange: isRange, name: isText })],
  ["previousResultId", optional(isText)],
  ["previousResultIds", listOf(record({ uri: isText, value: isText }))],
]);

/** Whether something that came back from a client is what it was sent. */
export function isRefactorParams(value: unknown): value is RefactorParams {
  return isRefactoring(value);
}

const isRefactoring = record({
  textDocument: record({ uri: isText }),
  range: isRange,
  refactoring: isText,
  choice: isText,
  version: optional(isCount),
});

/** What a request means nothing without, besides the document and the place that most are about. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["textDocument/codeAction", ["range", "context"]],
  ["textDocument/rangeFormatting", ["range"]],
  ["textDocument/rangesFormatting", ["ranges"]],
  ["textDocument/onTypeFormatting", ["ch"]],
  ["textDocument/rename", ["newName"]],
  ["bizarch/renamed", ["newName"]],
  ["textDocument/references", ["context"]],
  ["textDocument/selectionRange", ["positions"]],
  ["textDocument/inlayHint", ["range"]],
  ["textDocument/semanticTokens/range", ["range"]],
  ["textDocument/semanticTokens/full/delta", ["previousResultId"]],
  ["workspace/symbol", ["query"]],
  ["callHierarchy/incomingCalls", ["item"]],
  ["callHierarchy/outgoingCalls", ["item"]],
  ["typeHierarchy/supertypes", ["item"]],
  ["typeHierarchy/subtypes", ["item"]],
  ["bizarch/locate", ["name"]],
  ["bizarch/refactoring", ["range", "refactoring"]],
  ["bizarch/refactor", ["range", "refactoring", "choice"]],
]);
