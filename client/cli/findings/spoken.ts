import { terminalText } from "../../../server/review/terminal.ts";

/**
 * A message for programs that show it as a light kind of Markdown, and mostly do not say so: it reads the same, but
 * nobody is mentioned by it, no link is made, and no character moves what stands around it.
 */
export function spoken(message: string): string {
  const lines = message.split(/\r\n|\r|\n/).map(terminalText);
  return lines.join("\n").replace(/@|\](?=\()/g, `$&${BREAK}`);
}

/** U+200B, which has no width and ends a name. */
const BREAK = "\u200b";
