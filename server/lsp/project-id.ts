import { projectOf, type Project, type Snapshot } from "../model/snapshot.ts";
import { folderOf } from "./paths.ts";
import type { ProjectId } from "./protocol.ts";
import { clientUri, type State } from "./state.ts";

/** How a client knows a project: by its URI, and by the name that a person would call it by. */
export function projectId(state: State, { root, config }: Project): ProjectId {
  return { uri: clientUri(state, root), name: config.name ?? folderName(root) };
}

/** The last part of a path; all of it where it lies in no folder. */
export function folderName(root: string): string {
  const parent = folderOf(root);
  return parent === undefined ? root : root.slice(parent.length + 1);
}

/** The project that a path stands for, be it its folder or a document in it. */
export function projectAt(snapshot: Snapshot, path: string): Project | undefined {
  return snapshot.projects.get(path) ?? projectOf(snapshot, path);
}
