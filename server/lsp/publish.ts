import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Project } from "../model/snapshot.ts";
import { uriOf } from "./paths.ts";
import { changedNotification, type ChangedParams } from "./protocol.ts";
import { reportedPaths, reportOn } from "./reports.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";
import { macrotask } from "./turn.ts";

/** How long nothing has to happen before anything is worked out: a little more than between two keystrokes. */
const PAUSE = 120;

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
  log: (error: unknown) => void,
): Publisher {
  const published = new Map<string, string>();
  let told: ReadonlyMap<string, Project> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
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
      uri: document?.uri ?? uriOf(path),
      ...version,
      diagnostics: [...items],
    });
  };
  const push = async (state: State): Promise<void> => {
    const paths = new Set([...reportedPaths(state), ...state.open.keys()]);
    for (const path of paths) {
      // Something changed meanwhile, and woke the next round: this one is about an old state.
      if (session.state() !== state) return;
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
      projects: changed.map((root) => state.open.get(root)?.uri ?? uriOf(root)),
    };
    if (changed.length > 0) await connection.sendNotification(changedNotification, params);
  };
  const publish = async (): Promise<void> => {
    await settled();
    await macrotask();
    const state = session.state();
    const client = session.client();
    if (!client || session.phase() !== "running") return;
    if (client.hearsChanges) await tell(state);
    if (!client.pulls) return push(state);
    if (stale && client.refreshes) {
      stale = false;
      connection.languages.diagnostics.refresh().catch(log);
    }
  };
  const wake = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void publish().catch(log), PAUSE);
  };
  return {
    wake,
    wakeAll: () => {
      stale = true;
      wake();
    },
    stop: () => clearTimeout(timer),
  };
}
