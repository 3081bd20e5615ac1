import type { ServerCapabilities } from "vscode-languageserver";
import type { Row } from "./answer.ts";
import type { Client } from "./client.ts";
import { diagnosticRows } from "./diagnostics.ts";

/** Every request that the server answers, a row each. */
export const requests: readonly Row[] = [...diagnosticRows];

/** What the rows offer to a client: capabilities cannot disagree with what is answered. */
export function offersTo(client: Client): ServerCapabilities {
  let all: ServerCapabilities = {};
  for (const { offers } of requests) all = { ...all, ...offers(client) };
  return all;
}
