/** Dates as shown, and the bars of the histogram. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("texts/en", "language", "search/dates");
const { day, periodName, firstDay, lastDay, rangeName, bars, closer, shares, stretch, periodsWithin } =
  cablepressDates;

test("a date is shown as it stands, whatever the reader's clock", () => {
  assert.equal(day("2009-02-01T23:59:00Z"), "1 Feb 2009");
  assert.equal(day("1973-12-31"), "31 Dec 1973");
  assert.equal(day(undefined), "date unknown");
  assert.equal(day(""), "date unknown");
});

test("a period has a first and a last day", () => {
  assert.deepEqual(["2008", "2008-02", "2008-02-10", ""].map(firstDay), [
    "2008-01-01",
    "2008-02-01",
    "2008-02-10",
    "",
  ]);
  assert.deepEqual(["2008", "2008-02", "2008-02-10", ""].map(lastDay), [
    "2008-12-31",
    "2008-02-29",
    "2008-02-10",
    "",
  ]);
  assert.equal(rangeName(["2008-02-10", "2008-03"]), "10 Feb 2008 \u2013 Mar 2008");
});

test("decades without a cable take no room", () => {
  assert.deepEqual(bars(["1966-03", "2001", "2003-05"]), [
    ..."1966 1967 1968 1969 1970 1971 1996 1997 1998 1999 2000 2001 2002 2003".split(" "),
  ]);
});

test("periods have names, and a range of one period has one", () => {
  assert.deepEqual(["2009", "2009-02", ""].map(periodName), ["2009", "Feb 2009", ""]);
  assert.equal(rangeName(["2009-02", "2010"]), "Feb 2009 \u2013 2010");
  assert.equal(rangeName(["2009-02", "2009-02"]), "Feb 2009");
  assert.equal(rangeName(["", "2010"]), "2010");
  assert.equal(rangeName(["", ""]), "");
});

/** @type {[string, Period[], Period[]][]} */
const ROWS = [
  ["nothing known", ["", ""], []],
  ["one month", ["2009-02", "", "2009-02"], ["2009-02"]],
  ["a year's turn, in any order", ["2010-01", "2009-11"], ["2009-11", "2009-12", "2010-01"]],
  [
    "a year alone is all its months",
    ["2009"],
    Array.from({ length: 12 }, (_, month) => `2009-${String(month + 1).padStart(2, "0")}`),
  ],
  [
    "too long for months",
    ["1973-05", "1976-01", "1985-02"],
    Array.from({ length: 13 }, (_, year) => String(1973 + year)),
  ],
];

for (const [name, periods, row] of ROWS) {
  test(`bars: ${name}`, () => assert.deepEqual(bars(periods), row));
}

test("eleven years are months, one month more is years", () => {
  assert.equal(bars(["1990-01", "2000-12"]).length, 132);
  assert.deepEqual(bars(["1990-01", "2001-01"]).at(-1), "2001");
});

test("bars run without a gap, each period on one of them", () => {
  for (let start = 0; start < 12; start++) {
    for (let length = 1; length < 40; length++) {
      const end = start + length - 1;
      const name = (/** @type {number} */ month) =>
        `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
      const row = bars([name(end), name(start)]);
      assert.deepEqual([row.length, row[0], row.at(-1)], [length, name(start), name(end)]);
      assert.ok(row.every((bar, index) => index === 0 || bar > row[index - 1]));
    }
  }
});

test("chosen years are shown in months where they are few, and only where all are years", () => {
  const years = bars(["1970", "2010"]);
  assert.equal(closer(years, "1980-05", "1981").length, 24);
  assert.equal(closer(years, "1975", "2005"), years);
  assert.equal(closer(years, "1980", ""), years);
  const months = bars(["2009", "2010"]);
  assert.equal(closer(months, "2009", "2009"), months);
});

test("what falls to a bar is summed; a year alone falls to no month", () => {
  const counts = new Map([
    ["2009-01", 2],
    ["2009-02", 3],
    ["2009", 5],
    ["", 7],
    ["2011-01", 11],
  ]);
  assert.deepEqual(shares(["2009-01", "2009-02"], counts), [2, 3]);
  assert.deepEqual(shares(["2008", "2009"], counts), [0, 10]);
  assert.deepEqual(shares([], counts), []);
});

/** @type {[Period, Period, number[]][]} */
const RANGES = [
  ["", "", [0, 23]],
  ["2009-03", "2009-05", [2, 4]],
  ["2010", "", [12, 23]],
  ["", "2009", [0, 11]],
  ["2009", "2010", [0, 23]],
  ["2011", "", [0, 23]],
  ["1990", "1999", [0, 23]],
];

for (const [from, to, [low, high]] of RANGES) {
  test(`from "${from}" to "${to}" are bars ${low} to ${high} of two years' months`, () => {
    assert.deepEqual(stretch(bars(["2009", "2010"]), from, to), { low, high });
  });
}

test("a range of months chooses the years that it touches", () => {
  assert.deepEqual(stretch(["2008", "2009", "2010"], "2009-05", "2010-02"), { low: 1, high: 2 });
});

/** @type {[string, string, Period, Period][]} */
const LIMITS = [
  ["", "", "", ""],
  ["2005", "2006", "2005", "2005"],
  ["2005-01", "2006-01", "2005", "2005"],
  ["2005-01-01", "2006-01-01", "2005", "2005"],
  ["2005-02", "2006-05", "2005-02", "2006-04"],
  ["2005-02-03", "2006-05-10", "2005-02", "2006-05"],
  ["2005-01-02", "2006-05-01", "2005-01", "2006-04"],
];

for (const [from, before, first, last] of LIMITS) {
  test(`from "${from}" and before "${before}" is from ${first || "the first"} to ${last || "the last"}`, () => {
    assert.deepEqual(periodsWithin(from, before), { from: first, to: last });
  });
}
