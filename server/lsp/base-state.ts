import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { LARGEST_FILE } from "../model/outline.ts";
import { snapshotOf, type Snapshot } from "../model/snapshot.ts";
import type { ComparedState } from "../review/compare-snapshots.ts";
import { isIn, pathOf } from "./paths.ts";
import type { BaseState } from "./compare-protocol.ts";
import { flawedPaths, flawOf, type State } from "./state.ts";
import { isOurs } from "./walk.ts";

/** What is edited, as one of two states to compare. */
export function headState(state: State): ComparedState {
  const flaws = flawedPaths(state).flatMap((path) => flawOf(state, path) ?? []);
  return { root: "", snapshot: state.snapshot, flaws };
}

/**
 * Makes states of what was before: what lies on disk, with the texts of the base in their places. The one before is kept:
 * asked again after each edit, nothing of it is read anew.
 */
export function baseStates(): (state: State, base: BaseState) => ComparedState {
  let last: Snapshot | undefined;
  return (state, base) => {
    const texts = textsOf(state, base);
    const known = (path: string): readonly (SourceFile | undefined)[] => [
      state.snapshot.files.get(path),
      last?.files.get(path),
    ];
    const files = [...texts].map(
      ([path, text]) => known(path).find((file) => file?.text === text) ?? { path, text },
    );
    if (!last || !isOf(last, files, state)) {
      last = snapshotOf(files, state.snapshot.folders, state.snapshot.settings);
    }
    return { root: "", snapshot: last, flaws: flawsOf(state, base) };
  };
}

/** Whether a path has to do with the folder of a base: it lies in it, or that lies in it. */
export function isOfBase({ root }: BaseState, path: string): boolean {
  const folder = pathOf(root);
  return path === folder || isIn(folder, path) || isIn(path, folder);
}

function textsOf({ disk }: State, { files }: BaseState): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [path, { text }] of disk) if (text !== undefined) texts.set(path, text);
  for (const { uri, text } of files) {
    const path = pathOf(uri);
    if (!isOurs(path)) continue;
    if (typeof text !== "string" || text.length > LARGEST_FILE) texts.delete(path);
    else texts.set(path, text);
  }
  return texts;
}

/** What is wrong with the bytes of files that are the same in the base. */
function flawsOf({ disk }: State, { files }: BaseState): readonly Finding[] {
  const others = new Set(files.map(({ uri }) => pathOf(uri)));
  return [...disk].flatMap(([path, { flaw }]) => (flaw && !others.has(path) ? [flaw] : []));
}

function isOf(
  { files: known, folders, settings }: Snapshot,
  files: readonly SourceFile[],
  state: State,
): boolean {
  return (
    folders === state.snapshot.folders &&
    settings === state.snapshot.settings &&
    known.size === files.length &&
    files.every((file) => known.get(file.path) === file)
  );
}
