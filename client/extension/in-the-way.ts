import * as vscode from "vscode";

/**
 * A file that a new architecture in a folder would overwrite, or find itself in one project with: one of its own names,
 * else any other `.bizarch` file below the folder. Its path from the folder; undefined where there is none.
 */
export async function inTheWay(folder: vscode.Uri, names: ReadonlySet<string>): Promise<string | undefined> {
  // Not by a search, which file systems that lie on no disk need not have.
  const folders = [{ uri: folder, path: "" }];
  for (const { uri, path } of folders) {
    const entries = await entriesOf(uri);
    const isRoot = path === "";
    const taken = isRoot ? entries.find(([name]) => names.has(name.toLowerCase())) : undefined;
    if (taken) return taken[0];
    // A project of its own is let be.
    if (!isRoot && entries.some(([name]) => name === "bizarch.json")) continue;
    const other = entries.find(([name, type]) => type === vscode.FileType.File && name.endsWith(".bizarch"));
    if (other) return path + other[0];
    const below = entries.filter(
      ([name, type]) => type === vscode.FileType.Directory && !PASSED_OVER.test(name),
    );
    const room = MOST_FOLDERS - folders.length;
    folders.push(
      ...below
        .slice(0, room)
        .map(([name]) => ({ uri: vscode.Uri.joinPath(uri, name), path: `${path}${name}/` })),
    );
  }
  return undefined;
}

/** More are not looked through: what lies further down would only be one more file of the project. */
const MOST_FOLDERS = 500;

/** No architecture is kept in there. */
const PASSED_OVER = /^(\.|node_modules$)/;

/** Nothing where there is no such folder. A link that leads nowhere is an entry too. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries,
    () => [],
  );
}
