import { writeString } from "../../../grammar/strings.ts";
import type { Value } from "../../../grammar/tree.ts";
import { addValue, locate, replace, type Edit } from "../../model/edit.ts";
import { siteIn, type Element, type Model } from "../../model/model.ts";
import {
  domainOf,
  entitiesOf,
  holdsPersonal,
  isCore,
  isThere,
  ofKind,
  says,
  target,
  targets,
  valuesOf,
  wordOf,
} from "../../model/query.ts";
import { freeName, referenceTo } from "../../model/reference.ts";
import { flowsCarrying } from "../../rules/flows.ts";
import { isMarketing } from "../../rules/keeper.ts";
import { isUnderMarketing } from "../../rules/marketing-tool-owns-core-data.ts";
import { withoutValues } from "./lists.ts";
import { keepingMeaning } from "./meaning.ts";
import { newNameFlaw } from "./new-name.ts";
import { editsOf, type Plan } from "./plan.ts";
import type { Note, Question, Refactored, Refactoring, Refused, Selection } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { wholeTool } from "./selected.ts";
import { declaredStretch } from "./stretch.ts";

/**
 * Feature: Make a system of record
 *
 * What a marketing tool owns gets a tool of its own to be kept by, under the team that answers for the data. The marketing
 * tool reads it, a flow brings it there, and one goes back where it writes it.
 */
export const record: Refactoring = { id: "makeSystemOfRecord", sort: "rewrite", most: 1, ask, run };

interface Owned {
  readonly tool: Element;
  readonly held: readonly Held[];
}

interface Held {
  readonly value: Value;
  readonly data: Element;
}

function ask(model: Model, selection: Selection): Question | Refused {
  const owned = ownedIn(model, selection);
  if ("refused" in owned) return owned;
  const { tool, held } = owned;
  const data = held.map(({ data: { name } }) => name);
  const id = freeName(model, tool.path, `${domainIn(held)?.id ?? tool.id}-records`);
  const likely = isUnderMarketing(model, tool);
  const prompt = say.recordName(data);
  const flaw = (text: string) => newNameFlaw(model, tool.path, text);
  return {
    prompt,
    choices: [{ id, label: id, title: say.record(data, id, tool.name), likely }],
    free: { suggested: id, prompt, flaw },
  };
}

/** What is to be moved: the value that is selected; else what of it is core, where marketing would keep it; else all. */
function ownedIn(model: Model, selection: Selection): Owned | Refused {
  const tool = wholeTool(model, selection);
  if ("refused" in tool) return tool;
  const all = valuesOf(tool, "owns").flatMap((value) => {
    const data = model.targets.get(value);
    return data ? [{ value, data }] : [];
  });
  if (all.length === 0 || !isThere(tool)) return { refused: say.ownsNothing(tool.name) };
  const { start, end } = selection.span;
  const at = all.filter(({ value }) => {
    const span = locate(model, siteIn(tool, value));
    return span.start <= end && start <= span.end;
  });
  const core = isUnderMarketing(model, tool) ? all.filter(({ data }) => isCore(data)) : [];
  return { tool, held: at.length > 0 ? at : core.length > 0 ? core : all };
}

function domainIn([first]: readonly Held[]): Element | undefined {
  return first && domainOf(first.data);
}

function run(model: Model, selection: Selection, choice: string): Refactored | Refused {
  const owned = ownedIn(model, selection);
  if ("refused" in owned) return owned;
  const { tool } = owned;
  const id = choice.trim().normalize();
  const flaw = newNameFlaw(model, tool.path, id);
  if (flaw) return { refused: flaw };
  const { statements, notes } = newStatements(model, owned, id);
  const at = declaredStretch(model, tool).end;
  const plan: Plan = {
    edits: readingInstead(model, owned),
    removals: [],
    insertions: [{ path: tool.path, at, pieces: statements.map((statement) => `\n\n${statement}`) }],
  };
  const kept = keepingMeaning(model, plan);
  return "refused" in kept ? kept : { edits: editsOf(model, kept.plan), notes };
}

/** The tool reads what it owned, where it did not already. */
function readingInstead(model: Model, { tool, held }: Owned): readonly Edit[] {
  const owns = tool.declaration.properties.get("owns");
  const isAll = owns?.values.length === held.length;
  if (owns && isAll && !says(tool, "reads")) return [replace(model, siteIn(tool, owns.key), "reads")];
  const read = targets(model, tool, "reads");
  const fresh = held.filter(({ data }) => !read.includes(data) && !read.includes(domainOf(data)));
  const names = fresh.map(({ data }) => referenceTo(model, data, tool));
  const reading = names.length > 0 ? [addValue(model, tool, "reads", names.join(", "))] : [];
  return [...reading, ...withoutValues(model, tool, "owns", new Set(held.map(({ value }) => value)))];
}

interface Written {
  readonly statements: readonly string[];
  readonly notes: readonly Note[];
}

/** The new tool, and the flows between the two. */
function newStatements(model: Model, { tool, held }: Owned, id: string): Written {
  const name = (element: Element) => referenceTo(model, element, tool);
  const domain = domainIn(held);
  const { locale } = model.project.settings;
  const team = teamFor(model, domain);
  const names = held.map(({ data }) => name(data));
  const record = [
    `tool ${id} ${writeString(say.recordTitle(domain?.label ?? tool.label)[locale])} {`,
    "  category mdm",
    ...(team ? [`  accountable ${name(team)}`] : []),
    `  owns ${names.join(", ")}`,
    "}",
  ].join("\n");
  const all = held.map(({ data }) => data);
  const written = all.filter((data) => isWritten(model, tool, data));
  const there = flowOf(model, [id, name(tool)], all, name);
  const back = flowOf(model, [name(tool), id], written, name);
  return {
    statements: [record, ...there.statements, ...back.statements],
    notes: [...there.notes, ...back.notes],
  };
}

/** Who would answer for it: who answers for the data, else a team that knows data, and never marketing. */
function teamFor(model: Model, domain: Element | undefined): Element | undefined {
  const teams = ofKind(model, "team");
  const expert = teams.filter((team) => ["data", "it"].includes(wordOf(team, "function") ?? ""));
  const candidates = [domain && target(model, domain, "accountable"), ...expert];
  return candidates.find((team) => team && !isMarketing(team));
}

function isWritten(model: Model, tool: Element, data: Element): boolean {
  const written = targets(model, tool, "writes").flatMap(entitiesOf);
  return entitiesOf(data).some((entity) => written.includes(entity));
}

/** A flow of data. On what legal basis personal data may go only the author knows, where flows do not agree on it yet. */
function flowOf(
  model: Model,
  [from, to]: readonly [string, string],
  data: readonly Element[],
  name: (element: Element) => string,
): Written {
  const basis = (one: Element): string | undefined => {
    const bases = new Set(flowsCarrying(model, one).map(({ element }) => wordOf(element, "basis")));
    return bases.size === 1 ? [...bases][0] : undefined;
  };
  const isFree = (one: Element): boolean => !holdsPersonal(one);
  const known = new Set(data.filter((one) => !isFree(one)).map(basis));
  const [agreed] = known.size === 1 ? known : [];
  const carried = data.filter((one) => isFree(one) || (agreed !== undefined && basis(one) === agreed));
  const isPersonal = carried.some((one) => !isFree(one));
  const lines = [
    `flow ${from} -> ${to} {`,
    `  carries ${carried.map(name).join(", ")}`,
    ...(isPersonal ? [`  basis ${agreed ?? ""}`] : []),
    "}",
  ];
  const left = data.filter((one) => !carried.includes(one));
  return {
    statements: carried.length > 0 ? [lines.join("\n")] : [],
    notes: left.map((one) => ({ message: say.noBasis(one.name, from, to), element: one.name })),
  };
}
