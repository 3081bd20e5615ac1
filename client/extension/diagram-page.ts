import * as vscode from "vscode";
import { picturePage, type PagePicture } from "../page/picture-page.ts";

/** What a panel hands out to be made a page of. */
interface Pieces extends Pick<PagePicture, "svg" | "scene"> {
  readonly fontFaces: string;
}

/** The page of one picture, as `bizarch render --format html` makes one of many; undefined for what no panel sent. */
export async function diagramPage(extension: vscode.Uri, text: string): Promise<string | undefined> {
  const told: unknown = JSON.parse(text);
  if (!arePieces(told)) return undefined;
  const { scene, svg, fontFaces } = told;
  const { view, title, locale } = scene.graph;
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist", "page.js"));
  return picturePage({
    title,
    locale,
    theme: "auto",
    pictures: [{ id: view, title, svg, scene }],
    script: new TextDecoder().decode(script),
    fontFaces,
    sha256,
  });
}

/** Whether it is what our own page sent, which is made of the same sources. */
function arePieces(told: unknown): told is Pieces {
  return typeof told === "object" && told !== null && "scene" in told && "svg" in told && "fontFaces" in told;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
