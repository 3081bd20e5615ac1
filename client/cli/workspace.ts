import { dirname } from "node:path";
import type { Finding } from "../../grammar/finding.ts";
import { snapshotOf, type Project, type Wishes, type Snapshot } from "../../server/model/snapshot.ts";
import { absolute, configuredFolder, filesBelow, isOurName, kindOfPath, readRaw } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import { Refusal } from "./refusal.ts";
import { sourcesOf } from "./source.ts";

/** What a command was asked to look at: whole projects, and which of their files were meant. */
export interface Workspace {
  readonly snapshot: Snapshot;
  /** The projects that hold something that was meant. */
  readonly projects: readonly Project[];
  /** What is wrong with files before they are read. */
  readonly flaws: readonly Finding[];
  /** Whether a file was meant: it was named, or lies below a folder that was. */
  readonly isMeant: (path: string) => boolean;
  /** Files that were named and that no project includes. */
  readonly excluded: readonly string[];
}

interface Target {
  readonly path: string;
  readonly isFolder: boolean;
  /** The folder of the nearest `bizarch.json`; undefined where there is none. */
  readonly root: string | undefined;
}

/**
 * Reads what PATHs mean. A PATH in a project brings the whole project, since a file means little alone. Files without
 * a project form one together, as do the files of a folder without one.
 */
export function workspaceAt(cwd: string, paths: readonly string[], settings: Wishes): Workspace {
  const targets = (paths.length > 0 ? paths : ["."]).map((path) => targetAt(cwd, path));
  const loose = targets.filter(({ root, isFolder }) => root === undefined && !isFolder);
  const folders = targets.flatMap(({ path, isFolder }) => (isFolder ? [path] : []));
  const together = loose.length > 1 ? [commonFolder(loose.map(({ path }) => path))] : [];
  const wanted = new Set([
    ...targets.flatMap(({ root }) => root ?? []).flatMap(filesOnce()),
    ...folders.flatMap(filesOnce()),
    ...loose.map(({ path }) => path),
  ]);
  const { files, flaws } = sourcesOf([...wanted].map(readRaw));
  const snapshot = snapshotOf(files, [...folders, ...together], settings);
  return { ...meantOf(snapshot, targets), snapshot, flaws };
}

/** A text that lies nowhere, as a project of its own. */
export function workspaceOf(path: string, bytes: Uint8Array, settings: Wishes): Workspace {
  const { files, flaws } = sourcesOf([{ path, bytes }]);
  const snapshot = snapshotOf(files, [], settings);
  return {
    snapshot,
    projects: [...snapshot.projects.values()],
    flaws,
    isMeant: (other) => other === path,
    excluded: [],
  };
}

function targetAt(cwd: string, given: string): Target {
  const path = absolute(cwd, given);
  // Nothing at all is a variable that was not set, and not the place where we stand.
  const kind = given === "" ? undefined : kindOfPath(path);
  if (kind === undefined) throw new Refusal(say.noSuchPath(given));
  if (kind === "folder") return { path, isFolder: true, root: configuredFolder(path) };
  if (kind === "other" || !isOurName(path.slice(path.lastIndexOf("/") + 1))) {
    throw new Refusal(say.notOurs(given));
  }
  return { path, isFolder: false, root: configuredFolder(dirname(path)) };
}

/** The files below a folder, a folder that was asked before left out. */
function filesOnce(): (folder: string) => readonly string[] {
  const done = new Set<string>();
  return (folder) => {
    if (done.has(folder)) return [];
    done.add(folder);
    return filesBelow(folder);
  };
}

function commonFolder(paths: readonly string[]): string {
  const [first = "", ...rest] = paths.map((path) => `${dirname(path)}/`);
  let common = first;
  while (!rest.every((path) => path.startsWith(common))) {
    common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  }
  return common.slice(0, -1);
}

function meantOf(snapshot: Snapshot, targets: readonly Target[]) {
  const files = new Set(targets.filter(({ isFolder }) => !isFolder).map(({ path }) => path));
  const folders = targets.filter(({ isFolder }) => isFolder).map(({ path }) => `${path}/`);
  const isMeant = (path: string): boolean =>
    files.has(path) || folders.some((folder) => path.startsWith(folder));
  const projects = [...snapshot.projects.values()].filter(
    ({ root, files: own }) => isMeant(`${root}/bizarch.json`) || own.some(({ path }) => isMeant(path)),
  );
  const included = new Set(projects.flatMap((project) => project.files.map(({ path }) => path)));
  const excluded = [...files].filter((path) => path.endsWith(".bizarch") && !included.has(path));
  return { isMeant, projects, excluded };
}
