import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { installExtension, throwAway } from "./vscode.mjs";

const profile = mkdtempSync(join(tmpdir(), "bizarch-package-"));

afterAll(() => throwAway(profile));

test("what one installs is the bundles and what VS Code reads beside them, and nothing else", () => {
  const extensions = installExtension(profile, "dist/bizarch.vsix");
  const installed = readdirSync(extensions).find((name) => name.startsWith("bizarch.bizarch-")) ?? "";
  const files = readdirSync(join(extensions, installed), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(extensions, installed).length + 1));
  expect(files.toSorted()).toEqual([
    ".vsixmanifest",
    "LICENSE.txt",
    "changelog.md",
    "dist/THIRD-PARTY-NOTICES.txt",
    "dist/bizarch.js",
    "dist/elk-worker.js",
    "dist/extension.js",
    "dist/package.json",
    "dist/panel.js",
    "dist/server.js",
    "grammar/bizarch.tmLanguage.json",
    "grammar/language-configuration.json",
    "package.json",
    "readme.md",
  ]);
});

test("it says under which license each package comes, and which one where there is a choice", () => {
  const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8");
  for (const notice of [
    /^elkjs [\d.]+\nLicense: EPL-2\.0$/m,
    /^chevrotain [\d.]+\nLicense: Apache-2\.0$/m,
    /^vscode-languageserver [\d.]+\nLicense: MIT$/m,
    /^@resvg\/resvg-wasm [\d.]+\nLicense: MPL-2\.0$/m,
    /^@fontsource\/inter [\d.]+\nLicense: OFL-1\.1$/m,
  ]) {
    expect(notices).toMatch(notice);
  }
});
