import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Loader } from "./load.ts";
import { isStored, pathOf } from "./paths.ts";
import type { Session } from "./session.ts";
import { withDocument } from "./state.ts";

/** Keeps the session's open documents as the editor has them. Nothing is computed here. */
export function followDocuments(
  connection: Connection,
  session: Session,
  loader: Loader,
  heard: (hear: () => void) => void,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    heard(() => {
      const path = pathOf(uri);
      const document = TextDocument.create(uri, languageId, version, text);
      session.change((state) => withDocument(state, path, { uri, version, document, text }));
      loader.opened(path);
    }),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    heard(() => {
      const path = pathOf(uri);
      const known = session.state().open.get(path);
      if (!known) return;
      const document = TextDocument.update(known.document, contentChanges, version);
      const next = { uri: known.uri, version, document, text: document.getText() };
      session.change((state) => withDocument(state, path, next));
    }),
  );
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => heard(() => reread(uri)));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) =>
    heard(() => {
      session.change((state) => withDocument(state, pathOf(uri), undefined));
      reread(uri);
    }),
  );

  /** What is stored may be newer than what was last read: not every client watches files. */
  function reread(uri: string): void {
    const path = pathOf(uri);
    if (isStored(path)) loader.touched([path]);
  }
}
