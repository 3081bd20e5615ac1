import type { Finding } from "../../../grammar/finding.ts";
import { once } from "../../../grammar/once.ts";
import type { Element, Model } from "../../model/model.ts";
import { elementOf, ofKind, titleOf } from "../../model/query.ts";
import { verdictOf } from "../../rules/check.ts";

/** What a rule found in the words of a title or a name themselves. */
export interface Telling {
  /** The stem of a name that says it, by element. */
  readonly ids: ReadonlyMap<Element, string>;
  /** How a title says it, by what it says today. */
  readonly titles: ReadonlyMap<string, (neutral: (text: string) => string) => string>;
}

/** A goal that aims at a tool, a business model that is none: found again in an anonymised copy, in words of our own. */
export const telling: (model: Model) => Telling = once((model) => {
  const ids = new Map<Element, string>();
  const titles = new Map<string, (neutral: (text: string) => string) => string>();
  const { findings, waived } = verdictOf(model.project);
  for (const finding of [...findings, ...waived.map(({ finding: excused }) => excused)]) {
    const element = elementOf(model, finding);
    const told = element && tellingOf(model, finding);
    if (!element || !told) continue;
    const title = titleOf(element);
    if (title) titles.set(title, (neutral) => `${told.words} ${told.name ? neutral(told.name) : ""}`.trim());
    else ids.set(element, told.stem);
  }
  return { ids, titles };
});

interface Told {
  readonly words: string;
  /** The same as the beginning of a name. */
  readonly stem: string;
  /** The name or title of a tool that it speaks of. */
  readonly name?: string;
}

function tellingOf(model: Model, { rule, args }: Finding): Told | undefined {
  const [id, , text = ""] = args;
  if (rule === "customer-centric-is-not-a-model")
    return id === "centric" ? { words: "Customer centric", stem: "customer-centric" } : undefined;
  if (rule !== "tool-as-goal") return undefined;
  const plain = (name: string): string => name.toLowerCase().replaceAll("-", " ");
  const tool = ofKind(model, "tool").find((one) =>
    [one.id, one.title ?? ""].map(plain).includes(plain(text)),
  );
  const stem = "introduce-crm";
  if (!tool) return { words: "Introduce CRM", stem };
  return {
    words: "Introduce",
    stem,
    name: plain(tool.id) === plain(text) ? tool.id : (tool.title ?? tool.id),
  };
}
