import type { Severity } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import type { Value } from "../../grammar/tree.ts";
import { siteOf, type Element, type Model, type Relation } from "../model/model.ts";
import { entitiesOf, isThere, outgoing, textOf, valuesOf, wordOf } from "../model/query.ts";
import { selects } from "../model/select.ts";
import { defineRule, type Rule } from "./rule.ts";

/** Relations in which a domain stands for its entities, and an entity for its domain. */
const WHOLE = ["owns", "reads", "writes", "carries", "from"];

/** Relations that a tool which is planned or retired does not have. */
const TODAY = ["owns", "reads", "writes"];

/** A rule of the project's own, as one of the rules: what its `forbid` and `require` lines ask. */
export const ownRule: (declared: Element) => Rule = once((declared) => {
  const name = declared.id;
  const why = [declared.title, textOf(declared, "because")].filter((text) => text !== undefined).join(". ");
  const reason = why === "" ? "" : `: ${why}`;
  const here = { en: `'${name}' stands here.`, fr: `« ${name} » se trouve ici.` };
  const origin = { message: here, site: siteOf(declared) };
  return defineRule({
    name,
    severity: severityOf(declared),
    starter: true,
    page: declared.description ?? "",
    messages: {
      forbidden: (from, relation, to) => ({
        en: `'${from}' ${relation} '${to}', which '${name}' forbids${reason}`,
        fr: `« ${from} » ${relation} « ${to} », ce que « ${name} » interdit${reason}`,
      }),
      required: (from, relation, to) => ({
        en: `'${from}' ${relation} no ${to}, which '${name}' requires${reason}`,
        fr: `« ${from} » n'a aucun ${to} par « ${relation} », ce que « ${name} » exige${reason}`,
      }),
    },
    check: (model, report) => {
      for (const clause of clausesOf(declared, "forbid")) {
        for (const { from, to, relation } of forbidden(model, clause)) {
          const related = [
            origin,
            { message: { en: `'${to.name}'`, fr: `« ${to.name} »` }, site: siteOf(to) },
          ];
          report(
            { element: from, site: relation.site, related },
            "forbidden",
            from.name,
            clause.type,
            to.name,
          );
        }
      }
      for (const clause of clausesOf(declared, "require")) {
        for (const from of lacking(model, clause))
          report({ element: from, related: [origin] }, "required", from.name, clause.type, clause.to.text);
      }
    },
  });
});

function severityOf(declared: Element): Severity {
  const word = wordOf(declared, "severity");
  return word === "error" || word === "info" ? word : "warning";
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

function* forbidden(model: Model, clause: Clause) {
  for (const from of model.elements) {
    if (!selects(model, clause.from, from)) continue;
    for (const relation of relationsOf(model, from, clause.type)) {
      const to = meant(relation, clause.type).find((element) => selects(model, clause.to, element));
      if (to) yield { from, to, relation };
    }
  }
}

function lacking(model: Model, clause: Clause): readonly Element[] {
  return model.elements.filter((from) => {
    if (!selects(model, clause.from, from)) return false;
    const reached = relationsOf(model, from, clause.type).flatMap((relation) => meant(relation, clause.type));
    return !reached.some((element) => selects(model, clause.to, element));
  });
}

/** The relations of an element; an entity that names nobody accountable has its domain's. */
function relationsOf(model: Model, from: Element, type: string): readonly Relation[] {
  if (from.kind.name === "tool" && TODAY.includes(type) && !isThere(from)) return [];
  const own = outgoing(model, from, type);
  const inherits = own.length === 0 && type === "accountable" && from.kind.name === "entity";
  return inherits && from.parent ? outgoing(model, from.parent, type) : own;
}

/** What a relation reaches: owning a domain is owning its entities, and owning an entity is owning in its domain. */
function meant({ to }: Relation, type: string): readonly Element[] {
  if (!WHOLE.includes(type)) return [to];
  const around = to.kind.name === "entity" && to.parent ? [to.parent] : [];
  return [...new Set([to, ...entitiesOf(to), ...around])];
}
