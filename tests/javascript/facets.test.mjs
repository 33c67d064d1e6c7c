/** Counting by facets: what is shown is what a count by hand gives. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("texts/en", "language", "search/words", "search/query", "search/digits", "search/facets", "search/state");
const { Column, FACETS, Table } = cablepressFacets;

const CABLES = [
  { post: "Astana", tag: ["PGOV", "KTIP"], period: "2008-11", day: 3, kind: "extract" },
  { post: "Astana", tag: ["PGOV"], period: "2009-02", day: 9, kind: "complete" },
  { post: "Rome", tag: ["KTIP"], period: "2009-02", day: 20, kind: "complete" },
  { post: "Rome", tag: ["PGOV", "KTIP"], period: "2009", day: 0, kind: "complete" },
  { post: "Rome", tag: [], period: "2010-01", day: 1, kind: "extract" },
  { post: "Oslo", tag: ["PGOV"], period: "", day: 0, kind: "complete" },
];

/**
 * A facet of cables, in digits; numbers below 32 are one letter each.
 * @param {string[]} values
 * @param {string[][]} held by each cable
 * @returns {FacetData}
 */
const facet = (values, held) => ({
  values,
  rows: held
    .map((own) => [own.length, ...own.map((value) => values.indexOf(value))].map(letter).join(""))
    .join(""),
});

/** @param {number} cables that have nothing of it */
const none = (cables) =>
  facet(
    [],
    Array.from({ length: cables }, () => []),
  );

/** @param {number} number below 26 */
const letter = (number) => String.fromCharCode(65 + number);

/** @returns {FacetTable} the cables as generator/search/cards.py writes them, in two parts */
const table = () => new Table([part(0, 4, FIRST), part(4, 6, SECOND)]);

/** @type {[Period, number][]} */
const FIRST = [
  ["2008-11", 1],
  ["2009-02", 2],
  ["2009", 1],
];
/** @type {[Period, number][]} */
const SECOND = [
  ["2010-01", 1],
  ["", 1],
];

/**
 * @param {number} from
 * @param {number} to
 * @param {[Period, number][]} periods
 * @returns {Rows}
 */
function part(from, to, periods) {
  const cables = CABLES.slice(from, to);
  const posts = [...new Set(cables.map(({ post }) => post))].sort();
  return {
    periods,
    days: cables.map(({ day }) => letter(day)).join(""),
    facets: {
      post: facet(
        posts,
        cables.map(({ post }) => [post]),
      ),
      country: facet(
        [],
        cables.map(() => []),
      ),
      ...Object.fromEntries(
        ["classification", "concept", "collection", "signer"].map((name) => [name, none(cables.length)]),
      ),
      kind: facet(
        ["complete", "extract"],
        cables.map(({ kind }) => [kind]),
      ),
      tag: facet(
        ["KTIP", "PGOV"],
        cables.map(({ tag }) => tag),
      ),
    },
    labels: { tag: ["", "Internal government"] },
  };
}

/**
 * @param {Partial<Record<FacetName, string[]>>} values
 * @param {Period} [from]
 * @param {Period} [to]
 * @returns {FacetChoice}
 */
const chosen = (values, from = "", to = "") => ({
  values: { ...cablepressState.cleared().values, ...values },
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

test("a range is exact to the day; a cable of which the year alone is known is in whole years", () => {
  const within = (/** @type {Period} */ from, /** @type {Period} */ to) =>
    table().count(ALL, chosen({}, from, to)).passing;
  assert.deepEqual(within("2009-02-10", "2009-02-20"), [2]);
  assert.deepEqual(within("2009-02-09", "2009-02-19"), [1]);
  assert.deepEqual(within("2009-02", ""), [1, 2, 4]);
  assert.deepEqual(within("2009", "2009"), [1, 2, 3]);
  assert.deepEqual(within("", "2008-11-02"), []);
});

test("extracts are told from complete cables", () => {
  const { columns } = table();
  assert.deepEqual(
    columns.kind?.values.map((value) => columns.kind?.label(value)),
    ["Complete", "Extract"],
  );
  assert.deepEqual(table().count(ALL, chosen({ kind: ["extract"] })).passing, [0, 4]);
});

test("years are told from the periods, the latest first", () => {
  assert.deepEqual(table().columns.year?.values, ["2010", "2009", "2008"]);
});

test("only the rows that are asked for are counted", () => {
  assert.deepEqual(table().count([4, 2], chosen({ post: ["Rome"] })).passing, [4, 2]);
});

test("people come later, and count from then on", () => {
  const later = table();
  assert.equal(later.count(ALL, chosen({ person: ["dinara-omirbek"] })).passing.length, CABLES.length);
  const named = [["dinara-omirbek"], [], ["dinara-omirbek"], [], [], []];
  later.addPeople([
    { ...facet(["dinara-omirbek"], named.slice(0, 4)), names: ["Dinara Omirbek"] },
    { ...facet([], named.slice(4)), names: [] },
  ]);
  assert.deepEqual(later.count(ALL, chosen({ person: ["dinara-omirbek"] })).passing, [0, 2]);
  assert.equal(later.columns.person?.label("dinara-omirbek"), "Dinara Omirbek");
});

test("a catalogue without cables has no row", () => {
  const empty = new Table([]);
  assert.deepEqual(empty.periods, []);
  assert.deepEqual(empty.count([], chosen({})).passing, []);
});

test("the same value has one number in all parts, and its own meaning", () => {
  const column = Column.of(
    [facet(["a", "b"], [["b"], ["a", "b"]]), facet(["c", "b"], [["c"], [], ["b", "c"]])],
    [["first", ""], ["third"]],
  );
  assert.deepEqual(column.values, ["a", "b", "c"]);
  assert.deepEqual(column.rows, [[1], [0, 1], [2], [], [1, 2]]);
  assert.deepEqual(
    ["a", "b", "c"].map((value) => column.label(value)),
    ["first", "", "third"],
  );
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
  assert.deepEqual(
    FACETS.filter(([, title]) => !title),
    [],
  );
});
