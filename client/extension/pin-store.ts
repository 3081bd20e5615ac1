import * as vscode from "vscode";
import {
  changed,
  doing,
  NO_HISTORY,
  putting,
  redoing,
  resetting,
  undoing,
  type Change,
  type History,
  type Step,
} from "../pins/history.ts";
import { parsePins, printPins, type PinFile } from "../pins/pin-file.ts";
import { LARGEST_PIN_FILE, PIN_FILES, PIN_FOLDER, pinPath } from "../pins/pin-path.ts";
import type { Pin, Pins } from "../pins/pin.ts";
import { reasonOf } from "./reason.ts";
import type { Words } from "./words.ts";

/** A view of a project, which has a side file of its own. */
export interface PinnedView {
  /** The URI of the project's folder. */
  readonly project: string;
  readonly view: string;
}

/** What was moved by hand, in the side files: whatever is drawn is drawn from them. */
export interface PinStore extends vscode.Disposable {
  /** Which shapes of a view were moved; undefined where nothing could be kept, since the project lies in no folder. */
  readonly pinsOf: (at: PinnedView) => Promise<Pins | undefined>;
  /** What is wrong with the side file of a view, as it was read last; undefined where nothing is. */
  readonly flawOf: (at: PinnedView) => string | undefined;
  /** Puts a shape somewhere; without a place, it goes back to where it stands by itself. */
  readonly put: (at: PinnedView, id: string, pin: Pin | undefined) => Promise<void>;
  /** Lets all shapes of a view go back. */
  readonly reset: (at: PinnedView) => Promise<void>;
  readonly undo: (at: PinnedView) => Promise<void>;
  readonly redo: (at: PinnedView) => Promise<void>;
  /**
   * Looks whether the side file of a view is another than when it was read, and tells so. To be done now and then: watchers
   * miss what happens in a folder that has just come, in one that the settings exclude, and on some disks.
   */
  readonly look: (at: PinnedView) => Promise<void>;
  /** A side file came, changed or went, by us or by others. */
  readonly onChanged: vscode.Event<void>;
}

/** What is to be done to where shapes are; undefined for nothing. */
type Wish = (pins: Pins, history: History) => Step | undefined;

const NOTHING: PinFile = { view: undefined, pins: [], others: [], flaws: [] };

export function pinStore(words: Words, log: vscode.LogOutputChannel): PinStore {
  const event = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${PIN_FILES}`);
  const histories = new Map<string, History>();
  const said = new Map<string, string | undefined>();
  /** What tells a side file that was read from a later one. */
  const stamps = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();
  for (const on of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) on(() => event.fire());

  /** One after the other: each begins with what the one before has written. */
  function change(at: PinnedView, wish: Wish): Promise<void> {
    last = last.then(() => changeNow(at, wish));
    return last;
  }

  async function changeNow(at: PinnedView, wish: Wish): Promise<void> {
    const uri = fileOf(at);
    try {
      if (!uri) throw new Error(words.nowhereToKeep);
      const before = await textOf(uri, await statOf(uri));
      const file = parsePins(before ?? "");
      const step = wish(file.pins, histories.get(String(uri)) ?? NO_HISTORY);
      if (!step || step.change.length === 0) return;
      const after = printPins({ ...file, view: at.view, pins: changed(file.pins, step.change) });
      if (after !== before) await write(uri, after);
      histories.set(String(uri), step.history);
    } catch (error) {
      void vscode.window.showErrorMessage(words.notMoved(reasonOf(error)));
    } finally {
      // Also where nothing came of it: the page waits for a picture.
      event.fire();
    }
  }

  async function textOf(uri: vscode.Uri, stat?: vscode.FileStat): Promise<string | undefined> {
    if (!stat) return undefined;
    const isText = stat.type === vscode.FileType.File && stat.size <= LARGEST_PIN_FILE;
    if (!isText) throw new Error(words.sideFileUnreadable(nameOf(uri)));
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      throw new Error(words.sideFileUnreadable(nameOf(uri)), { cause: error });
    }
  }

  async function read(uri: vscode.Uri): Promise<PinFile> {
    try {
      const stat = await statOf(uri);
      // Before it is read: what is written meanwhile is seen later.
      stamps.set(String(uri), stampOf(stat));
      const file = parsePins((await textOf(uri, stat)) ?? "");
      say(uri, file.flaws.length > 0 ? words.sideFileFlawed(nameOf(uri), file.flaws) : undefined);
      return file;
    } catch (error) {
      say(uri, reasonOf(error));
      return NOTHING;
    }
  }

  async function look(uri: vscode.Uri): Promise<void> {
    const stamp = stampOf(await statOf(uri));
    if (stamps.get(String(uri)) === stamp) return;
    stamps.set(String(uri), stamp);
    event.fire();
  }

  /** What is wrong with a file stands in the log once, and not each time when a picture is drawn. */
  function say(uri: vscode.Uri, text: string | undefined): void {
    if (text !== undefined && said.get(String(uri)) !== text) log.warn(`${uri.path}: ${text}`);
    said.set(String(uri), text);
  }

  const done =
    (make: (pins: Pins) => Change): Wish =>
    (pins, history) =>
      doing(history, make(pins));
  return {
    async pinsOf(at) {
      const uri = fileOf(at);
      return uri && (await read(uri)).pins;
    },
    flawOf: (at) => said.get(String(fileOf(at))),
    put: (at, id, pin) =>
      change(
        at,
        done((pins) => putting(pins, id, pin)),
      ),
    reset: (at) => change(at, done(resetting)),
    undo: (at) => change(at, (_, history) => undoing(history)),
    redo: (at) => change(at, (_, history) => redoing(history)),
    async look(at) {
      const uri = fileOf(at);
      if (uri) await look(uri);
    },
    onChanged: event.event,
    dispose: () => {
      event.dispose();
      watcher.dispose();
    },
  };
}

/** Where the side file of a view is; undefined for what lies in no folder. */
export function fileOf({ project, view }: PinnedView): vscode.Uri | undefined {
  const root = vscode.Uri.parse(project);
  return root.scheme === "untitled" ? undefined : vscode.Uri.joinPath(root, pinPath(view));
}

/** A side file as people know it: from the folder of its project. */
function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf(PIN_FOLDER));
}

/** Undefined where there is no such file. */
async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

function stampOf(stat: vscode.FileStat | undefined): string {
  return stat ? [stat.type, stat.mtime, stat.ctime, stat.size].join(" ") : "";
}

/** Writes a file, with the folders around it; without a text there is to be none. */
async function write(uri: vscode.Uri, text: string | undefined): Promise<void> {
  if (text !== undefined) return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.workspace.fs.delete(uri);
}
