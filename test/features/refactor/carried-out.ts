import { applyEdits } from "../../../server/model/edit.ts";
import { modelOf } from "../../../server/model/link.ts";
import type { Model } from "../../../server/model/model.ts";
import { snapshotOf } from "../../../server/model/snapshot.ts";
import type { Edit } from "../../../server/model/edit.ts";
import { expect } from "vitest";

/** The architecture after the edits of a refactoring, new files included; edits that overlap fail. */
export function carriedOut({ project }: Model, edits: readonly Edit[]): Model {
  expectApart(edits);
  const known = new Set(project.files.map(({ path }) => path));
  const fresh = [...new Set(edits.map(({ path }) => path))].filter((path) => !known.has(path));
  const files = [...project.files, ...fresh.map((path) => ({ path, text: "" }))].map(({ path, text }) => ({
    path,
    text: applyEdits(
      text,
      edits.filter((edit) => edit.path === path),
    ),
  }));
  const config = project.configFile ? [project.configFile] : [];
  const [after] = snapshotOf([...files, ...config], [project.root], project.settings).projects.values();
  if (!after) throw new Error("Nothing is left.");
  return modelOf(after);
}

/** No editor applies edits that overlap. */
function expectApart(edits: readonly Edit[]): void {
  const sorted = edits.toSorted(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end,
  );
  for (const [index, edit] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.path === edit.path)
      expect(edit.span.end <= next.span.start, JSON.stringify([edit, next])).toBe(true);
  }
}
