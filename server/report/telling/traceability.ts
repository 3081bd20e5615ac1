import type { Locale } from "../../../grammar/finding.ts";
import { KINDS } from "../../model/kind-words.ts";
import type { Scorecard } from "../scorecard.ts";
import { STOREYS } from "../traceability.ts";
import { lacking, measured, part, row, shareFigure, type Say, type Section } from "./section.ts";

/** The storeys, and under each the kinds in which something lacks its path, with the names. */
export function traceability({ traceability: traced }: Scorecard, say: Say, locale: Locale): Section {
  const storeys = [
    ["why", say("Why: goals", "Pourquoi : objectifs")],
    ["what", say("What: load-bearing walls", "Quoi : murs porteurs")],
    ["how", say("How: partitions", "Comment : cloisons")],
  ] as const;
  const rows = storeys.flatMap(([storey, label]) => {
    const incomplete = traced.kinds.filter(
      ({ kind, traced: share }) => STOREYS[storey].some((it) => it === kind) && share.lacking.length > 0,
    );
    return [
      row(label, shareFigure(traced[storey], say)),
      ...incomplete.map(({ kind, traced: share }) =>
        part(KINDS[kind][locale], shareFigure(share, say), [
          lacking(say("no path to the mission", "sans lien avec la mission"), share.lacking),
        ]),
      ),
    ];
  });
  return {
    id: "traceability",
    title: say("Traceability", "Traçabilité"),
    asks: say(
      "How much of what we have leads up to our mission?",
      "Quelle part de ce que nous avons remonte jusqu'à notre mission ?",
    ),
    headline: shareFigure(traced.all, say),
    rows: measured(rows),
  };
}
