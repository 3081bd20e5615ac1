import { readFileSync } from "node:fs";
import { join } from "node:path";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import { Ajv, type ValidateFunction } from "ajv";
import Ajv04 from "ajv-draft-04";
import type { Log } from "sarif";
import { expect } from "vitest";
import { memoryPages, validateXML } from "xmllint-wasm";
import checkSchema from "./schemas/check.json";
import gitlabSchema from "./schemas/gitlab.json";
import rdjsonSchema from "./schemas/rdjson.json";

export interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

export interface ByteRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface Rdjson {
  readonly severity?: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly severity: string;
    readonly code: { readonly value: string; readonly url?: string };
    readonly location: { readonly path: string; readonly range: ByteRange };
    readonly suggestions?: readonly { readonly range: ByteRange; readonly text: string }[];
  }[];
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => /^[\w!$&'()*+,;=:@%./?#~-]*$/.test(text),
  "date-time": true,
} as const;

const sarif04 = new Ajv04({ strict: false, unicodeRegExp: false, formats, allErrors: true });

/** Reads a text of a format; fails where it is not what the format asks for. */
export const valid = {
  json: reader<Readonly<Record<string, unknown>>>(ajv.compile(checkSchema)),
  gitlab: reader<readonly GitlabIssue[]>(ajv.compile(gitlabSchema)),
  rdjson: reader<Rdjson>(ajv.compile(rdjsonSchema)),
  sarif: reader<Log>(sarif04.compile(sarifSchema)),
} as const;

function reader<Data>(validate: ValidateFunction<Data>): (text: string) => Data {
  return (text) => {
    const data: unknown = JSON.parse(text);
    if (validate(data)) return data;
    throw new Error(ajv.errorsText(validate.errors, { separator: "\n" }));
  };
}

const junitSchema = readFileSync(join(import.meta.dirname, "schemas/junit.xsd"), "utf8");

/** The same for JUnit XML, which stays text. */
export async function validJunit(text: string): Promise<void> {
  const { errors } = await validateXML({ xml: text, schema: junitSchema, maxMemoryPages: memoryPages.GiB });
  expect(errors.map(({ message }) => message)).toEqual([]);
}
