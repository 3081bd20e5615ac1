import type { Element, Model, Relation } from "../model/model.ts";
import { elementOf, holdsOf, incoming, isThere, ofKind, valuesOf } from "../model/query.ts";
import { readInsteadOfOwn } from "./repair.ts";
import { defineRule } from "./rule.ts";
import page from "./two-systems-of-record.md";
import { namesOf, quoted } from "./words.ts";

export const twoSystemsOfRecord = defineRule({
  name: "two-systems-of-record",
  severity: "error",
  starter: true,
  page,
  messages: {
    both: (tool, other, data) => ({
      en: `'${tool}' and '${other}' both own ${quoted(data, "en")}: when they differ, nobody can say which one is right. Keep one as the system of record, and let the other read it.`,
      fr: `« ${tool} » et « ${other} » possèdent tous deux ${quoted(data, "fr")} : quand ils diffèrent, nul ne sait lequel a raison. Gardez un seul référentiel, et laissez l'autre le lire.`,
    }),
    several: (tool, others, data) => ({
      en: `${quoted(`${tool}, ${others}`, "en")} all own ${quoted(data, "en")}: when they differ, nobody can say which one is right. Keep one as the system of record, and let the others read it.`,
      fr: `${quoted(`${tool}, ${others}`, "fr")} possèdent tous ${quoted(data, "fr")} : quand ils diffèrent, nul ne sait lequel a raison. Gardez un seul référentiel, et laissez les autres le lire.`,
    }),
  },
  check: (model, report) => {
    for (const [{ from: tool, to: owned, site }, { data, others }] of clashes(model)) {
      const related = [...others].map(({ from, site }) => ({
        message: { en: `'${from.name}' owns it here.`, fr: `« ${from.name} » le possède ici.` },
        site,
      }));
      const rivals = new Set([...others].map(({ from }) => from));
      const id = rivals.size > 1 ? "several" : "both";
      // Where another one owns the whole domain too, it is that which both own.
      const isWhole = [...others].some((other) => other.to === owned && owned.kind.name === "domain");
      // A waiver for one entity does not excuse the others that both own.
      const about = [...(isWhole ? [owned] : []), ...(data.size === 1 ? data : [])];
      report(
        { element: tool, site, about, related },
        id,
        tool.name,
        namesOf(byName(rivals)),
        isWhole ? owned.name : namesOf(byName(data)),
      );
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    const value = tool && valuesOf(tool, "owns").find(({ span }) => span === finding.site.span);
    const data = value && model.targets.get(value);
    const clash = [...clashes(model)].find(([{ site }]) => site.span === finding.site.span)?.[1];
    // Who owns a whole domain does not give it up because of one entity in it.
    const other = [...(clash?.others ?? [])].find(({ to }) => to === data || to === data?.parent);
    if (!tool || !value || !data || !other) return [];
    const title = {
      en: `Let '${other.from.name}' own '${data.name}', and '${tool.name}' read it`,
      fr: `Laisser « ${data.name} » à « ${other.from.name} », et laisser « ${tool.name} » le lire`,
    };
    return [{ title, edits: readInsteadOfOwn(model, tool, value, data) }];
  },
});

interface Clash {
  readonly data: Set<Element>;
  readonly others: Set<Relation>;
}

/** More rivals than these add nothing to a message. */
const MOST = 4;

function byName(elements: Iterable<Element>): readonly Element[] {
  return [...elements].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Each `owns` that another tool contradicts: about what, and where. */
function clashes(model: Model): ReadonlyMap<Relation, Clash> {
  const found = new Map<Relation, Clash>();
  const claims = (data: Element, relations: readonly Relation[]) => {
    for (const relation of relations) {
      const others = rivalsOf(relation, relations);
      if (others.length === 0) return;
      const clash = found.get(relation) ?? { data: new Set(), others: new Set() };
      clash.data.add(data);
      for (const other of others) clash.others.add(other);
      found.set(relation, clash);
    }
  };
  for (const entity of ofKind(model, "entity")) claims(entity, holdsOf(model, entity, "owns"));
  for (const domain of ofKind(model, "domain")) {
    if (domain.members.length === 0)
      claims(
        domain,
        incoming(model, domain, "owns").filter(({ from }) => isThere(from)),
      );
  }
  return found;
}

/** The first claims of other tools: a thousand claims are not gone through a thousand times. */
function rivalsOf({ from: tool }: Relation, relations: readonly Relation[]): readonly Relation[] {
  const rivals: Relation[] = [];
  for (const other of relations) {
    if (other.from !== tool) rivals.push(other);
    if (rivals.length === MOST) break;
  }
  return rivals;
}
