import * as vscode from "vscode";

/** The icon of our pages on their tabs. */
export function iconIn(extension: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const at = (name: string) => vscode.Uri.joinPath(extension, "client/extension/media", name);
  return { light: at("diagram-light.svg"), dark: at("diagram-dark.svg") };
}
