import { addProperty, addValue, appendStatement } from "../model/edit.ts";
import { derived } from "../model/derived.ts";
import { siteOf, type Element, type Model } from "../model/model.ts";
import { elementOf, isCore, ofKind, says, sources, target, teamsAbove, wordOf } from "../model/query.ts";
import { freeName, namespaceOf, referenceTo } from "../model/reference.ts";
import page from "./no-architect.md";
import { defineRule, type Fix } from "./rule.ts";

export const noArchitect = defineRule({
  name: "no-architect",
  severity: "warning",
  page,
  messages: {
    nobody: (name) => ({
      en: `No team has the mandate to decide on '${name}': what has to fit together is decided by whoever buys the next part. Give it to a team, with 'architects'.`,
      fr: `Aucune équipe n'a mandat pour décider de « ${name} » : ce qui doit tenir ensemble est décidé par qui achète la pièce suivante. Confiez-le à une équipe, avec « architects ».`,
    }),
    powerless: (name, team) => ({
      en: `'${team}' decides on '${name}' and has nobody of the executive board above it: its decisions hold until the first department objects. Let it report to the board, directly or not.`,
      fr: `« ${team} » décide de « ${name} » et n'a personne de la direction générale au-dessus d'elle : ses décisions tiennent jusqu'à la première objection d'un service. Rattachez-la à la direction, directement ou non.`,
    }),
  },
  check: (model, report) => {
    for (const wall of [...ofKind(model, "domain").filter(isCore), ...ofKind(model, "chain")]) {
      const teams = sources(model, wall, "architects");
      const [team] = teams;
      if (!team) report({ element: wall }, "nobody", wall.name);
      else if (!teams.some((it) => empowered(model).has(it))) {
        const related = teams.map((it) => ({
          message: { en: `'${it.name}' decides.`, fr: `« ${it.name} » décide.` },
          site: siteOf(it),
        }));
        report({ element: wall, related, known: [wall.name] }, "powerless", wall.name, team.name);
      }
    }
  },
  fixes: (finding, model) => {
    const wall = elementOf(model, finding);
    if (!wall) return [];
    if (finding.args[0] === "nobody") return mandates(model, wall);
    return sources(model, wall, "architects")
      .slice(0, 1)
      .flatMap((team) => placesUnder(model, team));
  },
});

/** The teams of the board and those below it; where a name above a team names nothing, it may be of the board. */
const empowered = derived((model: Model): ReadonlySet<Element> => {
  const isOpen = (team: Element) => says(team, "reports-to") && !target(model, team, "reports-to");
  const teams = new Set(ofKind(model, "team").filter((team) => isExecutive(team) || isOpen(team)));
  // The set grows while it is walked: what is added is visited too.
  for (const team of teams) for (const below of sources(model, team, "reports-to")) teams.add(below);
  return teams;
});

/** Whether a team is of the board, or has one of it above. */
export function hasPower(model: Model, team: Element): boolean {
  return [team, ...teamsAbove(model, team)].some(isExecutive);
}

function isExecutive(team: Element): boolean {
  return wordOf(team, "function") === "executive";
}

/** The mandate goes to a team that has the power: the one that answers for it already, the board, others. */
function mandates(model: Model, wall: Element): readonly Fix[] {
  const accountable = target(model, wall, "accountable");
  const powerful = ofKind(model, "team").filter((team) => hasPower(model, team));
  const ranked = powerful.toSorted((a, b) => rank(a, accountable) - rank(b, accountable));
  if (ranked.length > 0) {
    return ranked.slice(0, MOST_FIXES).map((team) => ({
      title: {
        en: `Let '${team.name}' decide on '${wall.name}', with 'architects'`,
        fr: `Confier à « ${team.name} » les décisions sur « ${wall.name} », avec « architects »`,
      },
      edits: [addValue(model, team, "architects", referenceTo(model, wall, team))],
    }));
  }
  const name = freeName(model, wall.path, "board");
  const lines = `team ${name} {\n  function executive\n  architects ${referenceAtTop(model, wall)}\n}`;
  return [
    {
      title: {
        en: `Declare a team '${name}' that decides on '${wall.name}'`,
        fr: `Déclarer « team ${name} », qui décide de « ${wall.name} »`,
      },
      edits: [appendStatement(model, wall.path, lines)],
    },
  ];
}

const MOST_FIXES = 4;

function rank(team: Element, accountable: Element | undefined): number {
  return team === accountable ? 0 : isExecutive(team) ? 1 : 2;
}

/** How a wall is written at the top of its own file. */
function referenceAtTop(model: Model, { name, path }: Element): string {
  return name.slice(namespaceOf(model, path).length);
}

/** The team, or the one that it reports to in the end, comes to report to the board. */
function placesUnder(model: Model, team: Element): readonly Fix[] {
  const top = [team, ...teamsAbove(model, team)].at(-1) ?? team;
  if (says(top, "reports-to")) return [];
  const boards = ofKind(model, "team").filter(isExecutive);
  return boards.slice(0, MOST_FIXES).map((board) => ({
    title: {
      en: `Let '${top.name}' report to '${board.name}'`,
      fr: `Rattacher « ${top.name} » à « ${board.name} »`,
    },
    edits: [addProperty(model, top, `reports-to ${referenceTo(model, board, top)}`)],
  }));
}
