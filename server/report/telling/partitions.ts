import type { Locale } from "../../../grammar/finding.ts";
import { groupWords, spelled } from "../../views/words.ts";
import type { Handover } from "../continuity.ts";
import type { Scorecard } from "../scorecard.ts";
import type { Crowding } from "../tools.ts";
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
  type Row,
  type Say,
  type Section,
} from "./section.ts";
import { amounts, counted, figure, percent, word } from "./words.ts";

/** What is put up around the walls: chains, data on its way, tools, and where data about people goes. */
export function partitions(scorecard: Scorecard, locale: Locale): readonly Section[] {
  const say = sayIn(locale);
  return [
    continuity(scorecard, locale, say),
    silos(scorecard, locale, say),
    tools(scorecard, locale, say),
    personalData(scorecard, locale, say),
  ];
}

type ChainState = Scorecard["continuity"]["chains"][number];

function continuity(
  { continuity: { closed, automatic, chains } }: Scorecard,
  locale: Locale,
  say: Say,
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

const LINKS: Readonly<Record<Handover["state"], string>> = {
  automatic: "→",
  "by-hand": "⇢",
  broken: "✕",
  "no-tool": "✕",
};

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

function silos({ silos: data }: Scorecard, locale: Locale, say: Say): Section {
  const alone = data.siloed.map(({ domain, team }) => item(domain, team.name));
  const words = data.quality.map(({ word: quality, domains }) => holding(word(quality, locale), domains));
  const flaws = data.quality
    .filter(({ word: quality }) => !["clean", "reconciled", "current"].includes(quality))
    .map(({ word: quality, domains }) => lacking(word(quality, locale), domains));
  const flawed = new Set(flaws.flatMap(({ items }) => items.map(({ name }) => name)));
  const unclean = data.fit.lacking.filter(({ name }) => !flawed.has(name));
  return {
    id: "silos",
    title: say("Silos and data quality", "Silos et qualité des données"),
    asks: say(
      "Is our data in one piece, and may those who need it read it?",
      "Nos données sont-elles d'un seul tenant, et lisibles par ceux qui en ont besoin ?",
    ),
    headline: shareFigure(data.fit, say),
    rows: measured([
      row(say("Domains fit to steer by", "Domaines aptes au pilotage"), shareFigure(data.fit, say), [
        ...flaws,
        lacking(say("not called clean", "non déclarées propres"), unclean),
        ...words.filter(({ label }) => !flaws.some((flaw) => flaw.label === label)),
      ]),
      row(
        say("Domains that state their quality", "Domaines dont la qualité est dite"),
        shareFigure(data.stated, say),
        [lacking(say("silent", "muets"), data.stated.lacking)],
      ),
      row(say("Read by several teams' tools", "Lus par plusieurs équipes"), shareFigure(data.shared, say), [
        { label: say("read by one team", "lus par une seule équipe"), items: alone, role: "lacks" },
      ]),
      row(
        say("Several copies, made one record", "Plusieurs copies, réconciliées"),
        shareFigure(data.reconciled, say),
        [lacking(say("never made one", "jamais réconciliées"), data.reconciled.lacking)],
      ),
    ]),
  };
}

function tools({ tools: all }: Scorecard, locale: Locale, say: Say): Section {
  const { there, status, marketing, families, vendors, cost } = all;
  const count = counted(there, locale, say("tool", "outil"));
  const year = amounts(cost.year, locale);
  const yearly = year && say(`${year} a year`, `${year} par an`);
  const roughly = amounts(cost.year, locale, "roughly");
  const known = shareFigure(cost.known, say);
  const crowded = all.crowded.map(({ category, tools: some }) =>
    ownItem(spelled(category), figure(some, locale)),
  );
  const share =
    marketing.share === null || marketing.count === 0
      ? ""
      : say(`${percent(marketing.share, locale)} marketing`, `${percent(marketing.share, locale)} marketing`);
  const otherStates = (["planned", "legacy", "retired"] as const).flatMap((state) => {
    return status[state] > 0
      ? [`${figure(status[state], locale)} ${statusWord(state, status[state], say)}`]
      : [];
  });
  const facts = [count, share, roughly && say(`${roughly} a year`, `${roughly} par an`)]
    .filter(isSaid)
    .join(" · ");
  const { families: titles } = groupWords(locale);
  const familyRows = families.map((family) => {
    const parts = [figure(family.tools, locale), amounts(family.cost, locale)].filter(isSaid);
    const categories = family.categories.map(({ category, tools: some }) =>
      ownItem(spelled(category), figure(some, locale)),
    );
    const state: Figure = { share: family.tools / there, value: parts.join(" · "), tone: "plain" };
    return part(titles[family.family], state, [
      { label: say("categories", "catégories"), items: categories, role: "holds" },
    ]);
  });
  const suppliers = vendors.map(({ vendor, tools: some }) => item(vendor, figure(some, locale)));
  const rows = [
    row(say("In use today", "En service aujourd'hui"), textFigure([count, ...otherStates].join(" · "))),
    ...familyRows,
    row(say("Something asks for them", "Appelés par un besoin"), shareFigure(all.explained, say), [
      lacking(say("nobody says what for", "nul ne dit pour quoi faire"), all.explained.lacking),
    ]),
    capabilityRow(all.capabilities, locale, say),
    row(
      say("Crowded categories", "Catégories encombrées"),
      crowded.length === 0
        ? textFigure(say("none", "aucune"), "good")
        : textFigure(
            counted(crowded.length, locale, say("category", "catégorie"), say("categories", "catégories")),
            "fair",
          ),
      [
        {
          label: say(
            `more than ${all.capabilities.limit} active tools`,
            `plus de ${all.capabilities.limit} outils actifs`,
          ),
          items: crowded,
          role: "lacks",
        },
      ],
    ),
    row(
      say("Vendors", "Fournisseurs"),
      textFigure(
        [
          counted(vendors.length, locale, say("vendor", "fournisseur")),
          ...(all.withoutVendor > 0
            ? [
                say(
                  `${counted(all.withoutVendor, locale, "tool")} without one`,
                  `${counted(all.withoutVendor, locale, "outil")} sans fournisseur`,
                ),
              ]
            : []),
        ].join(" · "),
      ),
      [{ label: say("tools of each", "outils de chacun"), items: suppliers, role: "holds" }],
    ),
    row(
      say("Cost is known", "Coût connu"),
      { ...known, value: [known.value, yearly].filter(isSaid).join(" · ") },
      [lacking(say("cost not stated", "coût non indiqué"), cost.known.lacking)],
    ),
  ];
  return {
    id: "tools",
    title: say("Tools", "Outils"),
    asks: say(
      "How many tools do we run, for what, and at what price?",
      "Combien d'outils, pour quoi faire, et à quel prix ?",
    ),
    headline: textFigure(there === 0 ? "" : facts),
    rows: there === 0 ? [] : measured(rows),
  };
}

function isSaid(text: string): boolean {
  return text !== "";
}

function statusWord(state: "planned" | "legacy" | "retired", count: number, say: Say): string {
  const words = {
    planned: ["prévu", "prévus"],
    legacy: ["en fin de vie", "en fin de vie"],
    retired: ["retiré", "retirés"],
  };
  return say(state, words[state][count < 2 ? 0 : 1] ?? "");
}

function capabilityRow(
  { of, min, median, max, limit, over, without }: Crowding,
  locale: Locale,
  say: Say,
): Row {
  const label = say("Tools per capability", "Outils par capacité");
  if (min === null || median === null || max === null || of === 0) return row(label, textFigure(""));
  const [low, middle, high] = [min, median, max].map((count) => figure(count, locale));
  const spread =
    min === max
      ? `${low}`
      : say(`${low} to ${high}, median ${middle}`, `de ${low} à ${high}, médiane ${middle}`);
  const value = say(`${spread} (limit ${limit})`, `${spread} (limite ${limit})`);
  const crowded = over.map(({ capability, tools: some }) => item(capability, figure(some.length, locale)));
  const lists: readonly List[] = [
    { label: say("over the limit", "au-delà de la limite"), items: crowded, role: "lacks" },
    lacking(say("no active tool", "aucun outil actif"), without),
  ];
  return row(label, textFigure(value, over.length > 0 ? "fair" : "plain"), lists);
}

function personalData({ personalData: data }: Scorecard, locale: Locale, say: Say): Section {
  const flows = (count: number) => counted(count, locale, say("flow", "flux"), say("flows", "flux"));
  const facts = (items: readonly (readonly [string, number])[]) =>
    items.map(([name, count]) => `${name} ${figure(count, locale)}`).join(" · ");
  const hidden = say(`${data.anonymised} anonymised`, counted(data.anonymised, locale, "anonymisé"));
  const rows = [
    row(
      say("Flows that carry it", "Flux qui en transportent"),
      data.flows === 0 ? textFigure("") : textFigure(`${flows(data.flows)} · ${hidden}`),
    ),
    row(say("With a legal basis", "Avec une base légale"), shareFigure(data.basis, say), [
      lacking(say("no basis stated", "aucune base indiquée"), data.basis.lacking),
    ]),
    row(
      say("Legal bases", "Bases légales"),
      textFigure(facts(data.bases.map(({ basis, flows: some }) => [word(basis, locale), some]))),
    ),
    row(
      say("Anonymised when it is shared", "Anonymisées avant d'être partagées"),
      shareFigure(data.sharedAnonymously, say),
      [
        lacking(say("with the names in it", "avec les noms"), data.sharedAnonymously.lacking),
        lacking(say("who receives it", "qui les reçoit"), data.receivers),
      ],
    ),
    row(say("Kept in a known country", "Conservées dans un pays connu"), shareFigure(data.located, say), [
      lacking(say("hosting not stated", "hébergement non indiqué"), data.located.lacking),
    ]),
    row(
      say("Tools in each country", "Outils par pays"),
      textFigure(facts(data.countries.map(({ country, tools: some }) => [country, some.length]))),
      data.countries.map(({ country, tools: some }) => holding(country, some)),
    ),
  ];
  return {
    id: "personalData",
    title: say("Personal data", "Données personnelles"),
    asks: say(
      "By what right does it go, to whom, and where?",
      "De quel droit circulent-elles, vers qui, et où ?",
    ),
    headline: shareFigure(data.basis, say),
    rows: measured(rows),
  };
}
