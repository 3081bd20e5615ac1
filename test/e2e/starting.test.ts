import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { template } from "../../client/template/index.ts";
import { desk } from "./desk.ts";

const { folder, open } = desk("starting", {});

test("an empty folder says how to begin; what is begun is drawn at once", async () => {
  const workbench = await open();
  const { page } = workbench;
  await page.locator('.part.activitybar a[aria-label="BizArch"]').click();
  const begin = page.locator(".part.sidebar").getByRole("button", { name: "New Architecture" });
  await begin.waitFor();
  await workbench.screenshot("starting-1-empty-folder");

  await page.locator(".part.sidebar").getByRole("button", { name: "Get Started" }).click();
  const step = (title: string) =>
    page.locator(".gettingStartedContainer .getting-started-step", { hasText: title });
  await step("Begin in an empty folder").waitFor();
  await page.locator(".gettingStartedContainer img").first().waitFor();
  await step("Let something go wrong").click();
  await page.locator(".gettingStartedContainer", { hasText: "tool newsletter" }).waitFor();
  await workbench.screenshot("starting-2-walkthrough");

  await begin.click();
  await workbench.webview.locator('[data-name="keep-cycling"]').waitFor();
  await expect.poll(workbench.currentLine).toContain("// Why:");
  await page.locator(".part.sidebar .monaco-list-row", { hasText: "mission" }).first().waitFor();
  await workbench.screenshot("starting-3-begun");
  for (const [name, text] of template.en) expect(readFileSync(join(folder, name), "utf8")).toBe(text);

  await workbench.runCommand("BizArch: New Architecture");
  await page.locator(".notification-toast", { hasText: "there is bizarch.json already" }).waitFor();
});

/** What a newcomer writes to see what happens: a tool for campaigns takes over what the company lives by. */
const mistake =
  'tool newsletter "Newsletter" { category email; accountable workshop; used-by workshop; serves repair; owns bicycle }\n';

test("the task checks the folder, and puts what is found into the problems", async () => {
  appendFileSync(join(folder, "how.bizarch"), mistake);
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  await page.locator('.statusbar-item[aria-label*="3 errors"]').waitFor();
  await workbench.focusEditor();
  // VS Code takes the command before it is ready to say which tasks there are, and then forgets it. A person asks again.
  const isAsked = async () => {
    await workbench.beginCommand("Tasks: Run Task");
    const kinds = workbench.choices("bizarch").first();
    return kinds.waitFor({ timeout: 6_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isAsked).toBe(true);
  await workbench.choose(workbench.choices("bizarch"));
  await workbench.choose(workbench.choices("bizarch: check"));

  // It has run to its end, with an exit code that says that there are errors.
  await page.locator(".part.panel .composite.title .codicon-error").first().waitFor();
  await workbench.screenshot("starting-4-task");

  // The server finds the same, and says more: where the domain is. Of what is in a closed file the task has the last word.
  const found = await workbench.problem("'newsletter' and 'workshop-book' both own 'bicycle'");
  await (await workbench.problem("'bicycle' is a core domain")).waitFor({ state: "detached" });
  await expect.poll(() => found.count()).toBe(1);
  expect(await (await workbench.problem("[Ln")).count()).toBe(5);
  await workbench.screenshot("starting-5-problems");
});

test("a problem is reported with an architecture that nobody knows again", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  await page.locator('.statusbar-item[aria-label*="3 errors"]').waitFor();
  await workbench.runCommand("BizArch: Report a Problem");
  const toast = page.locator(".notification-toast", { hasText: "Nothing was sent" });
  await toast.getByRole("button", { name: "Open the Issues Page" }).waitFor();
  const line = (text: string) => page.locator(".editor-instance .view-line", { hasText: text }).first();
  await line("A\u00a0problem\u00a0with\u00a0BizArch").waitFor();
  await workbench.screenshot("starting-6-report");
  await workbench.focusEditor();
  await page.keyboard.press("Control+End");
  await line("goal\u00a0goal-1").waitFor();
  await workbench.screenshot("starting-7-anonymised");
  const shown = await page.locator(".editor-instance .view-lines").first().innerText();
  expect(shown).toContain("mission");
  expect(shown).not.toMatch(/bicycle|cycling|Daily Wheels/i);
});
