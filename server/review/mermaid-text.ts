import { shortened, terminalText } from "./terminal.ts";

/**
 * Text from a file as it may stand in a quoted Mermaid label: all but letters, digits and harmless marks is written by
 * its number, so that no text can end the label, the line or the picture.
 */
export function mermaidText(text: string, most = 60): string {
  const line = shortened(terminalText(text.replace(/\s+/g, " ")), most);
  return line.replace(/[^\p{L}\p{M}\p{N} .,…→'()+−–—-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`);
}
