import type { Scorecard } from "../scorecard.ts";
import type { Named, Share } from "../share.ts";
import {
  holding,
  lacking,
  measured,
  row,
  shareFigure,
  textFigure,
  type Say,
  type Section,
} from "./section.ts";

/** Who gains and who does not; nothing where no value is described. */
export function valueChain({ valueChain: chain }: Scorecard, say: Say): Section {
  const around = chain.goesAround;
  const rows = [
    row(say("Give and are given value", "Donnent et reçoivent"), shareFigure(chain.balanced, say), [
      lacking(say("only give", "ne font que donner"), chain.onlyGive),
      lacking(say("only receive", "ne font que recevoir"), chain.onlyReceive),
    ]),
    row(
      say("Take part in an exchange", "Prennent part à un échange"),
      shareFigure(taking(chain.balanced, chain.apart), say),
      [lacking(say("exchange nothing", "n'échangent rien"), chain.apart)],
    ),
    row(
      say("Value goes around", "La valeur fait le tour"),
      around === null
        ? textFigure("")
        : textFigure(around ? say("yes", "oui") : say("no", "non"), around ? "good" : "fair"),
      chain.circles.map((members) => holding(say("among", "entre"), members)),
    ),
  ];
  return {
    id: "valueChain",
    title: say("Value chain", "Chaîne de valeur"),
    asks: say("Does everybody gain by the business?", "Chacun gagne-t-il à cette activité ?"),
    headline: shareFigure(chain.balanced, say),
    rows: around === null ? [] : measured(rows),
  };
}

function taking({ of }: Share, apart: readonly Named[]): Pick<Share, "count" | "of" | "share"> {
  const all = of + apart.length;
  return { count: of, of: all, share: all === 0 ? null : of / all };
}
