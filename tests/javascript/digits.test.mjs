/** Numbers as the index writes them, and the cables of a posting. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/digits", "search/matches");
const { numbers, rising } = cablepressDigits;
const { NONE, decoded, firstThat, upToRow, inTurn, both, any, kept, weakened, behind } = cablepressMatches;

test("numbers of any length are read, one behind the other", () => {
  assert.deepEqual(numbers(""), []);
  assert.deepEqual(numbers("ABfgB"), [0, 1, 31, 32]);
  assert.deepEqual(numbers("_fgf_gB"), [1023, 992, 31 + 1024]);
});

test("numbers beyond 32 bits are read whole", () => {
  assert.deepEqual(numbers(`${"g".repeat(7)}B`), [2 ** 35]);
});

test("rising numbers are distances", () => {
  assert.deepEqual(rising("AAgBA"), [0, 1, 34, 35]);
  assert.deepEqual(rising(""), []);
});

test("a posting is distances, each with a strength behind it", () => {
  assert.deepEqual(decoded("AfBAgBf", 100), { rows: [100, 102, 135], strengths: [1, 0, 1] });
  assert.deepEqual(decoded("", 7), NONE);
});

/** @param {...[number, number]} pairs row and strength */
const matches = (...pairs) => ({
  rows: pairs.map(([row]) => row),
  strengths: pairs.map(([, strength]) => strength),
});

test("the first that passes is found wherever it is", () => {
  for (let end = 0; end < 9; end++)
    for (let first = 0; first <= end; first++)
      assert.equal(
        firstThat(end, (number) => number >= first),
        first,
      );
  assert.deepEqual(
    [0, 3, 4, 9].map((row) => upToRow([3, 5], row)),
    [0, 0, 1, 2],
  );
});

const [ONE, OTHER] = [matches([1, 0.5], [3, 1], [8, 0]), matches([3, 0.25], [4, 1], [8, 0.5])];

test("those in both have the strengths of both", () => {
  assert.deepEqual(both(ONE, OTHER), matches([3, 1.25], [8, 0.5]));
  assert.deepEqual(both(ONE, NONE), NONE);
});

test("those in any have the greatest strength, in order", () => {
  assert.deepEqual(any([OTHER, ONE]), matches([1, 0.5], [3, 1], [4, 1], [8, 0.5]));
  assert.equal(any([ONE]), ONE);
  assert.deepEqual(any([]), NONE);
});

test("what a hyphen joins comes behind all others, in its own order", () => {
  const { rows, strengths } = any([matches([1, 0]), behind(matches([1, 1], [2, 0.5], [3, 1]))]);
  const order = rows.toSorted((row, other) => strengths[rows.indexOf(other)] - strengths[rows.indexOf(row)]);
  assert.deepEqual(order, [1, 3, 2]);
});

test("kept, weakened, one part behind the other", () => {
  assert.deepEqual(
    kept(ONE, (row) => row !== 3),
    matches([1, 0.5], [8, 0]),
  );
  assert.deepEqual(weakened(ONE, 0.5), matches([1, 0.25], [3, 0.5], [8, 0]));
  assert.deepEqual(inTurn([matches([1, 1]), NONE, matches([9, 0])]), matches([1, 1], [9, 0]));
});
