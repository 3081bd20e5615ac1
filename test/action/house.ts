/** A small architecture that is sound, and changes to it. */
export const HOUSE = {
  "bizarch.json": '{ "profile": "starter" }\n',
  "why.bizarch": 'mission eat "Help people eat better"\n',
  "what.bizarch": [
    'domain customer "Customers" core {',
    "  accountable data",
    "  entity Profile personal",
    "}",
    "",
  ].join("\n"),
  "how.bizarch": [
    'team data "Data office" { function data }',
    'tool mdm "Master data" {',
    "  category mdm",
    "  accountable data",
    "  owns customer",
    "}",
    'tool crm "CRM" {',
    "  category crm",
    "  accountable data",
    "  reads customer",
    "}",
    "",
  ].join("\n"),
};

/** A tool more: partitions alone. */
export const PARTITION = {
  "how.bizarch": `${HOUSE["how.bizarch"]}tool pim "Products" {\n  category pim\n  accountable data\n}\n`,
};

/** The customers' record moves into a marketing tool: walls change, and a contradiction is introduced. */
export const WALL = {
  "how.bizarch": HOUSE["how.bizarch"]
    .replace("  owns customer\n", "")
    .replace("category crm\n  accountable data\n  reads", "category cdp\n  accountable data\n  owns"),
};

/** The same text in another layout and another order. */
export const LAYOUT = {
  "how.bizarch": `// moved\n${HOUSE["how.bizarch"].replaceAll("  ", "    ")}`,
};
