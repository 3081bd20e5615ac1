/** The families of tools, and the categories in each. Rules speak of families. */
export const families = {
  marketing: [
    "crm",
    "cdp",
    "dmp",
    "marketing-automation",
    "email",
    "advertising",
    "dsp",
    "social",
    "seo",
    "content",
    "personalisation",
    "loyalty",
    "affiliate",
    "survey",
    "attribution",
    "web-analytics",
    "tag-manager",
    "ab-testing",
    "consent",
  ],
  operations: [
    "erp",
    "pim",
    "mdm",
    "plm",
    "dam",
    "oms",
    "wms",
    "tms",
    "pos",
    "ecommerce",
    "booking",
    "billing",
    "payment",
    "supply-chain",
    "manufacturing",
    "field-service",
  ],
  data: [
    "warehouse",
    "lake",
    "lakehouse",
    "etl",
    "streaming",
    "reverse-etl",
    "bi",
    "catalog",
    "quality",
    "ml",
    "feature-store",
    "api-gateway",
    "identity",
  ],
  corporate: ["hr", "finance", "legal", "procurement", "collaboration", "helpdesk", "project", "security"],
  channel: ["website", "app", "store", "call-center", "marketplace", "kiosk"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Family = keyof typeof families;

export const categories: readonly string[] = Object.values(families).flat();

/** The family of a category; undefined for a word that is not a category. */
export function familyOf(category: string | undefined): Family | undefined {
  const names: readonly Family[] = ["marketing", "operations", "data", "corporate", "channel"];
  return names.find((family) => families[family].some((known) => known === category));
}
