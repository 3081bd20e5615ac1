import type { Message } from "../../../grammar/finding.ts";
import type { Model } from "../../model/model.ts";
import { declare } from "./declare-missing.ts";
import { extract } from "./extract.ts";
import { merge } from "./merge.ts";
import { move } from "./move.ts";
import { record } from "./record.ts";
import type { Refactoring, Selection, Sort } from "./refactoring.ts";
import { retire } from "./retire.ts";
import { split } from "./split.ts";

/** Every refactoring, in the order of a menu. */
export const refactorings: readonly Refactoring[] = [move, extract, record, merge, retire, split, declare];

/** The refactoring of an id; undefined where there is none. */
export function refactoringNamed(id: string): Refactoring | undefined {
  return refactorings.find((one) => one.id === id);
}

/** A refactoring that a menu offers as it is. */
export interface Offer {
  readonly refactoring: Refactoring;
  readonly sort: Sort;
  readonly choice: string;
  readonly title: Message;
}

/**
 * Feature: Refactorings
 *
 * What a light bulb offers where something is selected, or at a cursor: each with its likeliest choices, so that nothing
 * has to be asked. Nothing is worked out yet but whether there is something to do.
 */
export function refactoringsAt(
  model: Model,
  selection: Selection,
  isWanted: (sort: Sort) => boolean,
): readonly Offer[] {
  return refactorings.flatMap((refactoring): readonly Offer[] => {
    const { sort, most } = refactoring;
    if (!sort || !isWanted(sort)) return [];
    const question = refactoring.ask(model, selection);
    if ("refused" in question) return [];
    const likely = question.choices.filter((choice) => choice.likely).slice(0, most);
    return likely.map(({ id, title }) => ({ refactoring, sort, choice: id, title }));
  });
}
