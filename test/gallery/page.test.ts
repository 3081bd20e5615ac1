import { expect, test } from "vitest";
import { galleryPage, type Exhibit } from "./page.ts";

test("every picture hangs under its sample, and leads to itself", () => {
  const picture: Exhibit = {
    sample: "retail",
    view: "a:b",
    title: "<b>Who & what</b>",
    theme: "dark",
    locale: "fr",
    file: "retail/fr/dark/a#b.svg",
  };
  const page = galleryPage([picture, { ...picture, sample: "pim", theme: "light", file: "x.svg" }]);
  expect(page.match(/<h2>.*?<\/h2>/g)).toEqual(["<h2>retail</h2>", "<h2>pim</h2>"]);
  expect(page).toContain('<figure class="fr dark"><a href="retail/fr/dark/a%23b.svg">');
  expect(page).toContain(
    "<figcaption><strong>&lt;b&gt;Who &amp; what&lt;/b&gt;</strong><code>a:b</code></figcaption>",
  );
  expect(page).toContain("body:not(:has([value=dark]:checked)) .dark { display: none; }");
});
