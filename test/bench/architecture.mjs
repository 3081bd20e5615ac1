/**
 * Makes architectures of any size that look like real ones: domains with entities and attributes, tools that own, read
 * and write them, flows, teams, goals and KPIs, with two relations for each element or so.
 */

/** Elements in one generated file, close to what people keep in one. */
export const PER_FILE = 82;

/**
 * The files of an architecture of about `elements` elements: name → text. The same number gives the same files.
 *
 * @param {number} elements
 * @returns {ReadonlyMap<string, string>}
 */
export function architecture(elements) {
  const parts = Math.max(1, Math.round(elements / PER_FILE));
  const files = new Map([["why.bizarch", why()]]);
  for (let part = 0; part < parts; part++)
    files.set(`part-${String(part).padStart(4, "0")}.bizarch`, text(part, parts));
  return files;
}

/**
 * The same architecture in one file.
 *
 * @param {number} elements
 * @returns {string}
 */
export function oneFile(elements) {
  return [...architecture(elements).values()].join("\n");
}

function why() {
  return `mission eat-better "Help people eat better" { horizon 30y }

business-model distribution "Regional distribution of fresh food" {
  pattern distribution
  serves eat-better
}

stakeholder household "Households" { kind customer }

team executive "Executive board" { function executive }

policy {
  warning tool-sprawl limit 1000000
}
`;
}

/**
 * @param {number} part
 * @param {number} parts
 */
function text(part, parts) {
  const next = (part + 1) % parts;
  const lines = [
    `team team-${part} "Team ${part}" {`,
    "  function data",
    "  reports-to executive",
    `  architects domain-${part}`,
    "}",
    "",
    `goal goal-${part} "Reach aim ${part}" {`,
    "  serves eat-better",
    "  for household",
    `  measured-by kpi-${part}`,
    "}",
    "",
    `domain domain-${part} "Domain ${part}" core {`,
    "  embodies distribution",
    `  accountable team-${part}`,
    "  lifespan 10y",
    "  quality clean, current",
  ];
  for (let entity = 0; entity < 8; entity++) lines.push(...entityLines(entity, next));
  lines.push("}", "", `kpi kpi-${part} "Figure ${part}" {`, `  from domain-${part}.Entity0`);
  lines.push(`  audience team-${part}`, "  every 1d", "  format dashboard", "}", "");
  for (let tool = 0; tool < 16; tool++) lines.push(...toolLines(part, tool, tool % 2 === 0 ? part : next));
  return `${lines.join("\n")}\n`;
}

/**
 * @param {number} entity
 * @param {number} next
 */
function entityLines(entity, next) {
  return [
    "",
    `  entity Entity${entity} "Something that the company keeps record of" {`,
    "    code: id key",
    "    label: text for logistics",
    `    weight: number optional`,
    `    related: domain-${next}.Entity${(entity + 1) % 8}`,
    "  }",
  ];
}

/**
 * @param {number} part
 * @param {number} tool
 * @param {number} team
 */
function toolLines(part, tool, team) {
  const relation = tool < 8 ? `owns domain-${part}.Entity${tool}` : `reads domain-${part}.Entity${tool - 8}`;
  const name = `tool-${part}-${tool}`;
  return [
    `tool ${name} "Tool ${tool} of part ${part}" {`,
    `  category ${["pim", "mdm", "erp", "warehouse", "bi", "oms", "etl", "ecommerce"][tool % 8]}`,
    `  accountable team-${team}`,
    `  used-by team-${team}`,
    `  serves goal-${part}`,
    `  ${relation}`,
    "  lifespan 12y",
    "}",
    "",
    `flow ${name} -> tool-${part}-${(tool + 1) % 16} "Nightly ${tool}" {`,
    `  carries domain-${part}.Entity${tool % 8}`,
    "  mode batch",
    "  every 1d",
    "}",
    "",
  ];
}
