import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { desk } from "./desk.ts";

/** The tool that marketing bought for campaigns, and what it took over. */
const tool = { name: "cdp", file: "customer.bizarch", line: 'tool cdp "Customer data platform" {' };
const finding = "'cdp' is a marketing tool (cdp) and owns 'customer', which is core";
const fix = "Let 'mdm' own 'customer', and 'cdp' read it";

/** A file as somebody in a hurry leaves it, and the same in the one layout. */
const messy =
  "capability   menus-in-a-hurry\n{\n// who asks for it\n    serves  useful-advice\n\n\n\n tags a,b ;   since 2026-01-01 }\n";
const orderly = `capability menus-in-a-hurry {
  // who asks for it
  serves useful-advice

  tags a, b
  since 2026-01-01
}
`;

const { folder, open } = desk("drift", { sample: "retail-drift", files: { "messy.bizarch": messy } });

test("an architect finds a drift, sees it drawn, mends it, and watches it go", async () => {
  const workbench = await open(tool.file);
  const shape = workbench.webview.locator(`[data-name="${tool.name}"]`);
  const mark = workbench.webview.locator(`.finding-mark[data-for="${tool.name}"][data-severity="error"]`);

  const row = await workbench.problem(finding);
  await row.waitFor();
  await workbench.screenshot("1-finding");

  await workbench.focusEditor();
  await workbench.runCommand("BizArch: Open Diagram to the Side");
  await mark.waitFor();
  await workbench.screenshot("2-diagram");

  expect(await workbench.currentLine()).not.toContain(tool.line);
  await shape.click();
  await expect.poll(workbench.currentLine).toContain(tool.line);
  await workbench.screenshot("3-source");

  await workbench.showProblem(row);
  await workbench.quickFix(fix);
  await row.waitFor({ state: "detached" });
  await mark.waitFor({ state: "detached" });
  await shape.waitFor();
  await workbench.screenshot("4-mended");
});

test("a text in disorder is put in order, and means what it meant", async () => {
  const workbench = await open("messy.bizarch");
  // Once there are problems, the server is there, and offers to format.
  await (await workbench.problem("bizarch")).first().waitFor();
  await workbench.focusEditor();
  await workbench.runCommand("Format Document");
  await workbench.runCommand("File: Save");
  await expect.poll(() => readFileSync(join(folder, "messy.bizarch"), "utf8")).toBe(orderly);
  await workbench.screenshot("5-formatted");
});
