import { posix } from "node:path";
import type { Message } from "../../grammar/finding.ts";
import { isEmpty } from "../../server/review/review.ts";
import type { Run } from "./run.ts";
import { keepComments, type Wanted } from "./comments.ts";
import { ApiFailure, type Github } from "./github.ts";
import { actionMessages as say } from "./messages.ts";
import type { Pull } from "./occasion.ts";
import { commentOn, goneText } from "./review-text.ts";
import { verdictOn } from "./verdict.ts";

/** Where the comments are, and what is to be said about writing them. */
export interface Commented {
  readonly urls: readonly string[];
  readonly remarks: readonly Remark[];
}

interface Remark {
  readonly severity: "warning" | "notice";
  readonly message: Message;
}

/** Keeps the comments of a pull request up to date. That it may not, or cannot, is no fault of the change. */
export async function commented(github: Github, pull: Pull, run: Run): Promise<Commented> {
  if (pull.isOvertaken) return { urls: [], remarks: [{ severity: "notice", message: say.overtaken() }] };
  const { wanted, left } = wantedOf(run);
  const gone = { scope: run.states.path, body: () => goneText(run.telling) };
  try {
    const urls = await keepComments(github, pull.number, wanted, gone);
    const more: Remark = { severity: "notice", message: say.manyProjects(left) };
    return { urls, remarks: left > 0 ? [more] : [] };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return { urls: [], remarks: [remarkOn(error, pull)] };
  }
}

/** A project has a comment of its own; of very many, the first that changed. */
function wantedOf(run: Run): { readonly wanted: readonly Wanted[]; readonly left: number } {
  const { reviews, telling, states, inputs, occasion, outcome } = run;
  const all = reviews.map((one) => {
    const root = one.project === "." ? states.sides.head.root : `${states.sides.head.root}/${one.project}`;
    const findings = outcome.findings.filter(({ project }) => project?.root === root);
    const project = posix.join(states.path, one.project);
    const title = reviews.length > 1 || project !== "." ? project : undefined;
    const verdict = verdictOn(inputs, [one], { findings }, occasion);
    return { ...commentOn(one, verdict, telling, title), project, isSame: isEmpty(one.review) };
  });
  const changed = all.filter(({ isSame }) => !isSame);
  const same = all.filter(({ isSame }) => isSame);
  return { wanted: [...changed.slice(0, MOST), ...same], left: Math.max(0, changed.length - MOST) };
}

const MOST = 10;

function remarkOn({ status, message }: ApiFailure, { isFork }: Pull): Remark {
  const isRefused = status === 401 || status === 403 || status === 404;
  if (isRefused && isFork) return { severity: "notice", message: say.readOnly() };
  const told = isRefused ? say.mayNotComment(message) : say.couldNotComment(message);
  return { severity: "warning", message: told };
}
