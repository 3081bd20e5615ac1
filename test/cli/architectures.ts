import { unindent } from "../support/fixture.ts";

/** Only the rules that everybody agrees on, so that a test says what it is about. */
export const STARTER = '{ "profile": "starter" }';

/**
 * An error with another place, one behind letters that are not ASCII, one about no element, and one that is waived.
 */
export const SMALL = {
  "bizarch.json": STARTER,
  "a.bizarch": unindent(`
    mission eat
    domain d core { embodies m; accountable t; entity E }
    business-model m { serves eat }
    team t { function data }
    tool crm { category cdp; owns d; accountable t }
    domain é core { embodies m; accountable gone }
    domain old core { embodies m }
    policy { allow accountable-nobody for old because "Sold in \\"autumn\\"" until 2027-01-01 }
  `),
  "sub/b.bizarch": "}\n",
};

/** One finding of each severity. */
export const GRADED = {
  "bizarch.json": STARTER,
  "a.bizarch": unindent(`
    mission eat
    business-model m { serves eat }
    domain d
    tool pim { category pim; accountable gone; owns d }
    domain c core { embodies m; entity E }
    policy { info orphan-domain; off accountable-nobody }
  `),
};

/** Names and texts that try to leave their place, wherever a message or a description shows them. */
export const HOSTILE = {
  "bizarch.json": STARTER,
  "a  b,c:d%&'.bizarch": unindent(`
    mission eat "]]> <b>&amp;\u0007\u001b[31m\u202e"
    tool x "\\u{ffff}" { category web-analytics; serves g; status "]]>&<\\u{1b}[2J\\u{7}" }
    goal g { serves eat; measured-by k }
    domain d { entity E }
    kpi k { from d; audience t; every 1d; format report }
    team t { function data }
    rule own "@all ]]> [here](http://evil.example) <img src=x> ' \\" \u0000\u0008\\u{ffff}" {
      forbid tool serves goal
      because """
        one & two
        ]]> \\u{202e}three
      """
    }
  `),
};
