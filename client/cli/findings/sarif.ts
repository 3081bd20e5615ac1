import type { Log, PhysicalLocation, Region, Result, Suppression } from "sarif";
import { version } from "../../../package.json";
import type { Locale } from "../../../grammar/finding.ts";
import type { Excused, Range, Told } from "../checked.ts";
import { shown } from "../disk.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import type { Outcome } from "./outcome.ts";
import { SARIF_LEVELS, sarifRules } from "./sarif-rules.ts";
import { spoken } from "./spoken.ts";

/**
 * Findings as SARIF 2.1.0. What is waived or in the baseline is there too, as suppressed; `isBare` leaves it out, for
 * readers such as GitHub that take what is suppressed for open.
 */
export function sarifFindings(outcome: Outcome, isBare: boolean): string {
  const { cwd, locale } = outcome;
  const entries = entriesOf(outcome).filter(({ suppressions }) => !isBare || suppressions.length === 0);
  const all = entries.map(({ told }) => told);
  const rules = sarifRules(all);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(all, cwd);
  const isAnySuppressed = entries.some(({ suppressions }) => suppressions.length > 0);
  const results = entries.map(({ told, suppressions, baselineState }, index): Result => {
    return {
      ruleId: told.finding.rule,
      ruleIndex: indexOf.get(told.finding.rule) ?? -1,
      ...resultOf(told, cwd, locale),
      partialFingerprints: { "bizarchFinding/v1": fingerprints[index] ?? "" },
      // Where one result has a list all have to: an empty one says that the result is in force.
      ...(isAnySuppressed && { suppressions }),
      ...(outcome.baseline && { baselineState }),
    };
  });
  const driver = {
    name: "BizArch",
    version,
    semanticVersion: version,
    informationUri: "https://github.com/bizarch/bizarch",
    rules: [...rules],
  };
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, language: locale, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

interface Entry {
  readonly told: Told;
  readonly suppressions: Suppression[];
  readonly baselineState: Result.baselineState;
}

function entriesOf({ findings, hidden, waived, locale }: Outcome): readonly Entry[] {
  const justification = { en: "Recorded in the baseline.", fr: "Déjà dans la référence." }[locale];
  const known: Suppression = { kind: "external", status: "accepted", justification };
  return [
    ...findings.map((told): Entry => ({ told, suppressions: [], baselineState: "new" })),
    ...hidden.map((told): Entry => ({ told, suppressions: [known], baselineState: "unchanged" })),
    ...waived.map((told): Entry => ({ told, suppressions: [excuse(told)], baselineState: "new" })),
  ];
}

function excuse({ waiver: { because, until } }: Excused): Suppression {
  return { kind: "external", status: "accepted", justification: because, properties: { until } };
}

function resultOf({ finding, place, related }: Told, cwd: string, locale: Locale) {
  const { element } = finding;
  const others = finding.related.flatMap(({ message }, index) => {
    const at = related[index];
    if (!at) return [];
    const text = spoken(message[locale]);
    return [{ id: index + 1, message: { text }, physicalLocation: physicalLocation(at, cwd) }];
  });
  const location = {
    physicalLocation: physicalLocation(place, cwd),
    ...(element !== undefined && { logicalLocations: [{ fullyQualifiedName: element }] }),
  };
  return {
    level: SARIF_LEVELS[finding.severity],
    message: { text: spoken(finding.message[locale]) },
    locations: [location],
    ...(others.length > 0 && { relatedLocations: others }),
  };
}

function physicalLocation({ file, start, end }: Range, cwd: string): PhysicalLocation {
  const region: Region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { artifactLocation: { uri: uriOf(shown(cwd, file.path)), uriBaseId: "%SRCROOT%" }, region };
}

/** A path as a relative URI: a colon in it begins no scheme, and every name can be written. */
function uriOf(path: string): string {
  const names = path.split("/").map((name) => name.replace(/\p{Cs}/gu, "\ufffd"));
  return names.map(encodeURIComponent).join("/");
}
