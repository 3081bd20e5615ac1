import { Command, CommanderError, Option } from "commander";
import { version } from "../../package.json";
import { themes } from "../diagram/paint/theme.ts";
import { terminalText } from "../../server/review/terminal.ts";
import type { CheckOptions } from "./check.ts";
import type { CommonOptions } from "./common.ts";
import type { DiffOptions } from "./diff/diff.ts";
import type { ExplainOptions } from "./explain.ts";
import type { GitSetupOptions } from "./git/setup.ts";
import type { FormatOptions } from "./format.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import type { RenderOptions } from "./render/options.ts";
import type { ReportOptions } from "./report.ts";

const THEMES: readonly string[] = [...Object.keys(themes), "auto"];

/**
 * Runs one command and gives its exit code: 0 done, 1 done with something at or over the threshold, 2 could not do
 * it. Nothing but the result goes to standard output.
 */
export async function commandLine(args: readonly string[], ports: Ports): Promise<number> {
  let code = 0;
  const program = bizarch(ports, (result) => (code = result));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return failure(error, args, ports);
  }
}

function failure(error: unknown, args: readonly string[], ports: Ports): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const what = error instanceof Error ? error.message : String(error);
  const { reason } = error instanceof Refusal ? error : { reason: say.internal(what) };
  ports.err.write(`error: ${terminalText(reason[asksForFrench(args) ? "fr" : "en"])}\n`);
  if (!(error instanceof Refusal) && ports.env["BIZARCH_DEBUG"] && error instanceof Error) {
    ports.err.write(`${error.stack ?? ""}\n`);
  }
  return 2;
}

/** What fails may fail before the options are read. */
function asksForFrench(args: readonly string[]): boolean {
  return args.includes("--locale=fr") || args[args.indexOf("--locale") + 1] === "fr";
}

function bizarch(ports: Ports, done: (code: number) => void): Command {
  const program = new Command("bizarch")
    .description("Architecture as code for the business: checked, compared, drawn.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => ports.out.write(text),
      writeErr: (text) => ports.err.write(text),
      outputError: (text, write) => write(`${oneLine(text)} See 'bizarch --help'.\n`),
    });
  program.addHelpText("after", EXITS);
  check(program, ports, done);
  diff(program, ports, done);
  render(program, ports, done);
  report(program, ports, done);
  formatCommand(program, ports, done);
  explain(program, ports, done);
  init(program, ports, done);
  gitSetup(program, ports, done);
  forGit(program, ports, done);
  lsp(program, ports, done);
  return program;
}

const EXITS = `
PATH is a file or a folder; the working directory where none is given.
Exit codes: 0 done; 1 done, with something at or over the threshold; 2 could not do it.`;

/** What is said about a wrong argument, on one line: the suggestion behind the error. */
function oneLine(text: string): string {
  const line = terminalText(text.trim().replace(/\s*\n\s*/g, " "));
  return /[.?!)]$/.test(line) ? line : `${line}.`;
}

/** The options of every command. */
function common(command: Command): Command {
  return command
    .option("-o, --output <file>", "write the result to a file instead of standard output")
    .addOption(
      new Option("--color <when>", "colours; NO_COLOR turns them off too")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("-q, --quiet", "the result alone: no summary, no notes")
    .addOption(new Option("--locale <locale>", "the language of the messages").choices(["en", "fr"]))
    .option("--today <date>", "the day that waivers are held against (default: today)");
}

function format(formats: readonly string[]): Option {
  return new Option("--format <format>", "how to write the result").choices(formats).default(formats[0]);
}

function picture(): Option {
  const text = "how to write the picture (default: what the name of --output says, else svg)";
  return new Option("--format <format>", text).choices(["svg", "png", "html", "mermaid"]);
}

function check(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program.command("check").description("tell where the architecture contradicts itself");
  command.argument("[path...]", "files or folders; - is standard input");
  const formats = ["pretty", "gcc", "json", "github", "sarif", "gitlab", "rdjson", "junit"];
  common(command.addOption(format(formats)))
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity on")
        .choices(["error", "warning", "info", "never"])
        .default("error"),
    )
    .option("--baseline <file>", "hide the findings that are recorded in a file")
    .option("--update-baseline", "record today's findings there, and take out those that are gone")
    .addHelpText("after", "\nWith --quiet, SARIF has no suppressed results, which GitHub would show as open.")
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { check: run } = await import("./check.ts");
      done(await run(ports, paths, options));
    });
}

function diff(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program
    .command("diff")
    .description("tell what changed between two states of the architecture");
  command
    .argument(
      "[base]",
      "a git revision, a folder, or A..B or A...B (default: the merge base with the default branch)",
    )
    .argument("[head]", "a git revision or a folder (default: the working tree)");
  common(command.addOption(format(["pretty", "json", "markdown", "html", "svg", "mermaid"])))
    .addOption(
      new Option("--fail-on <what>", "exit with 1 where there is one")
        .choices(["new-error", "new-warning", "wall", "any", "never"])
        .default("new-error"),
    )
    .option("--all", "in a picture: everything, and not only what changed and its neighbours")
    .addOption(new Option("--theme <theme>", "the colours of an SVG").choices(THEMES))
    .option(
      "--baseline <file>",
      "say what a baseline hides more or less than before, as a change of the guard",
    )
    .option("--staged", "what will be committed next, compared with BASE (default: HEAD)")
    .option("--no-renames", "believe no rename: what has another name is gone, and something new has come")
    .action(async (base: string | undefined, head: string | undefined, options: DiffOptions) => {
      const { diff: run } = await import("./diff/diff.ts");
      const sides = [base, head].filter((side) => side !== undefined);
      done(await run(ports, sides, options));
    });
}

function explain(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program
    .command("explain")
    .description("show the page of a rule, a kind or a word; without one, list them");
  command.argument("[rule|kind]", "what to explain").addOption(format(["pretty", "markdown"]));
  common(command).action(async (name: string | undefined, options: ExplainOptions) => {
    const { explain: run } = await import("./explain.ts");
    done(run(ports, name, options));
  });
}

function init(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program.command("init").description("write a small architecture to start from");
  common(
    command.argument("[dir]", "a folder, made if it is not there (default: the working directory)"),
  ).action(async (folder: string | undefined, options: CommonOptions) => {
    const { init: run } = await import("./init.ts");
    done(run(ports, folder, options));
  });
}

function render(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program.command("render").description("draw the architecture, or its views, as files");
  common(command.argument("[path]", "a file or a folder; - is standard input").addOption(picture()))
    .option(
      "--view <id>",
      "a view, once for each (default: all on a page or in a folder, else the storeys)",
      collected,
    )
    .option("--all", "every view that the architecture has")
    .addOption(
      new Option(
        "--theme <theme>",
        "the colours; auto is what the reader's system has, contrast-light is for print (default: auto for html, else light)",
      ).choices(THEMES),
    )
    .option("--scale <number>", "how large a PNG is drawn, from 1 to 4 (default: 2)", scale)
    .addHelpText("after", FORMATS)
    .action(async (path: string | undefined, options: RenderOptions) => {
      const { render: run } = await import("./render/render.ts");
      done(await run(ports, path, options));
    });
}

const FORMATS = `
html is one page that needs nothing else: it switches between views, pans, zooms and searches, and prints.
mermaid is text for GitHub, GitLab and wikis, which draw it in their own way; in a file that ends in .md with a fence around it.
--output says the format too, by its end: .svg, .png, .html, .mmd, .md.`;

/** How much larger a picture is drawn. */
function scale(text: string): number {
  const value = Number(text.replace(/x$/i, ""));
  if (!(value >= 1 && value <= 4)) throw new Refusal(say.notAScale(text));
  return value;
}

function report(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program
    .command("report")
    .description("the scorecard: what traces to the mission, who answers, what lacks");
  command.argument("[path]", "a file or a folder; - is standard input");
  common(command.addOption(format(["pretty", "json", "markdown", "html"]))).action(
    async (path: string | undefined, options: ReportOptions) => {
      const { report: run } = await import("./report.ts");
      done(await run(ports, path, options));
    },
  );
}

function formatCommand(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program.command("format").description("write files in the one layout of the text");
  common(command.argument("[path...]", "files or folders; - is standard input, written to standard output"))
    .option(
      "--check",
      "write nothing: list the files that would change, and exit with 1 where there are some",
    )
    .action(async (paths: readonly string[], options: FormatOptions) => {
      const { format: run } = await import("./format.ts");
      done(await run(ports, paths, options));
    });
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function gitSetup(program: Command, ports: Ports, done: (code: number) => void): void {
  const command = program.command("git-setup").description("have git show changes of an architecture well");
  command.option("--global", "for you, in every repository, and not for this one");
  common(command.option("--remove", "take away what was set up")).action(async (options: GitSetupOptions) => {
    const { gitSetup: run } = await import("./git/setup.ts");
    done(run(ports, options));
  });
}

/** What git calls by itself, once `git-setup` told it to. */
function forGit(program: Command, ports: Ports, done: (code: number) => void): void {
  program
    .command("textconv", { hidden: true })
    .argument("<file>")
    .action(async (file: string) => {
      const { textconv: run } = await import("./diff/textconv.ts");
      done(run(ports, file));
    });
  common(
    program.command("difftool", { hidden: true }).argument("<old>").argument("<new>").argument("[path]"),
  ).action(async (old: string, now: string, path: string | undefined, options: CommonOptions) => {
    const { difftool: run } = await import("./diff/difftool.ts");
    done(run(ports, [old, now, path ?? ""], options));
  });
}

function lsp(program: Command, ports: Ports, done: (code: number) => void): void {
  program
    .command("lsp")
    .description("be the language server, for any editor")
    .requiredOption("--stdio", "speak over standard input and output")
    .action(async () => {
      const { lsp: run } = await import("./lsp.ts");
      done(run(ports));
    });
}
