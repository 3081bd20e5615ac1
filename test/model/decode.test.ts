import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, refused } from "../../server/model/decode.ts";

const bytesOf = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array => Buffer.from(text, encoding);

/** Where a file breaks; undefined where it is whole. */
function broken(bytes: Uint8Array): number | undefined {
  return decode("/a.bizarch", bytes).flaw?.site.span.start;
}

test("what is UTF-8 is taken as it is, without the mark in front", () => {
  expect(decode("/a.bizarch", bytesOf("\ufeffmission \u00e9t\u00e9 \u{1d4b3}"))).toEqual({
    text: "mission \u00e9t\u00e9 \u{1d4b3}",
    flaw: undefined,
  });
});

test("a replacement character that the author wrote is no flaw", () => {
  expect(broken(bytesOf("mission \ufffd"))).toBeUndefined();
});

test("a file in another encoding breaks at its first letter of that kind", () => {
  expect(broken(bytesOf("mission \u00e9t\u00e9", "latin1"))).toBe(8);
  expect(broken(Buffer.concat([bytesOf("\u{1d4b3}\ufffd "), Buffer.of(0xff)]))).toBe(4);
  expect(broken(Buffer.concat([bytesOf("\ufeffab"), Buffer.of(0xc3)]))).toBe(2);
  expect(broken(Buffer.of(0xef, 0xbf, 0x41))).toBe(0);
});

test("a file that says that it is UTF-16 is read as such, with one flaw", () => {
  const text = "mission \u00e9t\u00e9 \u{1d4b3}\r\ntool \ufffd";
  const little = bytesOf(`\ufeff${text}`, "utf16le");
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    const read = decode("/a.bizarch", bytes);
    expect([read.text, read.flaw?.rule]).toEqual([text, "syntax"]);
    expect(read.flaw?.message.en).toContain("Save it as UTF-8");
    expect(broken(bytes)).toBe(0);
  }
  expect(broken(Buffer.of(0xff, 0xfe))).toBe(0);
  expect(broken(Buffer.of(0xfe))).toBe(0);
});

test("a file is broken just where its bytes are not UTF-8", () => {
  const part = fc.oneof(
    fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const bytes = Buffer.concat(parts);
      const { text = "", flaw } = decode("/a.bizarch", bytes);
      expect(flaw === undefined).toBe(isUtf8(bytes));
      // What begins with the mark of UTF-16 is read as such, and broken from its start.
      const isWide = [0xfffe, 0xfeff].includes(bytes.length > 1 ? bytes.readUInt16BE(0) : 0);
      if (flaw && isWide) expect(flaw.site.span.start).toBe(0);
      else if (flaw) expect(text.charAt(flaw.site.span.start)).toBe("\ufffd");
    }),
  );
});

test("a file that is too large has no text", () => {
  expect(refused("/a.bizarch").text).toBeUndefined();
  expect(decode("/a.bizarch", new Uint8Array(20 * 1024 * 1024 + 1)).text).toBeUndefined();
});
