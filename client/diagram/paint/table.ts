import type { Locale, Severity } from "../../../grammar/finding.ts";
import type { ViewGraph } from "../../../server/views/view-graph.ts";
import type { Holding } from "../../../server/views/view-table.ts";
import type { Box, Point } from "../layout/frame.ts";
import {
  CELL_FONT,
  CELL_LEADING,
  CELL_PAD,
  CELL_SIDE,
  HEAD_FONT,
  partOf,
  ROW_TEXT,
  SECTION,
  type SceneTable,
  type SizedRow,
} from "../table.ts";
import { textWidth } from "../type/text.ts";
import { baseline, MARK } from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import { escape } from "./escape.ts";
import { sign } from "./findings.ts";
import { rounded } from "./outline.ts";
import { icon, markSign } from "./signs.ts";
import { group, num, path, tag, text, tip } from "./tag.ts";

/** Rows and columns, as a table to those who hear it too. */
export function table(it: SceneTable, { locale, title }: ViewGraph): string {
  return group(
    { role: "table", "aria-label": title },
    ...it.parts.flatMap((_, turn) => {
      const { part, rows } = partOf(it, turn);
      const lines = rows.map(([index, row]) => line(part, row, it.ys[index] ?? 0, locale));
      return [turn === 0 ? headings(part) : headingsAgain(part), ...lines];
    }),
  );
}

/** Above a further part of a long table the headings stand once more, for the eye alone. */
function headingsAgain({ box, heading, columns, xs, table: own }: SceneTable): string {
  const foot = box.y + heading.height;
  const y = foot - CELL_PAD - 4;
  return group(
    { "aria-hidden": "true" },
    text({ x: box.x, y }, "head ink", own.title),
    ...columns.map(({ lines }, index) =>
      text({ x: (xs[index] ?? 0) + CELL_SIDE, y }, "head ink", lines[0] ?? ""),
    ),
    headRule(box, foot),
  );
}

function headRule({ x, width }: Box, foot: number): string {
  return tag("rect", { x, y: foot - 1, width, height: 1.5, class: "bz-rule-strong" });
}

function headings(it: SceneTable): string {
  const { box, heading, table: own } = it;
  const foot = box.y + heading.height;
  const isUpright = own.look === "signs";
  const titles = it.columns.map(({ id, name, title, lines, width }, index) => {
    const x = it.xs[index] ?? 0;
    const words = isUpright
      ? lines.map((one, turn) =>
          upright(x + width / 2 + MIDDLE + (turn - (lines.length - 1) / 2) * 14, foot - 20, one),
        )
      : [text({ x: x + CELL_SIDE, y: foot - CELL_PAD - 4 }, "head ink", lines[0] ?? "")];
    const stripe = { x, y: box.y, width, height: box.height, class: "bz-how" };
    const names =
      name === undefined
        ? {}
        : { "data-name": name, "data-id": `column:${id}`, "data-kind": "tool", tabindex: 0 };
    return group(
      { ...names, role: "columnheader", "data-column": id, "aria-label": title },
      tip(title),
      isUpright && index % 2 === 0 ? tag("rect", stripe) : undefined,
      hit({ x, y: box.y, width, height: heading.height }),
      ...words,
    );
  });
  return group(
    { role: "row" },
    group(
      { role: "columnheader", "data-column": "rows", "aria-label": own.title },
      hit({ x: box.x, y: foot - HEAD, width: heading.width, height: HEAD }),
      text({ x: box.x, y: foot - CELL_PAD - 4 }, "head ink", own.title),
    ),
    ...titles,
    headRule(box, foot),
  );
}

/** The height of a level heading. */
const HEAD = CELL_LEADING + 2 * CELL_PAD;

/** What a pointer can rest on, and the outline of what has the keyboard. */
function hit(box: Box): string {
  return tag("rect", { ...box, class: "bz-outline bz-hit" });
}

/** From the middle of a line of text to its foot. */
const MIDDLE = HEAD_FONT.size * 0.36;

function upright(x: number, y: number, words: string): string {
  const at = `x="${num(x)}" y="${num(y)}" transform="rotate(-90 ${num(x)} ${num(y)})"`;
  return `<text ${at} class="bz-text bz-head bz-ink">${escape(words)}</text>`;
}

function line(
  it: SceneTable,
  { row, lines, section, height, cells }: SizedRow,
  y: number,
  locale: Locale,
): string {
  const { box, columns } = it;
  const words = wordsOf(locale);
  const name = { "data-name": row.name, "data-id": `row:${row.id}`, "data-kind": row.kind, tabindex: 0 };
  const said = [row.title, ...row.marks.map((mark) => words.marks[mark])].join(" · ");
  const end = box.x + it.heading.width - CELL_SIDE;
  const head = group(
    { ...name, role: "rowheader", "aria-label": said },
    tip(said),
    hit({ x: box.x, y, width: it.heading.width, height }),
    row.number === undefined
      ? icon({ kind: row.kind }, { x: box.x + 2, y: y + (height - 16) / 2 }, "muted")
      : numbered(row.number, { x: box.x + 10, y: y + height / 2 }),
    ...textLines(lines, { x: box.x + ROW_TEXT, y, height }, "cell ink"),
    ...row.marks.map((mark, index) =>
      markSign(mark, { x: end - 12 - index * MARK, y: y + height / 2 - 6 }, "what"),
    ),
    row.finding
      ? sign(row.finding.severity, String(row.finding.count), { x: box.x - 14, y: y + height / 2 })
      : undefined,
  );
  const told = cells.map((cell, index) => {
    const x = it.xs[index] ?? 0;
    const width = columns[index]?.width ?? 0;
    const found = cell.finding
      ? ` · ${words.findings[cell.finding.severity][0]}: ${cell.finding.message}`
      : "";
    const spoken = cell.sign
      ? `${columns[index]?.title ?? ""}: ${words.holdings[cell.sign]}${found}`
      : [...cell.marks.map((mark) => words.marks[mark]), cell.text].filter((part) => part !== "").join(" · ");
    if (spoken === "") return undefined;
    const top = y + (height - Math.max(1, cell.lines.length) * CELL_LEADING) / 2;
    const marks = cell.marks.map((mark, turn) =>
      markSign(mark, { x: x + CELL_SIDE + turn * MARK, y: top + 2 }, "what"),
    );
    return group(
      { role: "cell", "aria-label": spoken },
      tip(spoken),
      cell.sign ? holding(cell.sign, { x: x + width / 2, y: y + height / 2 }) : undefined,
      cell.finding ? wrongly(cell.finding.severity, { x: x + width / 2, y: y + height / 2 }) : undefined,
      ...marks,
      ...textLines(cell.lines, { x: x + CELL_SIDE + marks.length * MARK, y, height }, "cell muted"),
    );
  });
  const ruled = tag("rect", {
    x: box.x,
    y: y + height - 0.5,
    width: box.width,
    height: 0.75,
    class: "bz-rule",
  });
  const titled =
    section === "" ? undefined : text({ x: box.x, y: y - SECTION + 21 }, "section head ink-what", section);
  return group({ role: "row", "data-row": row.id }, titled, ruled, head, ...told);
}

function textLines(
  lines: readonly string[],
  { x, y, height }: { readonly x: number; readonly y: number; readonly height: number },
  style: string,
): readonly (string | undefined)[] {
  const top = y + (height - lines.length * CELL_LEADING) / 2;
  return lines.map((words, index) =>
    text({ x, y: top + index * CELL_LEADING + baseline(CELL_FONT, CELL_LEADING) }, style, words),
  );
}

/** The number by which a line and what is told of it refer to each other. */
export function numbered(number: number, { x, y }: { readonly x: number; readonly y: number }): string {
  const words = String(number);
  const width = Math.max(16, Math.ceil(textWidth(words, HEAD_FONT)) + 8);
  const pill = { x: x - width / 2, y: y - 8, width, height: 16, rx: 8, class: "bz-number" };
  return tag("rect", pill) + (text({ x, y: y + 3.7 }, "badge on-lane", words) ?? "");
}

/** A frame around what is found to be wrong, with the small badge of how bad it is. */
function wrongly(severity: Severity, { x, y }: Point): string {
  const frame = path(rounded(4)({ x: x - 11, y: y - 11, width: 22, height: 22 }), `line line-${severity}`);
  return `${frame}<g transform="translate(${num(x + 11)} ${num(y - 11)}) scale(.5)">${sign(severity, "", ORIGIN)}</g>`;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** Told apart by form: a full square holds it for all, half of one adds to it, a ring only looks. */
export function holding(what: Holding, { x, y }: { readonly x: number; readonly y: number }): string {
  switch (what) {
    case "owns":
      return tag("rect", { x: x - 7, y: y - 7, width: 14, height: 14, class: "bz-holds" });
    case "writes":
      return (
        path(`M${num(x - 6)} ${num(y - 6)}h12v12h-12Z`, "holds-line") +
        path(`M${num(x - 6)} ${num(y + 6)}v-12l12 12Z`, "holds")
      );
    case "reads":
      return tag("circle", { cx: x, cy: y, r: 4.5, class: "bz-holds-line" });
  }
}
