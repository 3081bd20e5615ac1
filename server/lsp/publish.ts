import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Project } from "../model/snapshot.ts";
import type { Client } from "./client.ts";
import { changedNotification, type ChangedParams } from "./protocol.ts";
import { refreshShown } from "./refresh.ts";
import { reportedPaths, reportOn } from "./reports.ts";
import type { Session } from "./session.ts";
import { clientUri, type State } from "./state.ts";
import type { Turns } from "./turn.ts";
import { inSlices, judging } from "./work.ts";

/** How long nothing has to happen before pictures are drawn anew: a little more than between two keystrokes. */
const PAUSE = 120;

/**
 * Findings are told at once where working them out is quick, as it is nearly always; else there is a pause as long as it
 * took the last time, so that whoever types on is not held up.
 */
const QUICK = 20;

/** Tells the client, after a pause, what changed: diagnostics where it does not pull them, and architectures. */
export interface Publisher {
  /** Something changed. */
  readonly wake: () => void;
  /** Something changed that a client which pulls cannot know of, such as a file on disk. */
  readonly wakeAll: () => void;
  readonly stop: () => void;
}

export function publisher(
  connection: Connection,
  session: Session,
  settled: () => Promise<void>,
  turns: Turns,
  log: (error: unknown) => void,
): Publisher {
  const published = new Map<string, string>();
  let told: ReadonlyMap<string, Project> = new Map();
  let shown: ReadonlyMap<string, Project> = told;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let pushing: ReturnType<typeof setTimeout> | undefined;
  let lastTook = 0;
  let stale = false;

  const send = async (
    state: State,
    path: string,
    id: string,
    items: readonly Diagnostic[],
  ): Promise<void> => {
    published.set(path, id);
    const document = state.open.get(path);
    const version = document ? { version: document.version } : {};
    await connection.sendDiagnostics({
      uri: clientUri(state, path),
      ...version,
      diagnostics: [...items],
    });
  };
  const push = async (state: State): Promise<void> => {
    const isNewest = (): boolean => session.state() === state && session.phase() === "running";
    if (!(await inSlices(judging(state.snapshot.projects.values()), turns, isNewest))) return;
    const paths = new Set([...reportedPaths(state), ...state.open.keys()]);
    for (const path of paths) {
      // Something changed meanwhile, and woke the next round: this one is about an old state.
      if (!isNewest()) return;
      const { id, items } = reportOn(state, path);
      const isNew = !published.has(path) && items.length === 0 && !state.open.has(path);
      if (published.get(path) !== id && !isNew) await send(state, path, id, items);
    }
    for (const path of published.keys()) {
      if (paths.has(path)) continue;
      await send(state, path, "", []);
      published.delete(path);
    }
  };
  const tell = async (state: State): Promise<void> => {
    const { projects } = state.snapshot;
    const roots = new Set([...projects.keys(), ...told.keys()]);
    const changed = [...roots].filter((root) => projects.get(root) !== told.get(root));
    told = projects;
    const params: ChangedParams = {
      projects: changed.map((root) => clientUri(state, root)),
    };
    if (changed.length > 0) await connection.sendNotification(changedNotification, params);
  };
  /** What there is to tell of, once all that has arrived was heard; undefined where nobody listens. */
  const settledState = async (): Promise<{ readonly state: State; readonly client: Client } | undefined> => {
    await settled();
    await turns.quiet();
    const client = session.client();
    return client && session.phase() === "running" ? { state: session.state(), client } : undefined;
  };
  const tellSettled = async (): Promise<void> => {
    const now = await settledState();
    if (!now) return;
    if (now.client.hearsChanges) await tell(now.state);
    // A document asks by itself for what it shows when it is edited; of the others it does not know.
    const { projects } = now.state.snapshot;
    if (shown !== projects && now.state.open.size > 1) refreshShown(connection, now.client, log);
    shown = projects;
    if (stale && now.client.pulls && now.client.refreshes) {
      stale = false;
      connection.languages.diagnostics.refresh().catch(log);
    }
  };
  const pushSettled = async (): Promise<void> => {
    const now = await settledState();
    if (!now || now.client.pulls) return;
    const start = performance.now();
    await push(now.state);
    lastTook = performance.now() - start;
  };
  const wake = (): void => {
    clearTimeout(telling);
    clearTimeout(pushing);
    telling = setTimeout(() => void tellSettled().catch(log), PAUSE);
    pushing = setTimeout(
      () => void pushSettled().catch(log),
      lastTook < QUICK ? 0 : Math.min(lastTook, PAUSE),
    );
  };
  return {
    wake,
    wakeAll: () => {
      stale = true;
      wake();
    },
    stop: () => {
      clearTimeout(telling);
      clearTimeout(pushing);
    },
  };
}
