import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * What package.json offers to a person in VS Code.
 *
 * @typedef {object} Manifest
 * @property {string} displayName
 * @property {object} contributes
 * @property {readonly { readonly command: string, readonly title: string, readonly category?: string }[]} contributes.commands
 * @property {Readonly<Record<string, readonly { readonly command: string, readonly when?: string }[]>>} contributes.menus
 * @property {readonly { readonly command: string, readonly key: string, readonly mac?: string }[]} contributes.keybindings
 * @property {{ readonly properties: Readonly<Record<string, Setting>> }} contributes.configuration
 */

/**
 * @typedef {object} Setting
 * @property {unknown} default
 * @property {number} [order]
 * @property {readonly unknown[]} [enum]
 * @property {string} markdownDescription
 */

/** @returns {string} a page of Markdown about the commands and the settings of the extension, in English */
export function settingsPage() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), "utf8"));
  return pageOf(read("package.json"), read("package.nls.json"));
}

/**
 * @param {Manifest} manifest
 * @param {Readonly<Record<string, string>>} words in English, by their keys
 * @returns {string}
 */
export function pageOf({ displayName, contributes }, words) {
  const say = (/** @type {string} */ text) => words[text.replaceAll("%", "")] ?? text;
  const { commands, menus, keybindings, configuration } = contributes;
  const hidden = new Set(
    (menus["commandPalette"] ?? []).flatMap(({ command, when }) => (when === "false" ? [command] : [])),
  );
  const keysOf = (/** @type {string} */ id) =>
    keybindings
      .filter(({ command }) => command === id)
      .map(({ key, mac }) => (mac === undefined ? keyed(key) : `${keyed(key)} (Mac: ${keyed(mac)})`));
  const shown = commands.filter(({ command }) => !hidden.has(command));
  const settings = Object.entries(configuration.properties).toSorted(
    ([, one], [, other]) => (one.order ?? 0) - (other.order ?? 0),
  );
  return [
    `# Commands and settings in VS Code`,
    `What ${displayName} adds to VS Code. How an architecture is read, for everybody who opens it, stands in its own [bizarch.json](language/README.md#projects) instead.`,
    "## Commands",
    "In the Command Palette (`F1`):",
    table(
      ["Command", "Keys", "For `keybindings.json`"],
      shown.map(({ command, title, category }) => [
        category === undefined ? say(title) : `${category}: ${say(title)}`,
        keysOf(command).join(", "),
        code(command),
      ]),
    ),
    "## Settings",
    `In the settings of VS Code (\`Ctrl+,\`), under _${displayName}_:`,
    table(
      ["Setting", "What it does", "Values"],
      settings.map(([name, setting]) => [code(name), say(setting.markdownDescription), valuesOf(setting)]),
    ),
  ].join("\n\n");
}

/** @param {Setting} setting */
function valuesOf(setting) {
  const values = setting.enum ?? (typeof setting.default === "boolean" ? [true, false] : []);
  const written = (/** @type {unknown} */ value) => code(JSON.stringify(value));
  const others = values.filter((value) => value !== setting.default).map(written);
  return [`${written(setting.default)} (default)`, ...others].join(", ");
}

/** @param {string} key as package.json writes it: `ctrl+k v` */
function keyed(key) {
  const named = key.replaceAll(/[a-z]+/g, (part) => part.charAt(0).toUpperCase() + part.slice(1));
  return code(named);
}

/** @param {string} text */
function code(text) {
  return `\`${text}\``;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
