import type { Model } from "../model/model.ts";
import type { Verdict } from "../rules/check.ts";
import { accountability, type Accountability } from "./accountability.ts";
import { continuity, type Continuity } from "./continuity.ts";
import { found, type Found } from "./found.ts";
import { maturity, type Maturities } from "./maturity.ts";
import { measurement, type Measurement } from "./measurement.ts";
import { personalData, type PersonalData } from "./personal-data.ts";
import { portfolio, type Portfolio } from "./portfolio.ts";
import { records, type Records } from "./records.ts";
import { silos, type Silos } from "./silos.ts";
import { tools, type Tools } from "./tools.ts";
import { traceability, type Traceability } from "./traceability.ts";
import { valueChain, type ValueChain } from "./value-chain.ts";

/**
 * How an architecture stands, in figures that name what they are made of. Plain data, the same for the same files: it is
 * the contract of `bizarch report --format json`, where a property may be added within a version and none taken away.
 * Null is said where there is nothing to measure.
 */
export interface Scorecard {
  /** The elements of why, what and how, attributes left out. */
  readonly elements: number;
  /** The places in the text that could not be read: what stands there is not counted. */
  readonly unread: number;
  readonly traceability: Traceability;
  readonly accountability: Accountability;
  readonly records: Records;
  readonly valueChain: ValueChain;
  readonly continuity: Continuity;
  readonly silos: Silos;
  readonly tools: Tools;
  readonly personalData: PersonalData;
  readonly measurement: Measurement;
  readonly portfolio: Portfolio;
  readonly maturity: Maturities;
  readonly findings: Found;
}

/** What the language finds where a statement, or a part of one, means nothing. */
const UNREAD: ReadonlySet<string> = new Set(["syntax", "unknown-kind"]);

/** The scorecard of an architecture, given what its rules found. */
export function scorecard(model: Model, verdict: Verdict): Scorecard {
  const steps = scorecardInSteps(model, verdict);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, a measure in each: a large architecture is measured for longer than anybody waits for a key. */
export function* scorecardInSteps(
  model: Model,
  verdict: Verdict,
): Generator<undefined, Scorecard, undefined> {
  const isCounted = ({ kind }: Model["elements"][number]) =>
    kind.storey !== "meta" && kind.name !== "attribute";
  return {
    elements: model.elements.filter(isCounted).length,
    unread: model.findings.filter(({ rule }) => UNREAD.has(rule)).length,
    traceability: yield* step(traceability(model)),
    accountability: yield* step(accountability(model)),
    records: yield* step(records(model)),
    valueChain: yield* step(valueChain(model)),
    continuity: yield* step(continuity(model)),
    silos: yield* step(silos(model)),
    tools: yield* step(tools(model)),
    personalData: yield* step(personalData(model)),
    measurement: yield* step(measurement(model)),
    portfolio: yield* step(portfolio(model)),
    maturity: yield* step(maturity(model)),
    findings: yield* step(found(model, verdict)),
  };
}

/** Hands over what was measured, after a pause for whoever waits. */
function* step<Measured>(measured: Measured): Generator<undefined, Measured, undefined> {
  yield;
  return measured;
}
