import type { Project } from "../model/snapshot.ts";
import { folderOf, uriOf } from "./paths.ts";
import type { ProjectId } from "./protocol.ts";
import type { State } from "./state.ts";

/** How a client knows a project: by its URI, and by the name that a person would call it by. */
export function projectId(state: State, { root, config }: Project): ProjectId {
  const parent = folderOf(root);
  const name = config.name ?? (parent === undefined ? root : root.slice(parent.length + 1));
  return { uri: clientUri(state, root), name };
}

/** The URI of a path, as the client spells it where it has the document open. */
function clientUri({ open }: State, path: string): string {
  return open.get(path)?.uri ?? uriOf(path);
}
