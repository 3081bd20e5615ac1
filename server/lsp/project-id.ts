import { projectOf, type Project, type Snapshot } from "../model/snapshot.ts";
import { folderOf } from "./paths.ts";
import type { ProjectId } from "./protocol.ts";
import { clientUri, type State } from "./state.ts";

/** How a client knows a project: by its URI, and by the name that a person would call it by. */
export function projectId(state: State, { root, config }: Project): ProjectId {
  const parent = folderOf(root);
  const name = config.name ?? (parent === undefined ? root : root.slice(parent.length + 1));
  return { uri: clientUri(state, root), name };
}

/** The project that a path stands for, be it its folder or a document in it. */
export function projectAt(snapshot: Snapshot, path: string): Project | undefined {
  return snapshot.projects.get(path) ?? projectOf(snapshot, path);
}
