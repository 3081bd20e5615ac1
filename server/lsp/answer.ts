import {
  CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type Position,
  type RequestType,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { Message } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { fileAt } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import type { Place } from "../model/place.ts";
import { projectOf, type Project } from "../model/snapshot.ts";
import type { Client } from "./client.ts";
import { offsetIn } from "./convert.ts";
import type { Loader } from "./load.ts";
import { checkParams, documentOf, documentPath, Malformed, placedPaths } from "./params.ts";
import { pathOf } from "./paths.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";
import type { Turns } from "./turn.ts";
import { atOnce, inSlices, linking, type Work } from "./work.ts";

export { documentOf } from "./params.ts";

/** What a request is answered from: what is the newest at the moment of the answer; see `Overtaken` for the exception. */
export interface Asked {
  readonly state: State;
  readonly client: Client;
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

/** A refusal that a person is to read, with its reason: not a failure of ours. */
export function refused({ model }: AskedIn, reason: Message): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason[model.project.settings.locale]);
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
  readonly turns: Turns;
  readonly log: (error: unknown) => void;
}

/**
 * What becomes of a request about places in a text that was edited before there was an answer: it is refused, or the
 * editor itself makes the answer fit what was typed since, and so it is answered for the text that it was asked of.
 */
type Overtaken = "refused" | "answered";

/** A request about the whole workspace, or about a document whether it belongs to a project or not. */
export function answer<P, R, E>(
  type: RequestType<P, R, E>,
  offers: Offers,
  run: (asked: Asked, params: P) => R | ResponseError,
): Row {
  return answerNeeding([], type, offers, run);
}

/** The same, for a request that means nothing without some of its fields. */
function answerNeeding<P, R, E>(
  needed: readonly string[],
  type: RequestType<P, R, E>,
  offers: Offers,
  run: (asked: Asked, params: P) => R | ResponseError,
  overtaken: Overtaken = "refused",
): Row {
  const work = function* (asked: Asked, params: P): Work<R | ResponseError> {
    yield;
    return run(asked, params);
  };
  return answerLong(type, offers, work, needed, overtaken);
}

/** The same, where the answer takes so long that it is worked out in steps. */
export function answerLong<P, R, E>(
  type: RequestType<P, R, E>,
  offers: Offers,
  run: (asked: Asked, params: P) => Work<R | ResponseError>,
  needed: readonly string[] = [],
  overtaken: Overtaken = "refused",
): Row {
  const { method } = type;
  const join = (door: Door): void => {
    // By name and not by type: the library would answer a request without parameters before the guard sees it. So it hands
    // over whatever came, as many arguments as there were, and last whether the request was taken back.
    door.connection.onRequest<unknown, unknown>(method, (params: P, ...rest: readonly unknown[]) =>
      guarded(door, {
        method,
        params,
        needed,
        overtaken,
        token: rest.find((one) => CancellationToken.is(one)),
        run: (asked) => run(asked, params),
      }),
    );
  };
  return { method, offers, join };
}

/** A request about a document; `null` where it belongs to no project. */
export function answerIn<P extends { readonly textDocument: TextDocumentIdentifier }, R, E>(
  type: RequestType<P, R | null, E>,
  offers: Offers,
  run: (asked: AskedIn, params: P) => R | ResponseError | null,
): Row {
  return answerInNeeding(["textDocument"], type, offers, run);
}

function answerInNeeding<P extends { readonly textDocument: TextDocumentIdentifier }, R, E>(
  needed: readonly string[],
  type: RequestType<P, R | null, E>,
  offers: Offers,
  run: (asked: AskedIn, params: P) => R | ResponseError | null,
  overtaken?: Overtaken,
): Row {
  const work = (asked: Asked, params: P): R | ResponseError | null => {
    const path = pathOf(documentOf(params).uri);
    const project = projectOf(asked.state.snapshot, path);
    const model = project && modelOf(project);
    const file = model && fileAt(model, path);
    return model && file ? run({ ...asked, model, file }, params) : null;
  };
  return answerNeeding(needed, type, offers, work, overtaken);
}

/** A request about a place in a document; `null` where the document belongs to no project. */
export function answerAt<
  P extends { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  R,
  E,
>(
  type: RequestType<P, R | null, E>,
  offers: Offers,
  run: (asked: AskedAt, params: P) => R | ResponseError | null,
  overtaken?: Overtaken,
): Row {
  const work = (asked: AskedIn, params: P): R | ResponseError | null => {
    const offset = offsetIn(asked.file, params.position);
    return run({ ...asked, at: { path: asked.file.path, offset } }, params);
  };
  return answerInNeeding(["textDocument", "position"], type, offers, work, overtaken);
}

interface Request<R> {
  readonly method: string;
  readonly params: unknown;
  readonly needed: readonly string[];
  readonly overtaken: Overtaken;
  readonly token: CancellationToken | undefined;
  readonly run: (asked: Asked) => Work<R>;
}

/**
 * The one guard around all requests: refuses them out of turn or malformed, lets go of those that are taken back, and
 * makes a bug of ours an error of the protocol instead of the end of the server.
 */
function guarded<R>(door: Door, request: Request<R>): Promise<R | ResponseError> {
  const { method, token } = request;
  const answered = fresh(door, request).catch((error: unknown) => {
    if (error instanceof Malformed) return new ResponseError(ErrorCodes.InvalidParams, error.message);
    door.log(error);
    return new ResponseError(ErrorCodes.InternalError, `${method} failed; the server's log says where.`);
  });
  if (!token) return answered;
  // Who takes a request back is told at once, whatever the server is waiting for.
  const takenBack = new Promise<ResponseError>((resolve) => {
    // Where it was taken back before it came here, there is no event any more.
    if (token.isCancellationRequested) resolve(cancelled());
    token.onCancellationRequested(() => resolve(cancelled()));
  });
  return Promise.race([takenBack, answered]);
}

/** How often work on an answer is put down, and begun anew because of an edit, before it is done without a pause. */
const PATIENCE = 3;

/**
 * The answer from the newest state, when all that has arrived is heard. Where it asks about places in a text that was
 * edited meanwhile, nobody can say what it means now, and so it is refused; or it is answered from the state in which it
 * was asked, where the editor knows what to do with that.
 */
async function fresh<R>(
  door: Door,
  { method, params, needed, overtaken, token, run }: Request<R>,
): Promise<R | ResponseError> {
  const { session, loader, turns } = door;
  turns.heard();
  const before = session.state();
  const refused = refusal(session);
  if (refused) return refused;
  checkParams(method, params, needed);
  for (let round = 0; ; round++) {
    await loader.settled();
    await turns.quiet();
    const now = session.state();
    const client = session.client();
    if (token?.isCancellationRequested === true || !client || session.phase() === "down") return cancelled();
    const isLate = isOvertaken(params, before, now);
    if (isLate && overtaken === "refused") return edited();
    const state = isLate ? before : now;
    const work = working(state, params, () => run({ state, client }));
    if (round === PATIENCE) return atOnce(work);
    const isWanted = (): boolean =>
      (isLate || session.state() === state) && token?.isCancellationRequested !== true;
    const done = await inSlices(work, turns, isWanted);
    if (done) return done.result;
  }
}

/** Reads and links what a request is about, and answers it. */
function* working<R>(state: State, params: unknown, run: () => Work<R>): Work<R> {
  for (const project of projectsOf(state, params)) yield* linking(project);
  return yield* run();
}

/** The project of the document that a request names; all of them where it names none. */
function projectsOf({ snapshot }: State, params: unknown): readonly Project[] {
  const path = documentPath(params);
  if (path === undefined) return [...snapshot.projects.values()];
  const project = projectOf(snapshot, path);
  return project ? [project] : [];
}

/** Whether a text in which a request names places is another than when it came. */
function isOvertaken(params: unknown, before: State, now: State): boolean {
  return placedPaths(params).some((path) => {
    const text = textOf(before, path);
    return text !== undefined && text !== textOf(now, path);
  });
}

function textOf({ open, snapshot }: State, path: string): string | undefined {
  return open.get(path)?.text ?? snapshot.files.get(path)?.text;
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}

function edited(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, "The text was edited before there was an answer.");
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
