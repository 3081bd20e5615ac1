import type { Locale } from "../../../grammar/finding.ts";
import type { Handover } from "../continuity.ts";
import type { Scorecard } from "../scorecard.ts";
import {
  capped,
  elementRow,
  holding,
  measured,
  ownItem,
  row,
  shareFigure,
  textFigure,
  type Row,
  type Say,
  type Section,
} from "./section.ts";
import { word } from "./words.ts";

/** The chains in figures, then each as the path that it is. */
export function continuity(
  { continuity: { closed, automatic, chains } }: Scorecard,
  say: Say,
  locale: Locale,
): Section {
  return {
    id: "continuity",
    title: say("Chain continuity", "Continuité des chaînes"),
    asks: say(
      "Does what we collect get as far as a better next action?",
      "Ce que nous collectons va-t-il jusqu'à une meilleure action suivante ?",
    ),
    headline: shareFigure(closed, say),
    rows: measured([
      row(say("Closed from end to end", "Fermées de bout en bout"), shareFigure(closed, say)),
      row(say("Without a step by hand", "Sans étape manuelle"), shareFigure(automatic, say)),
      ...capped(
        chains.map((chain) => chainRow(chain, locale, say)),
        say,
      ),
    ]),
  };
}

type ChainState = Scorecard["continuity"]["chains"][number];

/** `collect → analyse ✕ activate`: how each stage hands over to the next. */
function chainRow({ chain, stages, handovers }: ChainState, locale: Locale, say: Say): Row {
  const [first] = handovers;
  const path = handovers.map(({ to, state }) => ` ${LINKS[state]} ${word(to, locale)}`).join("");
  const states = handovers.map(({ state }) => state);
  const isBroken = states.includes("broken") || states.includes("no-tool");
  const tone = isBroken ? "poor" : states.includes("by-hand") ? "fair" : "good";
  const between = (state: Handover["state"]) =>
    handovers
      .filter((handover) => handover.state === state)
      .map(({ from, to }) => ownItem(`${word(from, locale)} → ${word(to, locale)}`));
  const empty = stages
    .filter(({ tools }) => tools.length === 0)
    .map(({ stage }) => ownItem(word(stage, locale)));
  return elementRow(chain, textFigure(`${word(first?.from ?? "", locale)}${path}`, tone), [
    { label: say("no tool for", "aucun outil pour"), items: empty, role: "lacks" },
    { label: say("nothing flows", "rien ne circule"), items: between("broken"), role: "lacks" },
    { label: say("by hand", "à la main"), items: between("by-hand"), role: "lacks" },
    ...stages.map(({ stage, tools }) => holding(word(stage, locale), tools)),
  ]);
}

const LINKS: Readonly<Record<Handover["state"], string>> = {
  automatic: "→",
  "by-hand": "⇢",
  broken: "✕",
  "no-tool": "✕",
};
