import type { Value } from "../../../grammar/tree.ts";
import { locate, removeLine, type Edit } from "../../model/edit.ts";
import type { Element, Model } from "../../model/model.ts";

/** Values are taken out of a property of an element; with all of them goes its line. */
export function withoutValues(
  model: Model,
  element: Element,
  property: string,
  gone: ReadonlySet<Value>,
): readonly Edit[] {
  const entry = element.declaration.properties.get(property);
  if (!entry) return [];
  const { path } = element;
  const site = { path, top: element.declaration.top };
  const values = entry.values;
  if (values.every((value) => gone.has(value))) {
    return [removeLine(model, { ...site, span: entry.span })];
  }
  const first = values.findIndex((value) => !gone.has(value));
  return values.flatMap((value, index): readonly Edit[] => {
    if (!gone.has(value)) return [];
    const next = values[index + 1]?.span.start;
    const before = values[index - 1]?.span.end;
    const span =
      index < first
        ? { start: value.span.start, end: next ?? value.span.end }
        : { start: before ?? value.span.start, end: value.span.end };
    return [{ path, span: locate(model, { ...site, span }), text: "" }];
  });
}
