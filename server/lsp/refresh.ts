import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type Connection,
} from "vscode-languageserver";
import type { Client } from "./client.ts";

/** Asks a client to ask anew for what it shows between the lines, where it can: something else may stand there now. */
export function refreshShown(
  connection: Connection,
  { refreshesAnew }: Client,
  log: (error: unknown) => void,
): void {
  const { hints, lenses, tokens } = refreshesAnew;
  if (hints) connection.sendRequest(InlayHintRefreshRequest.type).catch(log);
  if (lenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(log);
  if (tokens) connection.sendRequest(SemanticTokensRefreshRequest.type).catch(log);
}
