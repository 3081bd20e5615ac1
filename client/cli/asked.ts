import type { Wishes } from "../../server/model/snapshot.ts";
import { absolute } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { workspaceAt, workspaceOf, type Workspace } from "./workspace.ts";

/** What a command was asked to look at: files and folders, or standard input alone. */
export async function askedFor(ports: Ports, paths: readonly string[], settings: Wishes): Promise<Workspace> {
  if (!paths.includes("-")) return workspaceAt(ports.cwd, paths, settings);
  if (paths.length > 1) throw new Refusal(say.stdinAlone());
  return workspaceOf(absolute(ports.cwd, "-"), await ports.stdin(), settings);
}
