import type { Message } from "../../grammar/finding.ts";
import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { ownersOf, target } from "../model/query.ts";

/** Which hints somebody wants to see. */
export interface WantedHints {
  /** Behind an entity, the tool that is its system of record. */
  readonly systemOfRecord: boolean;
  /** Behind a tool, the team that answers for it. */
  readonly accountable: boolean;
}

/** A few words behind a name that the text does not have, and the elements that they name. */
export interface InlayHint {
  readonly offset: number;
  readonly label: Message;
  readonly tooltip: Message;
  readonly named: Element;
}

/** A line that is longer than this has no room for more. */
const LONGEST = 90;

/**
 * Feature: Inlay hints
 *
 * In a stretch of a file: behind the head of an entity the tool that owns it, behind that of a tool the team that answers for
 * it. Where several own an entity, that is a finding, and no hint.
 */
export function inlayHints(
  model: Model,
  path: string,
  within: Span,
  { systemOfRecord, accountable }: WantedHints,
): readonly InlayHint[] {
  const here = model.elements.filter((element) => element.path === path && element.declaration.id);
  return here.flatMap((element) => {
    const named = namedBehind(model, element, systemOfRecord, accountable);
    const head = headOf(model, element);
    const isSeen = within.start <= head.end && head.end <= within.end;
    if (!named || !isSeen || head.end - head.start > LONGEST) return [];
    return [{ offset: head.end, named, ...wordsOf(element, named) }];
  });
}

function namedBehind(
  model: Model,
  element: Element,
  systemOfRecord: boolean,
  accountable: boolean,
): Element | undefined {
  if (systemOfRecord && element.kind.name === "entity") {
    const owners = ownersOf(model, element);
    return owners.length === 1 ? owners[0] : undefined;
  }
  return accountable && element.kind.name === "tool" ? target(model, element, "accountable") : undefined;
}

/** From the word that a statement begins with to the end of its title and flags. */
function headOf(model: Model, element: Element): Span {
  const { statement, id, title, flags } = element.declaration;
  const words = [statement.head, id, title, ...flags];
  const end = Math.max(...words.map((word) => word?.span.end ?? 0));
  return locate(model, siteIn(element, { span: { start: statement.span.start, end } }));
}

function wordsOf(
  { kind, label }: Element,
  named: Element,
): { readonly label: Message; readonly tooltip: Message } {
  return kind.name === "entity"
    ? {
        label: { en: `in ${named.id}`, fr: `dans ${named.id}` },
        tooltip: {
          en: `${named.label} is the system of record of ${label}.`,
          fr: `${named.label} est le système de référence de ${label}.`,
        },
      }
    : {
        label: { en: `by ${named.id}`, fr: `par ${named.id}` },
        tooltip: { en: `${named.label} answers for ${label}.`, fr: `${named.label} répond de ${label}.` },
      };
}
