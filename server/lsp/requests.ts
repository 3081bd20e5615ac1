import type { ServerCapabilities } from "vscode-languageserver";
import type { Row } from "./answer.ts";
import type { Client } from "./client.ts";
import { diagnosticRows } from "./diagnostics.ts";
import { featureRows } from "./feature-requests.ts";
import { ownRows } from "./own-requests.ts";

/** Every request that the server answers, a row each. */
export const requests: readonly Row[] = [...featureRows, ...diagnosticRows, ...ownRows];

/** What the rows offer to a client: capabilities cannot disagree with what is answered. */
export function offersTo(client: Client): ServerCapabilities {
  const all: ServerCapabilities = {};
  for (const { offers } of requests) Object.assign(all, offers(client));
  return all;
}
