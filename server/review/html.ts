import { terminalText } from "./terminal.ts";

/** HTML that is safe to be shown: only `element` makes it. */
export interface Html {
  readonly html: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element of HTML. Content that is text, and every value of an attribute, may come from a file: it is escaped here, and
 * nowhere else, so that nothing can be forgotten. An attribute that is undefined is left out.
 */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...content: readonly (Html | string)[]
): Html {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escaped(String(value))}"`],
  );
  const inside = content.map((part) => (typeof part === "string" ? escaped(part) : part.html));
  const end = VOID.has(tag) ? "" : `</${tag}>`;
  return { html: `<${tag}${written.join("")}>${inside.join("")}${end}` };
}

const VOID: ReadonlySet<string> = new Set(["meta", "br", "hr", "img", "input"]);

/** What would turn the reading direction, or cannot be seen, is written out; breaks of lines mean nothing in HTML. */
function escaped(text: string): string {
  return terminalText(text.replaceAll(/[\t\n\r]+/g, " ")).replaceAll(
    /[&<>"']/g,
    (character) => ENTITIES[character] ?? "",
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
