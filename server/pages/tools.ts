import { categories, families, familyOf, type Family } from "../../grammar/categories.ts";
import { codes, markdownTable } from "./markdown-table.ts";

/** What the tools of a family have in common. */
const FAMILY_TEXTS: Readonly<Record<Family, string>> = {
  marketing: "Tools to be seen, to win people and to keep them; they come and go with the campaigns.",
  operations: "Tools that the business runs on, day by day.",
  data: "Tools that keep, move, explain or protect data for all the others.",
  corporate: "Tools of the house itself, whatever it sells.",
  channel: "Places where people meet the company.",
};

type Category = (typeof families)[Family][number];

/** What a tool of a category does. */
const CATEGORY_TEXTS: Readonly<Record<Category, string>> = {
  crm: "Customer relationship management: who the customers are, and what was agreed with them.",
  cdp: "Customer data platform: joins what is known of a person, and hands it to campaigns.",
  dmp: "Data management platform: audiences for advertising, mostly of people without a name.",
  "marketing-automation": "Sends the next message when something happens.",
  email: "Sends letters by e-mail.",
  advertising: "Books and steers advertisements.",
  dsp: "Demand-side platform: bids for advertising space.",
  social: "Speaks and listens on social networks.",
  seo: "Sees to it that search engines find us.",
  content: "Writes, keeps and publishes content.",
  personalisation: "Shows each person something else.",
  loyalty: "Cards, points and rewards.",
  affiliate: "Pays others for the customers that they send.",
  survey: "Asks people, and counts the answers.",
  attribution: "Works out which message led to a sale.",
  "web-analytics": "Counts what people do on a site or in an app.",
  "tag-manager": "Puts the measuring tags of others on our pages.",
  "ab-testing": "Tries two versions on two groups.",
  consent: "Keeps what each person agreed to.",
  erp: "Enterprise resource planning: orders, stock, purchasing and books in one.",
  pim: "Product information management: what is said about each product.",
  mdm: "Master data management: one record of what several tools know.",
  plm: "Product life-cycle management: how a product is designed and changed.",
  dam: "Digital asset management: pictures, films and their rights.",
  oms: "Order management: an order from the basket to the door.",
  wms: "Warehouse management: what lies on which shelf.",
  tms: "Transport management: lorries, rounds and freight.",
  pos: "Point of sale: the till.",
  ecommerce: "The shop behind a webshop.",
  booking: "Appointments, seats, rooms and tables.",
  billing: "Writes invoices, and knows who has paid.",
  payment: "Takes the money.",
  "supply-chain": "Plans what is needed where, and orders it.",
  manufacturing: "Steers production.",
  "field-service": "Plans people and parts on the road.",
  warehouse: "Data warehouse: tables made for questions.",
  lake: "Data lake: data as it came.",
  lakehouse: "Both at once: data as it came, and tables made of it.",
  etl: "Extract, transform, load: moves data, and changes its form on the way.",
  streaming: "Carries events as they happen.",
  "reverse-etl": "Brings data from the warehouse back to the tools that act.",
  bi: "Business intelligence: figures on a screen or a page.",
  catalog: "Data catalog: what data there is, where, and whose.",
  quality: "Watches whether data is right.",
  ml: "Machine learning: learns from data, and predicts.",
  "feature-store": "Keeps what models are fed with.",
  "api-gateway": "The door through which programs ask for data.",
  identity: "Who somebody is, and what they may see.",
  hr: "People who work here: contracts, hours, pay.",
  finance: "Accounts, budgets and treasury.",
  legal: "Contracts and cases.",
  procurement: "What the house buys for itself.",
  collaboration: "Mail, documents, chat and calls.",
  helpdesk: "Questions and complaints, until they are answered.",
  project: "Tasks and deadlines.",
  security: "Keeps intruders out, and notices those who got in.",
  website: "A site on the web.",
  app: "An app on a telephone.",
  store: "Software of a shop that one can walk into.",
  "call-center": "Calls, taken and made.",
  marketplace: "A place where others sell too.",
  kiosk: "A screen in a public place.",
};

const isCategory = (word: string): word is Category => categories.includes(word);

export const FAMILIES: readonly Family[] = ["marketing", "operations", "data", "corporate", "channel"];

/** What a category is, and what its family is, as a part of a page; undefined for a word that is no category. */
export function categorySection(word: string): string | undefined {
  const family = familyOf(word);
  if (!isCategory(word) || !family) return undefined;
  const others = families[family].filter((other) => other !== word);
  return [
    "## A category of tools",
    CATEGORY_TEXTS[word],
    `\`\`\`bizarch\ntool my-${word} {\n  category ${word}\n}\n\`\`\``,
    `Its family is \`${family}\`. ${FAMILY_TEXTS[family]}`,
    `In the same family: ${codes(others)}.`,
  ].join("\n\n");
}

/** A family with its categories, as a part of a page; undefined for a word that is no family. */
export function familySection(word: string): string | undefined {
  const family = FAMILIES.find((name) => name === word);
  return family && ["## A family of tools", FAMILY_TEXTS[family], categoryTable(family)].join("\n\n");
}

function categoryTable(family: Family): string {
  const rows = families[family].map((name) => [`\`${name}\``, CATEGORY_TEXTS[name]]);
  return markdownTable(["category", "what such a tool does"], rows);
}

/** The page of all categories, by family. */
export function toolsPage(): string {
  return [
    "# Categories of tools",
    "Each [tool](tool.md) says its `category`; the categories fall into five families.\nMost rules ask for the family: a tool of the family `marketing` should not own core data, be it for loyalty or for social networks.",
    ...FAMILIES.map((family) => `## ${family}\n\n${FAMILY_TEXTS[family]}\n\n${categoryTable(family)}`),
  ].join("\n\n");
}
