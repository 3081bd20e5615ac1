import type { Severity } from "../../../grammar/finding.ts";
import { docsUrl } from "../../../server/rules/docs.ts";
import {
  logText,
  shortened,
  terminalText,
  widthOf,
  wrapped,
  type Paint,
} from "../../../server/review/terminal.ts";
import { lineAt, tally, type Placed, type Range } from "../checked.ts";
import { shown } from "../disk.ts";
import type { Outcome } from "./outcome.ts";
import { prettyWords, type PrettyWords } from "../words.ts";

export interface Look {
  readonly paint: Paint;
  readonly columns: number;
  /** Findings alone, without the line that sums them up. */
  readonly quiet: boolean;
}

/** Findings for people: where, the line with what is meant underlined, what is wrong, and the other places. */
export function prettyFindings(outcome: Outcome, look: Look): string {
  const { findings, cwd, locale } = outcome;
  const parts = findings.map((placed) => `${prettyFinding(placed, { ...look, cwd, locale })}\n`);
  return logText(`${parts.join("")}${look.quiet ? "" : `${summary(outcome, look)}\n`}`);
}

/** How a finding is shown, and as seen from where. */
export type Sight = Look & Pick<Outcome, "cwd" | "locale">;

/** One finding with its source line. */
export function prettyFinding({ finding, place, related }: Placed, look: Sight): string {
  const { paint, locale, columns } = look;
  const words = prettyWords[locale];
  const severity = colorOf(paint, finding.severity)(paint.bold(words[finding.severity]));
  const url = docsUrl(finding.rule);
  const rule = url === undefined ? paint.dim(finding.rule) : paint.link(paint.dim(finding.rule), url);
  const message = wrapped(terminalText(finding.message[locale]), Math.min(columns, 100) - 2);
  const others = finding.related.flatMap((other, index) => {
    const at = related[index];
    const text = other.message.en === finding.message.en ? words.alsoHere : other.message[locale];
    return at ? [`  ${paint.dim("→")} ${paint.cyan(spot(at, look))} ${terminalText(text)}`] : [];
  });
  const head = `${paint.cyan(spot(place, look))} ${severity} ${rule}`;
  return [
    head,
    ...excerpt(place, finding.severity, look),
    ...message.map((line) => `  ${line}`),
    ...others,
    "",
  ].join("\n");
}

/** `how.bizarch:12:8`, which terminals and editors turn into a link. */
function spot({ file, start }: Range, { cwd }: Sight): string {
  return `${terminalText(shown(cwd, file.path))}:${start.line + 1}:${start.character + 1}`;
}

/** The line, and a mark under what is meant; nothing where the place has no text. */
function excerpt(
  { file, start, end }: Range,
  severity: Severity,
  { paint, columns }: Look,
): readonly string[] {
  const line = lineAt(file, start.line);
  if (line.trim() === "") return [];
  const until = end.line === start.line ? end.character : line.length;
  const number = String(start.line + 1);
  const room = Math.max(40, columns - number.length - 6);
  const parts = windowed(
    [line.slice(0, start.character), line.slice(start.character, until), line.slice(until)],
    room,
  );
  const [before, meant, after] = parts.map((part) => terminalText(part.replaceAll("\t", "  ")));
  const mark = "~".repeat(Math.max(1, widthOf(meant ?? "")));
  const indent = " ".repeat(number.length);
  return [
    `  ${paint.dim(`${number} │`)} ${before ?? ""}${meant ?? ""}${after ?? ""}`,
    `  ${indent} ${paint.dim("│")} ${" ".repeat(widthOf(before ?? ""))}${colorOf(paint, severity)(mark)}`,
  ];
}

/** A long line cut down to what stands around the part that is meant. */
function windowed([before = "", meant = "", after = ""]: readonly string[], room: number): readonly string[] {
  if (before.length + meant.length + after.length <= room) return [before, meant, after];
  const middle = shortened(meant, room);
  const side = Math.max(0, room - middle.length);
  const left = before.length <= side / 2 ? before : `…${before.slice(-Math.max(1, Math.floor(side / 2)))}`;
  return [left, middle, shortened(after, Math.max(1, side - left.length))];
}

function summary(outcome: Outcome, { paint }: Look): string {
  const words = prettyWords[outcome.locale];
  const counts = tally(outcome.findings.map(({ finding }) => finding));
  const severities = ["error", "warning", "info"] as const;
  const found = severities.flatMap((severity) =>
    counts[severity] > 0 ? [colorOf(paint, severity)(words.count(counts[severity], severity))] : [],
  );
  const nothing = outcome.hidden.length > 0 ? words.nothingNew : words.nothing;
  const head = found.length > 0 ? found.join(", ") : paint.green(nothing);
  return `${paint.bold(head)} ${paint.dim(scope(outcome, words))}`;
}

function scope({ files, elements, projects, waived, hidden }: Outcome, words: PrettyWords): string {
  const parts = [words.files(files), words.elements(elements)];
  if (projects.length > 1) parts.push(words.projects(projects.length));
  if (waived.length > 0) parts.push(words.waived(waived.length));
  if (hidden.length > 0) parts.push(words.hidden(hidden.length));
  return `(${parts.join(", ")})`;
}

function colorOf(paint: Paint, severity: Severity): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, info: paint.blue }[severity];
}
