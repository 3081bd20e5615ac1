import type { Element, Model } from "../../model/model.ts";
import { edgesOf, entitiesOf, incoming, isThere, ownersOf, sources, targets } from "../../model/query.ts";
import type { Note } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";

/** All that is left without something where a tool goes, each with what it is left without. */
export function orphanedBy(model: Model, tool: Element): readonly Note[] {
  return [
    ...records(model, tool),
    ...supplies(model, tool),
    ...reconciled(model, tool),
    ...delivered(model, tool),
    ...stages(model, tool),
    ...served(model, tool),
    ...used(model, tool),
    ...teams(model, tool),
    ...people(model, tool),
  ];
}

/** The entities of what is named; a domain of which none is known yet stands for itself. */
function dataIn(data: Element): readonly Element[] {
  const entities = entitiesOf(data);
  return entities.length > 0 ? entities : [data];
}

/** Data by name: a domain where all of several entities in it are meant. */
function namesOf(data: ReadonlySet<Element>): readonly string[] {
  const whole = ({ parent }: Element): Element | undefined => {
    const members = parent?.kind.name === "domain" ? parent.members : [];
    return members.length > 1 && members.every((member) => data.has(member)) ? parent : undefined;
  };
  return [...new Set([...data].map((one) => (whole(one) ?? one).name))];
}

/** Data that no other tool owns. */
function records(model: Model, tool: Element): readonly Note[] {
  const owned = targets(model, tool, "owns").flatMap(dataIn);
  const lost = owned.filter((data) => ownersOf(model, data).every((owner) => owner === tool));
  return namesOf(new Set(lost)).map((name) => ({ message: say.noRecord(name), element: name }));
}

/** Tools that read data which only this one brought them. */
function supplies(model: Model, tool: Element): readonly Note[] {
  const flows = edgesOf(model, "flow");
  const brought = (to: Element, isFrom: (from: Element) => boolean): ReadonlySet<Element> => {
    const there = flows.filter(({ ends }) => ends.to === to && isFrom(ends.from));
    return new Set(there.flatMap(({ element }) => targets(model, element, "carries").flatMap(dataIn)));
  };
  const fed = new Set(flows.filter(({ ends }) => ends.from === tool).map(({ ends }) => ends.to));
  return [...fed].flatMap((to) => {
    if (to === tool || to.kind.name !== "tool") return [];
    const others = brought(to, (from) => from !== tool);
    const owned = new Set(targets(model, to, "owns").flatMap(dataIn));
    const own = [...brought(to, (from) => from === tool)];
    const lacking = own.filter((data) => !others.has(data) && !owned.has(data));
    if (lacking.length === 0) return [];
    return [{ message: say.noSupply(to.name, namesOf(new Set(lacking))), element: to.name }];
  });
}

function reconciled(model: Model, tool: Element): readonly Note[] {
  return sources(model, tool, "reconciled-by").map(({ name }) => ({
    message: say.noReconciler(name),
    element: name,
  }));
}

function delivered(model: Model, tool: Element): readonly Note[] {
  return sources(model, tool, "delivered-by").map(({ name }) => ({
    message: say.noDelivery(name),
    element: name,
  }));
}

/** Stages of chains that no other tool fills. */
function stages(model: Model, tool: Element): readonly Note[] {
  return incoming(model, tool).flatMap(({ from, type }) => {
    const isLast = from.kind.name === "chain" && isWithout(model, from, type, tool);
    return isLast ? [{ message: say.noStage(from.name, type), element: from.name }] : [];
  });
}

function isWithout(model: Model, element: Element, type: string, tool: Element): boolean {
  return targets(model, element, type).every((other) => other === tool || !isThere(other));
}

/** What only this tool serves. */
function served(model: Model, tool: Element): readonly Note[] {
  return targets(model, tool, "serves").flatMap((end) => {
    const others = sources(model, end, "serves").filter(
      (other) => other !== tool && !(other.kind.name === "tool" && !isThere(other)),
    );
    return others.length === 0 ? [{ message: say.noService(end.name), element: end.name }] : [];
  });
}

function used(model: Model, tool: Element): readonly Note[] {
  return sources(model, tool, "uses").flatMap((initiative) => {
    const isLast = isWithout(model, initiative, "uses", tool);
    return isLast ? [{ message: say.noTools(initiative.name), element: initiative.name }] : [];
  });
}

/** Teams that work with no other tool. */
function teams(model: Model, tool: Element): readonly Note[] {
  return [...new Set(targets(model, tool, "used-by"))].flatMap((team) => {
    const others = [...sources(model, team, "used-by"), ...sources(model, team, "accountable")].filter(
      (other) => other !== tool && other.kind.name === "tool" && isThere(other),
    );
    return others.length === 0 ? [{ message: say.noWork(team.name), element: team.name }] : [];
  });
}

/** Stakeholders whom no other flow reaches. */
function people(model: Model, tool: Element): readonly Note[] {
  const met = new Map<Element, boolean>();
  for (const { ends } of edgesOf(model, "flow")) {
    const [person, other] =
      ends.from.kind.name === "stakeholder" ? [ends.from, ends.to] : [ends.to, ends.from];
    if (person.kind.name !== "stakeholder") continue;
    met.set(person, (met.get(person) ?? false) || other !== tool);
  }
  return [...met]
    .filter(([, isMet]) => !isMet)
    .map(([{ name }]) => ({ message: say.noContact(name), element: name }));
}
