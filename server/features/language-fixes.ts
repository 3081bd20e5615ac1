import type { Finding } from "../../grammar/finding.ts";
import { propertyOf } from "../../grammar/schema.ts";
import type { Span } from "../../grammar/text.ts";
import { addProperty, addValue, appendStatement, removeLine, removeValue, replace } from "../model/edit.ts";
import type { PolicyLine } from "../model/declaration.ts";
import type { Model } from "../model/model.ts";
import { elementOf, valuesOf } from "../model/query.ts";
import { freeName } from "../model/reference.ts";
import type { Fix } from "../rules/rule.ts";
import { nameOneOf } from "../rules/repair.ts";
import { declareMissing } from "./declare.ts";
import { draftOf, fittingElements, likelyWords } from "./draft.ts";

/** Repairs of what the rules of the language find, the best first; none where only the author can know. */
export function languageFixes(model: Model, finding: Finding): readonly Fix[] {
  return [...mended(model, finding), ...fixesOf(model, finding)];
}

/** The repairs that were plain when the text was read. */
function mended(model: Model, { site, mends = [] }: Finding): readonly Fix[] {
  return mends.map(({ title, changes }) => ({
    title,
    edits: changes.map(({ span, text }) => replace(model, { ...site, span }, text)),
  }));
}

function fixesOf(model: Model, finding: Finding): readonly Fix[] {
  switch (finding.rule) {
    case "unknown-kind":
    case "unknown-property":
    case "invalid-value":
    case "unknown-rule":
      return meant(model, finding);
    case "unknown-reference":
      return [...meant(model, finding), ...declareMissing(model, finding)];
    case "missing-property":
      return sayMissing(model, finding);
    case "unused-waiver":
    case "expired-waiver":
      return withdraw(model, finding);
    case "contradictory-quality":
      return keepOne(model, finding);
    default:
      return [];
  }
}

function meant(model: Model, { suggestion, site }: Finding): readonly Fix[] {
  if (suggestion === undefined) return [];
  const title = { en: `Write '${suggestion}'`, fr: `Écrire « ${suggestion} »` };
  return [{ title, edits: [replace(model, site, suggestion)] }];
}

/** A property that has to be there, with what it may say: elements that fit, or words. */
function sayMissing(model: Model, finding: Finding): readonly Fix[] {
  const element = elementOf(model, finding);
  const property = element && propertyOf(element.kind, finding.suggestion ?? "");
  if (!element || !property) return [];
  if (property.value.type === "choice") {
    return likelyWords(property.value.words, `${element.id} ${element.label}`).map((word) => {
      const line = `${property.name} ${word}`;
      const title = { en: `Add '${line}'`, fr: `Ajouter « ${line} »` };
      return { title, edits: [addProperty(model, element, line)] };
    });
  }
  if (property.value.type !== "ref") return [];
  const { kinds } = property.value;
  const fitting = fittingElements(model, kinds).filter((candidate) => candidate !== element);
  if (fitting.length > 0) return nameOneOf(model, element, property.name, fitting);
  return kinds.slice(0, 1).flatMap((kind) => {
    const name = freeName(model, element.path, `${element.id}-${kind}`);
    const statement = draftOf(model, kind, name);
    if (statement === undefined) return [];
    const title = {
      en: `Declare a ${kind} '${name}', and add '${property.name} ${name}'`,
      fr: `Déclarer « ${kind} ${name} », et ajouter « ${property.name} ${name} »`,
    };
    const edits = [
      addValue(model, element, property.name, name),
      appendStatement(model, element.path, statement),
    ];
    return [{ title, edits }];
  });
}

/** Which of two words is true only the author knows: either may go. */
function keepOne(model: Model, finding: Finding): readonly Fix[] {
  const element = elementOf(model, finding);
  const values = element ? valuesOf(element, "quality") : [];
  const spans = [
    finding.site,
    ...(finding.related.length === 1 ? finding.related.map(({ site }) => site) : []),
  ];
  return spans.flatMap(({ span }) => {
    const value = values.find((one) => one.span === span);
    const edit = element && value && removeValue(model, element, "quality", value);
    if (!edit) return [];
    return [{ title: { en: `Remove '${value.text}'`, fr: `Retirer « ${value.text} »` }, edits: [edit] }];
  });
}

/** A waiver that excuses nothing goes, and the policy with it where it was all that it said. */
function withdraw(model: Model, { site }: Finding): readonly Fix[] {
  const inPolicy = model.policy.filter(({ line }) => line.top === site.top);
  const line = inPolicy.map((placed) => placed.line).find((line) => isAt(line, site.span));
  if (!line || !site.top) return [];
  const span = inPolicy.length === 1 ? site.top.span : line.span;
  const title = { en: "Remove this exception", fr: "Retirer cette dérogation" };
  return [{ title, edits: [removeLine(model, { ...site, span })] }];
}

/** Whether a finding about a line of a policy stands at it: at its rule, or at the end of a waiver. */
function isAt(line: PolicyLine, span: Span): boolean {
  return line.rule.span === span || (line.type === "waiver" && line.until?.span === span);
}
