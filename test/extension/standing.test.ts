import { setImmediate } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import type { CheckedProject } from "../../server/lsp/protocol.ts";
import { fakeVSCode } from "./fake-vscode.ts";

vi.mock("vscode", () => ({ ...fakeVSCode, Disposable: { from: () => ({ dispose: () => undefined }) } }));
const { EventEmitter } = await import("vscode");
const { standing } = await import("../../client/extension/standing.ts");
const { standingLook } = await import("../../client/extension/status.ts");
const { wordsIn } = await import("../../client/extension/words.ts");

function checked(name: string, error: number, warning = 0): CheckedProject {
  const project = { uri: `file:///${name}`, name };
  return { project, error, warning, info: 2, waived: 0, files: 1, elements: 3 };
}

const shop = checked("Shop", 1, 2);
const hostile = checked("$(bug) 𝒳 Épicerie", 0, 1);
const untitled = checked("untitled:Untitled-1", 3);

test.each([
  [
    "the only project",
    [shop],
    undefined,
    "en",
    "$(home) Shop $(error) 1 $(warning) 2",
    "Shop, 1 error, 2 warnings",
  ],
  [
    "the active of several",
    [shop, hostile],
    hostile,
    "en",
    "$(home) $\u200b(bug) 𝒳 Épicerie $(error) 0 $(warning) 1",
    "$(bug) 𝒳 Épicerie, 0 errors, 1 warning",
  ],
  [
    "several, none active",
    [shop, hostile],
    undefined,
    "en",
    "$(home) 2 projects $(error) 1 $(warning) 3",
    "2 projects, 1 error, 3 warnings",
  ],
  [
    "several in French",
    [shop, hostile],
    undefined,
    "fr",
    "$(home) 2 projets $(error) 1 $(warning) 3",
    "2 projets, 1 erreur, 3 avertissements",
  ],
  [
    "one that is gone is not active",
    [shop, untitled],
    hostile,
    "fr",
    "$(home) 2 projets $(error) 4 $(warning) 2",
    "2 projets, 4 erreurs, 2 avertissements",
  ],
  [
    "what was never saved",
    [untitled],
    undefined,
    "en",
    "$(home) Untitled-1 $(error) 3 $(warning) 0",
    "Untitled-1, 3 errors, 0 warnings",
  ],
])("the status bar says of %s", (_, projects, active, language, text, label) => {
  const look = standingLook(projects, active?.project, wordsIn(language));
  expect(look.text).toBe(text);
  expect(look.label.replace(/^BizArch ?: /, "")).toBe(label);
  expect(look.tooltip?.split("\n")).toHaveLength(projects.length);
});

describe("how all projects stand", () => {
  function asked() {
    const changed = new EventEmitter<readonly string[]>();
    const state = new EventEmitter<"starting" | "running" | "down">();
    const answers: ((projects: readonly CheckedProject[] | null | Error) => Promise<void>)[] = [];
    const check = () =>
      new Promise((resolve, reject) => {
        answers.push(async (projects) => {
          if (projects instanceof Error) reject(projects);
          else resolve(projects && { projects });
          await setImmediate();
        });
      });
    const server = { check, onChanged: changed.event, onState: state.event };
    // @ts-expect-error The stand-in has no more than is asked of it.
    const stands = standing(server);
    const told = vi.fn<() => void>();
    stands.onChanged(told);
    return { stands, told, answers, changed, state };
  }

  test("is asked for when the server runs and when something changed, and told once it is known", async () => {
    const { stands, told, answers, changed, state } = asked();
    state.fire("starting");
    expect(answers).toHaveLength(0);
    state.fire("running");
    expect(stands.projects()).toEqual([]);
    await answers[0]?.([shop]);
    expect(stands.projects()).toEqual([shop]);
    changed.fire(["file:///Shop"]);
    await answers[1]?.([shop, hostile]);
    expect(stands.projects()).toEqual([shop, hostile]);
    expect(told).toHaveBeenCalledTimes(2);
  });

  test("an answer that another change overtook is let go, and so is none", async () => {
    const { stands, told, answers, changed, state } = asked();
    state.fire("running");
    changed.fire([]);
    await answers[0]?.([shop]);
    expect(stands.projects()).toEqual([]);
    await answers[1]?.([hostile]);
    changed.fire([]);
    await answers[2]?.(new Error("It is down."));
    changed.fire([]);
    await answers[3]?.(null);
    expect(stands.projects()).toEqual([hostile]);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
