import { describe, expect, test } from "vitest";
import { htmlPage, htmlScorecard } from "../../server/report/telling/html.ts";
import { tell } from "../../server/report/telling/tell.ts";
import { element } from "../../server/review/html.ts";
import { filesOf, scoredFiles } from "./samples.ts";

describe("an element", () => {
  test("holds text as text and elements as elements", () => {
    const inner = element("b", {}, "a & <i>");
    expect(element("p", { class: "x", title: undefined }, inner, ' "é" 𝒳').html).toBe(
      '<p class="x"><b>a &amp; &lt;i&gt;</b> &quot;é&quot; 𝒳</p>',
    );
  });

  test("lets no attribute end early, and hides no direction", () => {
    expect(element("a", { href: `"><script>'` }).html).toBe('<a href="&quot;&gt;&lt;script&gt;&#39;"></a>');
    expect(element("p", {}, "a\u202eb\u0000\nc").html).toBe("<p>a\\u{202e}b\\u{0} c</p>");
  });
});

/** The tags that are open where another one closes, or at the end. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, end, tag = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (tag === "meta") continue;
    if (end === "") open.push(tag);
    else if (open.pop() !== tag) wrong.push(tag);
  }
  return [...wrong, ...open];
}

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)> ' \u202e 𝒳`;

const hostile = `mission m ${JSON.stringify(HOSTILE)}
business-model modèle ${JSON.stringify(HOSTILE)}
domain d ${JSON.stringify(HOSTILE)} core { entity P personal { x: text personal } }
tool é ${JSON.stringify(HOSTILE)} { category crm; owns d; hosting "<b>" }
team t ${JSON.stringify(HOSTILE)} { function it }
policy { allow orphan-business-model for modèle because ${JSON.stringify(HOSTILE)} until 2027-01-01 }`;

const files = {
  hostile: [{ path: "/project/a.bizarch", text: hostile }],
  empty: [{ path: "/project/a.bizarch", text: "" }],
  broken: [{ path: "/project/a.bizarch", text: "tool { {\nmission m" }],
  drift: filesOf("retail-drift"),
};

const reportedOf = (name: keyof typeof files) => ({
  name: HOSTILE,
  root: "shop",
  today: "2026-06-30",
  scorecard: scoredFiles(files[name]),
});

describe.each(["hostile", "empty", "broken", "drift"] as const)("a page of what is %s", (name) => {
  test.each(["en", "fr"] as const)("is whole, runs nothing and loads nothing (%s)", (locale) => {
    const page = htmlPage([reportedOf(name), reportedOf(name)], locale);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"');
    expect(unbalanced(page.replace("<!DOCTYPE html>", ""))).toEqual([]);
    const tags = (page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, "")).join("\n");
    expect(tags).not.toMatch(/<(script|img|link|iframe|b|button)\b|\s(on[a-z]+|style|src)=/);
    expect(page).not.toContain("\u202e");
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a scorecard in the editor", () => {
  const links = { project: "file:///shop", has: (name: string) => name !== "customer" };

  test("says all that the sections say, and a name that leads somewhere is a button", () => {
    const { scorecard } = reportedOf("drift");
    const html = htmlScorecard(reportedOf("drift"), { locale: "en", id: "x", links });
    for (const { title, asks, rows } of tell(scorecard, "en").sections) {
      if (rows.length === 0) continue;
      expect(html).toContain(element("h2", {}, title).html.replace("<h2>", ""));
      expect(html).toContain(element("p", {}, asks).html.replace("<p>", ""));
    }
    const names = (tag: string) => [
      ...html.matchAll(new RegExp(`<${tag}[^>]*class="name"[^>]*>([^<]*)<`, "g")),
    ];
    expect(names("button").length).toBeGreaterThan(20);
    expect(names("button").map(([, name]) => name)).not.toContain("customer");
    expect(new Set(names("code").map(([, name]) => name))).toEqual(new Set(["customer"]));
  });

  test("tells of names in several scripts", () => {
    const html = htmlScorecard(reportedOf("hostile"), { locale: "fr", id: "x", links });
    expect(html).toContain('data-name="modèle">modèle</button>');
    expect(html).toContain("𝒳");
  });
});
