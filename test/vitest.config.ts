import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Gives source files what the bundles give them: a page or a template as its text, a font or a wasm file as its path. */
const modules = {
  name: "bizarch-modules",
  enforce: "pre" as const,
  async load(id: string): Promise<string | undefined> {
    if (/\.(md|bizarch)$/.test(id)) return `export default ${JSON.stringify(await readFile(id, "utf8"))};`;
    if (id.endsWith(".woff2") || id.endsWith(".wasm")) return `export default ${JSON.stringify(id)};`;
    return undefined;
  },
};

const deps = { inline: [/\.(woff2|wasm)$/] };

const root = resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        plugins: [modules],
        test: {
          name: "unit",
          server: { deps },
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "**/node_modules/**"],
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [modules],
        test: {
          name: "e2e",
          globalSetup: ["test/e2e/serve.ts"],
          server: { deps },
          include: ["test/e2e/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          // A browser takes its time on a busy machine.
          expect: { poll: { timeout: 60_000 } },
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
