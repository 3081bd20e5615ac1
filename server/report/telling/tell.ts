import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import { accountability } from "./accountability.ts";
import { continuity } from "./continuity.ts";
import { findings } from "./findings.ts";
import { maturity } from "./maturity.ts";
import { measurement } from "./measurement.ts";
import { personalData } from "./personal-data.ts";
import { portfolio } from "./portfolio.ts";
import { records } from "./records.ts";
import { silos } from "./silos.ts";
import { tools } from "./tools.ts";
import { traceability } from "./traceability.ts";
import { valueChain } from "./value-chain.ts";
import { sayIn, type Say, type Section } from "./section.ts";
import { counted } from "./words.ts";

/** A scorecard in words, for people: the same for a terminal, a page and a panel. */
export interface Told {
  /** `74 elements`. */
  readonly size: string;
  /** What had to be left out; empty where nothing was. */
  readonly unread: string;
  /** What to begin with; empty where there is something to measure. */
  readonly empty: string;
  /** Which sections have nothing to tell of yet; empty where all do. */
  readonly silent: string;
  readonly sections: readonly Section[];
}

export function tell(scorecard: Scorecard, locale: Locale): Told {
  const say = sayIn(locale);
  const { elements, unread } = scorecard;
  const places = counted(unread, locale, say("place", "endroit"));
  const sections = SECTIONS.map((section) => section(scorecard, say, locale));
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
    empty:
      elements > 0
        ? ""
        : say(
            "There is nothing to measure yet. Start with a mission: what is the company here for?",
            "Il n'y a encore rien à mesurer. Commencez par une mission : pourquoi l'entreprise existe-t-elle ?",
          ),
    silent: titles === "" ? "" : say(`Not described yet: ${titles}.`, `Pas encore décrit : ${titles}.`),
    sections,
  };
}

/** From the mission down: what stands, what is put up around it, how the company steers. */
const SECTIONS: readonly ((scorecard: Scorecard, say: Say, locale: Locale) => Section)[] = [
  traceability,
  accountability,
  records,
  valueChain,
  continuity,
  silos,
  tools,
  personalData,
  measurement,
  portfolio,
  maturity,
  findings,
];
