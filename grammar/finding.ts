import type { Span } from "./text.ts";
import type { Statement } from "./tree.ts";

export type Severity = "error" | "warning" | "info";
export type Locale = "en" | "fr";

/** A sentence in every language that the product speaks. */
export type Message = Readonly<Record<Locale, string>>;

/**
 * A stretch of a file that survives edits elsewhere in it: `span` counts from the start of the top-level
 * statement `top`, or from the start of the file where `top` is undefined.
 */
export interface Site {
  readonly path: string;
  readonly top: Statement | undefined;
  readonly span: Span;
}

/** Something that the architecture contradicts, and where. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  /** What went into the message: with rule and element, what makes this finding the same one next time. */
  readonly args: readonly string[];
  readonly site: Site;
  /** The qualified name of the element that it is about; `pim -> webshop` for an edge. */
  readonly element: string | undefined;
  /** The other places that make it true. */
  readonly related: readonly Related[];
  /** The near name that was probably meant, where there is one. */
  readonly suggestion: string | undefined;
  /** Repairs that were plain when it was found, the best first. */
  readonly mends?: readonly Mend[];
}

/** A repair in one file: what it does in words, and what is written instead of what. Its spans count as the site's do. */
export interface Mend {
  readonly title: Message;
  readonly changes: readonly { readonly span: Span; readonly text: string }[];
}

export interface Related {
  readonly message: Message;
  readonly site: Site;
}

/**
 * A finding of the language itself. What its message says is wrong, with all the names, is what makes it the same one
 * next time; the advice behind it is not, since another near name may come.
 */
export function languageFinding(
  rule: string,
  site: Site,
  message: Message,
  more: Partial<Pick<Finding, "severity" | "element" | "related" | "suggestion" | "mends">> = {},
): Finding {
  const { severity = "error", element, related = [], suggestion, mends = [] } = more;
  const args = [firstSentence(message.en)];
  const finding = { rule, severity, message, args, site, element, related, suggestion };
  return mends.length > 0 ? { ...finding, mends } : finding;
}

/** A text up to the end of its first sentence; what ends one between quotes does not count. */
function firstSentence(text: string): string {
  const plain = text.replace(/'[^']*'/g, (quoted) => "'".repeat(quoted.length));
  const end = plain.search(/[.!?…] /);
  return end < 0 ? text : text.slice(0, end + 1);
}
