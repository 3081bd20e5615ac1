/**
 * Random edits of an architecture in text, as people make them: one statement more, less, renamed or with another
 * title, one relation more or less.
 *
 * @typedef {ReadonlyMap<string, string>} Files
 * @typedef {{ readonly path: string, readonly start: number, readonly end: number, readonly kind: string, readonly name: string }} Statement
 * @typedef {{ readonly files: Files, readonly names: readonly string[] }} Edited the files, and the names that the edit is about
 * @typedef {(bound: number) => number} Random a whole number below a bound
 */

const KINDS =
  "mission|goal|kpi|stakeholder|business-model|domain|entity|capability|tool|team|vendor|chain|initiative|flow|value";
const HEAD = new RegExp(
  String.raw`^([ \t]*)(${KINDS}) ([\p{L}\d_.-]+(?: -> [\p{L}\d_.-]+)?)((?: [a-z]+)*)(?: "[^"\n]*")?`,
  "gmu",
);
const RELATION =
  /^[ \t]+(?:serves|owns|reads|writes|uses|accountable|used-by|vendor|reports-to|embodies|measured-by) .+\n/gm;
const TITLES = [
  "Short",
  "A title of some words",
  "A title that is so long that it takes a second line",
  "One that is longer still, and says in many words what three of them would have said as well",
];

/**
 * One random edit; undefined where what was drawn cannot be done to these files.
 *
 * @param {Files} files
 * @param {Random} random
 * @returns {Edited | undefined}
 */
export function edit(files, random) {
  const statements = [...files].flatMap(([path, text]) => statementsOf(path, text));
  const one = statements[random(statements.length)];
  if (!one) return undefined;
  const kinds = [removed, added, renamed, retitled, related, unrelated];
  return kinds[random(kinds.length)]?.(files, one, random, statements);
}

/**
 * @param {string} path
 * @param {string} text
 * @returns {readonly Statement[]}
 */
function statementsOf(path, text) {
  return [...text.matchAll(HEAD)].map((match) => {
    const [head, , kind = "", name = ""] = match;
    const start = match.index;
    return { path, start, end: endOf(text, start + head.length), kind, name };
  });
}

/**
 * The end of a statement: behind its block, or behind its line.
 *
 * @param {string} text
 * @param {number} from
 */
function endOf(text, from) {
  const line = text.indexOf("\n", from);
  const open = text.indexOf("{", from);
  if (open < 0 || (line >= 0 && open > line)) return line < 0 ? text.length : line + 1;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.indexOf("\n", at) + 1 || text.length;
  }
  return text.length;
}

/**
 * @param {Files} files
 * @param {Statement} at
 * @param {string} text what stands there instead
 * @param {readonly string[]} names
 * @returns {Edited}
 */
function replaced(files, { path, start, end }, text, names) {
  const whole = files.get(path) ?? "";
  return { files: new Map([...files, [path, whole.slice(0, start) + text + whole.slice(end)]]), names };
}

/**
 * @param {Files} files
 * @param {Statement} statement
 */
const textOf = (files, { path, start, end }) => (files.get(path) ?? "").slice(start, end);

/**
 * @param {Files} files
 * @param {Statement} one
 */
function removed(files, one) {
  return replaced(files, one, "", [one.name]);
}

/**
 * Another one like it; a flow between two others.
 *
 * @param {Files} files
 * @param {Statement} one
 * @param {Random} random
 * @param {readonly Statement[]} statements
 */
function added(files, one, random, statements) {
  const tools = statements.filter(({ kind }) => kind === "tool");
  const end = () => tools[random(tools.length)]?.name ?? "";
  const name = one.name.includes(" -> ") ? `${end()} -> ${end()}` : `${one.name}-more`;
  const text = textOf(files, one);
  const other = text.replace(one.name, name).replaceAll(/\bentity (\w+)/g, "entity $1More");
  return replaced(files, one, text + other, [name]);
}

/**
 * @param {Files} files
 * @param {Statement} one
 */
function renamed(files, one) {
  if (one.name.includes(" ") || one.name.includes(".")) return undefined;
  const word = new RegExp(String.raw`(?<![\p{L}\d_-])${one.name}(?![\p{L}\d_-])`, "gu");
  const name = `${one.name}-renamed`;
  const other = new Map([...files].map(([path, text]) => [path, text.replaceAll(word, name)]));
  return { files: other, names: [one.name, name] };
}

/**
 * @param {Files} files
 * @param {Statement} one
 * @param {Random} random
 */
function retitled(files, one, random) {
  const text = textOf(files, one);
  const title = TITLES[random(TITLES.length)] ?? "";
  if (!/^[^\n{]*"/.test(text)) return undefined;
  return replaced(files, one, text.replace(/"[^"\n]*"/, `"${title}"`), [one.name]);
}

/**
 * A relation that another of its kind has.
 *
 * @param {Files} files
 * @param {Statement} one
 * @param {Random} random
 * @param {readonly Statement[]} statements
 */
function related(files, one, random, statements) {
  const text = textOf(files, one);
  const open = text.indexOf("{\n") + 2;
  const lines = statements
    .filter(({ kind }) => kind === one.kind)
    .flatMap((other) => [...textOf(files, other).matchAll(RELATION)].map(([line]) => line));
  const line = lines[random(lines.length)];
  return line && open > 1
    ? replaced(files, one, text.slice(0, open) + line + text.slice(open), [one.name])
    : undefined;
}

/**
 * @param {Files} files
 * @param {Statement} one
 * @param {Random} random
 */
function unrelated(files, one, random) {
  const text = textOf(files, one);
  const lines = [...text.matchAll(RELATION)].map(([line]) => line);
  const line = lines[random(lines.length)];
  return line ? replaced(files, one, text.replace(line, ""), [one.name]) : undefined;
}
