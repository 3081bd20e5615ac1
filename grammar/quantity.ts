import type { QuantityValue } from "./tree.ts";

const DAYS: Readonly<Record<string, number>> = {
  y: 365,
  mo: 30,
  w: 7,
  d: 1,
  h: 1 / 24,
  min: 1 / 1440,
};
const MILLISECONDS_A_DAY = 86_400_000;

type Quantity = Pick<QuantityValue, "type" | "value">;

/**
 * What a literal that begins with a digit says: `12`, `0.5`, `12%`, `2027-06-30`, `10y`.
 * `undefined` where it is none of these.
 */
export function quantity(text: string): Quantity | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return { type: "number", value: Number(text) };
  if (/^\d+(\.\d+)?%$/.test(text)) return { type: "percent", value: Number(text.slice(0, -1)) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text);
  return duration(text);
}

function date(text: string): Quantity | undefined {
  const days = dayNumber(text);
  return days === undefined ? undefined : { type: "date", value: days };
}

/** Days since 1970 of an ISO date; `undefined` where the calendar has no such day. */
export function dayNumber(text: string): number | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / MILLISECONDS_A_DAY;
}

function duration(text: string): Quantity | undefined {
  const match = /^(\d+)(y|mo|w|d|h|min)$/.exec(text);
  const days = DAYS[match?.[2] ?? ""];
  return match && days !== undefined ? { type: "duration", value: Number(match[1]) * days } : undefined;
}
