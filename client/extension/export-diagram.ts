import * as vscode from "vscode";
import type { Wanted } from "../panel/messages.ts";
import type { DiagramPanel } from "./diagram-panel.ts";
import { reasonOf } from "./reason.ts";
import type { Words } from "./words.ts";

type Format = Wanted["format"];

/** Writes the diagram, as the panel shows it, into a file that a person chooses. */
export async function exportDiagram(panel: DiagramPanel, words: Words): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: words.exportDiagram,
    filters: { SVG: ["svg"], PNG: ["png"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${panel.fileName}.svg`) }),
  });
  if (!target) return;
  const format: Format = /\.png$/i.test(target.path) ? "png" : "svg";
  try {
    const data = await panel.give({ format, theme: theme(), to: "host" });
    await vscode.workspace.fs.writeFile(target, bytesOf(data, format));
    const chosen = await vscode.window.showInformationMessage(words.diagramWritten(target.path), words.open);
    if (chosen === words.open) await vscode.commands.executeCommand("vscode.open", target);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notWritten(reasonOf(error)));
  }
}

/** Puts the diagram on the clipboard: SVG as text, PNG as a picture. */
export async function copyDiagram(panel: DiagramPanel, format: Format, words: Words): Promise<void> {
  try {
    const to = format === "png" ? "clipboard" : "host";
    const data = await panel.give({ format, theme: theme(), to });
    if (format === "svg") await vscode.env.clipboard.writeText(data);
    vscode.window.setStatusBarMessage(words.diagramCopied, 5_000);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notCopied(reasonOf(error)));
  }
}

/** Pictures mostly go where the ground is white, whatever the editor looks like. */
function theme(): Wanted["theme"] {
  return vscode.workspace.getConfiguration("bizarch.export").get<Wanted["theme"]>("theme", "light");
}

function bytesOf(data: string, format: Format): Uint8Array {
  if (format === "svg") return new TextEncoder().encode(data);
  return Uint8Array.from(atob(data), (character) => character.codePointAt(0) ?? 0);
}
