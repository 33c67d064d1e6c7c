/** Counting by facets: what is shown is what a count by hand gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/facets");
const { Column, FACETS, Table } = cablepressFacets;

const CABLES = [
  { post: "Astana", tag: ["PGOV", "KTIP"], period: "2008-11" },
  { post: "Astana", tag: ["PGOV"], period: "2009-02" },
  { post: "Rome", tag: ["KTIP"], period: "2009-02" },
  { post: "Rome", tag: ["PGOV", "KTIP"], period: "2009" },
  { post: "Rome", tag: [], period: "2010-01" },
  { post: "Oslo", tag: ["PGOV"], period: "" },
];

/** @returns {FacetTable} the cables as generator/publish/search/table.py writes them */
const table = () =>
  new Table({
    results: "a b c d e f",
    periods: [
      ["2008-11", 1],
      ["2009-02", 2],
      ["2009", 1],
      ["2010-01", 1],
      ["", 1],
    ],
    facets: {
      post: { values: ["Rome", "Astana", "Oslo"], rows: "1 1 0 0 0 2" },
      tag: { values: ["PGOV", "KTIP"], rows: "0,1 0 1 0,1  0" },
    },
    labels: { tag: ["Internal government", ""] },
  });

/**
 * @param {Partial<Record<FacetName, string[]>>} values
 * @param {Period} [from]
 * @param {Period} [to]
 * @returns {FacetChoice}
 */
const chosen = (values, from = "", to = "") => ({
  values: { post: [], country: [], classification: [], tag: [], person: [], year: [], ...values },
  from,
  to,
});

const ALL = [...CABLES.keys()];

/**
 * Numbers of the cables that a choice lets pass, one facet left aside.
 * @param {FacetChoice} choice
 * @param {string} [aside]
 */
const passing = ({ values, from, to }, aside = "") =>
  ALL.filter((row) => {
    const { post, tag, period } = CABLES[row];
    const dates =
      aside === "date" ||
      ((!from || (period && period >= from)) && (!to || (period && period.slice(0, to.length) <= to)));
    const posts = aside === "post" || values.post.length === 0 || values.post.includes(post);
    const years = aside === "year" || values.year.length === 0 || values.year.includes(period.slice(0, 4));
    return dates && posts && years && values.tag.every((value) => tag.includes(value));
  });

const SUBSETS = {
  post: [[], ["Rome"], ["Rome", "Oslo"], ["Nowhere"]],
  tag: [[], ["KTIP"], ["KTIP", "PGOV"]],
  year: [[], ["2009"], ["2008", "2010"]],
  dates: [
    ["", ""],
    ["2009", ""],
    ["", "2009-02"],
    ["2009-01", "2009-12"],
    ["2009", "2009"],
  ],
};

test("every choice counts as by hand", () => {
  for (const post of SUBSETS.post) {
    for (const tag of SUBSETS.tag) {
      for (const year of SUBSETS.year) {
        for (const [from, to] of SUBSETS.dates) assertCounts(chosen({ post, tag, year }, from, to));
      }
    }
  }
});

/** @param {FacetChoice} choice */
function assertCounts(choice) {
  const { columns } = table();
  const found = table().count(ALL, choice);
  const hand = {
    passing: passing(choice),
    post: columns.post?.values.map(
      (value) => passing(choice, "post").filter((row) => CABLES[row].post === value).length,
    ),
    tag: columns.tag?.values.map(
      (value) => passing(choice).filter((row) => CABLES[row].tag.includes(value)).length,
    ),
    year: columns.year?.values.map(
      (value) => passing(choice, "year").filter((row) => CABLES[row].period.startsWith(value)).length,
    ),
    periods: passing(choice, "date").map((row) => CABLES[row].period),
  };
  const counted = {
    passing: found.passing,
    post: [...(found.counts.post ?? [])],
    tag: [...(found.counts.tag ?? [])],
    year: [...(found.counts.year ?? [])],
    periods: [...found.periods].flatMap(([period, count]) => new Array(count).fill(period)),
  };
  assert.deepEqual(counted, hand, JSON.stringify(choice));
}

test("years are told from the periods, the latest first", () => {
  assert.deepEqual(table().columns.year?.values, ["2010", "2009", "2008"]);
});

test("only the rows that are asked for are counted", () => {
  assert.deepEqual(table().count([4, 2], chosen({ post: ["Rome"] })).passing, [4, 2]);
});

test("people come later, and count from then on", () => {
  const later = table();
  assert.equal(later.count(ALL, chosen({ person: ["dinara-omirbek"] })).passing.length, CABLES.length);
  later.addPeople({ values: ["dinara-omirbek"], names: ["Dinara Omirbek"], rows: "0  0   " });
  assert.deepEqual(later.count(ALL, chosen({ person: ["dinara-omirbek"] })).passing, [0, 2]);
  assert.equal(later.columns.person?.label("dinara-omirbek"), "Dinara Omirbek");
});

test("a catalogue without cables has no row", () => {
  const empty = new Table({ results: "", periods: [], facets: {}, labels: {} });
  assert.equal(empty.row.size, 0);
  assert.deepEqual(empty.count([], chosen({})).passing, []);
});

test("numbers of values are base 36", () => {
  const values = Array.from({ length: 72 }, (_, index) => `value ${index}`);
  assert.deepEqual(Column.of({ values, rows: "z,10 1z" }).rows, [[35, 36], [71]]);
});

/** @type {[string, string[], string, boolean, string[]][]} */
const OFFERS = [
  ["those that some hit has", [], "", false, ["b", "c"]],
  ["by frequency where ranked", [], "", true, ["c", "b"]],
  ["chosen ones first, even without a hit", ["a"], "", true, ["a", "c", "b"]],
  ["those looked for, in value or label", [], "SECOND", true, ["b"]],
  ["and those chosen, whatever is looked for", ["c"], "second", true, ["c", "b"]],
];

for (const [name, first, text, ranked, wanted] of OFFERS) {
  test(`values offered: ${name}`, () => {
    const column = new Column(["a", "b", "c"], [], ["", "The second", ""]);
    const offers = column.offers(Uint32Array.of(0, 1, 2), first, text, ranked);
    assert.deepEqual(
      offers.map(({ value }) => value),
      wanted,
    );
  });
}

test("a value without a label has none", () => {
  assert.equal(table().columns.tag?.label("PGOV"), "Internal government");
  assert.deepEqual(
    ["KTIP", "no such tag"].map((value) => table().columns.tag?.label(value)),
    ["", ""],
  );
});

test("every facet has a title", () => {
  assert.equal(FACETS.filter(([, title]) => title).length, 6);
});
