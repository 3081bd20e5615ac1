import type { Message } from "../../grammar/finding.ts";
import { quotesOf } from "../../grammar/strings.ts";
import type { Span } from "../../grammar/text.ts";
import { locate } from "../model/edit.ts";
import { siteIn, type Model } from "../model/model.ts";
import { isWebAddress } from "../model/values.ts";
import { docsUrl } from "../rules/docs.ts";

/** Words that lead somewhere on the web. */
export interface DocumentLink {
  readonly span: Span;
  readonly url: string;
  readonly tooltip: Message;
}

/**
 * Feature: Links
 *
 * The web addresses of a file's elements (`link "https://…"`), and the rules that its policies name, with their pages.
 */
export function documentLinks(model: Model, path: string): readonly DocumentLink[] {
  return [...addresses(model, path), ...rulePages(model, path)];
}

function addresses(model: Model, path: string): readonly DocumentLink[] {
  const here = model.elements.filter((element) => element.path === path);
  return here.flatMap((element) => {
    const entries = [...element.declaration.properties.values()];
    const values = entries
      .filter(({ property }) => property.value.type === "url")
      .flatMap((entry) => entry.values);
    return values.flatMap((value): DocumentLink[] => {
      if (value.type !== "string" || !isWebAddress(value.value)) return [];
      const { quotes, isClosed } = quotesOf(value.text);
      // One that is still being typed leads nowhere yet.
      if (!isClosed) return [];
      const { start, end } = locate(model, siteIn(element, value));
      const span = { start: start + quotes, end: end - quotes };
      return [{ span, url: value.value, tooltip: READ_MORE(element.label) }];
    });
  });
}

function rulePages(model: Model, path: string): readonly DocumentLink[] {
  const lines = model.policy.filter((placed) => placed.path === path);
  return lines.flatMap(({ line }): DocumentLink[] => {
    const url = docsUrl(line.rule.text);
    const span = locate(model, { path, top: line.top, span: line.rule.span });
    return url === undefined ? [] : [{ span, url, tooltip: RULE_PAGE(line.rule.text) }];
  });
}

const READ_MORE = (label: string): Message => ({
  en: `More about ${label}`,
  fr: `En savoir plus sur ${label}`,
});
const RULE_PAGE = (rule: string): Message => ({
  en: `What the rule '${rule}' finds, and why`,
  fr: `Ce que trouve la règle « ${rule} », et pourquoi`,
});
