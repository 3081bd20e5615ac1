import type { Finding, Locale } from "../../../grammar/finding.ts";
import type { ElementChange, RelationChange } from "../../../server/review/changes.ts";
import type { ProjectReview, Review } from "../../../server/review/reviewed.ts";
import { markdownReview } from "../../../server/review/markdown.ts";
import { teamsFor } from "../../../server/review/meaning/asked.ts";
import { hangingOn } from "../../../server/review/meaning/hanging.ts";
import type { States } from "../../../server/review/meaning/telling.ts";
import { mermaidOf } from "../../../server/review/mermaid.ts";
import { prettyReview } from "../../../server/review/pretty.ts";
import { isEmpty, totalOf } from "../../../server/review/review.ts";
import { reviewWords } from "../../../server/review/words.ts";
import { placed } from "../checked.ts";
import { heldTo } from "../baseline/compare.ts";
import { emit, localeFor, note, paintFor, settingsFor, type CommonOptions } from "../common.ts";
import type { ThemeName } from "../../diagram/paint/theme.ts";
import { compare, type Compared } from "./compare.ts";
import { shown } from "../disk.ts";
import { findingJson } from "../findings/finding-json.ts";
import { cliMessages as say } from "../messages.ts";
import type { Ports } from "../ports.ts";
import { withProgress } from "../progress.ts";
import { gitMessages as git } from "../git/messages.ts";
import { Refusal } from "../refusal.ts";
import { sidesOf, type Sides, type Taken } from "./sides.ts";

export interface DiffOptions extends CommonOptions {
  readonly format: "pretty" | "json" | "markdown" | "html" | "svg" | "mermaid";
  /** Everything in the picture, and not only what changed and its neighbours. */
  readonly all?: boolean;
  readonly theme?: Exclude<ThemeName, "vscode">;
  readonly baseline?: string;
  readonly staged?: boolean;
  /** Off with `--no-renames`. */
  readonly renames: boolean;
  readonly failOn: "new-error" | "new-warning" | "wall" | "any" | "never";
}

/** `bizarch diff`: what changed between two states, and exit code 1 where it holds what `--fail-on` names. */
export async function diff(ports: Ports, args: readonly string[], options: DiffOptions): Promise<number> {
  const sides = sidesOf(ports.cwd, args, options.staged);
  for (const side of [sides.base, sides.head]) noteMissing(ports, side, options);
  noteEmpty(ports, sides, options);
  const files = [...sides.base.files, ...sides.head.files];
  const size = files.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  const message = say.comparing(files.length);
  const settings = settingsFor(ports, options);
  const raw = withProgress(ports, options, { message, size }, () => compare(sides, settings, options));
  const compared = { ...raw, reviews: heldTo(options.baseline, sides, raw.reviews) };
  if (!SELF_TELLING.has(options.format)) noteUnread(ports, sides, compared, options);
  emit(ports, options, await written(ports, sides, compared, options));
  return compared.reviews.some(({ review }) => isNamed(review, options.failOn)) ? 1 : 0;
}

/** The formats that say by themselves what could not be read. */
const SELF_TELLING: ReadonlySet<DiffOptions["format"]> = new Set(["pretty", "markdown", "html"]);

async function written(
  ports: Ports,
  sides: Sides,
  compared: Compared,
  options: DiffOptions,
): Promise<string> {
  const projects = [...compared.head.projects.values(), ...compared.base.projects.values()];
  const locale = localeFor(options, projects);
  const base = sides.base.name[locale];
  const head = sides.head.name[locale];
  switch (options.format) {
    case "json":
      return `${JSON.stringify(diffJson(ports, sides, compared, locale), undefined, 2)}\n`;
    case "svg":
    case "mermaid": {
      const changed = only(ports, compared, options, locale);
      if (!changed) return "";
      // What draws is loaded where something is drawn.
      return options.format === "svg"
        ? (await import("./change-picture.ts")).changePicture(ports, changed.review, {
            base,
            head,
            ...options,
          })
        : `${mermaidOf(changed.review, reviewWords[locale]) ?? ""}\n`;
    }
    case "html":
      return (await import("./change-page.ts")).changePage(ports, compared, {
        base,
        head,
        locale,
        ...options,
        spot: spotter(ports, compared),
      });
    case "markdown":
      return markdownReview(compared.reviews, { locale, base, head, spot: spotter(ports, compared) });
    default: {
      const look = { locale, base, head, spot: spotter(ports, compared) };
      const paint = paintFor(ports, options);
      return prettyReview(compared.reviews, { ...look, paint, columns: ports.out.columns });
    }
  }
}

function noteMissing(ports: Ports, { name, missing = [] }: Taken, options: DiffOptions): void {
  for (const path of missing) note(ports, options, git.missingModule(path, name[options.locale ?? "en"]));
}

/** One of two states that holds nothing at all: the folder may have had another name in it. */
function noteEmpty(ports: Ports, { base, head }: Sides, options: DiffOptions): void {
  const empty = [base, head].filter(({ files }) => files.length === 0);
  const [side, ...others] = empty;
  if (side?.revision === undefined || others.length > 0) return;
  note(ports, options, git.noneThere(side.revision, side === base));
}

/** The one project that changed in what can be drawn; a picture is of one. */
function only(
  ports: Ports,
  { reviews }: Compared,
  options: DiffOptions,
  locale: Locale,
): ProjectReview | undefined {
  const changed = reviews.filter(({ review }) => !isEmpty(review));
  const [first, ...others] = changed.filter(({ review }) => isDrawable(review));
  if (others.length > 0) throw new Refusal(say.severalChanged(changed.map(({ project }) => project)));
  if (!first) {
    const drawn = reviewWords[locale];
    const message = changed.length > 0 ? drawn.nothingToDraw : drawn.nothing;
    note(ports, options, { en: message, fr: message });
  }
  return first;
}

/** Whether anything that changed has a shape or a line. */
function isDrawable({ changes }: Review): boolean {
  return changes.elements.some(({ storey }) => storey !== "meta");
}

function noteUnread(ports: Ports, sides: Sides, { reviews }: Compared, options: DiffOptions): void {
  for (const side of ["base", "head"] as const) {
    const count = reviews.reduce((sum, { review }) => sum + review.unread[side], 0);
    const say = (locale: Locale) => reviewWords[locale].unread(sides[side].name[locale], count);
    if (count > 0) note(ports, options, { en: say("en"), fr: say("fr") });
  }
}

/** Where a finding stands, as people write it. */
function spotter({ cwd }: Ports, compared: Compared) {
  return (finding: Finding, side: "base" | "head"): string => {
    const { file, start } = placed(compared[side], finding).place;
    return `${shown(cwd, file.path)}:${start.line + 1}:${start.character + 1}`;
  };
}

function diffJson({ cwd }: Ports, sides: Sides, compared: Compared, locale: Locale) {
  const { reviews } = compared;
  // Where several projects are compared, each entry says which it belongs to.
  const all = <Item>(list: (review: Review) => readonly Item[]) =>
    reviews.flatMap(({ project, review }) =>
      list(review).map((item) => (reviews.length > 1 ? { ...item, project } : item)),
    );
  const findings = (list: readonly Finding[], side: "base" | "head") =>
    list.map((finding) => findingJson(placed(compared[side], finding), cwd, locale));
  return {
    version: 1,
    base: sides.base.id ?? sides.base.name.en,
    head: sides.head.id ?? sides.head.name.en,
    elements: all(({ states, changes }) => changes.elements.map((change) => elementJson(states, change))),
    relations: all(({ changes }) => changes.relations.map(relationJson)),
    findings: {
      introduced: all((review) => findings(review.findings.introduced, "head")),
      fixed: all((review) => findings(review.findings.fixed, "base")),
      unchanged: reviews.reduce((sum, { review }) => sum + review.findings.unchanged, 0),
    },
    policy: all(({ policy }) => policy.map(({ change, what }) => ({ change, what: what[locale] }))),
    summary: totalOf(reviews),
    meaning: all(({ tellings }) =>
      tellings.map(({ about, wall, elements, message }) => ({
        about,
        wall,
        elements,
        message: message[locale],
      })),
    ),
    ask: all(({ asked }) => asked.teams.map(({ team, of }) => ({ team, for: of }))),
    unanswered: reviews.flatMap(({ review }) => review.asked.nobody),
  };
}

function elementJson(states: States, element: ElementChange) {
  const { change, kind, id, was, storey, wall, properties, evidence } = element;
  const written = properties.map(({ name, before, after }) => {
    return { name, before: before ?? null, after: after ?? null };
  });
  const told = { change, kind, id, was: was ?? null, storey, wall, properties: written };
  const ask = teamsFor(states, element).map(({ name }) => name);
  return { ...told, evidence: evidence ?? null, hanging: hangingOn(states, element), ask };
}

function relationJson({ change, type, from, to, wall }: RelationChange) {
  return { change, type, from, to, wall };
}

/** Whether a review holds what `--fail-on` names. */
export function isNamed(review: Review, what: DiffOptions["failOn"]): boolean {
  const { introduced } = review.findings;
  switch (what) {
    case "new-error":
      return introduced.some(({ severity }) => severity === "error");
    case "new-warning":
      return introduced.some(({ severity }) => severity !== "info");
    case "wall":
      return review.summary.walls > 0;
    case "any":
      return !isEmpty(review);
    default:
      return false;
  }
}
