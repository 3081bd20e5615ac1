import type { Locale } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { madeFrom, once } from "../../grammar/once.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { CONFIG_FILE, configOf, noConfig, type Config, type Profile } from "./config.ts";

/** What is not in the files and yet decides what is found: an input like any other. */
export interface Settings {
  /** The day, as an ISO date. */
  readonly today: string;
  readonly locale: Locale;
  /** Overrides what `bizarch.json` says. */
  readonly profile: Profile | undefined;
}

/** Settings in which the language of the messages may be left to each project's `bizarch.json`. */
export type Wishes = Omit<Settings, "locale"> & { readonly locale: Locale | undefined };

/** All files at one moment. An edit makes another, which shares every file that was not touched. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The opened folders; a file outside of all of them is a project of its own. */
  readonly folders: readonly string[];
  readonly settings: Wishes;
  readonly projects: ReadonlyMap<string, Project>;
}

/** The files that form one architecture. Its identity changes only when one of them does. */
export interface Project {
  /** Its folder, without a slash at the end; a file's own path where the file stands alone. */
  readonly root: string;
  readonly config: Config;
  /** The `bizarch.json` that it is configured by; undefined where there is none. */
  readonly configFile: SourceFile | undefined;
  /** In the order of their paths. */
  readonly files: readonly SourceFile[];
  readonly settings: Settings;
}

export function emptySnapshot(folders: readonly string[], settings: Wishes): Snapshot {
  return { files: new Map(), folders, settings, projects: new Map() };
}

/** A snapshot of these files. */
export function snapshotOf(
  files: readonly SourceFile[],
  folders: readonly string[],
  settings: Wishes,
): Snapshot {
  return regrouped({
    ...emptySnapshot(folders, settings),
    files: new Map(files.map((file) => [file.path, file])),
  });
}

/** The snapshot after one file changed, came (`text`) or went (`undefined`). */
export function withFile(snapshot: Snapshot, path: string, text: string | undefined): Snapshot {
  const before = snapshot.files.get(path);
  if (before?.text === text) return snapshot;
  const files = new Map(snapshot.files);
  if (text === undefined) files.delete(path);
  else files.set(path, edited(before, { path, text }));
  const next = { ...snapshot, files };
  if (isConfig(path)) return regrouped(next);
  return { ...next, projects: touched(next, path) };
}

/** A file that may be another at an earlier moment. */
function edited(before: SourceFile | undefined, file: SourceFile): SourceFile {
  if (before) madeFrom(file, before);
  return file;
}

/** The snapshot under other settings, or with other folders open. */
export function withSettings(
  snapshot: Snapshot,
  change: Partial<Pick<Snapshot, "folders" | "settings">>,
): Snapshot {
  return regrouped({ ...snapshot, ...change });
}

/** The project that a file, or a `bizarch.json`, belongs to; undefined for a file that no project includes. */
export function projectOf(snapshot: Snapshot, path: string): Project | undefined {
  const project = snapshot.projects.get(rootOf(snapshot, path));
  if (project?.configFile?.path === path) return project;
  return project && pathsOf(project).has(path) ? project : undefined;
}

/** A workspace may have thousands of files, and each is asked for. */
const pathsOf = once(({ files }: Project): ReadonlySet<string> => new Set(files.map(({ path }) => path)));

function touched(snapshot: Snapshot, path: string): ReadonlyMap<string, Project> {
  const root = rootOf(snapshot, path);
  const projects = new Map(snapshot.projects);
  const known = projects.get(root) ?? project(snapshot, root, []);
  const others = known.files.filter((file) => file.path !== path);
  const file = snapshot.files.get(path);
  const files = file && includes(known, path) ? inOrder([...others, file]) : others;
  if (files.length === 0 && !snapshot.files.has(`${root}/${CONFIG_FILE}`)) projects.delete(root);
  else {
    const next = { ...known, files };
    madeFrom(next, known);
    projects.set(root, next);
  }
  return projects;
}

/** All projects anew: what belongs to which may have changed. */
function regrouped(snapshot: Snapshot): Snapshot {
  const roots = grouped(snapshot.files.values(), ({ path }) => rootOf(snapshot, path));
  const projects = [...roots].map(([root, files]) => {
    const texts = files.filter(({ path }) => !isConfig(path));
    return [root, project(snapshot, root, texts)] as const;
  });
  return { ...snapshot, projects: new Map(projects.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

function project(snapshot: Snapshot, root: string, files: readonly SourceFile[]): Project {
  const file = snapshot.files.get(`${root}/${CONFIG_FILE}`);
  const config = file ? configOf(file) : noConfig;
  const locale = snapshot.settings.locale ?? config.locale ?? "en";
  const settings = { ...snapshot.settings, locale };
  const base = { root, config, configFile: file, files: [], settings };
  return { ...base, files: inOrder(files.filter(({ path }) => includes(base, path))) };
}

function includes({ root, config }: Project, path: string): boolean {
  return path === root || config.includes(path.slice(root.length + 1));
}

function inOrder(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folder of the nearest `bizarch.json` above a file, else the opened folder, else the file itself. */
function rootOf(snapshot: Snapshot, path: string): string {
  const configured = configFolders(snapshot.files);
  for (let folder = parent(path); folder !== undefined; folder = parent(folder)) {
    if (configured.has(folder)) return folder;
  }
  const open = snapshot.folders.filter((folder) => path.startsWith(`${folder}/`));
  return open.toSorted((a, b) => b.length - a.length)[0] ?? path;
}

const configFolders = once((files: ReadonlyMap<string, SourceFile>): ReadonlySet<string> => {
  return new Set([...files.keys()].filter(isConfig).map((path) => parent(path) ?? ""));
});

function isConfig(path: string): boolean {
  return path.endsWith(`/${CONFIG_FILE}`);
}

function parent(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? undefined : path.slice(0, slash);
}
