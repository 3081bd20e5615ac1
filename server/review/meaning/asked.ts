import { grouped } from "../../../grammar/grouped.ts";
import { STAGES } from "../../model/chain.ts";
import type { Element, Model } from "../../model/model.ts";
import { ofKind, sources, targets, wordOf } from "../../model/query.ts";
import { teamOf } from "../../views/select.ts";
import type { ElementChange } from "../changes.ts";
import { isWhole, type States } from "./telling.ts";

/** Who has to agree to a change. */
export interface Asked {
  readonly teams: readonly AskedTeam[];
  /** The walls that change and that no team answers for. */
  readonly nobody: readonly string[];
}

export interface AskedTeam {
  /** The name of a team, and its title where it has one. */
  readonly team: string;
  readonly title: string | undefined;
  /** What of the change is theirs, walls first. */
  readonly of: readonly string[];
}

/**
 * The teams that answer for what changed, before or after; those of the most walls first. Of an architecture that begins or
 * ends with this change that would be all of them.
 */
export function askedFor(states: States): Asked {
  if (isWhole(states)) return { teams: [], nobody: [] };
  const known = new Set(states.changes.elements.flatMap(({ before, after }) => after ?? before ?? []));
  // What came or went together with what it is nested in is told of there.
  const isNested = ({ before, after }: ElementChange): boolean => {
    const parent = (after ?? before)?.parent;
    return parent !== undefined && known.has(parent);
  };
  const changes = states.changes.elements.filter((change) => change.storey !== "meta" && !isNested(change));
  const asks = changes.flatMap((change) => teamsFor(states, change).map((team) => ({ team, change })));
  const walls = (all: readonly ElementChange[]) => all.filter(({ wall }) => wall).length;
  const teams = [...grouped(asks, ({ team }) => team)].map(([team, all]) => {
    const own = all.map(({ change }) => change).toSorted((a, b) => Number(b.wall) - Number(a.wall));
    return {
      team: team.name,
      title: team.title,
      of: [...new Set(own.map(({ id }) => id))],
      walls: walls(own),
    };
  });
  const answered = new Set(asks.map(({ change }) => change));
  const nobody = changes.filter(
    (change) => change.wall && change.kind !== "attribute" && !answered.has(change),
  );
  return {
    teams: teams
      .toSorted((a, b) => b.walls - a.walls || b.of.length - a.of.length || (a.team < b.team ? -1 : 1))
      .map(({ team, title, of }) => ({ team, title, of })),
    nobody: nobody.map(({ id }) => id),
  };
}

/** The teams that answer for one change, as they are called today; one that is gone cannot be asked. */
export function teamsFor({ base, head, now }: States, { before, after }: ElementChange): readonly Element[] {
  const old = before ? answering(base.model, before).flatMap((team) => now(team) ?? []) : [];
  const news = after ? answering(head.model, after) : [];
  return [...new Set([...news, ...old])];
}

function answering(model: Model, element: Element): readonly Element[] {
  const own = teamOf(model, element);
  const deciding = [element, element.parent].flatMap((one) => (one ? sources(model, one, "architects") : []));
  const around = element.ends ? [element.ends.from, element.ends.to] : [];
  const known = [
    ...(own ? [own] : []),
    ...deciding,
    ...targets(model, element, "audience"),
    ...around.flatMap((end) => answering(model, end)),
    ...dataTeams(model, element),
    ...byKind(model, element),
  ];
  return [...new Set(known)];
}

/** Who answers for the data that a tool is the system of record of. */
function dataTeams(model: Model, tool: Element): readonly Element[] {
  return targets(model, tool, "owns").flatMap((data) => teamOf(model, data) ?? []);
}

function byKind(model: Model, element: Element): readonly Element[] {
  switch (element.kind.name) {
    case "mission":
    case "goal":
    case "business-model":
    case "stakeholder":
      // No team answers for why by a line of its own: those do who lead.
      return ofKind(model, "team").filter((team) => wordOf(team, "function") === "executive");
    case "team":
      return [element, ...targets(model, element, "reports-to")];
    case "vendor":
      return sources(model, element, "vendor").flatMap((tool) => teamOf(model, tool) ?? []);
    case "chain":
      return STAGES.flatMap((stage) => targets(model, element, stage)).flatMap(
        (tool) => teamOf(model, tool) ?? [],
      );
    default:
      return [];
  }
}
