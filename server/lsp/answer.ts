import {
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Position,
  type RequestType,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { SourceFile } from "../../grammar/text.ts";
import { fileAt } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import type { Place } from "../model/place.ts";
import { projectOf, withFile } from "../model/snapshot.ts";
import type { Client } from "./client.ts";
import { offsetIn } from "./convert.ts";
import type { Loader } from "./load.ts";
import { pathOf } from "./paths.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";
import { macrotask } from "./turn.ts";

/** What a request is answered from. */
export interface Asked {
  readonly state: State;
  readonly client: Client;
  /** The documents as they were when the request came: the positions in it are in their text. */
  readonly meant: State["open"];
}

/** The same, for a request about a document that belongs to a project. */
export interface AskedIn extends Asked {
  readonly model: Model;
  readonly file: SourceFile;
}

/** The same, for a request about a place in it. */
export interface AskedAt extends AskedIn {
  readonly at: Place;
}

/** One request that the server answers: what it offers to a client, and how it joins a connection. */
export interface Row {
  readonly method: string;
  readonly offers: Offers;
  readonly join: (door: Door) => void;
}

type Offers = (client: Client) => Partial<ServerCapabilities>;

/** What a request comes in by. */
export interface Door {
  readonly connection: Connection;
  readonly session: Session;
  readonly loader: Loader;
  readonly log: (error: unknown) => void;
}

/** A request about the whole workspace, or about a document whether it belongs to a project or not. */
export function answer<P, R, E>(
  type: RequestType<P, R, E>,
  offers: Offers,
  run: (asked: Asked, params: P) => R,
): Row {
  const join = (door: Door): void => {
    // By name and not by type: the library would answer a request without parameters before the guard sees it.
    door.connection.onRequest<unknown, unknown>(type.method, (params: P, token?: CancellationToken) =>
      guarded(door, type.method, token, (asked) => run(asked, params)),
    );
  };
  return { method: type.method, offers, join };
}

/** A request about a document; `null` where it belongs to no project. */
export function answerIn<P extends { readonly textDocument: TextDocumentIdentifier }, R, E>(
  type: RequestType<P, R | null, E>,
  offers: Offers,
  run: (asked: AskedIn, params: P) => R | null,
): Row {
  return answer(type, offers, (asked, params) => {
    const path = pathOf(documentOf(params).uri);
    const state = asMeant(asked, path);
    const project = projectOf(state.snapshot, path);
    const model = project && modelOf(project);
    const file = model && fileAt(model, path);
    return model && file ? run({ ...asked, state, model, file }, params) : null;
  });
}

/** A request about a place in a document; `null` where the document belongs to no project. */
export function answerAt<
  P extends { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  R,
  E,
>(type: RequestType<P, R | null, E>, offers: Offers, run: (asked: AskedAt, params: P) => R | null): Row {
  return answerIn(type, offers, (asked, params) => {
    const offset = offsetIn(asked.file, positionOf(params));
    return run({ ...asked, at: { path: asked.file.path, offset } }, params);
  });
}

/** What is thrown where a client sends what no request looks like. */
class Malformed extends Error {}

/** The document of a request. What comes over the wire has the right type only if the client keeps to it. */
export function documentOf(params: { readonly textDocument?: unknown } | undefined): TextDocumentIdentifier {
  const document: unknown = params?.textDocument;
  if (typeof document === "object" && document && "uri" in document && typeof document.uri === "string") {
    return { uri: document.uri };
  }
  throw new Malformed("The request names no document: 'textDocument.uri' is missing.");
}

function positionOf(params: { readonly position?: unknown }): Position {
  const { position } = params;
  if (typeof position === "object" && position && "line" in position && "character" in position) {
    const { line, character } = position;
    if (typeof line === "number" && typeof character === "number") return { line, character };
  }
  throw new Malformed("The request names no place: 'position' is missing.");
}

/**
 * The one guard around all requests: refuses them out of turn, lets what has arrived be heard, checks whether the answer
 * is still wanted, and makes a bug of ours an error of the protocol instead of the end of the server.
 */
async function guarded<R>(
  door: Door,
  method: string,
  token: CancellationToken | undefined,
  run: (asked: Asked) => R,
): Promise<R | ResponseError> {
  const outOfTurn = refusal(door.session);
  if (outOfTurn) return outOfTurn;
  const { open: meant } = door.session.state();
  await door.loader.settled();
  await macrotask();
  if (token?.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
  const client = door.session.client();
  if (!client) return new ResponseError(ErrorCodes.ServerNotInitialized, "Not initialized.");
  try {
    return run({ state: door.session.state(), client, meant });
  } catch (error) {
    if (error instanceof Malformed) return new ResponseError(ErrorCodes.InvalidParams, error.message);
    door.log(error);
    return new ResponseError(ErrorCodes.InternalError, `${method} failed; the server's log says where.`);
  }
}

/** The newest state, but for a document that was edited since the request came. */
function asMeant({ state, meant }: Asked, path: string): State {
  const text = meant.get(path)?.text;
  if (text === undefined || !state.open.has(path)) return state;
  const snapshot = withFile(state.snapshot, path, text);
  return snapshot === state.snapshot ? state : { ...state, snapshot };
}

/** Why a request cannot be answered now; undefined where it can. */
export function refusal(session: Session): ResponseError | undefined {
  switch (session.phase()) {
    case "new":
      return new ResponseError(ErrorCodes.ServerNotInitialized, "The first request has to be 'initialize'.");
    case "down":
      return new ResponseError(ErrorCodes.InvalidRequest, "The server was shut down.");
    case "running":
      return undefined;
  }
}
