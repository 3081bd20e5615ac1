import type { Locale } from "../../../grammar/finding.ts";
import type { Found } from "../found.ts";
import type { Balance } from "../portfolio.ts";
import type { Scorecard } from "../scorecard.ts";
import {
  capped,
  elementRow,
  holding,
  item,
  lacking,
  measured,
  ownItem,
  part,
  row,
  sayIn,
  shareFigure,
  textFigure,
  type Figure,
  type List,
  type Say,
  type Section,
} from "./section.ts";
import { CHAPTER_TITLES, counted, figure, word } from "./words.ts";

/** How the company steers, changes and holds itself to account. */
export function steering(scorecard: Scorecard, locale: Locale): readonly Section[] {
  const say = sayIn(locale);
  return [
    measurement(scorecard, locale, say),
    portfolio(scorecard, locale, say),
    maturity(scorecard, locale, say),
    findings(scorecard.findings, locale, say),
  ];
}

function measurement({ measurement: { goals, kpis, open } }: Scorecard, locale: Locale, say: Say): Section {
  const lacks = open.map(({ kpi, lacks: some }) => item(kpi, some.map((it) => word(it, locale)).join(", ")));
  return {
    id: "measurement",
    title: say("Measurement", "Mesure"),
    asks: say(
      "Would we know that we get where we want to, and who would?",
      "Saurions-nous que nous y arrivons, et qui le saurait ?",
    ),
    headline: shareFigure(goals, say),
    rows: measured([
      row(say("Goals measured", "Objectifs mesurés"), shareFigure(goals, say), [
        lacking(say("no figure", "aucun chiffre"), goals.lacking),
      ]),
      row(say("KPIs with audience, rhythm, format", "Indicateurs bien adressés"), shareFigure(kpis, say), [
        { label: say("left open", "non précisé"), items: lacks, role: "lacks" },
      ]),
    ]),
  };
}

const SIDES = [
  ["predictability", ["cost", "revenue", "security"]],
  ["agility", ["services", "technology", "behaviours"]],
] as const;

function portfolio({ portfolio: all }: Scorecard, locale: Locale, say: Say): Section {
  const titles = {
    predictability: say("Predictability", "Prévisibilité"),
    agility: say("Agility", "Agilité"),
  };
  const share = (count: number): Figure => ({
    share: count / all.initiatives,
    value: say(`${count} of ${all.initiatives}`, `${count} sur ${all.initiatives}`),
    tone: "plain",
  });
  const sides = SIDES.flatMap(([side, words]) => [
    row(titles[side], share(all[side].length), [holding(say("initiatives", "initiatives"), all[side])]),
    ...all.improves
      .filter(({ what }) => words.some((it) => it === what))
      .map(({ what, initiatives }) => part(word(what, locale), share(initiatives))),
  ]);
  const unsaid = counted(all.unsaid.length, locale, "initiative");
  return {
    id: "portfolio",
    title: say("Predictability and agility", "Prévisibilité et agilité"),
    asks: say(
      "Do our initiatives make us both surer and quicker?",
      "Nos initiatives nous rendent-elles à la fois plus sûrs et plus vifs ?",
    ),
    headline:
      all.initiatives === 0
        ? textFigure("")
        : balance(all, counted(all.initiatives, locale, "initiative"), say),
    rows:
      all.initiatives === 0
        ? []
        : [
            ...sides,
            ...(all.unsaid.length > 0
              ? [
                  row(
                    say("Do not say what they improve", "Ne disent pas ce qu'elles améliorent"),
                    textFigure(unsaid, "fair"),
                    [lacking(say("no improvement stated", "aucun progrès indiqué"), all.unsaid)],
                  ),
                ]
              : []),
          ],
  };
}

/** Of fewer than three nobody can say that they lean: the rule one-sided-portfolio is silent too. */
function balance({ balance: is, initiatives }: Scorecard["portfolio"], count: string, say: Say): Figure {
  const of = (text: string) => `${text} (${count})`;
  const figure = balanceFigure(is, of, say);
  return initiatives < 3 && is !== null ? { ...figure, tone: "plain" } : figure;
}

function balanceFigure(is: Balance | null, of: (text: string) => string, say: Say): Figure {
  switch (is) {
    case "all-predictability":
      return textFigure(of(say("predictability alone", "la prévisibilité seule")), "poor");
    case "more-predictability":
      return textFigure(
        of(say("more predictability than agility", "plus de prévisibilité que d'agilité")),
        "fair",
      );
    case "balanced":
      return textFigure(of(say("balanced", "équilibre")), "good");
    case "more-agility":
      return textFigure(
        of(say("more agility than predictability", "plus d'agilité que de prévisibilité")),
        "fair",
      );
    case "all-agility":
      return textFigure(of(say("agility alone", "l'agilité seule")), "poor");
    case null:
      return textFigure(of(say("nobody says what gets better", "nul ne dit ce qui s'améliore")), "poor");
  }
}

type Stage = NonNullable<Scorecard["maturity"]["company"]>;

function maturity({ maturity: { company, teams } }: Scorecard, locale: Locale, say: Say): Section {
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

const OF_A_TEAM: readonly string[] = ["kpi-by-bi", "shared-domain"];

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
      role: isTold || (OF_A_TEAM.includes(type) && !none) ? "lacks" : "holds",
      isAlone: none,
    };
  });
}

function findings(found: Found, locale: Locale, say: Say): Section {
  const counts = ({ error, warning, info }: Pick<Found, "error" | "warning" | "info">) =>
    [
      ...(error > 0 ? [counted(error, locale, say("error", "erreur"))] : []),
      ...(warning > 0 ? [counted(warning, locale, say("warning", "avertissement"))] : []),
      ...(info > 0 ? [counted(info, locale, say("remark", "remarque"))] : []),
    ].join(", ");
  const tone = ({ error, warning }: Pick<Found, "error" | "warning">) =>
    error > 0 ? "poor" : warning > 0 ? "fair" : "good";
  const total = counts(found);
  const all = textFigure(
    total === "" ? say("nothing contradicts itself", "rien ne se contredit") : total,
    tone(found),
  );
  const waived = found.waived.map(({ rule, element, until, because }) => ({
    ...ownItem(`${until} ${rule}`, because),
    title: element,
  }));
  return {
    id: "findings",
    title: say("Findings", "Constats"),
    asks: say("Where does the architecture contradict itself?", "Où l'architecture se contredit-elle ?"),
    headline: all,
    rows: [
      row(say("In all", "En tout"), all),
      ...found.chapters.map((chapter) =>
        part(CHAPTER_TITLES[chapter.chapter][locale], textFigure(counts(chapter), tone(chapter))),
      ),
      ...(waived.length > 0
        ? [
            row(say("Waived", "Dérogations"), textFigure(figure(waived.length, locale)), [
              { label: say("until", "jusqu'au"), items: waived, role: "excused" },
            ]),
          ]
        : []),
    ],
  };
}
