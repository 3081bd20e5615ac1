import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import { item, lacking, measured, row, shareFigure, type Say, type Section } from "./section.ts";
import { word } from "./words.ts";

/** Goals and KPIs; what a KPI leaves open stands behind its name. */
export function measurement(
  { measurement: { goals, kpis, open } }: Scorecard,
  say: Say,
  locale: Locale,
): Section {
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
