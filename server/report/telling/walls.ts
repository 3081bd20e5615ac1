import type { Locale } from "../../../grammar/finding.ts";
import type { Answered } from "../accountability.ts";
import type { Scorecard } from "../scorecard.ts";
import { together, type Named, type Share } from "../share.ts";
import {
  item,
  lacking,
  measured,
  part,
  row,
  sayIn,
  shareFigure,
  textFigure,
  type Row,
  type Say,
  type Section,
} from "./section.ts";
import { counted, KINDS } from "./words.ts";

/** What stands, and who holds it: from the mission down to the records. */
export function walls(scorecard: Scorecard, locale: Locale): readonly Section[] {
  const say = sayIn(locale);
  return [
    traceability(scorecard, locale, say),
    accountability(scorecard, say),
    records(scorecard, locale, say),
    valueChain(scorecard, say),
  ];
}

function traceability({ traceability: traced }: Scorecard, locale: Locale, say: Say): Section {
  const storeys = [
    ["why", say("Why: goals", "Pourquoi : objectifs"), ["goal"]],
    [
      "what",
      say("What: load-bearing walls", "Quoi : murs porteurs"),
      ["business-model", "stakeholder", "value", "domain", "entity", "kpi"],
    ],
    [
      "how",
      say("How: partitions", "Comment : cloisons"),
      ["capability", "team", "vendor", "tool", "flow", "chain", "initiative"],
    ],
  ] as const;
  const rows = storeys.flatMap(([storey, label, kinds]) => {
    const incomplete = traced.kinds.filter(
      ({ kind, traced: share }) => kinds.some((it) => it === kind) && share.lacking.length > 0,
    );
    return [
      row(label, shareFigure(traced[storey], say)),
      ...incomplete.map(({ kind, traced: share }) =>
        part(KINDS[kind]?.[locale] ?? kind, shareFigure(share, say), [
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

function accountability({ accountability: answers }: Scorecard, say: Say): Section {
  const rows = [
    row(
      say("Core domains in the right hands", "Domaines cœur en bonnes mains"),
      shareFigure(answers.rightHands, say),
    ),
    answered(say("Core domains answered for", "Domaines cœur avec un responsable"), answers.coreDomains, say),
    answered(say("All domains answered for", "Tous domaines avec un responsable"), answers.domains, say),
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

function records(
  { records: { one, none, several, marketing } }: Scorecard,
  locale: Locale,
  say: Say,
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

function valueChain({ valueChain: chain }: Scorecard, say: Say): Section {
  const around = chain.goesAround;
  const rows = [
    row(say("Give and are given value", "Donnent et reçoivent"), shareFigure(chain.balanced, say), [
      lacking(say("only give", "ne font que donner"), chain.onlyGive),
      lacking(say("only receive", "ne font que recevoir"), chain.onlyReceive),
    ]),
    row(
      say("Take part in an exchange", "Prennent part à un échange"),
      shareFigure(taking(chain.balanced, chain.apart), say),
      [lacking(say("exchange nothing", "n'échangent rien"), chain.apart)],
    ),
    row(
      say("Value goes around", "La valeur fait le tour"),
      around === null
        ? textFigure("")
        : textFigure(around ? say("yes", "oui") : say("no", "non"), around ? "good" : "fair"),
    ),
  ];
  return {
    id: "valueChain",
    title: say("Value chain", "Chaîne de valeur"),
    asks: say("Does everybody gain by the business?", "Chacun gagne-t-il à cette activité ?"),
    headline: shareFigure(chain.balanced, say),
    rows: around === null ? [] : measured(rows),
  };
}

function taking({ of }: Share, apart: readonly Named[]): Pick<Share, "count" | "of" | "share"> {
  const all = of + apart.length;
  return { count: of, of: all, share: all === 0 ? null : of / all };
}
