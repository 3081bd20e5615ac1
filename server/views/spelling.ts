import type { Locale } from "../../grammar/finding.ts";

/**
 * A word of the language, or one of a company's own, as people write it: `marketing-automation` → Marketing automation,
 * `crm` → CRM. In French those of the language are translated, whose English a board would not know.
 */
export function spelled(word: string, locale: Locale): string {
  const translated = locale === "fr" ? FRENCH.get(word) : undefined;
  if (translated !== undefined) return translated;
  const parts = word
    .split("-")
    .map((part) => OWN_SPELLING.get(part) ?? (ACRONYMS.has(part) ? part.toUpperCase() : part));
  const [first = "", ...rest] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}

const ACRONYMS = new Set(
  "crm cdp dmp dsp seo erp pim mdm plm dam oms wms tms pos etl bi ml hr it api".split(" "),
);

const OWN_SPELLING: ReadonlyMap<string, string> = new Map([
  ["ab", "A/B"],
  ["ecommerce", "e-commerce"],
]);

/** The words that French has its own for; of the others it uses the English one, or writes them alike. */
const FRENCH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Storeys
    why: "Pourquoi",
    what: "Quoi",
    how: "Comment",
    // Business models
    subscription: "Abonnement",
    platform: "Plateforme",
    media: "Média",
    licensing: "Licence",
    // Stakeholders
    customer: "Client",
    employee: "Salarié",
    supplier: "Fournisseur",
    partner: "Partenaire",
    shareholder: "Actionnaire",
    citizen: "Citoyen",
    regulator: "Régulateur",
    competitor: "Concurrent",
    // Functions of teams
    executive: "Direction",
    sales: "Ventes",
    data: "Données",
    it: "Informatique",
    operations: "Opérations",
    legal: "Juridique",
    hr: "RH",
    product: "Produit",
    // What vendors live by
    software: "Logiciel",
    advertising: "Publicité",
    marketplace: "Place de marché",
    "data-broker": "Courtier en données",
    consulting: "Conseil",
    // Activities of marketing
    strategy: "Stratégie",
    content: "Contenu",
    visibility: "Visibilité",
    relationship: "Relation",
    analytics: "Analyse",
    // Categories of tools
    email: "E-mail",
    social: "Réseaux sociaux",
    personalisation: "Personnalisation",
    loyalty: "Fidélité",
    affiliate: "Affiliation",
    survey: "Enquête",
    "web-analytics": "Mesure d'audience",
    "tag-manager": "Gestion des balises",
    "ab-testing": "Test A/B",
    consent: "Consentement",
    booking: "Réservation",
    billing: "Facturation",
    payment: "Paiement",
    "supply-chain": "Chaîne logistique",
    manufacturing: "Fabrication",
    "field-service": "Interventions sur site",
    warehouse: "Entrepôt de données",
    lake: "Lac de données",
    streaming: "Traitement en continu",
    catalog: "Catalogue",
    quality: "Qualité",
    "api-gateway": "Passerelle d'API",
    identity: "Identité",
    procurement: "Achats",
    helpdesk: "Assistance",
    project: "Gestion de projet",
    security: "Sécurité",
    website: "Site web",
    app: "Application",
    store: "Magasin",
    "call-center": "Centre d'appels",
    kiosk: "Borne",
    // Where a tool is in its life
    planned: "Prévu",
    active: "Actif",
    legacy: "Sur le départ",
    retired: "Retiré",
  }),
);
