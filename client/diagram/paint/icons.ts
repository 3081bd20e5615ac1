import type { KindName } from "../../../grammar/schema.ts";
import type { Mark } from "../../../server/views/mark.ts";

/** A sign for each kind, drawn in lines on a square of 16. */
export const icons: Readonly<Record<KindName, string>> = {
  mission: "M8 1.5 9.9 6.1 14.5 8 9.9 9.9 8 14.5 6.1 9.9 1.5 8 6.1 6.1Z",
  goal: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2ZM8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 1 0 0-4.8Z",
  "business-model": "M2.5 5.5h10.5M10 2.5l3 3-3 3M13.5 10.8H3M6 7.8l-3 3 3 3",
  stakeholder: "M8 2.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 1 0 0-5.8ZM2.6 14c.4-3.2 2.6-4.8 5.4-4.8s5 1.6 5.4 4.8",
  value: "M8 2.5 13.5 8 8 13.5 2.5 8Z",
  domain: "M2 3h12v10H2ZM2 6.4h12M2 9.7h12M6 3v3.4M10 6.4v3.3M6 9.7V13",
  entity: "M2.5 3h11v10h-11ZM2.5 6.3h11M6 6.3V13",
  attribute: "M3 8h10",
  kpi: "M2.2 11.8a5.9 5.9 0 1 1 11.6 0M8 11.5l2.8-4.2",
  capability: "M8 1.8l5.4 3.1v6.2L8 14.2l-5.4-3.1V4.9ZM5.6 8.1l1.8 1.8 3.1-3.5",
  team: "M5.6 3a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 1 0 0-4.4ZM1.6 13c.2-2.6 1.8-4 4-4s3.8 1.4 4 4M10.6 3.4a2 2 0 0 1 0 3.8M11.6 9.2c1.6.4 2.6 1.7 2.8 3.8",
  vendor: "M2.4 6.3 3.7 2.5h8.6l1.3 3.8ZM3.4 6.3v7.2h9.2V6.3M6.3 13.5V9.4h3.4v4.1",
  tool: "M10.6 2.1a3.7 3.7 0 0 0-4.3 4.9L2.3 11a1.9 1.9 0 0 0 2.7 2.7l4-4a3.7 3.7 0 0 0 4.9-4.3l-2.4 2.3-2.4-.8-.8-2.4Z",
  flow: "M2 8h11M9.5 4.5 13 8l-3.5 3.5",
  chain: "M13.2 8a5.2 5.2 0 1 1-1.6-3.8M13.4 1.6v3.2h-3.2",
  initiative: "M4 14.4V2M4 2.6h8.6l-2.3 3.1 2.3 3.1H4",
  view: "M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8s-2.4 4.5-6.5 4.5S1.5 8 1.5 8Z",
  rule: "M3 3h10v10H3Z",
};

/** A small sign for each mark, on a square of 12. */
export const markIcons: Readonly<Record<Mark, string>> = {
  core: "M1.5 1.5h9M1.5 10.5h9M3.2 1.5v9M6 1.5v9M8.8 1.5v9",
  generic: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9Z",
  personal: "M6 1.2a2.1 2.1 0 1 0 0 4.2 2.1 2.1 0 1 0 0-4.2ZM1.8 10.8c.2-2.6 1.9-3.9 4.2-3.9s4 1.3 4.2 3.9Z",
  planned: "M6 2v8M2 6h8",
  legacy: "M2.5 1.5h7M2.5 10.5h7M3.2 1.5c0 3 5.6 6 5.6 9M8.8 1.5c0 3-5.6 6-5.6 9",
  retired: "M2.5 2.5l7 7M9.5 2.5l-7 7",
  seasonal: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9ZM6 3.6V6l1.8 1.2",
  missing: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9ZM2.9 9.1l6.2-6.2",
  "one-way": "M1.5 6h9M7.5 3l3 3-3 3M1.5 2.5v7",
  anonymised:
    "M1.5 4.5h9M3 7.2a1.4 1.4 0 1 0 2.8 0 1.4 1.4 0 1 0-2.8 0ZM6.2 7.2a1.4 1.4 0 1 0 2.8 0 1.4 1.4 0 1 0-2.8 0Z",
};
