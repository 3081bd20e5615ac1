import {
  kinds,
  policyWords,
  propertyOf,
  writtenKind,
  type Kind,
  type Property,
} from "../../grammar/schema.ts";
import { Arrow, Colon, Dot, Name } from "../../grammar/tokens.ts";
import type { Model } from "../model/model.ts";
import { outlineOf } from "../model/outline.ts";
import { references, type Written } from "./complete-references.ts";
import { flagItem, item, propertyItem, type Completion } from "./completion.ts";
import { ownPropertiesOf } from "./complete-words.ts";
import { namesAmong, type Cursor, type Token } from "./cursor.ts";

/** What may begin a statement at the top of a file. */
export function tops({ isFirst, isLast }: Cursor): readonly Completion[] {
  const written = kinds.filter(({ name, within }) => writtenKind(name) && !within);
  const policy = item("policy", "keyword", {
    doc: "How bad each rule is here, and the exceptions that somebody answers for.",
    snippet: isLast ? "policy {\n  $0\n}" : undefined,
  });
  const namespace = item("namespace", "keyword", { doc: "What the names of this file begin with." });
  return [...written.map((kind) => kindItem(kind, isLast)), policy, ...(isFirst ? [namespace] : [])];
}

function kindItem(kind: Kind, isLast: boolean): Completion {
  return item(kind.name, "kind", { doc: kind.doc, snippet: isLast ? snippetOf(kind) : undefined });
}

/** A statement with all that it has to say, for the author to fill in; at the end they are where more may be said. */
function snippetOf({ name, ends, within, properties }: Kind): string {
  if (ends) return `${name} \${1:from} -> \${2:to}`;
  const head = within ? `${name} \${1:Name}` : `${name} \${1:id} "\${2:Title}"`;
  const needed = properties.filter(({ count }) => count === "one" || count === "some");
  const lines = needed.map((property, index) => `  ${property.name} ${placeFor(property, index + 3)}`);
  return `${head} {\n${lines.join("\n") || "  "}$0\n}`;
}

/** A place for a value to fill in, with the words to choose from where there are some. */
function placeFor({ value }: Property, index: number): string {
  if (value.type !== "choice") return `\${${index}}`;
  return `\${${index}|${value.words.map((word) => word.replaceAll(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

/** What may begin a line in the block of an element: properties that are not said yet, and what stands in it. */
export function inBlock(
  model: Model,
  kind: Kind,
  { around, siblings, isLast, word, typed }: Cursor,
): readonly Completion[] {
  const { locale } = model.project.settings;
  // A `///` comment is the description.
  const told = around.at(-1)?.doc ? ["description"] : [];
  const said = new Set([...siblings.map(({ head }) => head.text), ...told]);
  const isFree = ({ name, value }: Property): boolean =>
    !said.has(name) || value.type === "clause" || (name === typed && word.end > word.start);
  const properties = kind.properties.filter(isFree).map((property) => propertyItem(property, locale));
  const members = kinds.filter(({ name, within }) => within === kind.name && writtenKind(name));
  const own = ownPropertiesOf(model, kind, around.at(-1)).filter((name) => !said.has(name) || name === typed);
  const ownItems = own.map((name) => item(name, "property", { doc: OWN, rank: 2 }));
  return [...members.map((member) => kindItem(member, isLast)), ...properties, ...ownItems];
}

const OWN = "A property of this project's own.";

/** What may follow the word that a statement begins with, up to its block. */
export function header(
  model: Model,
  kind: Kind,
  before: readonly Token[],
  cursor: Cursor,
  written: Written,
): readonly Completion[] {
  if (kind.ends) return edge(model, kind, kind.ends, before, cursor, written);
  return before.length === 0 ? [] : flags(kind, [...before, ...cursor.after]);
}

function edge(
  model: Model,
  kind: Kind,
  ends: NonNullable<Kind["ends"]>,
  before: readonly Token[],
  { after }: Cursor,
  written: Written,
): readonly Completion[] {
  const last = before.at(-1)?.tokenType;
  if (last === undefined || last === Arrow) {
    // Only the neighbours are taken: a chain may come back to where it began.
    const next = after[0]?.tokenType === Arrow ? namesAmong(after)[0] : undefined;
    const neighbours = [namesAmong(before).at(-1), next].filter((name) => name !== undefined);
    return references(model, ends, { ...written, taken: new Set(neighbours) });
  }
  const isPath = before.every(({ tokenType }) => [Name, Dot, Arrow].some((type) => type === tokenType));
  const isJoined = before.some(({ tokenType }) => tokenType === Arrow);
  const arrow = item("->", "keyword", { doc: "To whom it goes.", rank: isJoined ? 2 : 0 });
  const isFollowed = after[0]?.tokenType === Arrow;
  const rest = isPath && !isJoined ? [] : flags(kind, [...before, ...after]);
  return isPath && !isFollowed ? [...rest, arrow] : rest;
}

/** The flags that an element has not yet, and that do not contradict those that it has. */
function flags(kind: Kind, there: readonly Token[]): readonly Completion[] {
  const said = new Set(there.map(({ image }) => image));
  const groups = new Set(kind.flags.filter(({ name }) => said.has(name)).map(({ group }) => group));
  const free = kind.flags.filter(
    ({ name, group }) => !said.has(name) && (group === undefined || !groups.has(group)),
  );
  return free.map(flagItem);
}

/** The namespaces that files of the project have, and those around them. */
export function namespaces(model: Model): readonly Completion[] {
  const prefixes = model.project.files.map((file) => outlineOf(file).prefix.slice(0, -1));
  const all = prefixes.flatMap((prefix) => {
    const parts = prefix.split(".");
    return parts.map((_, index) => parts.slice(0, index + 1).join("."));
  });
  return [...new Set(all)].filter((name) => name !== "").map((name) => item(name, "word"));
}

export function policyLines(): readonly Completion[] {
  return policyWords.map(({ name, doc }) => {
    const waiver = 'allow ${1:rule} for ${2:element} because "${3:…}" until ${4:2027-01-31}';
    return item(name, "keyword", { doc, snippet: name === "allow" ? waiver : undefined });
  });
}

/** Whether a line declares an attribute: `sku: …` */
export function isAttribute([, second]: readonly Token[]): boolean {
  return second?.tokenType === Colon;
}

/** The property that a line of a kind's block is about; undefined where it is about none. */
export function propertyOfLine(kind: Kind, [head]: readonly Token[]): Property | undefined {
  return head && propertyOf(kind, head.image);
}
