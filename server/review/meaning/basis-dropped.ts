import type { Message } from "../../../grammar/finding.ts";
import type { Element } from "../../model/model.ts";
import { edgesOf, wordOf } from "../../model/query.ts";
import { personalIn } from "../../rules/personal.ts";
import { pairsOf, type Tell } from "./telling.ts";
import { listed, namesOf } from "./words.ts";

/**
 * A flow that carries data about people loses its legal basis, gets another one, or is no longer anonymised. What carries
 * nothing personal today needs no basis, and neither does a flow from or to a tool that is not there.
 */
export const basisDropped: Tell = (states) => {
  const there = new Set(edgesOf(states.head.model, "flow").map(({ element }) => element));
  return pairsOf(states, "flow").flatMap(({ before, after }) => {
    const personal = there.has(after)
      ? namesOf(personalIn(states.head.model, after).map(({ to }) => to))
      : [];
    if (personal.length === 0) return [];
    return sentencesOf(before, after, personal).map((message) => ({
      about: "basis-dropped",
      wall: false,
      elements: [after.name, ...personal],
      message,
    }));
  });
};

function sentencesOf(before: Element, after: Element, personal: readonly string[]): readonly Message[] {
  const [flow, data] = [[after.name], personal];
  const old = wordOf(before, "basis");
  const now = wordOf(after, "basis");
  const isBare = before.flags.has("anonymised");
  const bare: Message = {
    en: `${listed(flow, "en")} carries personal data (${listed(data, "en")}) that was anonymised before.`,
    fr: `${listed(flow, "fr")} transporte des données personnelles (${listed(data, "fr")}) jusqu'ici anonymisées.`,
  };
  const dropped: Message = {
    en: `${listed(flow, "en")} carries personal data (${listed(data, "en")}) without a legal basis; it was ${old ?? ""}.`,
    fr: `${listed(flow, "fr")} transporte des données personnelles (${listed(data, "fr")}) sans base légale ; c'était « ${old ?? ""} ».`,
  };
  const another: Message = {
    en: `The legal basis on which ${listed(flow, "en")} carries personal data (${listed(data, "en")}) goes from ${old ?? ""} to ${now ?? ""}.`,
    fr: `La base légale sur laquelle ${listed(flow, "fr")} transporte des données personnelles (${listed(data, "fr")}) passe de « ${old ?? ""} » à « ${now ?? ""} ».`,
  };
  const basis = old === undefined || old === now ? [] : [now === undefined ? dropped : another];
  return [...(isBare ? [bare] : []), ...basis];
}
