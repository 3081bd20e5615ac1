import type { Message } from "../../../grammar/finding.ts";
import type { Span } from "../../../grammar/text.ts";
import type { Edit } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";

/** What is selected: a stretch of a file, or the place of a cursor where it is empty. */
export interface Selection {
  readonly path: string;
  readonly span: Span;
}

/** A way to write an architecture otherwise: one for the light bulb and for a command. */
export interface Refactoring {
  readonly id: string;
  /** What sort it is, in the words of editors; undefined for one that is a command only. */
  readonly sort: Sort | undefined;
  /** How many of its choices are shown in a menu. */
  readonly most: number;
  /** What there is to choose where something is selected, cheap to know; or why there is nothing to do. */
  readonly ask: (model: Model, selection: Selection) => Question | Refused;
  /** The edits, for one of the choices. */
  readonly run: (model: Model, selection: Selection, choice: string) => Refactored | Refused;
}

/** What sorts of refactorings a menu has. */
export type Sort = "move" | "extract" | "rewrite";

/** What a refactoring wants to know before it begins. */
export interface Question {
  /** What is asked, of what. */
  readonly prompt: Message;
  /** The likeliest first. */
  readonly choices: readonly Choice[];
  /** Where a name may be typed instead of chosen. */
  readonly free?: Free | undefined;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** What is done where it is chosen. */
  readonly title: Message;
  /** Whether it is so likely that a menu may show it. */
  readonly likely: boolean;
}

export interface Free {
  readonly suggested: string;
  readonly prompt: Message;
  /** Why a text cannot be chosen; undefined where it can. */
  readonly flaw: (text: string) => Message | undefined;
}

/** Edits; one of a path where the project has no file makes it. */
export interface Refactored {
  readonly edits: readonly Edit[];
  /** What a person should hear of: what is lost, or left without something. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly message: Message;
  /** The name of the element that it is about, as it is called then. */
  readonly element: string;
}

export interface Refused {
  readonly refused: Message;
}

/** The question of a refactoring without a choice. */
export function only(title: Message): Question {
  return { prompt: title, choices: [{ id: "", label: title.en, title, likely: true }] };
}
