import { expect, test } from "vitest";
import { kinds, writtenKind } from "../../grammar/schema.ts";
import { signatureHelp } from "../../server/features/signature-help.ts";
import { checker, type Asked } from "../support/check.ts";
import { cursorIn, fixture, modelIn } from "../support/fixture.ts";

/** The line with the active part between `«` and `»`, without what is optional, and what is said of the whole. */
function printed({ model, at }: Asked): string | undefined {
  const found = signatureHelp(model, at);
  if (!found) return undefined;
  const { label, parts, active, doc } = found;
  const part = active === undefined ? undefined : parts[active];
  const marked = part ? label.replace(part.text, `«${part.text}»`) : label;
  return `${marked.replaceAll(/; \[[\w-]+\]/g, "")}\n${doc}`;
}

const check = checker(printed);

test("in a block: what it cannot do without, and of that what is not said", () => {
  check("tool a {$0", "tool { «category» }\nStill missing: category.");
  check(
    "tool a { category crm; $0 }",
    "tool { [vendor] }\nNothing that it needs is missing; the rest is up to you.",
  );
  check("kpi é {\r\n  every 1d\r\n  $0\r\n}", "kpi { «from» }\nStill missing: from.");
});

test("on the line of a property, that one, be it said for the first time or again", () => {
  check(
    "tool a { category $0",
    "tool { «category» }\nNothing that it needs is missing; the rest is up to you.",
  );
  check(
    "tool a { category crm; vendor $0 }",
    "tool { «[vendor]» }\nNothing that it needs is missing; the rest is up to you.",
  );
  check(
    "goal g { serves m, $0",
    "goal { «serves» }\nNothing that it needs is missing; the rest is up to you.",
  );
});

test("in an entity, in a domain", () =>
  check(
    'domain d "𝒳" { entity É { $0',
    "entity { [quality] }\nNothing that it needs is missing; the rest is up to you.",
  ));

test("on the line of a flow, end by end", () => {
  const doc = "Data that goes from one to another.";
  check("flow $0", `flow «from» -> to "title" [anonymised]\n${doc}`);
  check("flow a -> $0", `flow from -> «to» "title" [anonymised]\n${doc}`);
  check("flow a -> b $0", `flow from -> to «"title"» [anonymised]\n${doc}`);
});

test("in an exception, in its fixed order", () => {
  const line = (active: string) =>
    `allow rule for element because "reason" until date\nAn exception that somebody answers for, with a reason and an end.`.replace(
      active,
      `«${active}»`,
    );
  check("policy { allow $0", line("rule"));
  check("policy { allow lock-in $0", line("for element"));
  check("policy { allow lock-in for $0", line("for element"));
  check('policy { allow lock-in for a because "x" $0', line('because "reason"'));
  check('policy { allow lock-in for a because "x" until $0', line("until date"));
});

test("in a clause of an own rule, part by part, conditions and all", () => {
  const forbid = (marked: string) => (text: string) =>
    checker((asked) => printed(asked)?.split("\n")[0])(text, marked);
  forbid("forbid «what» relation of-what")("rule r { forbid $0");
  forbid("forbid «what» relation of-what")("rule r { forbid tool[hosting != $0");
  forbid("forbid what «relation» of-what")("rule r { forbid tool[hosting != FR | DE] $0 }");
  forbid("forbid what relation «of-what»")("rule r { forbid tool owns $0 }");
  forbid("require what relation «of-what»")("rule r { require tool owns entity[$0] }");
});

test("what may be set about a rule", () => {
  const doc = "This rule is a warning, perhaps with a parameter: `warning tool-sprawl limit 8`.";
  check("policy { warning tool-sprawl $0 }", `warning tool-sprawl «[limit]»\n${doc}`);
  check("policy { warning tool-sprawl limit $0 }", `warning tool-sprawl «[limit]»\n${doc}`);
  check("policy { warning lock-in $0 }", "-");
});

test("nothing at the top, in comments, in texts, in what is no element", () => {
  for (const text of [
    "$0",
    "tool a $0",
    "// tool a {$0",
    'tool a { exit "$0" }',
    "nothing x { $0 }",
    "policy { $0 }",
  ])
    check(text, "-");
});

test("every property of every kind is offered in its block, until it is said", () => {
  for (const kind of kinds) {
    if (kind.within || kind.ends || !writtenKind(kind.name)) continue;
    const ask = (said: string) => {
      const workspace = fixture(`${kind.name} x {\n${said}\n$0\n}`);
      return (
        signatureHelp(modelIn(workspace), cursorIn(workspace))?.parts.map(({ text }) =>
          text.replace(/[[\]]/g, ""),
        ) ?? []
      );
    };
    expect(ask("").toSorted()).toEqual(kind.properties.map(({ name }) => name).toSorted());
    for (const { name } of kind.properties) expect(ask(`${name} x`)).not.toContain(name);
  }
});
