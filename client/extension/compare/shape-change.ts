import * as vscode from "vscode";
import type { ComparedItem, ComparedProject } from "../../../server/lsp/compare-protocol.ts";
import type { CompareWords } from "./compare-words.ts";

/** What changed about an element; of two with one name, of which one is gone, the one that is there. */
export function changeOf({ chapters }: ComparedProject, name: string): ComparedItem | undefined {
  const storeys = chapters.filter(({ id }) => STOREYS.has(id));
  const found = storeys.flatMap(({ items }) => withinAll(items)).filter(({ label }) => label === name);
  return found.find(({ head }) => head) ?? found[0];
}

const STOREYS: ReadonlySet<string> = new Set(["why", "what", "how", "meta"]);

function withinAll(items: readonly ComparedItem[]): readonly ComparedItem[] {
  return items.flatMap((item) => [item, ...withinAll(item.items)]);
}

/** What changed about an element, in Markdown in which what files say is escaped. */
export function whatChanged({ sign, detail, items }: ComparedItem, words: CompareWords): string {
  const lines = items.map((item) => `- ${escaped(`${signed(item.sign, words)} ${item.label}`)}`);
  return [`**${signed(sign, words)}** ${escaped(detail)}`, ...lines].join("\n");
}

function signed(sign: ComparedItem["sign"], { signs }: CompareWords): string {
  const isChange = sign === "added" || sign === "removed" || sign === "changed" || sign === "renamed";
  return isChange ? signs[sign] : "";
}

function escaped(text: string): string {
  return new vscode.MarkdownString().appendText(text).value;
}
