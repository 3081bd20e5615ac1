import type { ServerCapabilities } from "vscode-languageserver";
import { actionRows } from "./action-requests.ts";
import type { Row } from "./answer.ts";
import type { Client } from "./client.ts";
import { compareRows } from "./compare-requests.ts";
import { diagnosticRows } from "./diagnostics.ts";
import { hierarchyRows } from "./hierarchy-requests.ts";
import { navigationRows } from "./navigation-requests.ts";
import { ownRows } from "./own-requests.ts";
import { readingRows } from "./reading-requests.ts";
import { refactoringRows } from "./refactoring-requests.ts";
import { structureRows } from "./structure-requests.ts";
import { treeRows } from "./tree-requests.ts";
import { workspaceRows } from "./workspace-requests.ts";
import { writingRows } from "./writing-requests.ts";

/** Every request that the server answers, a row each. */
export const requests: readonly Row[] = [
  ...navigationRows,
  ...structureRows,
  ...hierarchyRows,
  ...readingRows,
  ...writingRows,
  ...actionRows,
  ...refactoringRows,
  ...diagnosticRows,
  ...ownRows,
  ...workspaceRows,
  ...treeRows,
  ...compareRows,
];

/** What the rows offer to a client: capabilities cannot disagree with what is answered. */
export function offersTo(client: Client): ServerCapabilities {
  const all: ServerCapabilities = {};
  for (const { offers } of requests) Object.assign(all, offers(client));
  return all;
}
