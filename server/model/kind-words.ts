import type { Message } from "../../grammar/finding.ts";
import type { KindName } from "../../grammar/schema.ts";

/** The kinds in the plural, as people call them. */
export const KINDS: Readonly<Record<KindName, Message>> = {
  mission: { en: "missions", fr: "missions" },
  goal: { en: "goals", fr: "objectifs" },
  "business-model": { en: "business models", fr: "modèles économiques" },
  stakeholder: { en: "stakeholders", fr: "parties prenantes" },
  value: { en: "values exchanged", fr: "échanges de valeur" },
  domain: { en: "data domains", fr: "domaines de données" },
  entity: { en: "entities", fr: "entités" },
  attribute: { en: "attributes", fr: "attributs" },
  kpi: { en: "KPIs", fr: "indicateurs" },
  capability: { en: "capabilities", fr: "capacités" },
  team: { en: "teams", fr: "équipes" },
  vendor: { en: "vendors", fr: "fournisseurs" },
  tool: { en: "tools", fr: "outils" },
  flow: { en: "flows", fr: "flux" },
  chain: { en: "chains", fr: "chaînes" },
  initiative: { en: "initiatives", fr: "initiatives" },
  view: { en: "views", fr: "vues" },
  rule: { en: "own rules", fr: "règles propres" },
};
