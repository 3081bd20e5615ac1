import type { Position, ProtocolConnection, Range } from "vscode-languageserver/node";
import { ask } from "./in-process.ts";

/** What a request may be asked with, field by field. */
function fieldsFor(uri: string, position: Position, range: Range): ReadonlyMap<string, unknown> {
  const item = { name: "pim", kind: 2, uri, range, selectionRange: range };
  return new Map<string, unknown>([
    ["textDocument", { uri }],
    ["position", position],
    ["positions", [position]],
    ["range", range],
    ["ranges", [range]],
    ["context", { diagnostics: [], includeDeclaration: true }],
    ["ch", "}"],
    ["newName", "renamed"],
    ["query", ""],
    ["project", uri],
    ["base", { name: "main", head: "now", root: uri, files: [{ uri }, { uri, text: "mission eat" }] }],
    ["all", false],
    ["name", "pim"],
    ["format", "html"],
    ["refactoring", "retireTool"],
    ["choice", ""],
    ["item", item],
    ["previousResultId", "0"],
  ]);
}

/** The fields that a request cannot do without: the server names one after the other as it refuses the request. */
export async function neededBy(client: ProtocolConnection, method: string): Promise<readonly string[]> {
  const origin = { line: 0, character: 0 };
  const all = fieldsFor("untitled:needed", origin, { start: origin, end: origin });
  const needed: string[] = [];
  for (;;) {
    const answer = await ask(client, method, Object.fromEntries(needed.map((name) => [name, all.get(name)])));
    const missing =
      "refused" in answer && answer.refused === -32602
        ? /'(\w+)[.\w]*' is missing/.exec(answer.message)?.[1]
        : undefined;
    if (missing === undefined || needed.includes(missing)) return needed;
    needed.push(missing);
  }
}

/** What to ask a request with about a place, where it needs these fields. */
export function paramsFor(needed: readonly string[], uri: string, position: Position, range: Range): object {
  const all = fieldsFor(uri, position, range);
  return Object.fromEntries(needed.map((name) => [name, all.get(name)]));
}
