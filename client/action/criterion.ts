/** What makes a run fail: what the change does, as in `bizarch diff`, or what stands there, as in `bizarch check`. */
export const CRITERIA = [
  ...(["new-error", "new-warning", "wall", "loosened", "any"] as const),
  ...(["error", "warning", "info"] as const),
] as const;

export type Criterion = (typeof CRITERIA)[number];
