import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type MarkupContent,
  type Range,
} from "vscode-languageserver";
import type { SourceFile } from "../../grammar/text.ts";
import type { Completions } from "../features/complete.ts";
import { soughtBy, type Completion } from "../features/completion.ts";
import { elementCard } from "../features/hover-element.ts";
import { withoutMarkup } from "../features/markdown.ts";
import { modelOf } from "../model/link.ts";
import { projectOf } from "../model/snapshot.ts";
import type { Asked } from "./answer.ts";
import type { Client } from "./client.ts";
import { rangeOf } from "./convert.ts";
import { pathOf, uriOf } from "./paths.ts";

/**
 * Completions as an editor shows them: as a list where that says more than the items do. No sign accepts one by being
 * typed: a name that is yet to be declared is as good as one that is.
 */
export function completionItems(
  client: Client,
  file: SourceFile,
  { span, typed, items, isCut }: Completions,
): CompletionItem[] | CompletionList {
  const replace = rangeOf(file, span);
  const insert = rangeOf(file, { start: span.start, end: span.start + typed.length });
  const where: Where = { client, uri: uriOf(file.path), typed, insert, replace };
  const all = items.map((one, index) => completionItem(where, one, index, items.length === 1));
  const { sharesRange } = client.completion;
  if (!isCut && !sharesRange) return all;
  const list: CompletionList = { isIncomplete: isCut, items: all };
  return sharesRange ? { ...list, itemDefaults: { editRange: editRange(where) } } : list;
}

interface Where {
  readonly client: Client;
  readonly uri: string;
  readonly typed: string;
  /** What is replaced where the rest of the word is to stay, and where it is not. */
  readonly insert: Range;
  readonly replace: Range;
}

function editRange({ client, insert, replace }: Where): Range | { insert: Range; replace: Range } {
  return client.completion.keepsRest ? { insert, replace } : replace;
}

/** `index` keeps the order among those that are equally likely. */
function completionItem(where: Where, one: Completion, index: number, isOnly: boolean): CompletionItem {
  const { client, uri, typed } = where;
  const { label, sort, detail, doc, snippet, element, rank } = one;
  const isSnippet = client.snippets && snippet !== undefined;
  const text = isSnippet ? snippet : label;
  const sought = soughtBy(one, typed);
  const isLater = element !== undefined && client.completion.resolves;
  return {
    label,
    kind: KINDS[sort],
    sortText: `${String(rank).padStart(5, "0")}${String(index).padStart(6, "0")}`,
    // What is to be replaced tells some editors of before what a completion is found by, if nothing else does.
    ...(sought === label || !client.completion.keepsRest ? {} : { filterText: sought }),
    ...written(where, text),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(isOnly ? { preselect: true } : {}),
    ...(detail === ""
      ? {}
      : client.completion.labels
        ? { labelDetails: { description: detail } }
        : { detail }),
    ...(isLater
      ? { data: { uri, name: element.name } }
      : doc === ""
        ? {}
        : { documentation: markup(client, doc) }),
  };
}

function written(where: Where, text: string): Partial<CompletionItem> {
  const { client, insert, replace } = where;
  if (client.completion.sharesRange) return { textEditText: text };
  if (client.completion.keepsRest) return { textEdit: { newText: text, insert, replace } };
  return { textEdit: { range: replace, newText: text } };
}

function markup(client: Client, doc: string): MarkupContent {
  return client.completionMarkdown
    ? { kind: MarkupKind.Markdown, value: doc }
    : { kind: MarkupKind.PlainText, value: withoutMarkup(doc) };
}

/** The same item with all about its element; as it is where that is gone, or where it names none. */
export function resolvedItem({ state, client }: Asked, item: CompletionItem): CompletionItem {
  const { uri, name } = elementIn(item);
  const project = uri === undefined ? undefined : projectOf(state.snapshot, pathOf(uri));
  const model = project && modelOf(project);
  const element = name === undefined ? undefined : model?.byName.get(name);
  if (!model || !element) return item;
  return { ...item, documentation: markup(client, elementCard(model, element)) };
}

/** What an item says of its element. It comes back from the client, and so it may be anything. */
function elementIn(item: unknown): { readonly uri?: string; readonly name?: string } {
  const data: unknown = typeof item === "object" && item !== null && "data" in item ? item.data : undefined;
  if (typeof data !== "object" || data === null || !("uri" in data) || !("name" in data)) return {};
  const { uri, name } = data;
  return typeof uri === "string" && typeof name === "string" ? { uri, name } : {};
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
