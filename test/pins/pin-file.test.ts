import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePins, printPins } from "../../client/pins/pin-file.ts";
import { pinFileName } from "../../client/pins/pin-path.ts";
import type { Pin, Pins } from "../../client/pins/pin.ts";

const anyId = fc.oneof(
  fc.constantFrom(
    "pim",
    "catalog.Product",
    "a: column 1, row 1",
    "# x",
    '"q"',
    " ",
    "é",
    "<<<<<<< HEAD",
    "\u2028",
    "\ud800",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
);
const anyPin: fc.Arbitrary<Pin> = fc.oneof(
  fc.record({ column: fc.integer({ min: 1, max: 999_999 }), row: fc.integer({ min: 1, max: 999_999 }) }),
  fc.record({
    x: fc.integer({ min: -999_999, max: 999_999 }),
    y: fc.integer({ min: -999_999, max: 999_999 }),
  }),
);
const anyPins: fc.Arbitrary<Pins> = fc.uniqueArray(fc.tuple(anyId, anyPin), {
  selector: ([id]) => id,
  maxLength: 12,
});

const byId = (pins: Pins) => new Map(pins);
const lines = (text: string | undefined) =>
  (text ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("#"));

test("it is a line for each shape, sorted, below a head that says what it is", () => {
  expect(
    printPins({
      view: "landscape:team",
      pins: [
        ["pim", { column: 2, row: 1 }],
        ["erp", { x: -12, y: 240 }],
      ],
      others: [],
    }),
  ).toMatchInlineSnapshot(`
    "# BizArch: shapes of the view "landscape:team" that were moved by hand.
    # BizArch: commit this file; a line that is deleted lets its shape go back to where it belongs.
    erp: x -12, y 240
    pim: column 2, row 1
    "
  `);
});

test("what is printed is read again, whatever the names are", () => {
  fc.assert(
    fc.property(anyPins, fc.string({ unit: "binary" }), (pins, view) => {
      const read = parsePins(printPins({ view, pins, others: [] }) ?? "");
      expect(byId(read.pins)).toEqual(byId(pins));
      expect([read.flaws, read.others]).toEqual([[], []]);
      expect(read.view).toBe(pins.length > 0 ? view : undefined);
    }),
  );
});

test("the order in which shapes were moved leaves no trace, nor does that of lines", () => {
  const anyOrder = anyPins.chain((pins) =>
    fc.tuple(fc.constant(pins), fc.shuffledSubarray([...pins], { minLength: pins.length })),
  );
  fc.assert(
    fc.property(anyOrder, ([pins, shuffled]) => {
      const text = printPins({ view: "v", pins, others: [] });
      expect(printPins({ view: "v", pins: shuffled, others: [] })).toBe(text);
      const backwards = parsePins((text ?? "").split("\n").toReversed().join("\n"));
      expect(printPins({ ...backwards, view: "v" })).toBe(text);
    }),
  );
});

test("two branches that moved different shapes merge to what both did, line by line", () => {
  fc.assert(
    fc.property(anyPins, (pins) => {
      const [ours, theirs] = [pins.filter((_, at) => at % 2 === 0), pins.filter((_, at) => at % 2 === 1)];
      // What git's union of two files is: the lines of one, then those of the other.
      const merged = [ours, theirs]
        .map((side) => printPins({ view: "v", pins: side, others: [] }) ?? "")
        .join("");
      expect(printPins({ ...parsePins(merged), view: "v" })).toBe(printPins({ view: "v", pins, others: [] }));
      const union = new Set([
        ...lines(printPins({ view: "v", pins: ours, others: [] })),
        ...lines(printPins({ view: "v", pins: theirs, others: [] })),
      ]);
      expect(new Set(lines(printPins({ view: "v", pins, others: [] })))).toEqual(union);
    }),
  );
});

test("of two lines for one shape the last one counts", () => {
  expect(parsePins("pim: column 1, row 1\npim: column 2, row 2\n").pins).toEqual([
    ["pim", { column: 2, row: 2 }],
  ]);
});

test("both sides of a conflict are read, and what cannot be read is told and kept", () => {
  const file = parsePins(
    "\ufeff# BizArch: x\r\n# why: the board asked\r\n<<<<<<< HEAD\r\npim: column 1, row 2\r\n=======\r\nerp: x 1, y 2\r\n>>>>>>> theirs\r\ncrm: somewhere\r\n" +
      'huge: x 99999999, y 1\n"broken: column 1, row 1\n',
  );
  expect(file.pins.map(([id]) => id)).toEqual(["erp", "pim"]);
  expect(file.flaws).toEqual([3, 5, 7, 8, 9, 10]);
  expect(file.others).toEqual([
    "# why: the board asked",
    "crm: somewhere",
    "huge: x 99999999, y 1",
    '"broken: column 1, row 1',
  ]);
  const again = parsePins(printPins({ ...file, view: "v" }) ?? "");
  expect([again.pins, again.others]).toEqual([file.pins, file.others]);
});

test("any text at all is read, and what is written after it is read as the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const file = parsePins(text);
      const { pins, others } = parsePins(printPins({ ...file, view: "v" }) ?? "");
      expect({ pins, others }).toEqual({
        pins: file.pins,
        others: file.others.toSorted((a, b) => Number(b.startsWith("#")) - Number(a.startsWith("#"))),
      });
    }),
  );
});

test("where nothing was moved there is no file", () => {
  expect(printPins({ view: "v", pins: [], others: [] })).toBeUndefined();
});

test("a number that no picture has is brought to one that a file can hold", () => {
  const pins: Pins = [
    ["a", { column: -4, row: Infinity }],
    ["b", { x: 1.6, y: NaN }],
  ];
  expect(parsePins(printPins({ view: "v", pins, others: [] }) ?? "").flaws).toEqual([]);
});

test.each([
  ["storeys", "storeys.layout"],
  ["landscape:team", "landscape+team.layout"],
  ["around:catalog.Product:2", "around+catalog.~product+2.layout"],
  ["Équipe", "=c9=quipe.layout"],
  ["con", "=63=on.layout"],
  ["nul.x", "=6e=ul.x.layout"],
  ["../../etc", "=2e=.=2f=..=2f=etc.layout"],
  ["", "=0=.layout"],
])("the file of the view %j is %s", (view, name) => expect(pinFileName(view)).toBe(name));

test("no two views share a file, even where A is a, and every name is one that Windows takes", () => {
  const anyView = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom("a", "A", "e", "9", "~", "=", "é", "e\u0301", ":", "+", ".", " "),
      maxLength: 300,
    }),
  );
  fc.assert(
    fc.property(anyView, anyView, (a, b) => {
      const [one, other] = [pinFileName(a), pinFileName(b)];
      if (a !== b) expect(one.toLowerCase().normalize("NFC")).not.toBe(other.toLowerCase().normalize("NFC"));
      for (const name of [one, other]) {
        expect(name).toMatch(/^[a-z0-9_~=+-][a-z0-9._~=+-]*\.layout$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./);
        expect(name.length).toBeLessThan(130);
      }
    }),
  );
});
