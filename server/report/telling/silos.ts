import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import { holding, item, lacking, measured, row, shareFigure, type Say, type Section } from "./section.ts";
import { word } from "./words.ts";

/** The state of the data with the words that are said of it, and who may read it. */
export function silos({ silos: data }: Scorecard, say: Say, locale: Locale): Section {
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
