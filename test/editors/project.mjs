/**
 * A project of two files, in French, with signs that need two UTF-16 units before most places, and with CRLF in the second.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const files = new Map([
  ["bizarch.json", "{}\n"],
  [
    "pourquoi.bizarch",
    `mission bien-manger "Mieux manger 𝒳🍏"
domain référentiel "Référentiel 🍏" { entity Produit { code: id key } }
/* 🍏𝒳 */ team équipe-données "Équipe données" { function data }
`,
  ],
  [
    "comment.bizarch",
    `/* 🍏𝒳 */ tool pim "É🍏" { category pim; accountable équipe-donées }\r
/* 𝒳 */ tool site "Le site 🍏" { category website; accountable équipe-données }\r
flow pim -> site "Catalogue 🍏" {\r
      carries référentiel.Produit\r
}\r
`,
  ],
]);
