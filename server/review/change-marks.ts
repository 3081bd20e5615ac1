import type { Locale } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { linesOf, positionAt, type Span } from "../../grammar/text.ts";
import { fileAt, locate } from "../model/edit.ts";
import { siteIn, type Element } from "../model/model.ts";
import { propertySpot, type Spot } from "./spots.ts";
import type { ElementChange, PropertyChange } from "./changes.ts";
import type { Review } from "./reviewed.ts";
import { nameSite } from "../model/mentions.ts";
import type { States } from "./meaning/telling.ts";
import { shortened } from "./terminal.ts";
import { reviewWords, type ReviewWords } from "./words.ts";

/** Lines of a file of today that mean something else than before. */
export interface LineMark {
  readonly path: string;
  /** Lines count from 0; the last one is one of them. */
  readonly from: number;
  readonly to: number;
  /** Removed: below these lines something is gone. */
  readonly change: "added" | "changed" | "removed";
  /** What changed, a line each. */
  readonly said: readonly string[];
}

/**
 * The lines of today's texts that mean something else than before. What is only written in another way, in another place
 * or in another order has no mark.
 */
export function marksOf(review: Review, locale: Locale): readonly LineMark[] {
  const { states, changes } = review;
  const words = reviewWords[locale];
  const came = new Set(changes.elements.flatMap(({ change, after }) => (change === "added" ? [after] : [])));
  const gone = new Set(
    changes.elements.flatMap(({ change, before }) => (change === "removed" ? [before] : [])),
  );
  const marks = changes.elements.flatMap((change): readonly Mark[] => {
    const { before, after } = change;
    if (!before && after) {
      if (after.parent && came.has(after.parent)) return [];
      return [
        { ...wholeSpot(states, after), change: "added", said: sentence(words, "added", named(change)) },
      ];
    }
    if (!after && before) {
      if (before.parent && gone.has(before.parent)) return [];
      const spot = spotOfGone(states, before);
      return spot ? [{ ...spot, change: "removed", said: sentence(words, "removed", named(change)) }] : [];
    }
    return after ? changedMarks(states, change, after, locale) : [];
  });
  return merged(review, marks);
}

interface Mark extends Spot {
  readonly change: LineMark["change"];
  readonly said: string;
}

function changedMarks(
  { head }: States,
  { was, properties }: ElementChange,
  after: Element,
  locale: Locale,
): readonly Mark[] {
  const name: Spot = { path: after.path, span: locate(head.model, nameSite(after)) };
  const words = reviewWords[locale];
  const own: readonly Mark[] =
    was === undefined ? [] : [{ ...name, change: "changed", said: sentence(words, "renamed", `${was} →`) }];
  return [
    ...own,
    ...properties.map((property): Mark => {
      const spot = propertySpot(head.model, after, property.name);
      const change = property.before === undefined ? "added" : "changed";
      return { ...(spot ?? name), change: spot ? change : "changed", said: propertySaid(property, locale) };
    }),
  ];
}

function propertySaid({ name, before, after }: PropertyChange, locale: Locale): string {
  const words = reviewWords[locale];
  if (before === undefined) return sentence(words, "added", `${name} ${brief(after ?? "")}`);
  if (after === undefined) return sentence(words, "removed", `${name} ${brief(before)}`);
  return sentence(words, "changed", `${name} ${brief(before)} → ${brief(after)}`);
}

function wholeSpot({ head }: States, element: Element): Spot {
  const { path, declaration } = element;
  return { path, span: locate(head.model, siteIn(element, declaration.statement)) };
}

/**
 * Where something that is gone would stand: behind what stood before it, else where what it was in begins, else at the top of
 * its file. Undefined where its file is gone too.
 */
function spotOfGone({ base, head, now }: States, gone: Element): Spot | undefined {
  const siblings = base.model.elements.filter(
    ({ path, parent }) => path === gone.path && parent === gone.parent,
  );
  const above = siblings.slice(0, siblings.indexOf(gone)).toReversed();
  const stayed = above.flatMap((old) => now(old) ?? []);
  const nearest = stayed.find(({ path }) => path === gone.path) ?? stayed[0];
  if (nearest) {
    const { end } = locate(head.model, siteIn(nearest, nearest.declaration.statement));
    return { path: nearest.path, span: { start: end, end } };
  }
  const around = gone.parent && now(gone.parent);
  if (around) return { path: around.path, span: locate(head.model, nameSite(around)) };
  return fileAt(head.model, gone.path) ? { path: gone.path, span: START } : undefined;
}

const START: Span = { start: 0, end: 0 };

/** Marks by their lines: those that begin on the same line are one. */
function merged({ states }: Review, marks: readonly Mark[]): readonly LineMark[] {
  const { model } = states.head;
  const placed = marks.flatMap(({ path, span, change, said }): readonly LineMark[] => {
    const file = fileAt(model, path);
    if (!file) return [];
    const lines = linesOf(file);
    const at = (offset: number) => positionAt(lines, Math.min(offset, file.text.length)).line;
    return [{ path, from: at(span.start), to: at(span.end), change, said: [said] }];
  });
  const byLine = grouped(placed, ({ path, from }) => `${path}\n${from}`);
  return [...byLine.values()].flatMap((some) => {
    const [first, ...others] = some;
    if (!first) return [];
    const isOne = others.every(({ change }) => change === first.change);
    return [
      {
        ...first,
        to: Math.max(...some.map(({ to }) => to)),
        change: isOne ? first.change : "changed",
        said: some.flatMap(({ said }) => said),
      },
    ];
  });
}

function named({ kind, id, before, after }: ElementChange): string {
  const title = (after ?? before)?.title;
  return title === undefined ? `${kind} ${id}` : `${kind} ${id} “${brief(title)}”`;
}

function sentence(words: ReviewWords, change: ElementChange["change"], what: string): string {
  const word = words[change];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${words.colon} ${what}`;
}

function brief(text: string): string {
  return shortened(text.replace(/\s+/g, " "), 120);
}
