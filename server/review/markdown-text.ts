import { shortened, terminalText } from "./terminal.ts";

/**
 * Text from a file as it may stand in Markdown: one line, nothing in it is markup, HTML, a mention, a reference to an
 * issue or a link. A mention counts however it is escaped, so it is broken by a character without width.
 */
export function markdownText(text: string, most = 120): string {
  return shortened(oneLine(text), most)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]|~!$]/g, "\\$&")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)|\bGH(?=-)/gi, `$&${BREAK}`);
}

/** The same in a code span, where nothing is markup; text with a bar, which would end a table's cell, is not in one. */
export function markdownCode(text: string, most = 120): string {
  const line = shortened(oneLine(text), most);
  if (line.includes("|") || line === "") return markdownText(line, most);
  const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const pad = runs.length > 0 ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** U+200B, which has no width and ends a name. */
const BREAK = "\u200b";

function oneLine(text: string): string {
  return terminalText(text.replace(/\s+/g, " ")).trim();
}
