import { fold, nearest } from "../../grammar/near.ts";
import { kinds } from "../../grammar/schema.ts";
import { contentsPage } from "../../server/pages/contents.ts";
import { pageNames, pageOf } from "../../server/pages/page.ts";
import { DOCS, docsUrl } from "../../server/rules/docs.ts";
import { emit, note, paintFor, type CommonOptions } from "./common.ts";
import { cliMessages as say } from "./messages.ts";
import { terminalPage, type PageLook } from "./render/page.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export interface ExplainOptions extends CommonOptions {
  readonly format: "pretty" | "markdown";
}

/**
 * `bizarch explain`: the page of a rule, a kind, or any other word of the language; without a name, what there is to
 * explain.
 */
export function explain(ports: Ports, name: string | undefined, options: ExplainOptions): number {
  const page = name === undefined ? contentsPage() : pageOf(name);
  if (page === undefined) throw new Refusal(say.nothingToExplain(name ?? "", meant(name ?? "")));
  if (options.locale === "fr") note(ports, options, say.pagesInEnglish());
  const look: PageLook = { paint: paintFor(ports, options), columns: Math.min(ports.out.columns, 100) };
  emit(ports, options, options.format === "markdown" ? `${linked(page, name)}\n` : shown(page, name, look));
  return 0;
}

function shown(page: string, name: string | undefined, look: PageLook): string {
  const url = name === undefined ? undefined : docsUrl(name);
  const { dim, link } = look.paint;
  return terminalPage(page, look) + (url === undefined ? "" : `\n${dim(link(url, url))}\n`);
}

/** The page with links that lead to the same place from anywhere. */
function linked(page: string, name: string | undefined): string {
  const base = (name === undefined ? undefined : docsUrl(name)) ?? `${DOCS}/language/README.md`;
  return page.replace(/\]\(([^)\s:]+\.md)\)/g, (_, target: string) => `](${new URL(target, base).href})`);
}

/** What was probably meant: a kind by another of its names, in English or French, else a word that is near. */
function meant(name: string): string | undefined {
  const plain = fold(name);
  const kind = kinds.find(({ also }) => also.some((word) => fold(word) === plain));
  return kind?.name ?? OTHERS.get(plain) ?? nearest(name, pageNames());
}

/** What people call things that no statement begins with. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["politique", "policy"],
  ["derogation", "allow"],
  ["waiver", "allow"],
  ["exception", "allow"],
  ["attribut", "attribute"],
  ["champ", "attribute"],
  ["field", "attribute"],
  ["column", "attribute"],
]);
