import type { Locale } from "../../../grammar/finding.ts";
import type { Scorecard } from "../scorecard.ts";
import type { Named } from "../share.ts";
import { item, lacking, measured, row, shareFigure, textFigure, type Say, type Section } from "./section.ts";
import { counted } from "./words.ts";

/** Core entities by their records, and what marketing holds. */
export function records(
  { records: { one, none, several, marketing } }: Scorecard,
  say: Say,
  locale: Locale,
): Section {
  const rivals = several.map(({ entity, tools }) => item(entity, names(tools)));
  const held = marketing.map(({ tool, owns }) => item(tool, names(owns)));
  const tools = counted(marketing.length, locale, say("tool", "outil"));
  return {
    id: "records",
    title: say("Systems of record", "Référentiels"),
    asks: say(
      "Does each thing that we live by have one record that counts?",
      "Chaque chose dont nous vivons a-t-elle une seule fiche qui fait foi ?",
    ),
    headline: shareFigure(one, say),
    rows: measured([
      row(say("Core entities with one record", "Entités cœur à référentiel unique"), shareFigure(one, say), [
        lacking(say("no record", "aucun référentiel"), none),
        { label: say("several records", "plusieurs référentiels"), items: rivals, role: "lacks" },
      ]),
      row(
        say("Marketing tools owning core data", "Outils marketing maîtres du cœur"),
        one.of === 0 && held.length === 0
          ? textFigure("")
          : textFigure(held.length === 0 ? say("none", "aucun") : tools, held.length === 0 ? "good" : "poor"),
        [{ label: say("they own", "ils possèdent"), items: held, role: "lacks" }],
      ),
    ]),
  };
}

function names(elements: readonly Named[]): string {
  return elements.map(({ name }) => name).join(", ");
}
