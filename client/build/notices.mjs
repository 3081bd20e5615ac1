import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "./run.mjs";

/** @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly home: string, readonly text: string }} Notice */

/** Where a package leaves us the choice, the license under which we pass it on. */
const chosen = new Map([["EPL-2.0 OR GPL-3.0-or-later", "EPL-2.0"]]);

/** What stands for the license's text where a package comes without one. */
const withoutText = new Map([
  [
    "@resvg/resvg-wasm",
    "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.\n" +
      "A copy of it is at https://mozilla.org/MPL/2.0/, the source code at https://github.com/thx/resvg-js.",
  ],
]);

/**
 * The notices of the packages that are in the bundles.
 *
 * @param {readonly string[]} inputs the files that went into the bundles, relative to the clone
 * @returns {string} a text file; the same for the same packages
 */
export function notices(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []),
  );
  const all = [...folders].map(noticeOf).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return `BizArch contains the following packages, each under its own license.\n${all.map(print).join("")}`;
}

/**
 * @param {string} folder of an installed package
 * @returns {Notice}
 */
function noticeOf(folder) {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  const text = licenseText(folder) ?? withoutText.get(name);
  if (typeof license !== "string" || text === undefined) {
    throw new Stop(
      `${name} ${version} comes without a license text, so it cannot be passed on. Say so in client/build/notices.mjs.`,
    );
  }
  return {
    name,
    version,
    license: chosen.get(license) ?? license,
    home: homepage ?? repository?.url ?? "",
    text,
  };
}

/**
 * @param {string} folder
 * @returns {string | undefined} the package's license, and its notice where it has one
 */
function licenseText(folder) {
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(licen[cs]e|notice|copying|third-?party-?notices)/i.test(file),
  );
  if (files.length === 0) return undefined;
  return files
    .map((file) =>
      readFileSync(join(root, folder, file), "utf8")
        .replaceAll("\r\n", "\n")
        .trim(),
    )
    .join("\n\n");
}

/** @param {Notice} notice */
const print = ({ name, version, license, home, text }) =>
  `\n${"=".repeat(80)}\n${name} ${version}\nLicense: ${license}\n${home}\n${"-".repeat(80)}\n${text}\n`;
