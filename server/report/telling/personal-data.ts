import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import {
  holding,
  lacking,
  measured,
  row,
  shareFigure,
  textFigure,
  type Say,
  type Section,
} from "./section.ts";
import { counted, figure, word } from "./words.ts";

/** Rights, receivers and countries. */
export function personalData({ personalData: data }: Scorecard, say: Say, locale: Locale): Section {
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
