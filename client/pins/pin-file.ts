import { isSeat, whole, type Pin, type Pins } from "./pin.ts";

/**
 * The side file of a view, as text: a line for each shape that was moved, in the order of their ids, so that git merges what
 * two people moved. Which line comes where says nothing, and of two for one shape the last one counts: that is what is left
 * of a merge that keeps both sides.
 */
export interface PinFile {
  /** The view that its head says it is of; undefined where it has none. */
  readonly view: string | undefined;
  readonly pins: Pins;
  /** Comments of somebody's own, and lines that say no place: they are kept when the file is written. */
  readonly others: readonly string[];
  /** The numbers of the lines that say no place, from 1. */
  readonly flaws: readonly number[];
}

export function parsePins(text: string): PinFile {
  const pins = new Map<string, Pin>();
  const others: string[] = [];
  const flaws: number[] = [];
  let view: string | undefined;
  for (const [index, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    const read = line === "" || line.startsWith(HEAD) ? undefined : entryIn(line);
    view ??= viewIn(line);
    if (read) pins.set(...read);
    else if (line === "" || line.startsWith(HEAD)) continue;
    else if (line.startsWith("#")) others.push(line);
    else {
      flaws.push(index + 1);
      // Both sides of a conflict are read; what git wrote between them is nobody's.
      if (!CONFLICT.test(line)) others.push(line);
    }
  }
  return { view, pins: sorted(pins), others: [...new Set(others)], flaws };
}

/** The text of the side file of a view; undefined where there is nothing to say, and so no file to be. */
export function printPins({ view, pins, others }: Omit<PinFile, "flaws">): string | undefined {
  if (pins.length + others.length === 0) return undefined;
  const comments = others.filter((line) => line.startsWith("#"));
  const rest = others.filter((line) => !line.startsWith("#"));
  const lines = sorted(new Map(pins)).map(([id, pin]) => `${quoted(id)}: ${printed(whole(pin))}`);
  const head =
    view === undefined ? [] : [`${HEAD} shapes of the view ${json(view)} that were moved by hand.`];
  return [...head, HINT, ...comments, ...lines, ...rest, ""].join("\n");
}

/** The head is the same in every language, or it would be changed to and fro. */
const HEAD = "# BizArch:";
const HINT = `${HEAD} commit this file; a line that is deleted lets its shape go back to where it belongs.`;

const VIEW = /^# BizArch: shapes of the view (".*") that/;
const ENTRY = /^(.+): (?:column (\d{1,6}), row (\d{1,6})|x (-?\d{1,6}), y (-?\d{1,6}))$/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

function entryIn(line: string): readonly [string, Pin] | undefined {
  const [, name = "", column, row, x, y] = ENTRY.exec(line) ?? [];
  const id = unquoted(name);
  if (id === undefined || name.startsWith("#")) return undefined;
  if (column !== undefined) return [id, whole({ column: Number(column), row: Number(row) })];
  return x === undefined ? undefined : [id, { x: Number(x), y: Number(y) }];
}

function printed(pin: Pin): string {
  return isSeat(pin) ? `column ${pin.column}, row ${pin.row}` : `x ${pin.x}, y ${pin.y}`;
}

/** A name as it is, but for one that would not come back from a line: that is written as JSON writes a string. */
function quoted(id: string): string {
  const isPlain = /^[^\s"#][^\p{C}\u2028\u2029]*$/u.test(id) && id.trim() === id && !CONFLICT.test(id);
  if (isPlain) return id;
  return json(id);
}

/** A string as JSON writes it, on one line in every editor. */
function json(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function viewIn(line: string): string | undefined {
  const [, name] = VIEW.exec(line) ?? [];
  return name === undefined ? undefined : unquoted(name);
}

function unquoted(name: string): string | undefined {
  if (!name.startsWith('"')) return name === "" ? undefined : name;
  try {
    const read: unknown = JSON.parse(name);
    return typeof read === "string" ? read : undefined;
  } catch {
    return undefined;
  }
}

/** By code units, so that every machine sorts alike. */
function sorted(pins: ReadonlyMap<string, Pin>): Pins {
  return [...pins].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
