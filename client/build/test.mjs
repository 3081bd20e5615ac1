import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { check, checks } from "./check.mjs";
import { install } from "./install.mjs";
import { explain, main, root, runTool, say } from "./run.mjs";

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally */

const passed = { passed: 1, failed: 0 };
const failed = { passed: 0, failed: 1 };

const report = join(root, ".tmp/vitest.json");

/** What the end-to-end tests leave to look at. */
const pictures = join(root, "test-results");

/** Parts of the names of the tests and checks to run; all of them where there is none, or one is an option of vitest's. */
const args = process.argv.slice(2);
const filters = args.some((arg) => arg.startsWith("-")) ? [] : args.map((arg) => arg.toLowerCase());

/**
 * Installs, builds, checks and tests. What cannot be had has failed; the rest runs without it.
 *
 * @returns {Promise<readonly Tally[]>}
 */
async function runAll() {
  const chosenChecks = checks.filter(({ name }) => isChosen(name));
  const chosenTests = testFiles().filter(isChosen);
  if (chosenChecks.length + chosenTests.length === 0) {
    say(`No test has ${args.join(" or ")} in its name.`);
    return [failed];
  }
  const installed = await step("install", install);
  if (installed === failed) return [installed];

  const endToEnd = chosenTests.some(isEndToEnd);
  const prepared = [await step("build", () => build(endToEnd))];
  // The types of the end-to-end tests come from there too.
  if (endToEnd || chosenChecks.length > 0) prepared.push(await step("setup", () => setUp(endToEnd)));
  const checked = await check(chosenChecks);
  const ready = !prepared.includes(failed);
  if (endToEnd && !ready) say("✗ The end-to-end tests could not run.");
  const projects = [
    ...(chosenTests.some((path) => !isEndToEnd(path)) ? ["unit"] : []),
    ...(endToEnd && ready ? ["e2e"] : []),
  ];
  const tested = projects.length > 0 ? [await test(projects)] : [];
  return [...prepared, checked, ...tested];
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 * @returns {Promise<Tally>}
 */
async function step(name, work) {
  try {
    await work();
    return passed;
  } catch (error) {
    say(`✗ ${name}\n${explain(error)}`);
    return failed;
  }
}

/**
 * @param {boolean} endToEnd whether the extension has to be packed too
 * @returns {Promise<void>}
 */
async function build(endToEnd) {
  const { packageExtension } = await import("./package.mjs");
  const { build: bundle } = await import("./build.mjs");
  await (endToEnd ? packageExtension() : bundle());
}

/** @param {boolean} endToEnd whether a browser is needed too */
async function setUp(endToEnd) {
  const { setup } = await import("../../test/e2e/setup.mjs");
  await setup();
  if (!endToEnd) return;
  const { findBrowser } = await import("../../test/e2e/browser.mjs");
  say(`The end-to-end tests use ${relative(root, findBrowser().executablePath)}.`);
}

/**
 * Runs the chosen tests. One that was skipped, or never came to run, has failed.
 *
 * @param {readonly string[]} projects
 * @returns {Promise<Tally>}
 */
async function test(projects) {
  rmSync(report, { force: true });
  rmSync(pictures, { recursive: true, force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest/vitest.mjs", [
    "run",
    "--config=test/vitest.config.ts",
    ...reporters,
    ...projects.map((name) => `--project=${name}`),
    ...args,
  ]);
  if (!existsSync(report)) return failed;
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const unread = testResults.filter(
    (/** @type {{ status: string, assertionResults: readonly unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  );
  const tally = { passed: numPassedTests, failed: numTotalTests - numPassedTests + unread.length };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @returns {readonly string[]} relative to the clone */
const testFiles = () =>
  readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
    .map((path) => `test/${path.replaceAll(sep, "/")}`);

/** @param {string} name of a check, or path of a file of tests */
const isChosen = (name) =>
  filters.length === 0 || filters.some((filter) => name.toLowerCase().includes(filter));

/** @param {string} path */
const isEndToEnd = (path) => path.startsWith("test/e2e/");

await main(async () => {
  const tallies = await runAll().catch((error) => (say(explain(error)), [failed]));
  const failures = sum(tallies.map((tally) => tally.failed));
  say(`\n${sum(tallies.map((tally) => tally.passed))} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
});
