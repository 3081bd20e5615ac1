import { existsSync, readFileSync, statSync } from "node:fs";
import picomatch from "picomatch";
import { describe, expect, test, vi } from "vitest";
import french from "../../package.nls.fr.json";
import english from "../../package.nls.json";
import manifest from "../../package.json";
import configuration from "../../grammar/language-configuration.json";
import { commands } from "../../client/extension/commands.ts";
import { refactorings } from "../../client/extension/refactor.ts";
import { refactorings as known } from "../../server/features/refactor/refactorings.ts";
import { template } from "../../client/template/index.ts";
import { judge } from "../support/verdict.ts";

vi.mock("vscode", () => ({}));

const { contributes } = manifest;
const written = JSON.stringify(manifest);

describe("commands", () => {
  const contributed = contributes.commands.map(({ command }) => command);

  test("what is contributed is implemented, and nothing else", () => {
    const later = () => Promise.resolve();
    const actions = {
      openLockedDiagram: () => undefined,
      toggleDiagramLock: later,
      showSource: later,
      refreshDiagram: later,
      exportDiagram: later,
      undoMove: later,
      redoMove: later,
      resetLayout: later,
      resetPosition: later,
      copyDiagram: later,
      showElement: later,
      openDiagram: () => undefined,
      showLog: () => undefined,
      explainRule: later,
    };
    const implemented = commands({
      ...actions,
      restartServer: later,
      followLens: later,
      checkAll: later,
      newArchitecture: later,
      reportProblem: later,
      showScorecard: () => undefined,
      exportScorecard: later,
      showActions: later,
      compareWith: later,
      openArchitectureChanges: later,
      openChangesDiagram: () => undefined,
      refreshChanges: later,
      stopComparing: later,
      openChange: later,
      openBase: later,
      openChanges: later,
      refactorHere: later,
      refactorChosen: later,
    }).map(({ id }) => id);
    expect(implemented).toEqual(contributed);
  });

  test("every refactoring of the server has a command", () => {
    expect(refactorings.toSorted()).toEqual(known.map(({ id }) => id).toSorted());
  });

  test("menus and keys name only commands that there are", () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    expect(used.map(({ command }) => command).filter((command) => !contributed.includes(command))).toEqual(
      [],
    );
  });

  test("the diagram opens as a Markdown preview does", () => {
    expect(contributes.keybindings[0]).toMatchObject({ key: "ctrl+k v", mac: "cmd+k v" });
  });
});

describe("what newcomers are shown", () => {
  const [walkthrough] = contributes.walkthroughs;
  const steps = walkthrough?.steps ?? [];
  const texts = [english, french].flatMap((words) =>
    Object.entries(words).filter(([key]) => /^(welcome|walkthrough)\./.test(key)),
  );

  test("leads only to commands and views that there are, and to the walkthrough itself", () => {
    const known = new Set([
      ...contributes.commands.map(({ command }) => command),
      "bizarch.architecture.focus",
      `workbench.action.openWalkthrough?${encodeURIComponent(JSON.stringify("bizarch.bizarch#start"))}`,
      "workbench.actions.view.problems",
      "vscode.openFolder",
    ]);
    const links = texts.flatMap(([, text]) => [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, id]) => id));
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((id) => id === undefined || !known.has(id))).toEqual([]);
    expect(walkthrough?.id).toBe("start");
  });

  test("every step is done by something that can happen", () => {
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    expect(events).toHaveLength(steps.length);
    const commands = new Set(contributes.commands.map(({ command }) => `onCommand:${command}`));
    const others = events.filter((event) => !commands.has(event));
    expect(others).toEqual(["onView:bizarch.architecture", "onContext:bizarch.hasFindings"]);
    expect(readFileSync("client/extension/welcome.ts", "utf8")).toContain('"bizarch.hasFindings"');
  });

  test("every picture is there, and small", () => {
    for (const { media } of steps) expect(statSync(media.image).size).toBeLessThan(120_000);
  });

  test.each(["en", "fr"] as const)("what it asks to write is found, in %s", (locale) => {
    const words = { en: english, fr: french }[locale]["walkthrough.find.description"];
    const mistake = /``(tool [^`]+)``/.exec(words)?.[1] ?? "";
    const files = [...template[locale]].map(([name, text]) =>
      name === "how.bizarch" ? `//- ${name}\n${text}\n${mistake}` : `//- ${name}\n${text}`,
    );
    const found = judge(files.join("\n")).verdict.findings.map(({ rule }) => rule);
    expect(found).toContain("marketing-tool-owns-core-data");
    expect(found).not.toContain("unknown-reference");
  });
});

describe("titles", () => {
  test("every title that is used is there, in English and in French", () => {
    const used = [...written.matchAll(/"%([^%]+)%"/g)].map(([, key]) => key ?? "");
    expect(Object.keys(english).toSorted()).toEqual([...new Set(used)].toSorted());
    expect(Object.keys(french)).toEqual(Object.keys(english));
  });

  test("nothing is left untranslated", () => {
    const translated = new Map(Object.entries(french));
    for (const [key, title] of Object.entries(english)) expect(translated.get(key)).not.toBe(title);
  });
});

describe("files", () => {
  const files = [...written.matchAll(/"\.?\/?((?:client|grammar|dist)\/[^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );

  test("every file that is named is there, or is built", () => {
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((path) => !path.startsWith("dist/") && !existsSync(path))).toEqual([]);
  });

  test("every file that is named is packed", () => {
    const lines = readFileSync(".vscodeignore", "utf8").split("\n");
    const packed = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    const isPacked = picomatch(packed);
    expect(files.filter((path) => !isPacked(path))).toEqual([]);
  });
});

describe("activation", () => {
  test("a workspace with files of the language starts the extension, and so do such a file and a panel that comes back", () => {
    expect(manifest.activationEvents).toEqual([
      "workspaceContains:**/*.bizarch",
      "onLanguage:bizarch",
      "onWebviewPanel:bizarch.diagram",
      "onWebviewPanel:bizarch.changes",
      "onWebviewPanel:bizarch.scorecard",
    ]);
    expect(readFileSync("client/extension/compare/changes-panel.ts", "utf8")).toContain(
      'type = "bizarch.changes"',
    );
    expect(readFileSync("client/extension/diagram-panel.ts", "utf8")).toContain('type = "bizarch.diagram"');
  });

  test("the language has a configuration, without which it would never start", () => {
    expect(contributes.languages[0]?.configuration).toBe("./grammar/language-configuration.json");
  });

  test("nobody has to trust a folder to read its architecture", () => {
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
  });
});

describe("language configuration", () => {
  const { wordPattern, indentationRules, onEnterRules } = configuration;

  test.each([
    ["référentiel-client -> x", "référentiel-client"],
    ["a->b", "a"],
    ["_x1.y", "_x1"],
    ["2027-06-30 x", "2027-06-30"],
    ["10y 6mo", "10y"],
  ])("the first word of %s is %s", (text, word) => {
    expect(new RegExp(wordPattern.pattern, wordPattern.flags).exec(text)?.[0]).toBe(word);
  });

  test.each([
    ["tool pim {", true],
    ['  entity Product "Anything" {  // why', true],
    ["stakeholder household { kind customer }", false],
    ["// tool pim {", false],
    ["  lifespan 7y", false],
  ])("after %s, the next line is indented: %s", (line, indented) => {
    expect(new RegExp(indentationRules.increaseIndentPattern.pattern).test(line)).toBe(indented);
  });

  test("a closing brace is put back", () => {
    expect(new RegExp(indentationRules.decreaseIndentPattern.pattern).test("  }")).toBe(true);
  });

  test("a description goes on with the next line, a comment does not", () => {
    const rule = onEnterRules.find(({ action }) => "appendText" in action);
    const pattern = new RegExp(rule?.beforeText.pattern ?? "");
    expect(rule?.action).toEqual({ indent: "none", appendText: "/// " });
    expect(["/// Why", "  ///"].every((line) => pattern.test(line))).toBe(true);
    expect(["// Why", "//// Why", "tool pim // ///"].some((line) => pattern.test(line))).toBe(false);
  });
});
