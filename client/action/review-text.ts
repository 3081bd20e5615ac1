import type { Finding, Locale } from "../../grammar/finding.ts";
import type { ProjectReview } from "../../server/review/reviewed.ts";
import { markdownReview } from "../../server/review/markdown.ts";
import { markdownCode as code } from "../../server/review/markdown-text.ts";
import { isEmpty } from "../../server/review/review.ts";
import { tally } from "../cli/checked.ts";
import type { Outcome } from "../cli/findings/outcome.ts";
import { prettyWords } from "../cli/words.ts";
import type { Wanted } from "./comments.ts";
import type { Inputs } from "./inputs.ts";
import { actionWords } from "./messages.ts";
import type { Verdict } from "./verdict.ts";

/** What all texts about a run share. */
export interface Telling {
  readonly locale: Locale;
  readonly base: string;
  readonly head: string;
  readonly spot: (finding: Finding, side: "base" | "head") => string;
  readonly inputs: Inputs;
  /** The address of the run; undefined where it has none. */
  readonly run: string | undefined;
}

/** The comment about one project; `title` where others may have comments too. */
export function commentOn(
  { project, review }: ProjectReview,
  verdict: Verdict,
  telling: Telling,
  title: string | undefined,
): Wanted {
  const words = actionWords[telling.locale];
  const place = title === undefined ? [] : [`#### ${code(title)}`];
  if (isEmpty(review)) {
    const body = [...place, goneText(telling)].join("\n\n");
    return { project, body, brief: body, isNews: false };
  }
  const alert = alertOn(verdict, telling);
  const whole = telling.run === undefined ? [] : [`[${words.summary}](${telling.run})`];
  const body = [...place, ...alert, markdownReview([{ project, review }], telling).trimEnd(), ...whole];
  const brief = [...place, ...alert, words.tooLong, ...whole];
  return { project, body: body.join("\n\n"), brief: brief.join("\n\n"), isNews: true };
}

/** What is left of a comment when there is nothing to say any more. */
export function goneText({ locale, base, head }: Telling): string {
  return `${actionWords[locale].resolved}\n\n${code(base)} → ${code(head)}`;
}

/** The page of the run: the review of all projects, where there is one, and what is found in the whole. */
export function summaryOf(
  reviews: readonly ProjectReview[] | undefined,
  verdict: Verdict,
  outcome: Outcome,
  telling: Telling,
): string {
  const words = actionWords[telling.locale];
  const review = reviews
    ? [`## ${words.reviewTitle}`, ...alertOn(verdict, telling), markdownReview(reviews, telling).trimEnd()]
    : alertOn(verdict, telling);
  return `${[...review, `## ${words.checkTitle}`, countsOf(outcome)].join("\n\n")}\n`;
}

/** Whether it passes, in a box of its own where there is something to say about that. */
function alertOn({ failed, accepted }: Verdict, { locale, inputs }: Telling): readonly string[] {
  const words = actionWords[locale];
  const labels = (some: readonly string[]): readonly string[] => some.map((label) => code(label));
  const way =
    failed.includes("wall") && inputs.acceptLabels.length > 0
      ? ` ${words.accepting(labels(inputs.acceptLabels))}`
      : "";
  return [
    ...(failed.length > 0 ? [`> [!CAUTION]\n> ${words.fails(failed)}${way}`] : []),
    ...(accepted.length > 0 ? [`> [!NOTE]\n> ${words.accepted(labels(accepted))}`] : []),
  ];
}

function countsOf({ findings, waived, files, elements, locale }: Outcome): string {
  const words = prettyWords[locale];
  const counts = tally(findings.map(({ finding }) => finding));
  const found = (["error", "warning", "info"] as const).flatMap((severity) =>
    counts[severity] > 0 ? [words.count(counts[severity], severity)] : [],
  );
  const size = [words.files(files), words.elements(elements)];
  const excused = waived.length > 0 ? [words.waived(waived.length)] : [];
  return [...(found.length > 0 ? found : [words.nothing]), ...excused, ...size].join(" · ");
}
