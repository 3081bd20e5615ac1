import type { Locale } from "../../grammar/finding.ts";
import type { Review } from "./reviewed.ts";
import type { Hanging } from "./meaning/hanging.ts";
import { reviewWords } from "./words.ts";

/** What a reviewer reads in the first seconds: what a change means, who has to agree, what else hangs on it. */
export interface Brief {
  readonly sentences: readonly { readonly wall: boolean; readonly text: string }[];
  /** How many sentences more there would be. */
  readonly more: number;
  /** Those to ask, each with some of what they are asked for. */
  readonly asked: readonly Listed[];
  readonly nobody: Listed | undefined;
  readonly hanging: readonly Listed[];
}

/** Some names under a word, and how many more there are. */
export interface Listed {
  readonly word: string;
  readonly names: readonly string[];
  readonly more: number;
}

const MOST_SENTENCES = 12;
const MOST_TEAMS = 8;
const MOST_NAMES = 4;

export function briefOf({ tellings, asked, hanging }: Review, locale: Locale): Brief {
  const words = reviewWords[locale];
  const told = tellings.slice(0, MOST_SENTENCES);
  const teams = asked.teams.slice(0, MOST_TEAMS);
  return {
    sentences: told.map(({ wall, message }) => ({ wall, text: message[locale] })),
    more: tellings.length - told.length,
    asked: teams.map(({ team, title, of }) => some(title ?? team, of)),
    nobody: asked.nobody.length > 0 ? some(words.nobody, asked.nobody) : undefined,
    hanging: HANGING.flatMap((key) =>
      hanging[key].length > 0 ? [some(words.hanging[key](hanging[key].length), hanging[key])] : [],
    ),
  };
}

/** From what is measured up to the mission. */
const HANGING: readonly (keyof Hanging)[] = ["tools", "kpis", "stakeholders", "goals", "missions"];

function some(word: string, names: readonly string[]): Listed {
  const shown = names.length > MOST_NAMES + 1 ? names.slice(0, MOST_NAMES) : names;
  return { word, names: shown, more: names.length - shown.length };
}
