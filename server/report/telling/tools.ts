import type { Locale } from "../../../grammar/finding.ts";
import { spelled } from "../../views/spelling.ts";
import { groupWords } from "../../views/words.ts";
import type { Scorecard } from "../scorecard.ts";
import type { Crowding } from "../tools.ts";
import {
  item,
  lacking,
  measured,
  ownItem,
  part,
  row,
  shareFigure,
  textFigure,
  type Figure,
  type List,
  type Row,
  type Say,
  type Section,
} from "./section.ts";
import { amounts, counted, figure, percent } from "./words.ts";

/** How many in which family at what price, what for, and where they crowd. */
export function tools({ tools: all }: Scorecard, say: Say, locale: Locale): Section {
  const { there, status, marketing, families, vendors, cost } = all;
  const count = counted(there, locale, say("tool", "outil"));
  const year = amounts(cost.year, locale);
  const yearly = year && say(`${year} a year`, `${year} par an`);
  const roughly = amounts(cost.year, locale, "roughly");
  const known = shareFigure(cost.known, say);
  const crowded = all.crowded.map(({ category, tools: some }) =>
    ownItem(spelled(category, locale), figure(some, locale)),
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
      ownItem(spelled(category, locale), figure(some, locale)),
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
