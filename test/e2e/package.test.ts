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
    "client/extension/media/diagram-dark.svg",
    "client/extension/media/diagram-light.svg",
    "client/extension/media/file-dark.svg",
    "client/extension/media/file-light.svg",
    "client/extension/media/icon.png",
    ...["begin", "draw", "find", "mend", "read", "sum"].map(
      (step) => `client/extension/media/walkthrough/${step}.png`,
    ),
    "dist/THIRD-PARTY-NOTICES.txt",
    "dist/bizarch.js",
    "dist/cli.js",
    "dist/elk-worker.js",
    "dist/extension-web.cjs",
    "dist/extension.js",
    "dist/package.json",
    "dist/page.js",
    "dist/panel.js",
    "dist/scorecard.js",
    "dist/server-web.js",
    "dist/server.js",
    "grammar/bizarch.tmLanguage.json",
    "grammar/language-configuration.json",
    "grammar/markdown.tmLanguage.json",
    "grammar/snippets.json",
    "package.json",
    "package.nls.fr.json",
    "package.nls.json",
    "readme.md",
  ]);
});

test("it says under which license each package comes, and which one where there is a choice", () => {
  const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8");
  const licenses = [...notices.matchAll(/^(\S+) [\d.]+\nLicense: (\S+)$/gm)].map(
    ([, name, id]) => `${name} ${id}`,
  );
  expect(licenses).toEqual(
    expect.arrayContaining([
      "elkjs EPL-2.0",
      "chevrotain Apache-2.0",
      "vscode-languageserver MIT",
      "@resvg/resvg-wasm MPL-2.0",
      "@fontsource/inter OFL-1.1",
    ]),
  );
});
