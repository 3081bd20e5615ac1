/**
 * Text from a file, as Markdown that shows it letter by letter and does nothing: no link, be it marked as one or made of
 * what looks like an address, no image, no HTML. It is for the middle of a line, where no list or heading can begin.
 */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>#|~!&@$]|:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

/** A name as code. A name cannot hold a backtick; what only looks like one may. */
export function code(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}

/**
 * A description, which is Markdown: kept as it is but for what reaches out of the page, HTML and pictures, and for what
 * would lead somewhere else than the web.
 */
export function described(markdown: string): string {
  return markdown
    .replaceAll("<", "&lt;")
    .replaceAll(/!(?=\[)/g, "!\\")
    .replaceAll(/(\]\(|\]:)\s*(?!https?:\/\/|mailto:|#)[^\s)]*/gi, "$1#");
}

/** Markdown for a client that shows plain text only. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/(?<!\\)(?:\*\*|`)/g, "")
    .replaceAll(/\\([^\p{L}\p{N}\s])/gu, "$1");
}
