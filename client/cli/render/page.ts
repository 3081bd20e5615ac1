import { cellsOf } from "../../../server/pages/markdown-table.ts";
import { terminalText, widthOf, wrapped, type Paint } from "../../../server/review/terminal.ts";

export interface PageLook {
  readonly paint: Paint;
  readonly columns: number;
}

/** A page of our documentation, which is Markdown, as text for a terminal. */
export function terminalPage(markdown: string, look: PageLook): string {
  const all = blocks(markdown);
  // An example has blank lines of its own: between two of them there is one more.
  const gap = ({ type }: Block, index: number): string =>
    type === "code" && all[index + 1]?.type === "code" ? "\n\n" : "\n";
  return all.map((block, index) => `${shown(block, look)}${gap(block, index)}`).join("\n");
}

/** The lines of a page between its title and its first section: first of all the reason for it, in a sentence. */
export function pageIntro(markdown: string): readonly string[] {
  const lines = markdown.split(/\r?\n/);
  const title = lines.findIndex((line) => line.startsWith("# "));
  const intro = lines.slice(title + 1);
  const section = intro.findIndex((line) => line.startsWith("## "));
  return intro.slice(0, section < 0 ? undefined : section).filter((line) => line.trim() !== "");
}

interface Block {
  readonly type: "heading" | "text" | "item" | "code" | "table";
  readonly lines: readonly string[];
}

/** Paragraphs, headings, list items, tables and code, in order. */
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
    const type = typeOf(line);
    if (fence) found.at(-1)?.lines.push(line);
    else if (line.trim() === "") open = false;
    else if (open && (type === "text" || type === found.at(-1)?.type) && type !== "item") {
      found.at(-1)?.lines.push(line);
    } else {
      found.push({ type, lines: [type === "code" ? line.trimStart() : line] });
      open = type !== "heading";
    }
  }
  return found;
}

function typeOf(line: string): Block["type"] {
  if (line.startsWith("#")) return "heading";
  if (line.startsWith("|")) return "table";
  if (/^[-*] /.test(line)) return "item";
  return line.startsWith("    ") ? "code" : "text";
}

function shown({ type, lines }: Block, look: PageLook): string {
  switch (type) {
    case "heading":
      return look.paint.bold(inline(lines.join(" ").replace(/^#+ */, ""), look));
    case "code":
      return lines.map((line) => `    ${codeLine(line, look)}`.trimEnd()).join("\n");
    case "table":
      return table(lines, look).join("\n");
    case "item": {
      const text = linesOf(lines.join(" ").slice(2), look.columns - 2);
      return text.map((line, index) => `${index === 0 ? "• " : "  "}${inline(line, look)}`).join("\n");
    }
    case "text":
      return linesOf(lines.map((line) => line.trim()).join(" "), look.columns)
        .map((line) => inline(line, look))
        .join("\n");
  }
}

/** Comments in an example say what is found: they stand out, the rest of it does not. */
function codeLine(line: string, { paint }: PageLook): string {
  const text = terminalText(line);
  return /^\s*\/\/ *(\^|<)/.test(text) ? paint.red(text) : /^\s*\/\//.test(text) ? paint.dim(text) : text;
}

/** The rows of a table without its head: names on the left, all that is said about them on the right. */
function table(lines: readonly string[], look: PageLook): readonly string[] {
  const rows = lines.slice(2).map((line) => {
    const [name = "", said = "", ...more] = cellsOf(line) ?? [];
    const facts = more.filter((cell) => cell !== "");
    return { name: bare(name), said: facts.length > 0 ? `${said} (${facts.join("; ")})` : said };
  });
  const left = Math.max(...rows.map(({ name }) => widthOf(name)));
  return rows.flatMap(({ name, said }) => {
    const [first = "", ...rest] = linesOf(said, Math.max(30, look.columns - left - 4));
    const pad = " ".repeat(left - widthOf(name));
    const head = `  ${look.paint.cyan(terminalText(name))}${pad}  ${inline(first, look)}`;
    return [head, ...rest.map((line) => `${" ".repeat(left + 4)}${inline(line, look)}`)];
  });
}

/** A cell as plain text. */
function bare(cell: string): string {
  return unlinked(cell).replaceAll("`", "");
}

function unlinked(text: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, "$1");
}

/** A text on lines, where what is marked as one thing stays on one line. Links lead nowhere in a terminal. */
function linesOf(text: string, columns: number): readonly string[] {
  const glued = unlinked(text).replace(/`[^`]+`|\*\*[^*]+\*\*|(?<![\w`])_[^_]+_(?!\w)/g, (marked) =>
    marked.replaceAll(" ", GLUE).replaceAll("`", TICK),
  );
  return wrapped(glued, columns).map((line) => line.replaceAll(GLUE, " ").replaceAll(TICK, "`"));
}

/** Characters that no text of ours has: while lines are broken, one holds words together, one takes no width. */
const GLUE = "\ue000";
const TICK = "\u200c";

function inline(line: string, { paint }: PageLook): string {
  return terminalText(line).replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|(?<!\w)_([^_]+)_(?!\w)/g,
    (_, code?: string, strong?: string, soft?: string) =>
      code === undefined
        ? strong === undefined
          ? paint.dim(soft ?? "")
          : paint.bold(strong)
        : paint.cyan(code),
  );
}
