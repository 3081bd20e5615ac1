import type { Site } from "../../grammar/finding.ts";
import { siteOf, type Element } from "../model/model.ts";
import type { Found } from "./rule.ts";

type Related = Found["related"][number];

/** More places than these nobody follows. */
const MOST = 10;

/** The other places that make a finding true: the first of them, in their order. */
export function placesOf<Item>(items: Iterable<Item>, place: (item: Item) => Related): Found["related"] {
  return [...items].slice(0, MOST).map(place);
}

/** A place where an element stands, told as no more than that. */
export function isHere(element: Element, site: Site = siteOf(element)): Related {
  return { message: { en: `'${element.name}' is here.`, fr: `« ${element.name} » est ici.` }, site };
}
