import type { Locale, Severity } from "../../../grammar/finding.ts";
import type { SourceFile } from "../../../grammar/text.ts";
import { repairsOf } from "../../../server/features/fix.ts";
import type { Edit } from "../../../server/model/edit.ts";
import { modelOf } from "../../../server/model/link.ts";
import { docsUrl } from "../../../server/rules/docs.ts";
import { bytePosition } from "./byte-column.ts";
import { positionIn, type Range, type Told } from "../checked.ts";
import { shown } from "../disk.ts";
import type { Outcome } from "./outcome.ts";
import { spoken } from "./spoken.ts";

const SEVERITIES = { error: "ERROR", warning: "WARNING", info: "INFO" } as const;

/** A repair is looked for in the whole architecture: the larger it is, the fewer are. */
const MOST_LOOKS = 2_000_000;

/** Findings in the format of reviewdog, which counts columns in bytes. */
export function rdjsonFindings({ findings, elements, cwd, locale }: Outcome): string {
  const worst = (["error", "warning", "info"] as const).find((severity) =>
    findings.some(({ finding }) => finding.severity === severity),
  );
  const result = {
    source: { name: "bizarch", url: "https://github.com/bizarch/bizarch" },
    ...(worst && { severity: SEVERITIES[worst satisfies Severity] }),
    diagnostics: findings.map((told, index) => {
      const edit = index * elements < MOST_LOOKS ? clearRepair(told) : undefined;
      return { ...diagnostic(told, cwd, locale), ...(edit && { suggestions: [suggestion(told, edit)] }) };
    }),
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

function diagnostic({ finding, place }: Told, cwd: string, locale: Locale) {
  const url = docsUrl(finding.rule);
  return {
    message: spoken(finding.message[locale]),
    location: { path: shown(cwd, place.file.path), range: rangeJson(place) },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.rule, ...(url !== undefined && { url }) },
  };
}

/**
 * The one edit that repairs a finding, where it is the repair to take without a second thought and stays within the
 * lines of the finding: a reviewer's button can do no more.
 */
function clearRepair({ finding, place, project }: Told): Edit | undefined {
  const repair = project && repairsOf(modelOf(project), finding).find(({ preferred }) => preferred);
  const [edit, ...others] = repair?.edits ?? [];
  if (!edit || others.length > 0 || edit.path !== place.file.path) return undefined;
  const { start, end } = rangeOf(place.file, edit);
  return start.line >= place.start.line && end.line <= place.end.line ? edit : undefined;
}

function suggestion({ place }: Told, edit: Edit) {
  return { range: rangeJson(rangeOf(place.file, edit)), text: edit.text };
}

function rangeOf(file: SourceFile, { span }: Edit): Range {
  return { file, start: positionIn(file, span.start), end: positionIn(file, span.end) };
}

function rangeJson({ file, start, end }: Range) {
  return { start: bytePosition(file, start), end: bytePosition(file, end) };
}
