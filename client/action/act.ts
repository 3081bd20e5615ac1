import type { Finding, Locale } from "../../grammar/finding.ts";
import { prettyReview } from "../../server/review/pretty.ts";
import { isEmpty, totalOf } from "../../server/review/review.ts";
import { allFindings, check, placed, tally } from "../cli/checked.ts";
import { paint, save } from "../cli/common.ts";
import { compare, type Compared } from "../cli/diff/compare.ts";
import { heldTo } from "../cli/baseline/compare.ts";
import { absolute, shown } from "../cli/disk.ts";
import { githubFindings } from "../cli/findings/github.ts";
import { prettyFindings } from "../cli/findings/pretty.ts";
import { sarifFindings } from "../cli/findings/sarif.ts";
import { gitMessages } from "../cli/git/messages.ts";
import type { Outcome } from "../cli/findings/outcome.ts";
import { Refusal } from "../cli/refusal.ts";
import { sourcesOf } from "../cli/source.ts";
import { annotated } from "./annotations.ts";
import { changedLines } from "./changed-lines.ts";
import { commented } from "./commenting.ts";
import { githubOf, type Github } from "./github.ts";
import { inputsOf, type Environment, type Inputs } from "./inputs.ts";
import { actionMessages as say } from "./messages.ts";
import { occasionOf, type Occasion } from "./occasion.ts";
import { summaryOf } from "./review-text.ts";
import type { Runner } from "./runner.ts";
import { statesOf, type States } from "./states.ts";
import { loosenedIn, verdictOn } from "./verdict.ts";
import type { Run } from "./run.ts";

/**
 * One run of the action: compares the change with what it goes to, and tells of it by annotations, the summary, a comment
 * and outputs. Gives the exit code: 1 where the change does not pass. The architecture is read as data, and none of it runs.
 */
export async function act(env: Environment, runner: Runner, today: string): Promise<number> {
  const inputs = inputsOf(env);
  const github = inputs.token === undefined ? undefined : githubOf(env, inputs.token);
  const occasion = await occasionOf(env, github);
  if (occasion.event === "workflow_run" && !occasion.pull) {
    runner.tell("notice", say.noPull(), inputs.locale ?? "en");
    return 0;
  }
  const run = reviewed(env, inputs, occasion, today);
  const { reviews, verdict, outcome, telling, hasBase } = run;
  if (!hasBase) runner.tell("notice", say.nothingToCompare(occasion.event), telling.locale);
  tellMissing(runner, run);
  annotate(runner, run);
  log(runner, run);
  runner.summary(summaryOf(hasBase ? reviews : undefined, verdict, outcome, telling));
  if (inputs.sarifFile !== undefined) writeSarif(env, inputs.sarifFile, outcome);
  const urls = await comment(runner, github, run);
  tellOutputs(runner, run, urls);
  return verdict.failed.length > 0 ? 1 : 0;
}

function reviewed(env: Environment, inputs: Inputs, occasion: Occasion, today: string): Run {
  const states = statesOf(env, inputs, occasion);
  const { sides, cwd } = states;
  if (sides.base.files.length === 0 && sides.head.files.length === 0) {
    throw new Refusal(say.noArchitecture(inputs.path));
  }
  const compared = compare(sides, { today, locale: inputs.locale, profile: undefined });
  const reviews = heldTo(inputs.baseline, sides, compared.reviews);
  const projects = [...compared.head.projects.values()];
  const locale = inputs.locale ?? projects[0]?.settings.locale ?? "en";
  const outcome = { ...found(states, compared), projects, baseline: undefined, cwd, locale };
  const verdict = verdictOn(inputs, reviews, outcome, occasion);
  const names = { base: sides.base.name[locale], head: sides.head.name[locale] };
  const telling = { locale, ...names, spot: spotter(cwd, compared), inputs, run: addressOf(env) };
  const hasBase = states.baseCommit !== undefined;
  return { inputs, occasion, states, compared, reviews, outcome, verdict, telling, hasBase };
}

/** All that `bizarch check` finds in the head. */
function found({ sides }: States, { head }: Compared) {
  const { flaws } = sourcesOf(sides.head.files);
  const projects = [...head.projects.values()];
  const workspace = { snapshot: head, projects, flaws, isMeant: () => true, excluded: [] };
  return check(workspace, allFindings(workspace), new Set());
}

function spotter(cwd: string, compared: Compared) {
  return (finding: Finding, side: "base" | "head"): string => {
    const { file, start } = placed(compared[side], finding).place;
    return `${shown(cwd, file.path)}:${start.line + 1}:${start.character + 1}`;
  };
}

function addressOf(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** What a checkout without its submodules lacks. */
function tellMissing(runner: Runner, { states: { sides }, telling: { locale } }: Run): void {
  for (const { name, missing = [] } of new Set([sides.base, sides.head])) {
    for (const path of missing) runner.tell("warning", gitMessages.missingModule(path, name[locale]), locale);
  }
}

function annotate(runner: Runner, { inputs, states, reviews, outcome, telling }: Run): void {
  const introduced = reviews.flatMap(({ review }) => review.findings.introduced);
  const { findings, left } = annotated(outcome, introduced, changedLines(states), inputs);
  runner.annotate(githubFindings({ ...outcome, findings }));
  if (left > 0) runner.tell("notice", say.leftOut(left), telling.locale);
}

/** The log has everything, as a terminal would. */
function log(runner: Runner, { reviews, outcome, telling, hasBase }: Run): void {
  // A log leads nowhere: an address would stand there as it is.
  const look = { paint: { ...paint(true), link: (text: string) => text }, columns: 100 };
  if (hasBase)
    runner.log(`${telling.base} → ${telling.head}`, prettyReview(reviews, { ...telling, ...look }));
  runner.log("bizarch check", prettyFindings(outcome, { ...look, quiet: false }));
}

function writeSarif(env: Environment, file: string, outcome: Outcome): void {
  save(absolute(env["GITHUB_WORKSPACE"] ?? process.cwd(), file), file, sarifFindings(outcome, true));
}

async function comment(runner: Runner, github: Github | undefined, run: Run): Promise<readonly string[]> {
  const { inputs, occasion, telling, hasBase } = run;
  if (!github || !inputs.isCommenting || !hasBase || occasion.pull?.isReviewed !== true) return [];
  const { urls, remarks } = await commented(github, occasion.pull, run);
  for (const { severity, message } of remarks) runner.tell(severity, message, telling.locale);
  return urls;
}

function tellOutputs(runner: Runner, run: Run, urls: readonly string[]): void {
  const { inputs, reviews, verdict, outcome } = run;
  const { error, warning, info } = tally(outcome.findings.map(({ finding }) => finding));
  const outputs = {
    changed: reviews.some(({ review }) => !isEmpty(review)),
    ...totalOf(reviews),
    loosened: loosenedIn(reviews),
    errors: error,
    warnings: warning,
    infos: info,
    failed: verdict.failed.join(","),
    accepted: verdict.accepted.join(","),
    comments: urls.join("\n"),
    "sarif-file": inputs.sarifFile ?? "",
  };
  for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
}

/** The language in which to say what went wrong before any project was read. */
export function localeOf(env: Environment): Locale {
  return env["INPUT_LOCALE"]?.trim().toLowerCase() === "fr" ? "fr" : "en";
}
