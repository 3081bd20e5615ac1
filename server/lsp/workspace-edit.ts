import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { fileAt, type Edit } from "../model/edit.ts";
import type { Model } from "../model/model.ts";
import type { Client } from "./client.ts";
import { rangeOf } from "./convert.ts";
import { clientUri, type State } from "./state.ts";

/**
 * Changes of text as an editor applies them. Where it can, it is told which version of a document they were made for,
 * so that they are never applied to another. A file that the project does not have is made, and never overwritten; only a
 * client that `createsFiles` understands that.
 */
export function workspaceEdit(
  state: State,
  client: Client,
  model: Model,
  edits: readonly Edit[],
): WorkspaceEdit {
  const byUri = new Map<string, { readonly version: number | null; readonly edits: TextEdit[] }>();
  for (const { path, span, text } of edits) {
    const uri = clientUri(state, path);
    const known = byUri.get(uri) ?? { version: state.open.get(path)?.version ?? null, edits: [] };
    byUri.set(uri, known);
    known.edits.push({ range: rangeOf(fileAt(model, path), span), newText: text });
  }
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries([...byUri].map(([uri, { edits }]) => [uri, edits])) };
  }
  const created = newPaths(model, edits).map((path): CreateFile => ({
    kind: "create",
    uri: clientUri(state, path),
  }));
  const documentChanges = [...byUri].map(([uri, { version, edits }]): TextDocumentEdit => ({
    textDocument: { uri, version },
    edits,
  }));
  return { documentChanges: [...created, ...documentChanges] };
}

/** The files that changes would make. */
export function newPaths(model: Model, edits: readonly Edit[]): readonly string[] {
  return [...new Set(edits.map(({ path }) => path))].filter((path) => !fileAt(model, path));
}
