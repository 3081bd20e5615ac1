import type { Locale } from "../../../grammar/finding.ts";
import { terminalText, widthOf, wrapped, type Paint } from "../../review/terminal.ts";
import type { Reported } from "./reported.ts";
import { sayIn, type Figure, type Item, type List, type Row, type Section } from "./section.ts";
import { tell } from "./tell.ts";
import { barOf, percent, figure as written } from "./words.ts";

export interface PrettyLook {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
}

/** Scorecards for a terminal: the first page of each, then its sections with the first names of what lacks. */
export function prettyScorecards(reports: readonly Reported[], look: PrettyLook): string {
  return reports.map((report) => `${lines(report, look).join("\n")}\n`).join("\n\n");
}

function lines({ name, root, today, scorecard }: Reported, look: PrettyLook): readonly string[] {
  const { paint, locale } = look;
  const told = tell(scorecard, locale);
  const facts = [terminalText(root), told.size, today].join(" · ");
  const head = [
    ...wrapped(terminalText(name), widthIn(look)).map(paint.bold),
    ...wrapped(facts, widthIn(look)).map(paint.dim),
  ];
  const unread = told.unread === "" ? [] : ["", ...wrapped(told.unread, widthIn(look)).map(paint.yellow)];
  if (told.empty !== "") return [...head, ...unread, "", told.empty];
  const grid = gridFor(told.sections, look);
  const first = told.sections.flatMap(({ title, headline }) => figureLines(title, headline, 2, grid, look));
  const sections = told.sections.filter(({ rows }) => rows.length > 0);
  const silent = told.silent === "" ? [] : ["", ...wrapped(told.silent, widthIn(look)).map(paint.dim)];
  return [
    ...head,
    ...unread,
    "",
    ...first,
    ...sections.flatMap((section) => sectionLines(section, grid, look)),
    ...silent,
  ];
}

/** How wide the columns are: all sections share them, so that the eye can run down. */
interface Grid {
  readonly label: number;
  readonly bar: number;
  /** Whether figures stand under their labels, for want of room. */
  readonly isNarrow: boolean;
}

function widthIn({ columns }: PrettyLook): number {
  return Math.max(24, Math.min(columns, 110));
}

function gridFor(sections: readonly Section[], look: PrettyLook): Grid {
  const width = widthIn(look);
  const labels = sections.flatMap(({ title, rows }) => [
    widthOf(title) + 2,
    ...rows.map((row) => widthOf(labelOf(row)) + indentOf(row)),
  ]);
  const label = Math.min(Math.max(...labels), Math.floor(width * 0.46));
  return { label, bar: width >= 96 ? 20 : width >= 72 ? 12 : width >= 40 ? 8 : 4, isNarrow: width < 60 };
}

function sectionLines({ title, asks, rows }: Section, grid: Grid, look: PrettyLook): readonly string[] {
  const { paint, locale } = look;
  return [
    "",
    paint.bold(title.toLocaleUpperCase(locale)),
    ...wrapped(asks, widthIn(look)).map(paint.dim),
    ...rows.flatMap((row) => rowLines(row, grid, look)),
  ];
}

function rowLines(row: Row, grid: Grid, look: PrettyLook): readonly string[] {
  return [
    ...figureLines(labelOf(row), row, indentOf(row), grid, look),
    ...row.lists
      .filter(({ role }) => role === "lacks" || role === "excused")
      .flatMap((list) => listLines(list, indentOf(row) + 2, look)),
  ];
}

function labelOf({ label: { text, isName } }: Row): string {
  return isName ? terminalText(text) : text;
}

function indentOf({ isPart }: Row): number {
  return isPart ? 4 : 2;
}

/** `  Tools answered for   ████████░░░░   67%  8 of 12`; under its label where that is long or room is scarce. */
function figureLines(
  label: string,
  { share, value, tone }: Figure,
  indent: number,
  grid: Grid,
  { paint, locale, columns }: PrettyLook,
): readonly string[] {
  const color = { good: paint.green, fair: paint.yellow, poor: paint.red, plain: (text: string) => text }[
    tone
  ];
  const gap = " ".repeat(indent);
  const start = grid.isNarrow ? indent + 2 : grid.label + 2;
  const amount = share === undefined ? "" : percent(share, locale).padStart(5);
  const [full, light] = barOf(share ?? 0, grid.bar);
  const bar = share === undefined ? "" : `${color(full)}${paint.dim(light)} ${color(amount)}  `;
  const barWidth = share === undefined ? 0 : grid.bar + 8;
  const room = Math.max(12, widthIn({ paint, locale, columns }) - start - barWidth);
  const [first = "", ...rest] = wrapped(value === "" ? "—" : value, room);
  const shown = (text: string) => (share === undefined ? color(text) : text);
  const hanging = rest.map((line) => `${" ".repeat(start + barWidth)}${shown(line)}`);
  const figure = `${bar}${value === "" ? paint.dim(first) : shown(first)}`;
  const width = grid.isNarrow ? widthIn({ paint, locale, columns }) : grid.label;
  const names = wrapped(label, width - indent);
  if (grid.isNarrow)
    return [...names.map((line) => `${gap}${line}`), `${" ".repeat(start)}${figure}`, ...hanging];
  const over = names.slice(0, -1).map((line) => `${gap}${line}`);
  const last = names.at(-1) ?? "";
  const fits = widthOf(last) <= grid.label - indent;
  const pad = " ".repeat(Math.max(0, start - indent - widthOf(last)));
  if (fits) return [...over, `${gap}${last}${pad}${figure}`, ...hanging];
  return [...over, `${gap}${last}`, `${" ".repeat(start)}${figure}`, ...hanging];
}

/** More names than these nobody reads in a terminal. */
const MOST = 5;

function listLines({ label, items }: List, indent: number, look: PrettyLook): readonly string[] {
  const { paint, locale } = look;
  const say = sayIn(locale);
  const rest = items.length - MOST;
  const names = items.slice(0, rest === 1 ? MOST + 1 : MOST).map(itemText);
  const more =
    rest > 1 ? [say(`and ${written(rest, locale)} more`, `et ${written(rest, locale)} de plus`)] : [];
  const text = [names.join(", "), ...more].join(" ");
  const all = items.length === 0 ? label : `${label}${say(":", " :")} ${text}`;
  const marked = wrapped(all, widthIn(look) - indent - 2);
  return marked.map((line, index) => {
    const told = line.replaceAll(HELD, " ");
    const isFirst = index === 0 && told.startsWith(label);
    const body = isFirst ? `${paint.dim(label)}${told.slice(label.length)}` : told;
    return `${" ".repeat(indent)}${index === 0 ? paint.dim("· ") : "  "}${body}`;
  });
}

/** Holds the words of one name on one line while lines are broken; no text that is shown has it. */
const HELD = "\u0000";

function itemText({ name, isName, note, title }: Item): string {
  const shown = isName ? terminalText(name).replaceAll(" ", HELD) : name;
  const of = isName || title === null ? "" : ` ${terminalText(title).replaceAll(" ", HELD)}`;
  return `${shown}${of}${note === "" ? "" : ` (${terminalText(note)})`}`;
}
