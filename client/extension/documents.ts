import * as vscode from "vscode";

/**
 * What the language server hears of: files, what was never saved, and files of folders that lie on no disk. Another
 * state of a file, such as the left side of a comparison with git, has a scheme of its own. Alone as it comes it is no
 * architecture: every reference in it would be a finding.
 */
export function documentSelector(): { readonly language: string; readonly scheme: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(["file", "untitled", ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].map((scheme) => ({ language: "bizarch", scheme }));
}

/** Whether a document is one that the language server hears of. */
export function isHeard({ languageId, uri }: Pick<vscode.TextDocument, "languageId" | "uri">): boolean {
  return documentSelector().some(({ language, scheme }) => language === languageId && scheme === uri.scheme);
}
