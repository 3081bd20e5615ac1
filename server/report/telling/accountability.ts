import type { Answered } from "../accountability.ts";
import type { Scorecard } from "../scorecard.ts";
import { together } from "../share.ts";
import { lacking, measured, row, shareFigure, type Row, type Say, type Section } from "./section.ts";

/** First whether the core is in the right hands, then each thing that makes it so. */
export function accountability({ accountability: answers }: Scorecard, say: Say): Section {
  const rows = [
    row(
      say("Core domains in the right hands", "Domaines cœur en bonnes mains"),
      shareFigure(answers.rightHands, say),
    ),
    answered(say("Core domains answered for", "Domaines cœur avec un responsable"), answers.coreDomains, say),
    answered(say("All domains answered for", "Domaines avec un responsable"), answers.domains, say),
    answered(say("Tools answered for", "Outils avec un responsable"), answers.tools, say),
    answered(say("Capabilities answered for", "Capacités avec un responsable"), answers.capabilities, say),
    answered(say("Initiatives answered for", "Initiatives avec un responsable"), answers.initiatives, say),
    answered(say("Core domains decided on", "Domaines cœur avec un architecte"), answers.coreArchitects, say),
    answered(say("Chains decided on", "Chaînes avec un architecte"), answers.chainArchitects, say),
    row(
      say("Core domains outside marketing", "Domaines cœur hors du marketing"),
      shareFigure(answers.outsideMarketing, say),
      [lacking(say("in marketing's hands", "aux mains du marketing"), answers.outsideMarketing.lacking)],
    ),
  ];
  const { rightHands, domains, tools } = answers;
  return {
    id: "accountability",
    title: say("Accountability", "Responsabilité"),
    asks: say(
      "Does somebody with the power to act answer for each wall and each tool?",
      "Quelqu'un qui a le pouvoir d'agir répond-il de chaque mur et de chaque outil ?",
    ),
    headline: shareFigure(rightHands.of > 0 ? rightHands : together([domains.backed, tools.backed]), say),
    rows: measured(rows),
  };
}

/** Somebody who answers counts in full where an executive team stands above; who does not is told apart. */
function answered(label: string, { named, backed }: Answered, say: Say): Row {
  const nobody = new Set(named.lacking.map(({ name }) => name));
  const powerless = backed.lacking.filter(({ name }) => !nobody.has(name));
  return row(label, shareFigure(backed, say), [
    lacking(say("nobody", "personne"), named.lacking),
    lacking(
      say("a team without the board above it", "une équipe sans direction au-dessus d'elle"),
      powerless,
    ),
  ]);
}
