import { grouped } from "../../../grammar/grouped.ts";
import type { Locale, Message } from "../../../grammar/finding.ts";
import type { Element } from "../../model/model.ts";
import { isPersonal, target, targets, wordOf } from "../../model/query.ts";
import { countriesOf, reachesOf, type Reach } from "./reach.ts";
import { pairsOf, type States, type Tell, type Telling } from "./telling.ts";
import { introduced, listed, namesOf } from "./words.ts";

/**
 * Data about people gets where it was not: to another tool, into the hands of another vendor, into another country; or data
 * that was there all along is said to be about people now. Whoever held it already is not told of again, whatever the way.
 */
export const personalDataReaches: Tell = (states) => {
  const reaches = reachesOf(states);
  return [
    ...marked(states, reaches),
    ...holders(states, reaches),
    ...vendors(states, reaches),
    ...countries(reaches),
    ...moved(states, reaches),
  ];
};

function marked({ before }: States, reaches: readonly Reach[]): readonly Telling[] {
  const news = reaches.filter(({ entity }) => {
    const old = before(entity);
    return old && !isPersonal(old);
  });
  const held = news.filter(({ before: { holders: known } }) => known.size > 0);
  if (held.length === 0) return [];
  const data = namesOf(held.map(({ entity }) => entity));
  const by = namesOf(held.flatMap(({ before: known }) => [...known.holders]));
  return [
    told(data, by, {
      en: `${listed(data, "en")} ${data.length > 1 ? "hold" : "holds"} personal data now, and ${listed(by, "en")} had it already.`,
      fr: `${listed(data, "fr")} ${data.length > 1 ? "contiennent" : "contient"} désormais des données personnelles, et ${listed(by, "fr")} y ${new Set(by).size > 1 ? "avaient" : "avait"} déjà accès.`,
    }),
  ];
}

interface Step {
  readonly to: Element;
  readonly reach: Reach;
}

function holders({ head }: States, reaches: readonly Reach[]): readonly Telling[] {
  const steps = reaches.flatMap((reach): readonly Step[] =>
    [...reach.holders].filter((to) => !reach.before.holders.has(to)).map((to) => ({ to, reach })),
  );
  return [...grouped(steps, ({ to }) => to)].map(([to, all]) => {
    const data = namesOf(all.map(({ reach }) => reach.entity));
    const vendor = to.kind.name === "tool" ? target(head.model, to, "vendor") : undefined;
    const newVendor =
      vendor && all.some(({ reach }) => !reach.before.vendors.has(vendor)) ? vendor : undefined;
    const abroad = countriesOf(to).filter((country) =>
      all.some(({ reach }) => !reach.before.countries.has(country)),
    );
    const name = introduced(head.model, to);
    const more = (locale: Locale) =>
      [...ofVendor(newVendor, locale), ...keptIn(abroad, locale)].map((part) => `, ${part}`).join("");
    return told(data, [to.name, ...(newVendor ? [newVendor.name] : [])], {
      en: `Personal data (${listed(data, "en")}) reaches ${name.en}, which did not have it before${more("en")}.`,
      fr: `Des données personnelles (${listed(data, "fr")}) arrivent à ${name.fr}, qui ne les avait pas${more("fr")}.`,
    });
  });
}

function ofVendor(vendor: Element | undefined, locale: Locale): readonly string[] {
  if (!vendor) return [];
  const country = wordOf(vendor, "country");
  const from = country === undefined ? "" : ` (${country})`;
  return [
    `${locale === "en" ? "of the vendor" : "chez le fournisseur"} ${listed([vendor.name], locale)}${from}`,
  ];
}

function keptIn(countries: readonly string[], locale: Locale): readonly string[] {
  if (countries.length === 0) return [];
  return [`${locale === "en" ? "kept in" : "avec stockage en"} ${countries.toSorted().join(", ")}`];
}

/** A vendor that is new to the data by a tool that is not: the tool's vendor is another one. */
function vendors({ head }: States, reaches: readonly Reach[]): readonly Telling[] {
  const steps = reaches.flatMap((reach) => {
    const come = [...reach.holders].filter((holder) => !reach.before.holders.has(holder));
    const bySomebodyNew = new Set([...come, ...come.flatMap((tool) => targets(head.model, tool, "vendor"))]);
    return [...reach.vendors]
      .filter((to) => !reach.before.vendors.has(to) && !bySomebodyNew.has(to))
      .map((to): Step => ({ to, reach }));
  });
  return [...grouped(steps, ({ to }) => to)].map(([to, all]) => {
    const data = namesOf(all.map(({ reach }) => reach.entity));
    const country = wordOf(to, "country");
    const from = country === undefined ? "" : ` (${country})`;
    return told(data, [to.name], {
      en: `Personal data (${listed(data, "en")}) comes into the hands of the vendor ${listed([to.name], "en")}${from}.`,
      fr: `Des données personnelles (${listed(data, "fr")}) passent aux mains du fournisseur ${listed([to.name], "fr")}${from}.`,
    });
  });
}

function countries(reaches: readonly Reach[]): readonly Telling[] {
  const steps = reaches.flatMap((reach) => {
    const bySomebodyNew = [...reach.holders]
      .filter((holder) => !reach.before.holders.has(holder))
      .flatMap(countriesOf);
    return [...reach.countries]
      .filter((country) => !reach.before.countries.has(country) && !bySomebodyNew.includes(country))
      .map((country) => ({ country, reach }));
  });
  return [...grouped(steps, ({ country }) => country)].map(([country, all]) => {
    const data = namesOf(all.map(({ reach }) => reach.entity));
    const by = all.flatMap(({ reach }) =>
      [...reach.holders].filter((holder) => countriesOf(holder).includes(country)),
    );
    return told(data, namesOf(by), {
      en: `Personal data (${listed(data, "en")}) is kept in ${country} now, by ${listed(namesOf(by), "en")}.`,
      fr: `Des données personnelles (${listed(data, "fr")}) sont désormais stockées en ${country}, par ${listed(namesOf(by), "fr")}.`,
    });
  });
}

/** A vendor that had the data already is in another country now. */
function moved(states: States, reaches: readonly Reach[]): readonly Telling[] {
  return pairsOf(states, "vendor").flatMap(({ before, after }) => {
    const [old, now] = [wordOf(before, "country"), wordOf(after, "country")];
    const held = reaches.filter((reach) => reach.vendors.has(after) && reach.before.vendors.has(after));
    if (now === undefined || now === old || held.length === 0) return [];
    const data = namesOf(held.map(({ entity }) => entity));
    const was: Message = {
      en: old === undefined ? "" : `, and no longer in ${old}`,
      fr: old === undefined ? "" : `, et non plus en ${old}`,
    };
    return [
      told(data, [after.name], {
        en: `The vendor ${listed([after.name], "en")}, in whose hands personal data is (${listed(data, "en")}), is in ${now}${was.en}.`,
        fr: `Le fournisseur ${listed([after.name], "fr")}, aux mains duquel sont des données personnelles (${listed(data, "fr")}), est en ${now}${was.fr}.`,
      }),
    ];
  });
}

function told(data: readonly string[], others: readonly string[], message: Message): Telling {
  return {
    about: "personal-data-reaches",
    wall: false,
    elements: [...new Set([...data, ...others])],
    message,
  };
}
