import type { Locale } from "../../../grammar/finding.ts";
import type { Found } from "../found.ts";
import type { Scorecard } from "../scorecard.ts";
import { item, part, row, textFigure, type List, type Say, type Section } from "./section.ts";
import { counted, figure, CHAPTER_TITLES } from "./words.ts";

/** More exceptions than these nobody reads; the JSON has them all. */
const MOST_WAIVED = 20;

/** By chapter, then what is excused, the soonest end first. */
export function findings({ findings: found }: Scorecard, say: Say, locale: Locale): Section {
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
  const rest = found.waived.length - MOST_WAIVED;
  const waived: readonly List[] = [
    ...found.waived.slice(0, MOST_WAIVED).map(({ rule, element, until, because }): List => {
      const items = [item({ kind: "rule", name: `${rule} ${element}`, title: null }, because)];
      return { label: say(`until ${until}`, `jusqu'au ${until}`), items, role: "excused" };
    }),
    ...(rest > 0
      ? [
          {
            label: say(`and ${rest} more`, `et ${rest} de plus`),
            items: [],
            role: "excused",
            isAlone: true,
          } as const,
        ]
      : []),
  ];
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
        ? [row(say("Waived", "Dérogations"), textFigure(figure(found.waived.length, locale)), waived)]
        : []),
    ],
  };
}
