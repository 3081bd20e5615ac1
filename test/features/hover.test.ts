import { expect, test } from "vitest";
import { hover } from "../../server/features/hover.ts";
import { described, plain, withoutMarkup } from "../../server/features/markdown.ts";
import { checker, covered, type Asked } from "../support/check.ts";

/** The word that is explained, so that a wrong span can be seen, and what is said about it. */
const checkAll = checker(printed);

/** The same without what is found, which is the rules' affair. */
const check = checker((asked) => printed(asked)?.replace(/\n\nFindings:\n\n(- .*\n?)*/, ""));

function printed({ model, at }: Asked): string | undefined {
  const found = hover(model, at);
  return found && `[${covered(model, at.path, found.span)}]\n${found.text}`;
}

const HOUSE = `
  //- house.bizarch
  mission eat "Help people eat better"
  goal know "Know them" { serves eat }
  business-model shop "The shop" { serves eat; pattern commerce }
  team office "Data office" { function data; architects customer; reports-to board }
  team board { function executive }
  domain customer "Customers" core {
    embodies shop
    accountable office
    entity Person "Somebody we know" personal { id: id key; orders: number list for logistics }
  }
  tool mdm "Master data" { category mdm; owns customer; serves know; accountable office }
  tool crm { category crm; reads customer.Person; serves know }
  tool web { category website; writes customer.Person; serves know }
  flow web -> mdm "Sign-ups" { carries customer.Person; basis consent }
  flow mdm -> crm { carries customer.Person; basis consent }
`;

test("a tool says what it is there for, up to the mission", () =>
  check(
    `${HOUSE}
    //- x.bizarch
    chain c { collect m$0dm }
    `,
    `
    [mdm]
    **Master data** \`mdm\`${"  "}
    tool · mdm (how, a partition)

    - Leads to the mission: \`know\` → \`eat\`
    - Serves: \`know\`
    - Accountable: \`office\`
    - Owns: \`customer\`
    - Sends to: \`crm\`
    - Receives from: \`web\`
    - In the chain: \`c\`
    `,
  ));

test("an entity says who owns, writes and reads it, and its domain's team answers for it", () =>
  check(
    `${HOUSE}
    //- x.bizarch
    kpi people { from customer.Pers$0on }
    `,
    `
    [Person]
    **Somebody we know** \`customer.Person\`${"  "}
    entity · personal (what, a load-bearing wall)

    - Leads to the mission: \`customer\` → \`shop\` → \`eat\`
    - Accountable: \`office\`
    - Owned by: \`mdm\`
    - Written by: \`web\`
    - Read by: \`crm\`
    - Carried by: \`web -> mdm\`, \`mdm -> crm\`
    - Figures from it: \`people\`
    `,
  ));

test("each part of a dotted name stands for itself", () =>
  check(
    `${HOUSE}
    //- x.bizarch
    kpi people { from custo$0mer.Person }
    `,
    `
    [customer]
    **Customers** \`customer\`${"  "}
    domain · core (what, a load-bearing wall)

    - Leads to the mission: \`shop\` → \`eat\`
    - Embodies: \`shop\`
    - Accountable: \`office\`
    - Owned by: \`mdm\`
    - Written by: \`web\`
    - Read by: \`crm\`
    - Architect: \`office\`
    - Carried by: \`web -> mdm\`, \`mdm -> crm\`
    `,
  ));

test("an attribute says what it holds and whom it is for", () =>
  check(
    `
    domain d {
      entity E {
        poi$0ds: number list for logistics // in grams
      }
    }
    `,
    `
    [poids]
    \`d.E.poids\`${"  "}
    attribute · number · list · for logistics (what, a load-bearing wall)
    `,
  ));

test("a flow is known by its arrow and by its title", () =>
  check(
    `
    tool a { category erp }
    tool b { category bi }
    flow a -$0> b "Every night"
    `,
    `
    [->]
    **Every night** \`a -> b\`${"  "}
    flow (how, a partition)

    - From: \`a\`
    - To: \`b\`
    `,
  ));

test("what is found about an element is told, with the page of the rule", () =>
  checkAll(
    `
    mission eat
    domain d$0 { quality clean, partial }
    `,
    `
    [d]
    \`d\`${"  "}
    domain (what, a load-bearing wall)

    - Leads to no mission.

    Findings:

    - **warning** Data that is partial is not clean: whoever relies on 'clean' is misled. Keep what is true. ([contradictory-quality](https://github.com/bizarch/bizarch/blob/main/docs/rules/contradictory-quality.md))
    `,
  ));

test("a description is Markdown, and the last thing said", () =>
  check(
    `
    /// The *whole* reason.
    mission ea$0t
    `,
    `
    [eat]
    \`eat\`${"  "}
    mission (why)

    ---

    The *whole* reason.
    `,
  ));

test("in French, with the project's own words", () =>
  check(
    `
    //- bizarch.json
    { "locale": "fr" }
    //- maison.bizarch crlf
    mission manger "Mieux manger"
    goal connaître { serves manger; measured-by part }
    kpi part { from référentiel }
    domain référentiel { embodies boutique }
    business-model boutique { serves man$0ger; pattern commerce }
    `,
    `
    [manger]
    **Mieux manger** \`manger\`${"  "}
    mission (pourquoi)

    - Servi par\u00a0: \`connaître\`, \`boutique\`
    `,
  ));

test("a kind says what it needs and takes", () =>
  check(
    `
    st$0akeholder s { kind customer }
    `,
    `
    [stakeholder]
    **stakeholder** (what, a load-bearing wall)

    Somebody with whom value is exchanged.

    - Needs: \`kind\`
    - May also say: \`needs\`, \`description\`, \`tags\`, \`link\`, \`since\`, \`until\`
    `,
  ));

test("a property says what it takes", () =>
  check(
    `
    tool pim { cate$0gory pim }
    `,
    `
    [category]
    **category** (tool): one of crm, cdp, dmp, marketing-automation, email, advertising, dsp, social and 54 more

    What sort of tool it is.
    `,
  ));

test("a category says its family", () =>
  check(
    `
    tool pim { category pi$0m }
    `,
    `
    [pim]
    **pim** (category)

    What sort of tool it is.

    - Family: operations
    `,
  ));

test("a word says what it might have been", () =>
  check(
    `
    stakeholder s { kind cust$0omer }
    `,
    `
    [customer]
    **customer** (kind)

    The part that they play.

    - One of: \`customer\`, \`employee\`, \`supplier\`, \`partner\`, \`shareholder\`, \`citizen\`, \`regulator\`, \`competitor\`
    `,
  ));

test("a flag says what it claims", () =>
  check(
    `
    domain 𝒟 "𝒟" co$0re
    `,
    `
    [core]
    **core** (domain)

    The company lives by this data.
    `,
  ));

test("a kind and a condition in a selector", () =>
  check(
    `
    view v { show domain[c$0ore] }
    `,
    `
    [core]
    **core** (domain)

    The company lives by this data.
    `,
  ));

test("a rule of the policy by the first words of its page", () =>
  check(
    `
    policy { warning orphan-to$0ol }
    `,
    `
    [orphan-tool]
    **orphan-tool**

    A tool that nobody can explain is a tactic that was taken for a strategy.

    [Read more](https://github.com/bizarch/bizarch/blob/main/docs/rules/orphan-tool.md)
    `,
  ));

test("a word of the policy", () =>
  check(
    `
    policy { of$0f orphan-tool }
    `,
    `
    [off]
    **off**

    This rule is not asked.
    `,
  ));

test("nothing is said of comments, numbers and names that nothing bears", () => {
  check("mission eat // a com$0ment", "-");
  check("mission eat { horizon 1$05y }", "-");
  check("tool a { category erp; owns no$0thing }", "-");
  check("$0", "-");
});

test("a title is shown letter by letter", () => {
  check(
    `
    mission ea$0t "![x](http://evil) <img src=x> **b** [c](command:d) \`e\`"
    `,
    `
    [eat]
    **\\!\\[x\\](http\\://evil) \\<img src=x\\> \\*\\*b\\*\\* \\[c\\](command:d) \\\`e\\\`** \`eat\`${"  "}
    mission (why)
    `,
  );
  expect(plain("www.evil.example\n# two @you")).toBe("www\\.evil.example \\# two \\@you");
});

test("a description loads nothing and leads to the web alone", () => {
  expect(described("<script>x</script> ![p](https://e/p.png)")).toBe(
    "&lt;script>x&lt;/script> !\\[p](https://e/p.png)",
  );
  expect(described("[a](command:x) [b](https://b) [c]: file:///etc")).toBe("[a](#) [b](https://b) [c]:#");
});

test("for a client that knows no Markdown the marks are taken away", () => {
  expect(withoutMarkup("**a \\*b** `c` ([d](https://d))")).toBe("a *b c (d)");
});
