import { grouped } from "../../grammar/grouped.ts";
import type { Element, Model } from "../model/model.ts";
import { edgesOf, holdsPersonal, targets, toolsThere, type Edge } from "../model/query.ts";
import { receiverOf } from "../rules/shared-without-anonymising.ts";
import { knownWord, knownWords } from "./known.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Where data about people goes: by what right, to whom, in which countries (S1, S4). */
export interface PersonalData {
  /** The flows that carry data about people, anonymised or not. */
  readonly flows: number;
  readonly anonymised: number;
  /** Of those in which people can be recognised, the ones that say by what right. */
  readonly basis: Share;
  /** Each legal basis, and the number of flows that name it; only those that are used. */
  readonly bases: readonly { readonly basis: string; readonly flows: number }[];
  /** Of the flows to vendors, partners, and the tools of those who live by what they know of people, the anonymised. */
  readonly sharedAnonymously: Share;
  /** Those who are sent it so that people can be recognised. */
  readonly receivers: readonly Named[];
  /** Of the tools that own, write or read it, those that say where they keep their data. */
  readonly located: Share;
  /** The countries where it is kept, and the tools that keep it there. */
  readonly countries: readonly { readonly country: string; readonly tools: readonly Named[] }[];
}

export function personalData(model: Model): PersonalData {
  const flows = edgesOf(model, "flow").filter(({ element }) =>
    targets(model, element, "carries").some(holdsPersonal),
  );
  const plain = flows.filter(({ element }) => !isAnonymised(element)).map(({ element }) => element);
  const outside = flows.filter(({ ends }) => receiverOf(model, ends.to) !== undefined);
  const recognised = outside.filter(({ element }) => !isAnonymised(element));
  const bases = grouped(
    plain.filter((flow) => knownWord(flow, "basis") !== undefined),
    (flow) => knownWord(flow, "basis") ?? "",
  );
  const tools = toolsThere(model).filter((tool) => keepsPersonal(model, tool));
  return {
    flows: flows.length,
    anonymised: flows.length - plain.length,
    basis: shareOf(plain, (flow) => knownWord(flow, "basis") !== undefined),
    bases: [...bases]
      .map(([basis, some]) => ({ basis, flows: some.length }))
      .toSorted((a, b) => b.flows - a.flows || (a.basis < b.basis ? -1 : 1)),
    sharedAnonymously: shareOf(
      outside.map(({ element }) => element),
      isAnonymised,
    ),
    receivers: [...new Set(recognised.map((edge) => behind(model, edge)))].map(named),
    located: shareOf(tools, (tool) => knownWord(tool, "hosting") !== undefined),
    countries: countriesOf(tools),
  };
}

function isAnonymised(flow: Element): boolean {
  return flow.flags.has("anonymised");
}

function keepsPersonal(model: Model, tool: Element): boolean {
  return ["owns", "writes", "reads"].some((type) => targets(model, tool, type).some(holdsPersonal));
}

/** Who gets it in the end: the vendor behind a tool, else whom the flow leads to. */
function behind(model: Model, edge: Edge): Element {
  return receiverOf(model, edge.ends.to)?.vendor ?? edge.ends.to;
}

function countriesOf(tools: readonly Element[]): PersonalData["countries"] {
  const kept = tools.flatMap((tool) => knownWords(tool, "hosting").map((country) => ({ country, tool })));
  return [...grouped(kept, ({ country }) => country)]
    .map(([country, some]) => ({ country, tools: some.map(({ tool }) => named(tool)) }))
    .toSorted((a, b) => b.tools.length - a.tools.length || (a.country < b.country ? -1 : 1));
}
