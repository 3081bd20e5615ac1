/** Rows as a table of Markdown, the first of them its head. A bar in a cell does not end it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** The cells of a line of a table; undefined for any other line. */
export function cellsOf(line: string): readonly string[] | undefined {
  if (!line.startsWith("|")) return undefined;
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  return cells.map((text) => text.trim().replaceAll("\\|", "|"));
}

/** Words as code, with commas. */
export function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
