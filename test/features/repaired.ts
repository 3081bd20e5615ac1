import { expect } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import type { Repair } from "../../server/features/fix.ts";
import { applyEdits } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { unformatted } from "../support/unformatted.ts";

/**
 * Whether a text is in the one layout, all of it. What stands in no statement is left as it is, and so the formatter has
 * more to say once a repair makes statements of it.
 */
function isLaidOut(model: Model): boolean {
  const trees = model.project.files.map(syntaxOf);
  const isWhole = trees.every(
    ({ isPlain, findings }) => isPlain && findings.every(({ site }) => site.top !== undefined),
  );
  return isWhole && unformatted(model).length === 0;
}

/** The architecture after a repair. */
export function applied({ project }: Model, { edits }: Repair): Model {
  const files = project.files.map(({ path, text }) => ({
    path,
    text: applyEdits(
      text,
      edits.filter((edit) => edit.path === path),
    ),
  }));
  const [after] = snapshotOf(files, [project.root], project.settings).projects.values();
  if (!after) throw new Error("Nothing is left.");
  return modelOf(after);
}

/**
 * The law of every repair: nothing is broken that was whole, what was in the one layout still is, and what was found is
 * gone.
 */
export function expectGone(before: Model, after: Model, { title, finding }: Repair): void {
  const broken = (model: Model): readonly string[] =>
    verdictOf(model.project)
      .findings.filter(({ rule }) => rule === "syntax")
      .map(({ message }) => message.en);
  expect(broken(after).filter((text) => !broken(before).includes(text))).toEqual([]);
  if (isLaidOut(before)) expect(unformatted(after), title.en).toEqual([]);
  const same = (model: Model): number =>
    verdictOf(model.project).findings.filter(
      ({ rule, args, element }) =>
        rule === finding.rule && element === finding.element && String(args) === String(finding.args),
    ).length;
  expect(same(after), title.en).toBe(same(before) - 1);
}
