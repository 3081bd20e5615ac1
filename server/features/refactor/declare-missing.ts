import type { Finding } from "../../../grammar/finding.ts";
import { locate } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import { tidied } from "../../model/tidy.ts";
import { verdictOf } from "../../rules/check.ts";
import { declareMissing } from "../declare.ts";
import type { Question, Refactored, Refactoring, Refused, Selection } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";

/**
 * Feature: Declare what is missing
 *
 * A name that names nothing is declared, as one of the kinds that fit there, in the file where most of that kind live.
 * In the light bulb it is a quick fix.
 */
export const declare: Refactoring = { id: "declareMissing", sort: undefined, most: 0, ask, run };

function ask(model: Model, selection: Selection): Question | Refused {
  const choices = missing(model, selection)
    .flatMap((finding) => declareMissing(model, finding))
    .map(({ title }) => ({ id: title.en, label: title[model.project.settings.locale], title, likely: true }));
  return choices.length === 0 ? { refused: say.nothingMissing() } : { prompt: say.missingWhat(), choices };
}

function run(model: Model, selection: Selection, choice: string): Refactored | Refused {
  const fixes = missing(model, selection).flatMap((finding) => declareMissing(model, finding));
  const fix = fixes.find(({ title }) => title.en === choice);
  return fix ? { edits: tidied(model, fix.edits), notes: [] } : { refused: say.noChoice(choice) };
}

/** The names at the selection that name nothing, else those of the whole file. */
function missing(model: Model, { path, span }: Selection): readonly Finding[] {
  const all = verdictOf(model.project).findings.filter(
    ({ rule, site }) => rule === "unknown-reference" && site.path === path,
  );
  const here = all.filter(({ site }) => {
    const { start, end } = locate(model, site);
    return start <= span.end && span.start <= end;
  });
  return here.length > 0 ? here : all;
}
