import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import { partitions } from "./partitions.ts";
import { sayIn, type Section } from "./section.ts";
import { steering } from "./steering.ts";
import { walls } from "./walls.ts";
import { counted } from "./words.ts";

/** A scorecard in words, for people: the same for a terminal, a page and a panel. */
export interface Told {
  /** `74 elements`. */
  readonly size: string;
  /** What had to be left out; empty where nothing was. */
  readonly unread: string;
  readonly isEmpty: boolean;
  /** Which sections have nothing to tell of yet; empty where all do. */
  readonly silent: string;
  readonly sections: readonly Section[];
}

export function tell(scorecard: Scorecard, locale: Locale): Told {
  const say = sayIn(locale);
  const { elements, unread } = scorecard;
  const places = counted(unread, locale, say("place", "endroit"));
  const sections = [
    ...walls(scorecard, locale),
    ...partitions(scorecard, locale),
    ...steering(scorecard, locale),
  ];
  const silent = sections.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  const titles = silent.map((title) => title.charAt(0).toLocaleLowerCase(locale) + title.slice(1)).join(", ");
  return {
    size: counted(elements, locale, say("element", "élément")),
    unread:
      unread === 0
        ? ""
        : say(
            `${places} could not be read; what stands there is not counted.`,
            `${places} ${unread < 2 ? "n'a pas pu être lu" : "n'ont pas pu être lus"} : ce qui s'y trouve n'est pas compté.`,
          ),
    isEmpty: elements === 0,
    silent: titles === "" ? "" : say(`Not described yet: ${titles}.`, `Pas encore décrit : ${titles}.`),
    sections,
  };
}
