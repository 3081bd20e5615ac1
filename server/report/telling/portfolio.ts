import type { Locale } from "../../../grammar/finding.ts";
import type { Balance } from "../portfolio.ts";
import type { Scorecard } from "../scorecard.ts";
import { holding, lacking, part, row, textFigure, type Figure, type Say, type Section } from "./section.ts";
import { counted, word } from "./words.ts";

const SIDES = [
  ["predictability", ["cost", "revenue", "security"]],
  ["agility", ["services", "technology", "behaviours"]],
] as const;

/** The two sides of the balance, and what each consists of. */
export function portfolio({ portfolio: all }: Scorecard, say: Say, locale: Locale): Section {
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
