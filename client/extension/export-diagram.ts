import * as vscode from "vscode";
import type { Wanted } from "../panel/messages.ts";
import { diagramPage } from "./diagram-page.ts";
import type { DiagramPanel } from "./diagram-panel.ts";
import { offerToOpen } from "./offer-to-open.ts";
import { reasonOf } from "./reason.ts";
import type { Words } from "./words.ts";

/** A picture that a panel shows. */
export type Drawn = Pick<DiagramPanel, "give" | "fileName" | "refresh">;

/** Writes the diagram, as the panel shows it, into a file that a person chooses: a picture, or a page to look around in. */
export async function exportDiagram(panel: Drawn, extension: vscode.Uri, words: Words): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: words.exportDiagram,
    filters: { SVG: ["svg"], PNG: ["png"], HTML: ["html"] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `${panel.fileName}.svg`) }),
  });
  if (!target) return;
  try {
    const format = formatOf(target);
    const data = await panel.give({ format, theme: theme(), to: "host" });
    const bytes = format === "png" ? decoded(data) : encoded(await textOf(format, data, extension));
    await vscode.workspace.fs.writeFile(target, bytes);
    await offerToOpen(target, words.diagramWritten(target.path), words);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notWritten(reasonOf(error)));
  }
}

/** Puts the diagram on the clipboard: SVG as text, PNG as a picture. */
export async function copyDiagram(panel: Drawn, format: "svg" | "png", words: Words): Promise<void> {
  try {
    const to = format === "png" ? "clipboard" : "host";
    const data = await panel.give({ format, theme: theme(), to });
    if (format === "svg") await vscode.env.clipboard.writeText(data);
    vscode.window.setStatusBarMessage(words.diagramCopied, 5_000);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notCopied(reasonOf(error)));
  }
}

function formatOf({ path }: vscode.Uri): Wanted["format"] {
  if (/\.html?$/i.test(path)) return "page";
  return /\.png$/i.test(path) ? "png" : "svg";
}

async function textOf(format: Wanted["format"], data: string, extension: vscode.Uri): Promise<string> {
  return format === "page" ? ((await diagramPage(extension, data)) ?? "") : data;
}

/** Pictures mostly go where the ground is white, whatever the editor looks like. */
function theme(): Wanted["theme"] {
  return vscode.workspace.getConfiguration("bizarch.export").get<Wanted["theme"]>("theme", "light");
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function decoded(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
}
