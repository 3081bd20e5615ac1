import type { Element, Model } from "../model/model.ts";
import { ofKind, target } from "../model/query.ts";
import { FLAWS } from "../rules/kpi-on-unfit-data.ts";
import { onlyTeamOf, toolsReading } from "../rules/siloed-domain.ts";
import { isWrittenApart } from "../rules/unreconciled-entity.ts";
import { knownWords } from "./known.ts";
import { named, shareOf, type Named, type Share } from "./share.ts";

/** Data in pieces: who may read it, what state it is said to be in (S2), what nobody makes one of (S4). */
export interface Silos {
  /** Of the domains that two tools or more read, those that tools of more than one team do. */
  readonly shared: Share;
  /** The others, with the one team. */
  readonly siloed: readonly { readonly domain: Named; readonly team: Named }[];
  /** The domains that say what state their data is in. */
  readonly stated: Share;
  /** Of those, the ones that are clean, and neither siloed, scattered, heterogeneous nor partial. */
  readonly fit: Share;
  /** Each word on quality, and the domains that it is said of; only words that are used. */
  readonly quality: readonly { readonly word: string; readonly domains: readonly Named[] }[];
  /** Of the entities that several tools write, or both channels, those that a tool makes one record of. */
  readonly reconciled: Share;
}

export function silos(model: Model): Silos {
  const domains = ofKind(model, "domain");
  const read = domains.filter((domain) => toolsReading(model, domain).length > 1);
  const siloed = read.flatMap((domain) => {
    const team = onlyTeamOf(model, toolsReading(model, domain));
    return team ? [{ domain, team }] : [];
  });
  const alone = new Set(siloed.map(({ domain }) => domain));
  const stating = domains.filter(isStated);
  const words = [...new Set(stating.flatMap((domain) => knownWords(domain, "quality")))];
  const apart = ofKind(model, "entity").filter((entity) => isWrittenApart(model, entity));
  return {
    shared: shareOf(read, (domain) => !alone.has(domain)),
    siloed: siloed.map(({ domain, team }) => ({ domain: named(domain), team: named(team) })),
    stated: shareOf(domains, isStated),
    fit: shareOf(stating, (domain) => {
      const said = knownWords(domain, "quality");
      return said.includes("clean") && !said.some((word) => FLAWS.includes(word));
    }),
    quality: words
      .toSorted((a, b) => QUALITIES.indexOf(a) - QUALITIES.indexOf(b))
      .map((word) => ({
        word,
        domains: stating.filter((domain) => knownWords(domain, "quality").includes(word)).map(named),
      })),
    reconciled: shareOf(apart, (entity) => target(model, entity, "reconciled-by") !== undefined),
  };
}

function isStated(domain: Element): boolean {
  return knownWords(domain, "quality").length > 0;
}

const QUALITIES: readonly string[] = ["clean", "reconciled", "current", ...FLAWS];
