/** How far a misspelt word is from another; how far two words stand apart; the periods of two dates. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

/** Words that these tests never look up: the scripts read an index only when they are asked. */
Object.assign(globalThis, { cablepressSearch: { load: assert.fail, manifest: assert.fail } });
run(
  "search/words",
  "search/query",
  "search/digits",
  "search/matches",
  "search/postings",
  "search/lookup",
  "search/ranking",
  "search/forms",
);
const { distance, inUse } = cablepressForms;
const { apart, allOf, ranked } = cablepressRanking;

/** @type {[string, string, number][]} */
const STEPS = [
  ["", "", 0],
  ["", "abc", 3],
  ["mechanic", "mechanic", 0],
  ["mechanic", "mechanics", 1],
  ["mechanic", "mechnaic", 1],
  ["mechanic", "mekanic", 2],
  ["ca", "abc", 3],
  ["gaddafi", "qadhafi", 2],
];

for (const [word, other, steps] of STEPS) {
  test(`from "${word}" to "${other}" are ${steps} steps, and back`, () => {
    assert.equal(distance(word, other), steps);
    assert.equal(distance(other, word), steps);
  });
}

test("the words between two are counted where they stand closest", () => {
  assert.equal(apart([3, 40], [42, 90]), 1);
  assert.equal(apart([5], [4]), 0);
  assert.equal(apart([5], [5]), 0);
  assert.equal(apart([], [5]), Number.POSITIVE_INFINITY);
});

test("a rare word says more than a common one, and the newest of equals is first", () => {
  const rare = { rows: [2, 4], strengths: [0.5, 0.1] };
  const common = { rows: [1, 2, 3, 4, 5], strengths: [1, 0.1, 1, 0.5, 1] };
  assert.deepEqual(
    ranked(allOf([rare, common], 6)).map(({ row }) => row),
    [2, 4],
  );
  assert.deepEqual(
    ranked(allOf([], 3)).map(({ row }) => row),
    [2, 1, 0],
  );
});

test("of the forms those are named that some hit has, the most frequent first", () => {
  const form = (/** @type {string} */ word, /** @type {number[]} */ ...rows) => ({
    word,
    matches: { rows, strengths: rows.map(() => 1) },
  });
  const hits = [1, 2, 3].map((row) => ({ row, score: 0, lacks: [] }));
  assert.deepEqual(inUse([form("a", 1), form("b", 7, 8, 9), form("c", 1, 2)], hits), ["c", "a"]);
});
