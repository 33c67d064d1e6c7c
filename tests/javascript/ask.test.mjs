/** Answers of the search over a small index. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

/** Date as far as it is known, what stands in the header, text. @type {[string, string, string][]} */
const CABLES = [
  ["", "from:bern", "A mechanic spoke of penal reform"],
  ["2004-12-31", "from:bern", "Mechanics, and the co-operation of mechanics"],
  ["2005-01-01", "from:rome", "Penal reform: a mechanic, a prosecutor, an operation"],
  ["2005-06-30", "from:rome tag:ktip", "Reform of the penal law"],
  ["2005", "from:rome", "Cooperation on penal reform"],
  ["2006-01-01", "from:oslo cites:05rome7", "Fishing; mechanical things"],
  ["2006", "from:oslo", "Fisheries"],
  ["2007-03-04", "from:oslo id:05oslo8 number:oslo8", "The trial of a witness in Oslo"],
  ["2008-05-01", "from:chile", "Dockers strike over their pay"],
  ["2009-05-01", "from:peru", "Dockers strike over their pay"],
];

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

/**
 * Rising numbers below 32 as distances less 1.
 * @param {number[]} rising
 * @param {string} [behind] each
 */
const written = (rising, behind = "") =>
  rising.map((number, index) => DIGITS[number - (rising[index - 1] ?? -1) - 1] + behind).join("");

/** Cables of each of the two parts. */
const PARTS = [CABLES.slice(0, 3), CABLES.slice(3)];

/**
 * The words of some cables with, for each cable that has it, the places of each.
 * @param {[string, string, string][]} cables
 */
function indexed(cables) {
  /** @type {Map<string, Map<number, number[]>>} */
  const index = new Map();
  const add = (/** @type {string} */ word, /** @type {number} */ row, /** @type {number} */ place) => {
    const rows = index.get(word) ?? new Map();
    rows.set(row, [...(rows.get(row) ?? []), place]);
    index.set(word, rows);
  };
  for (const [row, [, header, text]] of cables.entries()) {
    const { words, joined } = cablepressWords.read(text);
    for (const [place, word] of words.entries()) add(word, row, place);
    for (const { place, word } of joined) add(`+${word}`, row, place);
    for (const word of header.split(" ")) add(word, row, 0);
  }
  return [...index].sort(([word], [other]) => (word < other ? -1 : 1));
}

/**
 * A file of the index, as generator/search writes it.
 * @param {string} name
 */
function load(name) {
  const [part, kind] = name.split("/");
  const cables = PARTS[Number(part)];
  const words = indexed(cables);
  const texts = {
    words: words.map(([, rows]) => written([...rows.keys()], "P")),
    places: words.map(([, rows]) => [...rows.values()].map((places) => `${written(places)}.`).join("")),
  };
  if (kind === "rows") {
    const periods = cables.map(([date]) => [date.slice(0, 7), 1]);
    return { periods, days: cables.map(([date]) => DIGITS[Number(date.slice(8))]).join("") };
  }
  if (kind === "ids") return cables.map((cable) => CABLES.indexOf(cable)).join(" ");
  if (kind === "words" || kind === "places")
    return [words.map(([word]) => word).join(" "), texts[kind].join(" ")];
  return assert.fail(name);
}

run("search/words");
const parts = PARTS.map((cables) => {
  const [[first]] = indexed(cables);
  return { cables: cables.length, words: first, places: first };
});
Object.assign(globalThis, {
  window: globalThis,
  cablepressSearch: {
    load: async (/** @type {string} */ name) => load(name),
    manifest: async () => ({ cables: CABLES.length, parts }),
  },
});
run("search/query", "search/digits", "search/matches", "search/postings", "search/lookup");
run("search/ranking", "search/forms", "search/question", "search/ask");
const { answer, ask } = cablepressAsk;
const { parse } = cablepressQuery;

/** @type {[string, string, string][]} query, the cables found, what is absent */
const ASKED = [
  ["mechanic", "0 2", ""],
  ["MECHANICS", "1", ""],
  ["blockchain", "", "blockchain"],
  ["mech", "", "mech"],
  ["mech*", "0 1 2 5", ""],
  ["blockch*", "", "blockch*"],
  ["cooperation", "1 4", ""],
  ["co-operation", "1 4", ""],
  ["operation", "1 2", ""],
  ["penal reform", "0 2 3 4", ""],
  ['"penal reform"', "0 2 4", ""],
  ['"reform penal"', "", '"reform penal"'],
  ['"penal blockchain"', "", "blockchain"],
  ['"spoke of penal reform"', "0", ""],
  ["penal -mechanic", "3 4", ""],
  ["fishing OR fisheries", "5 6", ""],
  ["fishing OR blockchain", "5", "blockchain"],
  ["penal from:rome", "2 3 4", ""],
  ["from:rome -tag:ktip", "2 4", ""],
  ["from:paris", "", "from:paris"],
  ["after:2005 before:2006", "2 3", ""],
  ["before:2005", "1", ""],
  ["after:2006", "5 7 8 9", ""],
  ["05 Oslo 0008", "7", ""],
  ["Oslo 8", "7", ""],
  ["05ROME7", "", "05ROME7"],
  ["penal fishing", "", ""],
  ["", "", ""],
];

for (const [text, found, absent] of ASKED) {
  test(`${text || "nothing"} finds ${found || "no cable"}${absent && `; no cable has ${absent}`}`, async () => {
    const told = await ask(text);
    assert.deepEqual(told.ids.toSorted().join(" "), found);
    assert.equal(told.count, told.ids.length);
    assert.equal(told.absent.join(" "), absent);
  });
}

/** @param {string} text */
const answered = (text) => answer(parse(text));

test("the word itself comes before what a hyphen makes of it", async () => {
  assert.deepEqual((await ask("cooperation")).ids, ["4", "1"]);
  assert.deepEqual((await ask("operation")).ids.at(0), "2");
});

test("other forms are counted apart, and their query finds both", async () => {
  const { hits, further } = await answered("mechanic");
  assert.deepEqual([hits.length, further.hits.length], [2, 2]);
  assert.deepEqual(further.forms.toSorted(), ["mechanical", "mechanics"]);
  assert.equal((await ask(further.text)).count, 4);
});

test("forms are offered where the word itself is absent, and what limits the query stays", async () => {
  const { hits, further, absent } = await answered("mechanicals -fishing");
  assert.deepEqual([hits.length, absent.length, further.hits.length], [0, 1, 3]);
  assert.match(further.text, /^mechanicals OR .* -fishing$/u);
});

test("cables of the time of which the year alone is known are counted apart", async () => {
  assert.equal((await answered("after:2005 before:2006")).yearAlone, 1);
  assert.equal((await answered("penal after:2005")).yearAlone, 1);
  assert.equal((await answered("after:2005-02 before:2007")).yearAlone, 1);
  assert.equal((await answered("penal before:2005")).yearAlone, 0);
});

test("words that stand apart are absent nowhere", async () => {
  assert.equal((await answered("penal fishing")).apart, true);
  assert.equal((await answered("penal blockchain")).apart, false);
  assert.equal((await answered("penal before:1990")).apart, false);
});

test("a question that no cable answers has nearest ones, none of them found", async () => {
  const { hits, nearest } = await answered("penal trial of the fisheries");
  assert.equal(hits.length, 0);
  assert.ok(nearest.length > 0 && nearest.every(({ lacks }) => lacks.length > 0));
  const told = await ask("penal trial of the fisheries");
  assert.equal(told.count, 0);
  assert.equal(told.ids.length, nearest.length);
});

test("a question that names a place or a year has cables of there and then first", async () => {
  const first = async (/** @type {string} */ text) => (await answered(text)).nearest[0].row;
  assert.equal(await first("dockers strike pay harbour"), 9);
  assert.equal(await first("chilean dockers strike pay"), 8);
  assert.equal(await first("dockers strike pay 2008"), 8);
});

test("a number that is not held leads to those that cite it", async () => {
  const { hits, unheld } = await answered("05 Rome 7");
  assert.deepEqual([hits.length, unheld?.id, unheld?.citing.map(({ row }) => row)], [0, "05ROME7", [5]]);
});

test("while one types, the last word may be a beginning", async () => {
  const { hits } = await answer(parse("penal mech"), { typing: true });
  assert.deepEqual(hits.map(({ row }) => row).toSorted(), [0, 2]);
});
