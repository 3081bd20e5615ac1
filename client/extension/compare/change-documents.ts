import * as vscode from "vscode";
import type { ComparedItem } from "../../../server/lsp/compare-protocol.ts";
import type { LocateResult } from "../../../server/lsp/protocol.ts";
import type { Compared } from "./comparison.ts";
import type { Git } from "./git.ts";
import { columnFor, revealSource } from "../reveal.ts";

/** The two places of a change. */
export type Sides = Pick<ComparedItem, "base" | "head">;

/** Goes to where a change is written: today, else in the base. */
export async function openChange(
  git: Git,
  compared: Compared,
  { base, head }: Sides,
  panel?: vscode.ViewColumn,
  to: "see" | "go" = "go",
): Promise<void> {
  if (head) await revealSource(head, panel, to);
  else if (base) await revealBase(git, compared, base, panel, to);
}

/** Goes to where it was written, in a document that can only be read. */
export async function openBase(git: Git, compared: Compared, { base }: Sides): Promise<void> {
  if (base) await revealBase(git, compared, base, undefined, "go");
}

/** Shows both texts beside each other, at the line; only one where there is only one. */
export async function openChanges(git: Git, compared: Compared, sides: Sides): Promise<void> {
  const { base, head } = sides;
  const right = head?.uri ?? base?.uri;
  if (right === undefined) return;
  const target = vscode.Uri.parse(right, true);
  const isThere = head !== undefined || (await exists(target));
  const left = base
    ? vscode.Uri.parse(inBase(git, compared, base).uri, true)
    : git.toGitUri(target, compared.commit);
  const hasBoth =
    base !== undefined || compared.state.files.every(({ uri, text }) => uri !== right || text !== undefined);
  if (!isThere || !hasBoth) return openChange(git, compared, sides);
  const title = `${fileName(target)} (${compared.base.name} ↔ ${compared.state.head})`;
  const start = head && rangeOf(head).start;
  const options = start ? { selection: new vscode.Range(start, start) } : {};
  await vscode.commands.executeCommand("vscode.diff", left, target, title, options);
}

/** Its tab says which state of the file it is. */
async function revealBase(
  git: Git,
  compared: Compared,
  place: LocateResult,
  panel: vscode.ViewColumn | undefined,
  to: "see" | "go",
): Promise<void> {
  const { uri } = inBase(git, compared, place);
  const target = vscode.Uri.parse(uri, true);
  const { start } = rangeOf(place);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: columnFor(target, panel),
    preserveFocus: to === "see",
    selection: new vscode.Range(start, start),
  };
  const title = `${fileName(target)} (${compared.base.name})`;
  await vscode.commands.executeCommand("vscode.open", target, options, title);
}

/** A place of the base, in the document that git's extension has of it. What lies elsewhere is as it was. */
function inBase(git: Git, { state, commit }: Compared, place: LocateResult): LocateResult {
  const uri = vscode.Uri.parse(place.uri, true);
  const root = vscode.Uri.parse(state.root, true);
  if (!uri.path.startsWith(`${root.path}/`)) return place;
  return { uri: String(git.toGitUri(uri, commit)), range: place.range };
}

function rangeOf({ range: { start, end } }: LocateResult): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
