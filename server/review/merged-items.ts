import type { ElementChange, PropertyChange } from "./changes.ts";
import type { Review } from "./reviewed.ts";
import { SIGNS } from "./outline.ts";
import type { Shape } from "./picture.ts";
import { shortened } from "./terminal.ts";

/** More lines than this in a shape are counted. */
const MOST = 6;

/** What changed about an element, a line each, as it stands in its shape: `lifespan 10y → 1y`, `+ sku`. */
export function linesOn(review: Review, { element, look }: Shape): readonly string[] {
  if (look === "added" || look === "removed" || look === "neighbour") return [];
  const { elements, relations } = review.changes;
  const own = elements.filter((change) => change.after === element);
  // What a line shows is not said again.
  const lines = new Set(relations.filter(({ from }) => from === element.name).map(({ type }) => type));
  const parts = elements.filter(
    ({ kind, before, after }) => kind === "attribute" && (after ?? before)?.parent !== undefined,
  );
  const attributes = parts.filter(({ before, after }) => isIn(review, (after ?? before)?.parent, element));
  const all = [
    ...own.flatMap(({ was }) => (was === undefined ? [] : [`← ${was}`])),
    ...own.flatMap(({ properties }) => properties.filter(({ name }) => !lines.has(name)).map(propertyLine)),
    ...attributes.map(attributeLine),
  ];
  const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
  return [...shown, ...(all.length > shown.length ? [`+ ${all.length - shown.length}`] : [])];
}

function isIn({ states }: Review, parent: ElementChange["after"], element: Shape["element"]): boolean {
  return parent !== undefined && (states.now(parent) ?? parent) === element;
}

function propertyLine({ name, before, after }: PropertyChange): string {
  if (before === undefined) return `+ ${name} ${brief(after ?? "")}`;
  if (after === undefined) return `− ${name} ${brief(before)}`;
  return `${name} ${brief(before)} → ${brief(after)}`;
}

/** An attribute by its own name: its entity is around it. */
function attributeLine({ change, before, after, properties }: ElementChange): string {
  const name = (after ?? before)?.id ?? "";
  const [only] = properties;
  if (change === "changed" && properties.length === 1 && only) return `~ ${name}: ${propertyLine(only)}`;
  const old = before && after && before.id !== after.id ? ` (${before.id})` : "";
  return `${SIGNS[change]} ${name}${old}`;
}

function brief(text: string): string {
  return shortened(text.replace(/\s+/g, " "), 24);
}
