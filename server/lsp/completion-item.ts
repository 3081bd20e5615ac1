import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type Range,
} from "vscode-languageserver";
import type { Completion } from "../features/completion.ts";
import { withoutMarkup } from "../features/markdown.ts";
import type { Client } from "./client.ts";

/** A completion as an editor shows it; `index` keeps the order among those that are equally likely. */
export function completionItem(
  client: Client,
  { label, sort, detail, doc, snippet, rank }: Completion,
  range: Range,
  index: number,
): CompletionItem {
  const text = client.completionMarkdown ? doc : withoutMarkup(doc);
  const kind = client.completionMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  const isSnippet = client.snippets && snippet !== undefined;
  return {
    label,
    kind: KINDS[sort],
    sortText: `${String(rank).padStart(3, "0")}${String(index).padStart(6, "0")}`,
    textEdit: { range, newText: isSnippet ? snippet : label },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(detail === "" ? {} : { detail }),
    ...(doc === "" ? {} : { documentation: { kind, value: text } }),
  };
}

const KINDS: Readonly<Record<Completion["sort"], CompletionItemKind>> = {
  kind: CompletionItemKind.Class,
  property: CompletionItemKind.Property,
  flag: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  rule: CompletionItemKind.Event,
  keyword: CompletionItemKind.Keyword,
};
