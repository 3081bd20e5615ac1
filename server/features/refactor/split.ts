import { grouped } from "../../../grammar/grouped.ts";
import { syntaxOf } from "../../../grammar/parse.ts";
import type { Storey } from "../../../grammar/schema.ts";
import { fileAt } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { Top } from "../../model/place.ts";
import { namespaceOf } from "../../model/reference.ts";
import { keepingMeaning } from "./meaning.ts";
import { moving } from "./moving.ts";
import { editsOf, NOTHING } from "./plan.ts";
import {
  only,
  type Question,
  type Refactored,
  type Refactoring,
  type Refused,
  type Selection,
} from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { folderOf, freePath, isInProject, shortOf, storeyOf } from "./selected.ts";
import { isWhole, sectionStretch } from "./stretch.ts";

/** The storeys that get a file of their own. What shows the architecture and holds it to account stays where it is. */
const STOREYS: readonly Storey[] = ["why", "what", "how"];

/**
 * Feature: Split a file by storey
 *
 * The statements of a file go to `why.bizarch`, `what.bizarch` and `how.bizarch` beside it, in their order and with the
 * comments of their sections. What the file begins with, views, rules, policies and what cannot be read stay.
 */
export const split: Refactoring = { id: "splitByStorey", sort: "move", most: 1, ask, run };

interface Part {
  readonly path: string;
  readonly tops: readonly Top[];
}

function ask(model: Model, { path }: Selection): Question | Refused {
  const parts = partsOf(model, path);
  if (parts.length === 0) return { refused: say.oneStorey() };
  const files = parts.map((part) => shortOf(model, part.path));
  return only(say.split(shortOf(model, path), files));
}

function run(model: Model, { path }: Selection): Refactored | Refused {
  const parts = partsOf(model, path);
  if (parts.length === 0) return { refused: say.oneStorey() };
  const planned = parts.map((part) => {
    const whole = part.tops.filter(({ file, statement }) => isWhole(file, statement));
    return moving(model, whole, part.path, ({ file, statement }) => sectionStretch(file, statement));
  });
  const removals = planned.flatMap((plan) => plan.removals);
  const insertions = planned.flatMap((plan) => plan.insertions);
  const kept = keepingMeaning(model, { ...NOTHING, removals, insertions });
  return "refused" in kept ? kept : { edits: editsOf(model, kept.plan), notes: [] };
}

/** What goes where; nothing where the file is of one storey. */
function partsOf(model: Model, path: string): readonly Part[] {
  const file = fileAt(model, path);
  if (!file || file === model.project.configFile) return [];
  const { statements, starts } = syntaxOf(file);
  const placed = statements.map((statement, index) => ({ file, statement, start: starts[index] ?? 0 }));
  const tops = grouped(placed, (top) => storeyOf(file, top.statement));
  const there = STOREYS.filter((storey) => tops.has(storey));
  if (there.length < 2) return [];
  const parts = there.map((storey) => ({ path: homeOf(model, path, storey), tops: tops.get(storey) ?? [] }));
  return parts.filter((part) => part.path !== path && isInProject(model, part.path));
}

/** The file of a storey beside another: the one there is, where it is of the same namespace, else a new one. */
function homeOf(model: Model, path: string, storey: Storey): string {
  const folder = folderOf(path);
  const wanted = `${folder}/${storey}.bizarch`.toLowerCase();
  const known = model.project.files.find((file) => file.path.toLowerCase() === wanted);
  const fits =
    known && namespaceOf(model, known.path) === namespaceOf(model, path) && syntaxOf(known).isPlain;
  return fits ? known.path : freePath(model, folder, storey);
}
