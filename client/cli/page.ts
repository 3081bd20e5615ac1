import { terminalText, widthOf, wrapped, type Paint } from "../../server/review/terminal.ts";

export interface PageLook {
  readonly paint: Paint;
  readonly columns: number;
}

/** A page of our documentation, which is Markdown, as text for a terminal. */
export function terminalPage(markdown: string, look: PageLook): string {
  return blocks(markdown)
    .map((block) => `${shown(block, look)}\n`)
    .join("\n");
}

type Block = { readonly type: "heading" | "text" | "item" | "code"; readonly lines: readonly string[] };

/** Paragraphs, headings, list items and fenced code, in order. */
function blocks(markdown: string): readonly Block[] {
  const found: { type: Block["type"]; lines: string[] }[] = [];
  let fence = false;
  let open = false;
  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith("```")) {
      fence = !fence;
      open = fence;
      if (fence) found.push({ type: "code", lines: [] });
      continue;
    }
    if (fence) found.at(-1)?.lines.push(line);
    else if (line.trim() === "") open = false;
    else if (line.startsWith("#")) {
      found.push({ type: "heading", lines: [line.replace(/^#+ */, "")] });
      open = false;
    } else if (/^[-*] /.test(line)) {
      found.push({ type: "item", lines: [line.slice(2)] });
      open = true;
    } else if (open) found.at(-1)?.lines.push(line.trim());
    else {
      found.push({ type: "text", lines: [line] });
      open = true;
    }
  }
  return found;
}

function shown({ type, lines }: Block, look: PageLook): string {
  const { paint, columns } = look;
  if (type === "heading") return paint.bold(inline(lines.join(" "), look));
  if (type === "code") return lines.map((line) => `    ${codeLine(line, look)}`).join("\n");
  const indent = type === "item" ? "  " : "";
  const text = wrapped(lines.join(" "), columns - indent.length).map((line) => inline(line, look));
  return text.map((line, index) => `${type === "item" && index === 0 ? "• " : indent}${line}`).join("\n");
}

/** Comments in an example say what is found: they stand out, the rest of it does not. */
function codeLine(line: string, { paint }: PageLook): string {
  const text = terminalText(line);
  return /^\s*\/\/ *(\^|<)/.test(text) ? paint.red(text) : /^\s*\/\//.test(text) ? paint.dim(text) : text;
}

function inline(line: string, { paint }: PageLook): string {
  return terminalText(line)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, "$1")
    .replace(/`([^`]+)`/g, (_, code: string) => paint.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint.bold(strong));
}

/** Names on the left, what is said about them on the right. */
export function table(
  rows: readonly (readonly [string, string])[],
  { paint, columns }: PageLook,
): readonly string[] {
  const left = Math.max(...rows.map(([name]) => widthOf(name)));
  return rows.flatMap(([name, doc]) => {
    const [first = "", ...rest] = wrapped(doc, Math.max(30, columns - left - 4));
    const pad = " ".repeat(left - widthOf(name));
    return [`  ${paint.cyan(name)}${pad}  ${first}`, ...rest.map((line) => `${" ".repeat(left + 4)}${line}`)];
  });
}
