import type { Element, Model } from "../model/model.ts";
import { isCore, ofKind, sources, targets, teamsAbove, toolsThere, wordOf } from "../model/query.ts";
import { hasPower } from "../rules/no-architect.ts";
import { shareOf, type Share } from "./share.ts";

/** For what somebody answers, and decides with the power to (S1: architects who can act). */
export interface Accountability {
  /** The core domains that are answered for and decided on by teams with the board above them, outside of marketing. */
  readonly rightHands: Share;
  readonly coreDomains: Answered;
  readonly domains: Answered;
  /** The tools that are there today. */
  readonly tools: Answered;
  readonly capabilities: Answered;
  readonly initiatives: Answered;
  /** Who has the mandate to decide on a core domain, or a chain. */
  readonly coreArchitects: Answered;
  readonly chainArchitects: Answered;
  /** Of the core domains with a team that answers or decides, those where none of them is of marketing or below (S0). */
  readonly outsideMarketing: Share;
}

export interface Answered {
  /** A team is named. */
  readonly named: Share;
  /** A team is named that is executive or has an executive team above it. */
  readonly backed: Share;
}

export function accountability(model: Model): Accountability {
  const accountable = (element: Element) => targets(model, element, "accountable");
  const architects = (element: Element) => sources(model, element, "architects");
  const answered = (elements: readonly Element[], teamsOf: (element: Element) => readonly Element[]) => ({
    named: shareOf(elements, (element) => teamsOf(element).length > 0),
    backed: shareOf(elements, (element) => teamsOf(element).some((team) => hasPower(model, team))),
  });
  const teamsFor = (domain: Element) => [...accountable(domain), ...architects(domain)];
  const domains = ofKind(model, "domain");
  const core = domains.filter(isCore);
  const isBacked = (team: Element) => hasPower(model, team);
  const isOutside = (domain: Element) => !teamsFor(domain).some((team) => isUnderMarketing(model, team));
  return {
    rightHands: shareOf(
      core,
      (domain) =>
        accountable(domain).some(isBacked) && architects(domain).some(isBacked) && isOutside(domain),
    ),
    coreDomains: answered(core, accountable),
    domains: answered(domains, accountable),
    tools: answered(toolsThere(model), accountable),
    capabilities: answered(ofKind(model, "capability"), accountable),
    initiatives: answered(ofKind(model, "initiative"), accountable),
    coreArchitects: answered(core, architects),
    chainArchitects: answered(ofKind(model, "chain"), architects),
    outsideMarketing: shareOf(
      core.filter((domain) => teamsFor(domain).length > 0),
      isOutside,
    ),
  };
}

function isUnderMarketing(model: Model, team: Element): boolean {
  return [team, ...teamsAbove(model, team)].some((it) => wordOf(it, "function") === "marketing");
}
