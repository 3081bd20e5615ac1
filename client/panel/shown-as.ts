/**
 * The shape that shows an element: its own, else that of what it stands in, as an attribute stands in its entity;
 * undefined where the picture has neither.
 */
export function shownAs(name: string, has: (name: string) => boolean): string | undefined {
  for (let part = name; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf("."))))
    if (has(part)) return part;
  return undefined;
}
