import type { InitializeParams } from "vscode-languageserver";
import type { Locale } from "../../grammar/finding.ts";
import type { InitializationOptions } from "./protocol.ts";

/** What the client can do, and what it asked for, in the few words that the server needs. */
export interface Client {
  /** Whether it pulls diagnostics; otherwise they are pushed. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  readonly watches: boolean;
  /** Whether it can watch folders that are not opened. */
  readonly watchesElsewhere: boolean;
  readonly snippets: boolean;
  /** Whether it can show a signature none of whose parameters is the active one. */
  readonly marksNoParameter: boolean;
  /** Whether it asks what would be renamed before it asks for a name. */
  readonly preparesRename: boolean;
  readonly versionedEdits: boolean;
  /** Whether a change may make a file. */
  readonly createsFiles: boolean;
  readonly nestedSymbols: boolean;
  readonly markdown: boolean;
  /** The same, for what explains a completion. */
  readonly completionMarkdown: boolean;
  readonly completion: CompletionClient;
  readonly links: boolean;
  readonly literalActions: boolean;
  /** Whether it asks for the changes of an action when that is chosen. */
  readonly resolvesActions: boolean;
  /** Its settings at first, as they come. */
  readonly settings: unknown;
  /** Whether it knows the command that a click on a lens runs. */
  readonly followsLenses: boolean;
  /** What it asks anew of documents that did not change, where it is told so. */
  readonly refreshesAnew: { readonly hints: boolean; readonly lenses: boolean; readonly tokens: boolean };
  /** How many folds it shows of a document; undefined where it does not say. */
  readonly mostFolds: number | undefined;
  /** Whether it wants to hear when an architecture changed. */
  readonly hearsChanges: boolean;
  /** Whether it reads for the server what lies on no disk. */
  readonly reads: boolean;
  /** The language of the person, where it is one of ours: it goes before what a `bizarch.json` says. */
  readonly locale: Locale | undefined;
  readonly today: string | undefined;
  readonly profile: InitializationOptions["profile"];
}

/** What a client makes of completions. */
export interface CompletionClient {
  /** Whether it asks for what explains one when it is shown. */
  readonly resolves: boolean;
  /** Whether it shows a few words beside each. */
  readonly labels: boolean;
  /** Whether it may leave the rest of the word behind the cursor. */
  readonly keepsRest: boolean;
  /** Whether it takes what they replace once for all of them. */
  readonly sharesRange: boolean;
}

export function clientOf({ capabilities, initializationOptions, locale }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const options: unknown = initializationOptions;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesElsewhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    marksNoParameter: textDocument?.signatureHelp?.signatureInformation?.noActiveParameterSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") !== false,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") !== false,
    completion: {
      resolves:
        textDocument?.completion?.completionItem?.resolveSupport?.properties.includes("documentation") ===
        true,
      labels: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
      keepsRest: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
      sharesRange: textDocument?.completion?.completionList?.itemDefaults?.includes("editRange") === true,
    },
    links: textDocument?.definition?.linkSupport === true,
    literalActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    mostFolds: textDocument?.foldingRange?.rangeLimit,
    settings: optionOf(options, "settings"),
    followsLenses: optionOf(options, "followsLenses") === true,
    refreshesAnew: {
      hints: workspace?.inlayHint?.refreshSupport === true,
      lenses: workspace?.codeLens?.refreshSupport === true,
      tokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    hearsChanges: optionOf(options, "changed") === true,
    reads: optionOf(options, "reads") === true,
    locale: localeOf(locale),
    today: dayOf(optionOf(options, "today")),
    profile: profileOf(optionOf(options, "profile")),
  };
}

function optionOf(options: unknown, name: keyof InitializationOptions): unknown {
  if (typeof options !== "object" || options === null) return undefined;
  return Object.entries(options).find(([key]) => key === name)?.[1];
}

/** The language of a tag such as `fr-CA`; undefined for any that the messages are not written in. */
function localeOf(tag: unknown): Locale | undefined {
  const language = typeof tag === "string" ? tag.toLowerCase().split(/[-_.]/)[0] : undefined;
  return language === "en" || language === "fr" ? language : undefined;
}

function dayOf(option: unknown): string | undefined {
  return typeof option === "string" && /^\d{4}-\d{2}-\d{2}$/.test(option) ? option : undefined;
}

function profileOf(option: unknown): InitializationOptions["profile"] {
  return option === "starter" || option === "recommended" || option === "strict" ? option : undefined;
}
