import { categories } from "./categories.ts";

/**
 * The language, in one table: kinds, properties, words, storeys, and a line on each. Completion, hover, the checks, the
 * grammar for colours, the reference pages and the diff read it; a new property is one new row and nothing else.
 */

/** From the most stable to the least; at last how the architecture is shown and held to account. */
export const storeys = ["why", "what", "how", "meta"] as const;

export type Storey = (typeof storeys)[number];

export type KindName =
  | "mission"
  | "goal"
  | "business-model"
  | "stakeholder"
  | "value"
  | "domain"
  | "entity"
  | "attribute"
  | "kpi"
  | "capability"
  | "team"
  | "vendor"
  | "tool"
  | "flow"
  | "chain"
  | "initiative"
  | "view"
  | "rule";

/** How many values a property takes: `one` and `some` (one or more) are required. */
export type Count = "one" | "optional" | "many" | "some";

export type ValueType =
  | { readonly type: "ref"; readonly kinds: readonly KindName[] }
  /** One of these words. */
  | { readonly type: "choice"; readonly words: readonly string[] }
  /** Any word: aspects, skills, tags. */
  | { readonly type: "word" }
  | { readonly type: "string" | "url" | "number" | "date" | "money" | "country" }
  /** `unit` is what a bare number is taken to mean; undefined where nobody could tell. */
  | { readonly type: "duration"; readonly unit: "y" | undefined }
  | { readonly type: "selector" }
  /** What follows the colon of an attribute. */
  | { readonly type: "attribute-type" }
  /** Words and values in a fixed order, without commas. */
  | { readonly type: "clause"; readonly clause: "condition" }
  /** A project's own property (`x-…`): any values. */
  | { readonly type: "any" };

export interface Property {
  readonly name: string;
  readonly doc: string;
  readonly count: Count;
  readonly value: ValueType;
}

export interface Flag {
  readonly name: string;
  readonly doc: string;
  /** Flags of one group exclude each other. */
  readonly group?: string;
}

export interface Kind {
  readonly name: KindName;
  readonly storey: Storey;
  readonly doc: string;
  readonly flags: readonly Flag[];
  readonly properties: readonly Property[];
  /** Those of the properties that it cannot do without. */
  readonly required: readonly Property[];
  /** The names of those of which it needs one at least; none where there is no such choice. */
  readonly either: readonly string[];
  /** The kinds that an edge's two ends may have; undefined for what is no edge. */
  readonly ends: readonly KindName[] | undefined;
  /** The kind of element whose block it stands in; undefined for what stands at the top of a file. */
  readonly within: KindName | undefined;
  /** Other words that people write for it, in English and French, without accents and capitals. */
  readonly also: readonly string[];
}

type Row = Pick<Property, "count" | "value" | "doc">;
type Rows = Readonly<Record<string, Row>>;

const ref = (...kinds: readonly KindName[]): ValueType => ({ type: "ref", kinds });
const choice = (...words: readonly string[]): ValueType => ({ type: "choice", words });
const word: ValueType = { type: "word" };
const string: ValueType = { type: "string" };
const duration: ValueType = { type: "duration", unit: "y" };
const rhythm: ValueType = { type: "duration", unit: undefined };
const date: ValueType = { type: "date" };
const country: ValueType = { type: "country" };
const selector: ValueType = { type: "selector" };

const one = (value: ValueType, doc: string): Row => ({ count: "one", value, doc });
const optional = (value: ValueType, doc: string): Row => ({ count: "optional", value, doc });
const many = (value: ValueType, doc: string): Row => ({ count: "many", value, doc });
const some = (value: ValueType, doc: string): Row => ({ count: "some", value, doc });

/** What every kind takes. */
const common: Rows = {
  description: optional(
    string,
    "What a newcomer should know about it, in Markdown. A `///` comment says the same.",
  ),
  tags: many(word, "Words to find it by."),
  link: many({ type: "url" }, "Where to read more: a web address."),
  since: optional(date, "The day from which it is there."),
  until: optional(date, "The day until which it is there."),
};

interface Shape {
  readonly flags?: readonly Flag[];
  readonly properties?: Rows;
  readonly either?: readonly string[];
  readonly ends?: readonly KindName[];
  readonly within?: KindName;
  readonly also?: readonly string[];
}

function kind(name: KindName, storey: Storey, doc: string, shape: Shape): Kind {
  const rows = Object.entries({ ...shape.properties, ...common });
  const properties = rows.map(([property, row]) => ({ name: property, ...row }));
  const required = properties.filter(({ count }) => count === "one" || count === "some");
  const { flags = [], either = [], ends, within, also = [] } = shape;
  return { name, storey, doc, flags, properties, required, either, ends, within, also };
}

const QUALITY = choice("clean", "reconciled", "current", "siloed", "scattered", "heterogeneous", "partial");
const ANY_OF_WHAT_AND_HOW: readonly KindName[] = [
  "business-model",
  "stakeholder",
  "value",
  "domain",
  "entity",
  "kpi",
  "capability",
  "team",
  "vendor",
  "tool",
  "flow",
  "chain",
  "initiative",
];
const ANY_ELEMENT: readonly KindName[] = ["mission", "goal", ...ANY_OF_WHAT_AND_HOW, "attribute"];
/** The six activities of marketing, in their order. */
export const activities: readonly string[] = [
  "strategy",
  "content",
  "visibility",
  "relationship",
  "data",
  "analytics",
];
const GROUPS = ["team", "vendor", "category", "domain", "storey", "capability"] as const;

const why: readonly Kind[] = [
  kind("mission", "why", "Why the company exists: the most stable thing that it has.", {
    also: ["raison-d-etre", "vision", "purpose"],
    properties: { horizon: optional(duration, "How long it is meant to hold.") },
  }),
  kind("goal", "why", "Something to reach that serves the mission or a larger goal.", {
    also: ["objectif", "but", "objective", "target", "aim", "cible"],
    properties: {
      serves: some(ref("mission", "goal"), "The mission or the larger goal that it contributes to."),
      for: many(ref("stakeholder"), "Who is better off when it is reached."),
      "measured-by": many(ref("kpi"), "The figures that tell whether it is reached."),
      horizon: optional(duration, "By when it should be reached, or how long it holds."),
      target: optional(string, "What reached means, in words."),
    },
  }),
];

const what: readonly Kind[] = [
  kind("business-model", "what", "How the mission is carried out: what the data has to embody.", {
    also: ["modele", "model", "modele-economique", "modele-d-affaires", "modele-d-affaire", "modele-metier"],
    properties: {
      pattern: optional(
        choice(
          "production",
          "distribution",
          "commerce",
          "service",
          "subscription",
          "platform",
          "media",
          "licensing",
        ),
        "The kind of business it is.",
      ),
      serves: many(ref("mission"), "The mission that it carries out."),
      expects: many(word, "Aspects that its data must carry, beyond those of its pattern."),
      horizon: optional(duration, "How long the model is meant to hold."),
    },
  }),
  kind("stakeholder", "what", "Somebody with whom value is exchanged.", {
    also: [
      "actor",
      "acteur",
      "partie-prenante",
      "client",
      "customer",
      "persona",
      "role",
      "partner",
      "partenaire",
      "personne",
      "person",
      "user",
      "utilisateur",
    ],
    properties: {
      kind: one(
        choice(
          "customer",
          "employee",
          "supplier",
          "partner",
          "shareholder",
          "citizen",
          "regulator",
          "competitor",
        ),
        "The part that they play.",
      ),
      needs: many(string, "What they come for, in their words."),
    },
  }),
  kind("value", "what", "Something that one gives to another: an edge of the value chain.", {
    also: ["valeur", "exchange", "echange"],
    ends: ["stakeholder", "business-model"],
    properties: {
      kind: optional(
        choice("product", "service", "money", "data", "attention", "reputation", "skill"),
        "What is given.",
      ),
    },
  }),
  kind("domain", "what", "A part of the company's data that belongs together: a load-bearing wall.", {
    also: ["domaine", "data-domain", "subject-area", "domaine-de-donnees"],
    flags: [
      { name: "core", doc: "The company lives by this data.", group: "weight" },
      { name: "supporting", doc: "Needed, and no reason why anybody chooses this company.", group: "weight" },
      { name: "generic", doc: "The same at every company.", group: "weight" },
    ],
    properties: {
      embodies: many(ref("business-model"), "The business model that this data carries."),
      accountable: optional(ref("team"), "The team that answers for it."),
      lifespan: optional(duration, "How long the domain is meant to stand."),
      quality: many(QUALITY, "The state that its data is in."),
      about: many(ref("stakeholder"), "Whom the data is about."),
    },
  }),
  kind("entity", "what", "A thing that the company keeps data about.", {
    also: ["entite", "table", "object", "objet", "dataset", "class", "record", "jeu-de-donnees"],
    within: "domain",
    flags: [{ name: "personal", doc: "It identifies a person." }],
    properties: {
      quality: many(QUALITY, "The state that its data is in; its domain's, unless it says so itself."),
      accountable: optional(ref("team"), "The team that answers for it; its domain's, unless it says so."),
      "reconciled-by": optional(ref("tool"), "The tool that makes one record of several."),
    },
  }),
  kind("attribute", "what", "A figure, a text or an association that an entity has.", {
    within: "entity",
    flags: [
      { name: "key", doc: "It identifies one record." },
      { name: "personal", doc: "It says something about a person." },
      { name: "list", doc: "There are several." },
      { name: "optional", doc: "There may be none." },
    ],
    properties: {
      type: one(
        { type: "attribute-type" },
        "What it holds: `text`, `number`, or an entity (an association).",
      ),
      for: many(word, "The aspects of the business that it is there for: `for logistics`."),
    },
  }),
  kind("kpi", "what", "A figure that somebody steers by.", {
    also: ["indicateur", "indicator", "metric", "measure", "metrique", "mesure"],
    properties: {
      from: some(ref("domain", "entity"), "The data that it is computed from."),
      audience: many(ref("team"), "The teams that steer by it."),
      every: optional(rhythm, "Its rhythm."),
      format: optional(
        choice("dashboard", "report", "spreadsheet", "alert", "api"),
        "How it reaches its audience.",
      ),
      "delivered-by": optional(ref("tool"), "The tool that it is read in."),
      unit: optional(string, "What it is counted in."),
      target: optional(string, "The figure that is aimed at."),
    },
  }),
];

const how: readonly Kind[] = [
  kind("capability", "how", "Something that the company is able to do.", {
    also: ["capacite", "aptitude", "competence"],
    properties: {
      serves: many(ref("goal"), "The goal that it is needed for."),
      accountable: optional(ref("team"), "The team that answers for it."),
      activity: optional(choice(...activities), "Which of the six marketing activities it belongs to."),
      requires: many(word, "The skills that it takes."),
    },
  }),
  kind("team", "how", "People who answer for something.", {
    also: ["equipe", "department", "departement", "service", "squad", "direction", "unit"],
    properties: {
      function: one(
        choice(
          "executive",
          "marketing",
          "sales",
          "data",
          "it",
          "finance",
          "operations",
          "legal",
          "hr",
          "product",
          "service",
        ),
        "What the team does in the company.",
      ),
      "reports-to": optional(ref("team"), "The team above it."),
      architects: many(ref("business-model", "domain", "chain"), "What it has the mandate to decide on."),
      skills: many(word, "What its people can do."),
      maturity: optional(
        choice("conscious", "active", "informed", "data-driven"),
        "How far it steers by data.",
      ),
    },
  }),
  kind("vendor", "how", "A company that tools or services come from.", {
    also: ["fournisseur", "editeur", "supplier", "provider", "prestataire"],
    properties: {
      business: optional(
        choice("software", "cloud", "advertising", "marketplace", "data-broker", "consulting", "open-source"),
        "What it lives by.",
      ),
      country: optional(country, "Where it is based (ISO 3166-1, two letters)."),
      "competes-with": many(ref("business-model"), "The models of ours that it competes with."),
    },
  }),
  kind("tool", "how", "A piece of software that somebody runs: a partition that comes and goes.", {
    also: [
      "outil",
      "app",
      "application",
      "appli",
      "system",
      "systeme",
      "software",
      "logiciel",
      "component",
      "solution",
    ],
    properties: {
      category: one(choice(...categories), "What sort of tool it is."),
      vendor: optional(ref("vendor"), "Whom it comes from."),
      accountable: optional(ref("team"), "The team that answers for it."),
      "used-by": many(ref("team"), "The teams that work with it."),
      serves: many(ref("goal", "capability"), "What it is there for."),
      owns: many(ref("domain", "entity"), "The data that it is the system of record of."),
      writes: many(ref("domain", "entity"), "The data that it changes."),
      reads: many(ref("domain", "entity"), "The data that it uses."),
      channel: many(choice("digital", "physical"), "Where it meets people."),
      lifespan: optional(duration, "How long it is meant to stay."),
      status: optional(
        choice("planned", "active", "legacy", "retired"),
        "Where it is in its life; `active` unless it says so.",
      ),
      hosting: many(country, "The countries where it keeps its data (ISO 3166-1, two letters)."),
      cost: optional({ type: "money" }, "What it costs a year."),
      requires: many(word, "The skills that it takes."),
      exit: optional(string, "How we would leave it."),
    },
  }),
  kind("flow", "how", "Data that goes from one to another.", {
    also: ["flux", "dataflow", "interface", "data-flow", "stream", "flux-de-donnees"],
    ends: ["tool", "stakeholder", "vendor"],
    flags: [{ name: "anonymised", doc: "Nobody can be recognised in what it carries." }],
    properties: {
      carries: many(ref("domain", "entity"), "The data that goes."),
      mode: optional(choice("stream", "api", "batch", "file", "manual"), "How it goes."),
      every: optional(rhythm, "How often it goes."),
      basis: optional(
        choice(
          "consent",
          "contract",
          "legal-obligation",
          "legitimate-interest",
          "public-task",
          "vital-interest",
        ),
        "The legal basis on which personal data goes (GDPR, article 6).",
      ),
      purpose: optional(string, "What it goes for."),
    },
  }),
  kind("chain", "how", "The path from collecting data to acting on it and learning from that.", {
    also: ["chaine", "pipeline", "value-chain"],
    properties: {
      serves: many(ref("goal"), "The goal that it is there for."),
      collect: many(ref("tool"), "The tools that collect."),
      analyse: many(ref("tool"), "The tools that analyse."),
      activate: many(ref("tool"), "The tools that act on what was found."),
      measure: many(ref("tool"), "The tools that measure what the action did."),
      optimise: many(ref("tool"), "The tools that make the next action better."),
    },
  }),
  kind("initiative", "how", "A change that somebody makes on purpose, and learns from.", {
    also: ["projet", "project", "chantier", "epic", "programme", "program"],
    properties: {
      serves: many(ref("goal"), "The goal that it contributes to."),
      uses: many(ref("tool"), "The tools that it works with."),
      changes: many(ref(...ANY_OF_WHAT_AND_HOW), "What it changes."),
      accountable: optional(ref("team"), "The team that answers for it."),
      impacts: many(
        choice("commerce", "decisions", "teams", "customers"),
        "What it does to how the company works.",
      ),
      improves: many(
        choice("cost", "revenue", "security", "services", "technology", "behaviours"),
        "What gets better: the first three are predictability, the last three agility.",
      ),
      hypothesis: optional(string, "What we believe and want to find out."),
      "measured-by": many(ref("kpi"), "The figures that tell whether it worked."),
    },
  }),
];

const meta: readonly Kind[] = [
  kind("view", "meta", "A picture of a part of the architecture.", {
    also: ["vue", "diagram", "diagramme", "schema", "picture"],
    properties: {
      show: many(selector, "The kinds to show: `tool`, `domain[core]`."),
      around: many(ref(...ANY_ELEMENT), "The elements to show with their neighbours."),
      depth: optional({ type: "number" }, "How far around to go; 1 unless it says so."),
      hide: many(selector, "What to leave out."),
      "group-by": optional(choice(...GROUPS), "What belongs together in the picture."),
      "colour-by": optional(choice(...GROUPS, "status", "lifespan"), "What the tones say."),
      direction: optional(choice("down", "right"), "Where the picture runs to."),
    },
  }),
  kind("rule", "meta", "A rule of the project's own.", {
    also: ["regle"],
    either: ["forbid", "require"],
    properties: {
      forbid: many(
        { type: "clause", clause: "condition" },
        "What must not be: `tool[hosting != FR] owns entity[personal]`. Of several values one that fits is enough; what an element does not say fulfils no condition.",
      ),
      require: many(
        { type: "clause", clause: "condition" },
        "What must be: each of the first has one of the second (`domain[core] accountable team`). What is not there yet, or any more, is not asked.",
      ),
      severity: optional(choice("error", "warning", "info"), "How bad it is; `warning` unless it says so."),
      because: optional(string, "Why the rule is there."),
    },
  }),
];

export const kinds: readonly Kind[] = [...why, ...what, ...how, ...meta];

const kindsByName: ReadonlyMap<string, Kind> = new Map(kinds.map((row) => [row.name, row]));

/** The row of a kind; undefined for a word that is no kind. */
export function kindOf(name: string): Kind | undefined {
  return kindsByName.get(name);
}

/** The row of a kind that a statement may begin with: all but `attribute`, which is written `name: type`. */
export function writtenKind(name: string): Kind | undefined {
  return name === "attribute" ? undefined : kindOf(name);
}

/** The row of a property of a kind, a project's own (`x-…`) included; undefined where the kind has none. */
export function propertyOf(kind: Kind, name: string): Property | undefined {
  const known = propertiesByKind.get(kind)?.get(name);
  return known ?? (name.startsWith("x-") && name.length > 2 ? ownProperty(name) : undefined);
}

const propertiesByKind: ReadonlyMap<Kind, ReadonlyMap<string, Property>> = new Map(
  kinds.map((row) => [row, new Map(row.properties.map((property) => [property.name, property]))]),
);

function ownProperty(name: string): Property {
  return { name, count: "many", value: { type: "any" }, doc: "A property of this project's own." };
}

/** The types that an attribute may have, beside an entity (an association). */
export const attributeTypes: readonly string[] = [
  "id",
  "text",
  "number",
  "money",
  "boolean",
  "date",
  "datetime",
  "duration",
  "image",
  "geo",
];

/** What a line of a `policy` block may begin with. */
export const policyWords: readonly { readonly name: string; readonly doc: string }[] = [
  { name: "error", doc: "This rule is an error: `error orphan-tool`." },
  {
    name: "warning",
    doc: "This rule is a warning, perhaps with a parameter: `warning tool-sprawl limit 8`.",
  },
  { name: "info", doc: "This rule is for information." },
  { name: "off", doc: "This rule is not asked." },
  {
    name: "allow",
    doc: 'An exception with a reason and an end: `allow orphan-tool for crm because "…" until 2027-06-30`.',
  },
];

/** The words that join an element of a kind with others: the properties that hold references. */
export function relationsOf({ properties }: Kind): readonly string[] {
  const joining = properties.filter(({ value }) => value.type === "ref" || value.type === "attribute-type");
  return joining.map(({ name }) => name);
}

/** The words that join two elements in a `rule`. */
export const relationWords: readonly string[] = [
  ...new Set(kinds.filter(({ storey }) => storey !== "meta").flatMap(relationsOf)),
];

/** Every word that the schema gives a meaning, by itself: so that there is one string for each of them. */
export const languageWords: ReadonlyMap<string, string> = new Map(
  [
    ...kinds.map(({ name }) => name),
    ...kinds.flatMap(({ flags }) => flags.map(({ name }) => name)),
    ...kinds.flatMap(({ properties }) => properties.map(({ name }) => name)),
    ...kinds.flatMap(({ properties }) =>
      properties.flatMap(({ value }) => (value.type === "choice" ? value.words : [])),
    ),
    ...attributeTypes,
    ...policyWords.map(({ name }) => name),
  ].map((word) => [word, word]),
);

/** What people write for `policy` and `namespace`, which are no kinds. */
export const otherStatements: Readonly<Record<string, readonly string[]>> = {
  policy: ["politique", "policies", "reglement", "regles", "rules"],
  namespace: ["espace-de-noms", "espace", "package", "module"],
};

/** The properties whose values are texts, whatever the kind. */
export const textProperties: ReadonlySet<string> = new Set(
  kinds
    .flatMap(({ properties }) => properties.filter(({ value }) => value.type === "string"))
    .map(({ name }) => name),
);

/** Every word that may stand first on a line inside a block. */
export const propertyNames: ReadonlySet<string> = new Set(
  kinds.flatMap(({ properties }) => properties.map(({ name }) => name)),
);

/** Whether a word may stand first on a line. Any other is told as unknown, by whoever reads the line by the schema. */
export function isHead(word: string): boolean {
  return (
    writtenKind(word) !== undefined ||
    propertyNames.has(word) ||
    word.startsWith("x-") ||
    Object.hasOwn(otherStatements, word) ||
    policyWords.some(({ name }) => name === word)
  );
}
