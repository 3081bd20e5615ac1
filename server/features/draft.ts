import { families } from "../../grammar/categories.ts";
import { kindOf, type KindName, type Property } from "../../grammar/schema.ts";
import { writeString } from "../../grammar/strings.ts";
import type { Element, Model } from "../model/model.ts";
import { isCore, ofKind } from "../model/query.ts";

/** More choices than these are no help in a menu. */
const MOST = 12;

/**
 * A new element as it is declared, with all that it has to say; undefined where that names an element of a kind which
 * the architecture has none of, and for what is not declared by a name at the top of a file.
 */
export function draftOf(model: Model, kindName: KindName, name: string): string | undefined {
  const kind = kindOf(kindName);
  if (!kind || kind.ends || kind.within) return undefined;
  const required = kind.properties.filter(({ count }) => count === "one" || count === "some");
  const lines = required.map((property) => lineOf(model, property, name));
  if (lines.includes(undefined)) return undefined;
  const head = `${kindName} ${name} ${writeString(titleOf(name))}`;
  return lines.length === 0 ? head : `${head} {\n${lines.map((line) => `  ${line ?? ""}\n`).join("")}}`;
}

function lineOf(model: Model, { name, value }: Property, id: string): string | undefined {
  if (value.type === "choice") return `${name} ${likelyWords(value.words, id)[0] ?? ""}`;
  if (value.type !== "ref") return undefined;
  const [first] = fittingElements(model, value.kinds);
  return first && `${name} ${first.name}`;
}

/** `data-office` → `Data office` */
export function titleOf(id: string): string {
  const words = id.replaceAll(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The elements of these kinds, as good candidates for a first mention: in the order of the kinds, core ones first. */
export function fittingElements(model: Model, kinds: readonly KindName[]): readonly Element[] {
  return kinds.flatMap((kind) => {
    const all = ofKind(model, kind);
    return [...all.filter(isCore), ...all.filter((element) => !isCore(element))];
  });
}

/** Which of a property's words it may be: the one that is in what is known already, else all, or one of each family. */
export function likelyWords(words: readonly string[], known: string): readonly string[] {
  const parts = known.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const all = parts.join("-");
  const found = words.filter((word) => parts.includes(word) || (word.includes("-") && all.includes(word)));
  const [best] = found.toSorted((a, b) => b.length - a.length);
  if (best !== undefined) return [best];
  if (words.length <= MOST) return words;
  const heads = Object.values(families).map((family): string => family[0]);
  return heads.filter((head) => words.includes(head));
}
