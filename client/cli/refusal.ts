import type { Message } from "../../grammar/finding.ts";

/** Why a command could not do what it was asked: one line that says what to do. It ends the run with exit code 2. */
export class Refusal extends Error {
  constructor(readonly reason: Message) {
    super(reason.en);
  }
}
