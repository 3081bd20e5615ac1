import type { Project } from "../model/snapshot.ts";
import { folderOf } from "./paths.ts";
import type { ProjectId } from "./protocol.ts";
import { clientUri, type State } from "./state.ts";

/** How a client knows a project: by its URI, and by the name that a person would call it by. */
export function projectId(state: State, { root, config }: Project): ProjectId {
  const parent = folderOf(root);
  const name = config.name ?? (parent === undefined ? root : root.slice(parent.length + 1));
  return { uri: clientUri(state, root), name };
}
