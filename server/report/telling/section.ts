import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import type { Named, Share } from "../share.ts";
import { figure } from "./words.ts";

/** A chapter of the scorecard as people read it, in their language, before it is known where: terminal, page, panel. */
export interface Section {
  readonly id: keyof Scorecard;
  readonly title: string;
  /** What the section answers, in a question. */
  readonly asks: string;
  /** The one figure for the first page. */
  readonly headline: Figure;
  readonly rows: readonly Row[];
}

/** A figure: a share that can be drawn as a bar, what is said of it in words, and how it looks. */
export interface Figure {
  /** Undefined where it is no share, or there is nothing to measure. */
  readonly share: number | undefined;
  /** `58 of 69`, `agility alone`; empty where there is nothing to measure. */
  readonly value: string;
  readonly tone: Tone;
}

/** `plain` is neither good nor bad: a fact. */
export type Tone = "good" | "fair" | "poor" | "plain";

export interface Row extends Figure {
  readonly label: Label;
  readonly lists: readonly List[];
  /** Whether it is a part of the row above. */
  readonly isPart: boolean;
}

/** Our own words, or those of a file, which are hostile until they are escaped. */
export interface Label {
  readonly text: string;
  readonly isName: boolean;
}

/** Names under a figure, with what they have in common. */
export interface List {
  readonly label: string;
  readonly items: readonly Item[];
  /** What lacks and what is excused is always told; what else lacks and what is there only where there is room. */
  readonly role: "lacks" | "also-lacks" | "excused" | "holds";
  /** Whether the label says all, and there is nobody to name. */
  readonly isAlone?: boolean;
}

export interface Item {
  readonly name: string;
  /** Whether the name is one of a file; else it is a word of ours. */
  readonly isName: boolean;
  readonly title: string | null;
  /** More about it, as text from files: `owns customer`. */
  readonly note: string;
}

/** One of two languages; to write the words of both beside each other. */
export type Say = (en: string, fr: string) => string;

/** In French a line is never broken before the signs that stand apart from their word. */
export function sayIn(locale: Locale): Say {
  return (en, fr) => (locale === "fr" ? fr.replace(/ (?=[?!:;»%])|(?<=«) /g, "\u00a0") : en);
}

export function shareFigure({ count, of, share }: Pick<Share, "count" | "of" | "share">, say: Say): Figure {
  if (share === null) return { share: undefined, value: "", tone: "plain" };
  const [some, all] = [count, of].map((it) => say(figure(it, "en"), figure(it, "fr")));
  return { share, value: say(`${some} of ${all}`, `${some} sur ${all}`), tone: toneOf(share) };
}

function toneOf(share: number): Tone {
  return share >= 0.9 ? "good" : share >= 0.6 ? "fair" : "poor";
}

export function textFigure(value: string, tone: Tone = "plain"): Figure {
  return { share: undefined, value, tone };
}

export function row(label: string, figure: Figure, lists: readonly List[] = []): Row {
  return { ...figure, label: { text: label, isName: false }, lists: lists.filter(isSome), isPart: false };
}

/** A row about one element. */
export function elementRow({ name }: Named, figure: Figure, lists: readonly List[] = []): Row {
  return { ...row("", figure, lists), label: { text: name, isName: true }, isPart: true };
}

export function part(label: string, figure: Figure, lists: readonly List[] = []): Row {
  return { ...row(label, figure, lists), isPart: true };
}

function isSome({ items, isAlone }: List): boolean {
  return items.length > 0 || isAlone === true;
}

/** Names of what lacks something. */
export function lacking(label: string, elements: readonly Named[]): List {
  return { label, items: elements.map((element) => item(element)), role: "lacks" };
}

/** Names of what is there. */
export function holding(label: string, elements: readonly Named[]): List {
  return { ...lacking(label, elements), role: "holds" };
}

export function item({ name, title }: Named, note = ""): Item {
  return { name, isName: true, title, note };
}

/** A word of our own in a list. */
export function ownItem(name: string, note = ""): Item {
  return { name, isName: false, title: null, note };
}

/** More rows of one sort than these nobody reads; the others are counted, and stand in the JSON. */
const MOST_ROWS = 40;

export function capped(rows: readonly Row[], say: Say): readonly Row[] {
  const rest = rows.length - MOST_ROWS;
  if (rest <= 0) return rows;
  const more = say(`and ${figure(rest, "en")} more`, `et ${figure(rest, "fr")} de plus`);
  return [...rows.slice(0, MOST_ROWS), part("…", textFigure(more))];
}

/** Only the rows where there is something to measure. */
export function measured(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ value }) => value !== "");
}
