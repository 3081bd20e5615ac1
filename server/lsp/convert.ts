import {
  DiagnosticSeverity,
  type Diagnostic,
  type Location,
  type Position,
  type Range,
} from "vscode-languageserver";
import type { Finding, Locale, Severity, Site } from "../../grammar/finding.ts";
import { linesOf, offsetAt, positionAt, type SourceFile, type Span } from "../../grammar/text.ts";
import { fileAt, locate } from "../model/edit.ts";
import type { Model } from "../model/model.ts";
import { docsUrl } from "../rules/docs.ts";
import { uriOf } from "./paths.ts";
import { clientUri, type State } from "./state.ts";

/** The one place where offsets become lines and UTF-16 columns, and the words of the core become LSP's. */

/** The range of a span; the start of the file where its text is not known. */
export function rangeOf(file: SourceFile | undefined, span: Span): Range {
  if (!file) return { start: ORIGIN, end: ORIGIN };
  const lines = linesOf(file);
  const last = file.text.length;
  const at = (offset: number): Position => positionAt(lines, Math.max(0, Math.min(offset, last)));
  return { start: at(span.start), end: at(span.end) };
}

const ORIGIN: Position = { line: 0, character: 0 };

/** The offset of a position; one beyond its line is at the line's end, one beyond the text at the text's. */
export function offsetIn(file: SourceFile, { line, character }: Position): number {
  return offsetAt(linesOf(file), file.text, { line, character: Math.max(0, character) });
}

export function spanIn(file: SourceFile, { start, end }: Range): Span {
  const offsets = [offsetIn(file, start), offsetIn(file, end)];
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}

export function locationOf(model: Model, path: string, span: Span): Location {
  return { uri: uriOf(path), range: rangeOf(fileAt(model, path), span) };
}

/** The same, with the document as the client spells it where it has it open. */
export function clientLocation(state: State, model: Model, path: string, span: Span): Location {
  return { uri: clientUri(state, path), range: rangeOf(fileAt(model, path), span) };
}

function siteLocation(model: Model, site: Site): Location {
  return locationOf(model, site.path, locate(model, site));
}

export function diagnosticOf(model: Model, finding: Finding): Diagnostic {
  const { locale } = model.project.settings;
  const related = finding.related.map(({ message, site }) => ({
    message: message[locale],
    location: siteLocation(model, site),
  }));
  const diagnostic = diagnosticAt(siteLocation(model, finding.site).range, finding, locale);
  return related.length > 0 ? { ...diagnostic, relatedInformation: related } : diagnostic;
}

/** A finding at a range, without what is related to it. */
export function diagnosticAt(range: Range, { rule, severity, message }: Finding, locale: Locale): Diagnostic {
  const href = docsUrl(rule);
  return {
    range,
    severity: SEVERITIES[severity],
    code: rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: "bizarch",
    message: message[locale],
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
