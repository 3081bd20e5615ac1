import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import { capped, elementRow, item, row, textFigure, type List, type Say, type Section } from "./section.ts";
import { word } from "./words.ts";

/** The company first, then each team: the evidence, the claim, what lacks. */
export function maturity({ maturity: { company, teams } }: Scorecard, say: Say, locale: Locale): Section {
  const step = ({ stage, next }: Stage) => {
    const [is, then] = [word(stage, locale), next === null ? "" : word(next, locale)];
    return next === null ? is : say(`${is} (next: ${then})`, `${is} (ensuite : ${then})`);
  };
  const stageTone = ({ stage }: Stage) =>
    stage === "data-driven" || stage === "informed" ? "good" : stage === "active" ? "fair" : "poor";
  const rows = teams.map((team) => {
    const says =
      team.claimed === null
        ? ""
        : say(`claims ${word(team.claimed, locale)}`, `se dit « ${word(team.claimed, locale)} »`);
    const value = [word(team.stage, locale), says].filter((text) => text !== "").join(" · ");
    const lists = lacksOf(team, locale, say, team.overclaimed);
    return elementRow(team.team, textFigure(value, team.overclaimed ? "poor" : "plain"), lists);
  });
  return {
    id: "maturity",
    title: say("Data maturity", "Pilotage par les données"),
    asks: say(
      "How far do we steer by data, as the evidence has it?",
      "Jusqu'où pilotons-nous par les données, preuves à l'appui ?",
    ),
    headline: company ? textFigure(step(company), stageTone(company)) : textFigure(""),
    rows: company
      ? [
          row(
            say("The company", "L'entreprise"),
            textFigure(word(company.stage, locale), stageTone(company)),
            lacksOf(company, locale, say, true),
          ),
          ...capped(rows, say),
        ]
      : [],
  };
}

type Stage = NonNullable<Scorecard["maturity"]["company"]>;

/**
 * What lacks for the next stage. What lacks in the whole project is told of the company, and of a team that claims not to
 * lack it; elsewhere only where there is room.
 */
function lacksOf({ next, lacks }: Stage, locale: Locale, say: Say, isTold: boolean): readonly List[] {
  if (next === null) return [];
  const stage = word(next, locale);
  return lacks.map(({ type, elements }) => {
    const none = elements.length === 0;
    const texts = {
      "kpi-by-bi": none
        ? say("no KPI reaches it", "aucun indicateur ne lui parvient")
        : say("KPIs not delivered by a BI tool", "indicateurs non diffusés par un outil de BI"),
      "shared-domain": say("domains that it steers by alone", "domaines qu'elle est seule à suivre"),
      "active-team": say(
        "teams without a KPI by a BI tool",
        "équipes sans indicateur diffusé par un outil de BI",
      ),
      "informed-team": say("teams that share no figures", "équipes qui ne partagent aucun chiffre"),
      "goal-at-a-rhythm": none
        ? say("no goal is described", "aucun objectif n'est décrit")
        : say("goals not measured at a rhythm", "objectifs sans mesure régulière"),
      "manual-flow": say("flows by hand", "flux manuels"),
    };
    const label = say(`for ${stage}: ${texts[type]}`, `pour « ${stage} » : ${texts[type]}`);
    return {
      label,
      items: elements.map((element) => item(element)),
      role: isTold || (OF_A_TEAM.includes(type) && !none) ? "lacks" : "also-lacks",
      isAlone: none,
    };
  });
}

const OF_A_TEAM: readonly string[] = ["kpi-by-bi", "shared-domain"];
