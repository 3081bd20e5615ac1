import { pathToFileURL } from "node:url";
import { install } from "./install.mjs";
import { askTool, main, say } from "./run.mjs";

/** @typedef {{ readonly name: string, readonly tool: string, readonly args: readonly string[] }} Check */

/**
 * What reads the code without running it, each with the name that `npm test -- NAME` finds it by.
 *
 * @type {readonly Check[]}
 */
export const checks = [
  { name: "check/types", tool: "typescript/bin/tsc", args: ["--noEmit"] },
  { name: "check/lint", tool: "oxlint/bin/oxlint", args: ["--type-aware", "--deny-warnings"] },
  { name: "check/format", tool: "prettier/bin/prettier.cjs", args: ["--check", "--log-level=warn", "."] },
  { name: "check/unused", tool: "knip/bin/knip.js", args: ["--no-progress"] },
];

/**
 * Runs checks side by side, and shows what one said when it is not content.
 *
 * @param {readonly Check[]} [chosen]
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>}
 */
export async function check(chosen = checks) {
  const results = await Promise.all(chosen.map(report));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>} whether it is content
 */
async function report({ name, tool, args }) {
  const { code, output } = await askTool(tool, args);
  say(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
  return code === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await install();
    const { setup } = await import("../../test/e2e/setup.mjs");
    await setup();
    const { failed } = await check();
    return failed === 0 ? 0 : 1;
  });
}
