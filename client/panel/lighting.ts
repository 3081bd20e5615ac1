/** Why some shapes are lit: what somebody looks for stands out more than what has to do with a selected one. */
export type Reason = "searching" | "selecting";

/** Lights up parts of a picture and dims the rest. */
export interface Lighting {
  /** Lights these and no others; with undefined, nothing is dimmed any more for this reason. */
  readonly light: (reason: Reason, parts: Iterable<Element> | undefined) => void;
}

/**
 * What dims a picture. A search goes before a selection, which comes back when the search ends. The style sheet does the
 * dimming: of a picture of thousands, only what is lit is touched.
 */
export function lighting(root: Element): Lighting {
  const asked = new Map<Reason, readonly Element[]>();
  let lit: readonly Element[] = [];
  return {
    light(reason, parts) {
      if (parts) asked.set(reason, [...parts]);
      else asked.delete(reason);
      const now: Reason | undefined = asked.has("searching") ? "searching" : [...asked.keys()][0];
      for (const part of lit) part.classList.remove("lit");
      lit = (now && asked.get(now)) ?? [];
      for (const part of lit) part.classList.add("lit");
      root.classList.toggle("dimmed", now !== undefined);
      root.classList.toggle("dimmed-much", now === "searching");
    },
  };
}

/** The style sheet for it, for a picture within what the selector finds. */
export const lightingStyle = (within: string): string => {
  const others = `:is([data-name], [data-group], [data-edge], [data-for]):not(.lit)`;
  return `
${within} :is([data-name], [data-group], [data-edge], [data-for]) { transition: opacity 120ms; }
${within} .dimmed ${others} { opacity: .4; }
${within} .dimmed-much ${others} { opacity: .18; }
`;
};
