/** How lines are drawn: each of these ways is told apart by its end or its dashes, and not by its colour alone. */
export type LineStyle =
  | "serves"
  | "embodies"
  | "owns"
  | "writes"
  | "reads"
  | "flow"
  | "manual-flow"
  | "value"
  | "step"
  | "gap"
  | "people"
  | "other";

/** The way in which lines of a type are drawn; a line of its own for what teams have to do with things. */
export function lineStyle(type: string): LineStyle {
  return STYLES.get(type) ?? "other";
}

const STYLES: ReadonlyMap<string, LineStyle> = new Map([
  ...(
    ["serves", "embodies", "owns", "writes", "reads", "flow", "manual-flow", "value", "step", "gap"] as const
  ).map((style) => [style, style] as const),
  ...["accountable", "architects", "reports-to", "used-by", "audience"].map(
    (type) => [type, "people"] as const,
  ),
]);
