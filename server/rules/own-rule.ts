import type { Message, Severity } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { attributeTypes, kindOf } from "../../grammar/schema.ts";
import type { Condition, Value } from "../../grammar/tree.ts";
import { derived } from "../model/derived.ts";
import { siteOf, type Element, type Model, type Relation } from "../model/model.ts";
import {
  domainOf,
  edgesOf,
  entitiesOf,
  isThere,
  ofKind,
  outgoing,
  says,
  textOf,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import { selects } from "../model/select.ts";
import { leavesOut } from "./left-out.ts";
import { defineRule, MOST_RELATED, type Rule } from "./rule.ts";
import { namesOf } from "./words.ts";

/** Relations in which a domain stands for its entities, and an entity for its domain. */
const WHOLE = ["owns", "reads", "writes", "carries", "from"];

/** Relations that a tool which is planned or retired does not have, and that its flows do not have. */
const TODAY = ["owns", "reads", "writes", "carries"];

/** A rule of the project's own, as one of the rules: what its `forbid` and `require` lines ask. */
export const ownRule: (declared: Element) => Rule = once((declared) => {
  const name = declared.id;
  const why = reasonOf(declared);
  const here = { en: `'${name}' stands here.`, fr: `« ${name} » se trouve ici.` };
  const origin = { message: here, site: siteOf(declared) };
  return defineRule({
    name,
    severity: severityOf(declared),
    starter: true,
    page: declared.description ?? "",
    messages: {
      forbidden: (from, relation, to) => ({
        en: `'${from} ${relation} ${to}' is forbidden by '${name}'${why.en}`,
        fr: `« ${from} ${relation} ${to} » est interdit par « ${name} »${why.fr}`,
      }),
      required: (from, relation, to) => ({
        en: `'${from}' lacks '${relation} ${to}', which '${name}' requires${why.en}`,
        fr: `Il manque à « ${from} » « ${relation} ${to} », exigé par « ${name} »${why.fr}`,
      }),
    },
    check: (model, report) => {
      const told = new Map<Element, Set<Relation>>();
      for (const clause of clausesOf(declared, "forbid")) {
        for (const { from, relation, reached } of forbidden(model, clause)) {
          // Two lines that forbid the same say so once.
          const known = told.get(from) ?? new Set();
          if (known.has(relation)) continue;
          told.set(from, known.add(relation));
          const related = [origin, ...reached.slice(0, MOST_RELATED).map(declaredHere)];
          report(
            { element: from, site: relation.site, related },
            "forbidden",
            from.name,
            clause.type,
            namesOf(reached),
          );
        }
      }
      for (const clause of clausesOf(declared, "require")) {
        for (const from of lacking(model, clause)) {
          const said = relationsOf(model, from, clause.type).map(saidInstead);
          const at = { element: from, related: [origin, ...said] };
          report(at, "required", from.name, clause.type, clause.to.text);
        }
      }
    },
  });
});

function severityOf(declared: Element): Severity {
  const word = wordOf(declared, "severity");
  return word === "error" || word === "info" ? word : "warning";
}

/** Title and reason as the end of a sentence, on one line; without them the sentence just ends. */
function reasonOf(declared: Element): Message {
  const said = [declared.title, textOf(declared, "because")].map((text) =>
    text?.replace(/\s+/gu, " ").trim(),
  );
  const sentences = said.flatMap((text) => (text ? [/[.!?…]$/u.test(text) ? text : `${text}.`] : []));
  const text = sentences.join(" ");
  return text === "" ? { en: ".", fr: "." } : { en: `: ${text}`, fr: ` : ${text}` };
}

function declaredHere(element: Element) {
  const { name } = element;
  const message = { en: `'${name}' is declared here.`, fr: `« ${name} » est déclaré ici.` };
  return { message, site: siteOf(element) };
}

function saidInstead({ type, to, site }: Relation) {
  const said = `${type} ${to.name}`;
  return { message: { en: `It says '${said}'.`, fr: `Il dit « ${said} ».` }, site };
}

interface Clause {
  readonly from: Value;
  readonly type: string;
  readonly to: Value;
}

/** The clauses of a rule; several `forbid` lines stand behind one another. */
function clausesOf(declared: Element, key: "forbid" | "require"): readonly Clause[] {
  const values = valuesOf(declared, key);
  return values.flatMap((from, index) => {
    const [type, to] = values.slice(index + 1, index + 3);
    return index % 3 === 0 && type && to ? [{ from, type: type.text, to }] : [];
  });
}

interface Breach {
  readonly from: Element;
  /** Where it is said: in `from`, or in the domain of an entity that leaves it to its domain. */
  readonly relation: Relation;
  /** What the relation reaches that it must not, in the order of the names. */
  readonly reached: readonly Element[];
}

function forbidden(model: Model, clause: Clause): readonly Breach[] {
  const reach = reachOf(model, clause);
  return chosenBy(model, clause.from).flatMap((from) =>
    relationsOf(model, from, clause.type).flatMap((relation) => {
      const reached = reach(from, relation);
      return reached.length > 0 ? [{ from, relation, reached }] : [];
    }),
  );
}

function lacking(model: Model, clause: Clause): readonly Element[] {
  const reach = reachOf(model, clause);
  return chosenBy(model, clause.from).filter(
    (from) =>
      isAsked(model, from, clause.type) &&
      !relationsOf(model, from, clause.type).some((relation) => reach(from, relation).length > 0),
  );
}

/** The elements that a selector names. */
function chosenBy(model: Model, selector: Value): readonly Element[] {
  const kind = kindNameOf(selector);
  return kind ? ofKind(model, kind).filter((element) => selects(model, selector, element)) : [];
}

function kindNameOf(selector: Value) {
  return kindOf(selector.type === "selector" ? selector.kind.text : selector.text)?.name;
}

/** What a relation reaches of what a clause names. Asked once for each element: a domain may be written a thousand times. */
function reachOf(model: Model, { type, to: selector }: Clause) {
  const isPersonalOnly = selector.type === "selector" && selector.conditions.some(isAboutPersons);
  const chosen = once((to: Element) => {
    const all = meant(to, type, kindNameOf(selector)).filter((it) => selects(model, selector, it));
    return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  });
  // What is anonymised is about nobody, whatever it was.
  return (from: Element, { to }: Relation): readonly Element[] =>
    isPersonalOnly && from.flags.has("anonymised") ? [] : chosen(to);
}

function isAboutPersons({ key, operator }: Condition): boolean {
  return key.text === "personal" && operator === undefined;
}

/** Owning a domain is owning its entities and what they hold, and owning an entity is owning in its domain. */
function meant(to: Element, type: string, kind: string | undefined): readonly Element[] {
  if (!WHOLE.includes(type)) return [to];
  if (kind === "domain") return [domainOf(to)];
  return kind === "attribute" ? entitiesOf(to).flatMap(({ members }) => members) : entitiesOf(to);
}

/** The relations of an element; an entity that names nobody accountable has its domain's. */
function relationsOf(model: Model, from: Element, type: string): readonly Relation[] {
  if (TODAY.includes(type) && !isAtWork(model, from)) return [];
  return outgoing(model, speakerOf(from, type), type);
}

/** Who says it for an element: the element, or the domain of an entity that leaves it to its domain. */
function speakerOf(from: Element, type: string): Element {
  const inherits = type === "accountable" && from.kind.name === "entity" && !says(from, type);
  return inherits ? domainOf(from) : from;
}

/** Whether an element can be asked for a relation: not before it is there, and not where a name is not known yet. */
function isAsked(model: Model, from: Element, type: string): boolean {
  if (TODAY.includes(type) && !isAtWork(model, from)) return false;
  const speaker = speakerOf(from, type);
  const values = valuesOf(speaker, type);
  const isKnown = (value: Value) => model.targets.has(value) || attributeTypes.includes(value.text);
  return leavesOut(model, speaker, type) || (values.length > 0 && values.every(isKnown));
}

function isAtWork(model: Model, element: Element): boolean {
  if (element.kind.name === "flow") return flowsAtWork(model).has(element);
  return element.kind.name !== "tool" || isThere(element);
}

const flowsAtWork = derived(
  (model: Model): ReadonlySet<Element> => new Set(edgesOf(model, "flow").map(({ element }) => element)),
);
