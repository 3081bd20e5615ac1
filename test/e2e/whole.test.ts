import { expect, test } from "vitest";
import { desk } from "./desk.ts";

/** Two flows between the same two are told apart by their titles alone. */
const twins = 'flow till -> webshop "By night"\nflow till -> webshop "By day"\n';
const { open } = desk("whole", { sample: "retail-drift", files: { "twins.bizarch": twins } });

test("the whole architecture is checked, summed up, and shown to a board", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  const status = page.locator('.statusbar-item[aria-label^="BizArch:"]');
  await status.waitFor();
  expect(await status.getAttribute("aria-label")).toMatch(/\d+ errors, \d+ warnings/);

  await workbench.runCommand("BizArch: Check Whole Architecture");
  const toast = page.locator(".notification-toast", {
    hasText: /\d+ errors, \d+ warnings, .* in \d+ elements/,
  });
  await toast.waitFor();
  await workbench.screenshot("whole-1-checked");
  await toast.getByRole("button", { name: "Show Scorecard" }).click();
  const card = workbench.webview.getByRole("heading").first();
  await card.waitFor();
  await workbench.screenshot("whole-2-scorecard");
});

test("the tree of the architecture says how much is found on each storey, and leads to the text", async () => {
  const workbench = await open("why.bizarch");
  const { page } = workbench;
  await workbench.runCommand("View: Show BizArch");
  const row = (text: string) => page.locator(".part.sidebar .monaco-list-row", { hasText: text }).first();
  await row("goal").click();
  await row("one-platform").waitFor();
  await row("flow").click();
  await row("By night").waitFor();
  await row("By day").waitFor();
  await workbench.screenshot("whole-3-tree");
  await row("one-platform").click();
  await expect.poll(workbench.currentLine).toContain("goal one-platform");
});
