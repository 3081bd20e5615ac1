import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { refused, type Decoded } from "../model/decode.ts";
import { LARGEST_FILE } from "../model/outline.ts";
import { snapshotOf, withFile, withSettings, type Snapshot } from "../model/snapshot.ts";
import { isIn, uriOf } from "./paths.ts";
import { defaultPreferences, preferencesIn, type Preferences } from "./preferences.ts";

/**
 * All that the server knows at one moment: what lies on disk, what is open on top of it, and the snapshot of both. A
 * value like the snapshot: an event makes another.
 */
export interface State {
  readonly snapshot: Snapshot;
  readonly disk: ReadonlyMap<string, Decoded>;
  readonly open: ReadonlyMap<string, OpenDocument>;
  readonly preferences: Preferences;
}

/** A document in the editor: its text is what the editor says, whatever lies on disk. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
  readonly text: string;
}

export function stateOf(snapshot: Snapshot): State {
  return { snapshot, disk: new Map(), open: new Map(), preferences: defaultPreferences };
}

/** The state after a document was opened or edited, or closed (`undefined`). */
export function withDocument(state: State, path: string, document: OpenDocument | undefined): State {
  return shown({ ...state, open: changed(state.open, [[path, document]]) }, [path]);
}

/** The state after files were read from disk, or found to be gone (`undefined`). */
export function withDisk(
  state: State,
  files: Iterable<readonly [path: string, file: Decoded | undefined]>,
): State {
  const read = [...files];
  const paths = read.map(([path]) => path);
  return shown({ ...state, disk: changed(state.disk, read) }, paths);
}

/** The state with other folders open. */
export function withFolders(state: State, folders: readonly string[]): State {
  return { ...state, snapshot: withSettings(state.snapshot, { folders }) };
}

/** The state on another day. */
export function onDay(state: State, today: string): State {
  const { settings } = state.snapshot;
  if (settings.today === today) return state;
  return { ...state, snapshot: withSettings(state.snapshot, { settings: { ...settings, today } }) };
}

/** The state with the preferences of a client's settings. */
export function withPreferences(state: State, settings: unknown): State {
  return { ...state, preferences: preferencesIn(settings) };
}

/** The URI of a path, as the client spells it where it has the document open. */
export function clientUri({ open }: State, path: string): string {
  return open.get(path)?.uri ?? uriOf(path);
}

/** What is wrong with files before they are read. */
export function flawOf({ open, disk }: State, path: string): Finding | undefined {
  const document = open.get(path);
  if (document) return isTooLarge(document) ? refused(path).flaw : undefined;
  return disk.get(path)?.flaw;
}

/** The files of which nothing is read, or not all. */
export function flawedPaths(state: State): readonly string[] {
  const flawed = [...state.disk].filter(([, { flaw }]) => flaw).map(([path]) => path);
  return [...new Set([...flawed, ...state.open.keys()])].filter((path) => flawOf(state, path));
}

/** The known files in a folder. */
export function diskIn({ disk }: State, folder: string): readonly string[] {
  return [...disk.keys()].filter((path) => isIn(folder, path));
}

/** More changes than this are made at once: each one by itself copies the list of files. */
const FEW = 8;

/** The state with a snapshot that shows these files as they are now. */
function shown(state: State, paths: readonly string[]): State {
  if (paths.length <= FEW) {
    const snapshot = paths.reduce(
      (known, path) => withFile(known, path, textOf(state, path)),
      state.snapshot,
    );
    return { ...state, snapshot };
  }
  const { files, folders, settings } = state.snapshot;
  const all = [...new Set([...state.disk.keys(), ...state.open.keys()])];
  const sources = all.flatMap((path): SourceFile[] => {
    const text = textOf(state, path);
    const known = files.get(path);
    if (text === undefined) return [];
    return [known?.text === text ? known : { path, text }];
  });
  return { ...state, snapshot: snapshotOf(sources, folders, settings) };
}

function textOf({ open, disk }: State, path: string): string | undefined {
  const document = open.get(path);
  if (!document) return disk.get(path)?.text;
  return isTooLarge(document) ? undefined : document.text;
}

function isTooLarge({ text }: OpenDocument): boolean {
  return text.length > LARGEST_FILE;
}

function changed<Value>(
  map: ReadonlyMap<string, Value>,
  entries: Iterable<readonly [string, Value | undefined]>,
): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  for (const [key, value] of entries) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}
