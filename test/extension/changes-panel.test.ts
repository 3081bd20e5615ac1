import { expect, test, vi } from "vitest";
import { fakePanel, fakeVSCode } from "./fake-vscode.ts";

vi.mock("vscode", () => fakeVSCode);
const { Uri } = await import("vscode");
const { ChangesPanel } = await import("../../client/extension/compare/changes-panel.ts");
const { compareWordsIn } = await import("../../client/extension/compare/compare-words.ts");
const { wordsIn } = await import("../../client/extension/words.ts");

const NOTHING = "Nothing is compared. Run BizArch: Compare Architecture With…";

/** A panel while nothing is compared, which may change. */
function open({ awaited }: { readonly awaited: boolean }) {
  const page = fakePanel();
  const known = { awaited };
  const comparison = { base: undefined, onChanged: () => ({ dispose: () => undefined }) };
  const changes = {
    house: { extension: Uri.parse("ext:"), words: wordsIn("en") },
    comparison,
    words: compareWordsIn("en"),
    git: () => undefined,
    isAwaited: () => known.awaited,
  };
  // @ts-expect-error The stand-ins have no more than is asked of them.
  const panel = new ChangesPanel(changes, page.panel);
  page.says({ type: "ready" });
  return { ...page, known, panel };
}

test("a panel that came back says that nothing is compared only when that is known", () => {
  const { posted, known, panel } = open({ awaited: true });
  expect(posted()).toEqual([]);
  known.awaited = false;
  panel.refresh();
  expect(posted()).toEqual([{ type: "fail", reason: NOTHING }]);
});

test("where nothing was compared before, it says so at once", () => {
  expect(open({ awaited: false }).posted()).toEqual([{ type: "fail", reason: NOTHING }]);
});
