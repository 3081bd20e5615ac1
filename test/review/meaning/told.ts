import { QUIET, reviewed } from "../sides.ts";
import { unindent } from "../../support/fixture.ts";

/** A house whose mission, team and domains other texts build on. */
const HOUSE = `${QUIET}
  mission m
  business-model b { serves m }
  team t { function data }
`;

/** What a change of a house means, in lines. */
export function told(before: string, after: string): string {
  return change(before, after)
    .tellings.map(({ about, wall, message }) => `${about}${wall ? " [wall]" : ""}: ${message.en}`)
    .join("\n");
}

export function change(before: string, after: string) {
  return reviewed(house(before), house(after));
}

function house(text: string): string {
  return `${unindent(HOUSE)}\n${unindent(text)}`;
}
