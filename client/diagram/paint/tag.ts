import { escape, escapeName } from "./escape.ts";

/** A number as it is written in a picture: at most two decimals, the same on every machine. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element without content. */
export function tag(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

/** An element around others; what is undefined is left out. */
export function group(attributes: Attributes, ...inner: readonly (string | undefined)[]): string {
  return `<g${written(attributes)}>\n${inner.filter((it) => it !== undefined && it !== "").join("\n")}\n</g>`;
}

/** A line of text. Nothing is drawn for an empty one. */
export function text(
  at: { readonly x: number; readonly y: number },
  style: string,
  words: string,
): string | undefined {
  if (words === "") return undefined;
  return `<text x="${num(at.x)}" y="${num(at.y)}" class="${classes(`text ${style}`)}">${escape(words)}</text>`;
}

export function path(d: string, style: string): string {
  return `<path d="${rounded(d)}" class="${classes(style)}"/>`;
}

/** What a pointer that rests on a shape is told. */
export function tip(words: string): string {
  return `<title>${escape(words)}</title>`;
}

function classes(names: string): string {
  return names
    .split(" ")
    .map((name) => `bz-${name}`)
    .join(" ");
}

function rounded(d: string): string {
  return d.replace(/-?\d+\.\d+(e-?\d+)?/g, (number) => num(Number(number)));
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${attribute(name, value)}"`))
    .join("");
}

/** What is read aloud is text like any other; everything else is read back by programs, and kept as it is. */
function attribute(name: string, value: string | number): string {
  if (typeof value === "number") return num(value);
  return name === "aria-label" ? escape(value) : escapeName(value);
}
