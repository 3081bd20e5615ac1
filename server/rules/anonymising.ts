import type { Finding } from "../../grammar/finding.ts";
import { addFlag } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, isCore } from "../model/query.ts";
import type { Fix } from "./rule.ts";

/** Declares that nobody can be recognised in what a flow carries. */
export function anonymising(model: Model, flow: Element): Fix {
  return {
    title: {
      en: "Mark the flow 'anonymised': nobody can be recognised in it",
      fr: "Marquer le flux « anonymised » : personne n'y est reconnaissable",
    },
    edits: [addFlag(model, flow, "anonymised")],
  };
}

/**
 * The same for data in the hands of others, of which a finding says how it comes there and which it is, in this order after
 * what it is about. Only what is sent can be anonymised on the way, and what is core is held still then.
 */
export function anonymisingSent(finding: Finding, model: Model): readonly Fix[] {
  const [how, , name = ""] = finding.args;
  const flow = elementOf(model, finding);
  const data = model.byName.get(name);
  return how === "sent" && flow && data && !isCore(data) ? [anonymising(model, flow)] : [];
}
