import type { Element, Model } from "../model/model.ts";
import { domainOf, isActive, ofKind, target, targets, toolFamily, wordOf } from "../model/query.ts";

/** Which tool repairs propose as a system of record. */

/** Categories that are made to be a system of record, the fittest first. */
const KEEPERS = ["mdm", "pim", "erp", "plm", "oms", "booking", "billing", "warehouse", "lakehouse"];

/**
 * The tool that is best placed to own the data: one that owns its neighbours, else one made for keeping records.
 * Undefined where none is near enough to be proposed.
 */
export function keeperFor(model: Model, data: Element, except?: Element): Element | undefined {
  const domain = domainOf(data);
  const accountable = target(model, domain, "accountable");
  const score = (tool: Element): number => {
    const owned = targets(model, tool, "owns");
    const neighbours = owned.some((other) => domainOf(other) === domain);
    const category = KEEPERS.indexOf(wordOf(tool, "category") ?? "");
    const sameTeam = accountable !== undefined && target(model, tool, "accountable") === accountable;
    return (neighbours ? 40 : 0) + (category < 0 ? 0 : 20 - category) + (sameTeam ? 10 : 0);
  };
  const fit = ofKind(model, "tool").filter(
    (tool) => tool !== except && isActive(tool) && isKeeper(model, tool),
  );
  const ranked = fit.map((tool) => ({ tool, score: score(tool) })).filter((entry) => entry.score >= 10);
  return ranked.toSorted((a, b) => b.score - a.score)[0]?.tool;
}

/** Whether a tool may keep what the company lives by: neither marketing's, nor a rival's. */
function isKeeper(model: Model, tool: Element): boolean {
  const family = toolFamily(tool);
  const team = target(model, tool, "accountable");
  const vendor = target(model, tool, "vendor");
  const isRivals = vendor !== undefined && targets(model, vendor, "competes-with").length > 0;
  return (family === "operations" || family === "data") && !(team && isMarketing(team)) && !isRivals;
}

export function isMarketing(team: Element): boolean {
  return wordOf(team, "function") === "marketing";
}
