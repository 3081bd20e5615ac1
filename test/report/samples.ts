import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { scorecard, type Scorecard } from "../../server/report/scorecard.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { ROOT, FIXTURE_SETTINGS } from "../support/fixture.ts";

const samples = resolve(import.meta.dirname, "../../samples");

/** The files of a sample, as those of a project. */
export function filesOf(sample: string): readonly SourceFile[] {
  return readdirSync(join(samples, sample), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".bizarch"))
    .map((name) => ({ path: `${ROOT}/${name}`, text: readFileSync(join(samples, sample, name), "utf8") }));
}

export function scoredFiles(files: readonly SourceFile[]): Scorecard {
  const project = snapshotOf(files, [ROOT], FIXTURE_SETTINGS).projects.get(ROOT);
  if (!project) throw new Error("The files are no project.");
  return scorecard(modelOf(project), verdictOf(project));
}
