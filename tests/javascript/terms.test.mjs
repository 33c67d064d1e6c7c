/** The words that a cable's page marks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/terms");
const { pattern, pieces } = cablepressTerms;

/** @type {[string, string, string[]][]} */
const MARKED = [
  ["trial", "Trial, trials, re-trial; retrial TRIAL", ["Trial", "trial", "TRIAL"]],
  [
    'trial "human rights"',
    "human\n  rights, the human trial, human, rights",
    ["human\n  rights", "trial", "human, rights"],
  ],
  ['human "human rights"', "human rights and a human", ["human rights", "human"]],
  ["u.s", "The U.S. and us, uxs", ["U.S"]],
  ["a( [b", "a( and [b", ["a(", "[b"]],
  ["art artist", "artist of art", ["artist", "art"]],
  ["\u00e9t\u00e9", "\u00c9t\u00e9 \u00e9t\u00e9s", ["\u00c9t\u00e9"]],
  ["$1", "for $1 million", ["$1"]],
];

for (const [wanted, text, hits] of MARKED) {
  test(`${wanted} is found in ${JSON.stringify(text)}`, () => {
    const words = pattern(wanted);
    assert.deepEqual(words ? [...text.matchAll(words)].map(([hit]) => hit) : null, hits);
  });
}

test("punctuation alone is looked for nowhere", () => {
  assert.deepEqual(['"', "(((.*)+ <> $", ""].map(pattern), [null, null, null]);
});

test("whatever the address says is text, never a pattern, and found again", () => {
  const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
  for (const sign of printable.filter((letter) => letter !== '"')) {
    const words = pattern(`a${sign}b`);
    assert.deepEqual(`x a${sign}b x aXXb`.match(words ?? /none/u), [`a${sign}b`]);
  }
});

test("twenty terms are looked for", () => {
  const terms = Array.from({ length: 30 }, (_, index) => `term${index}`).join(" ");
  assert.equal(terms.match(pattern(terms) ?? /none/u)?.length, 20);
});

test("a hit is cut where its text nodes meet", () => {
  assert.deepEqual(pieces([4, 0, 3, 5], 2, 9), [
    { node: 0, from: 2, to: 4 },
    { node: 2, from: 0, to: 3 },
    { node: 3, from: 0, to: 2 },
  ]);
  assert.deepEqual(pieces([4, 3], 4, 7), [{ node: 1, from: 0, to: 3 }]);
});

test("the pieces of any hit are the hit", () => {
  const nodes = ["ab", "", "cde", "f", "gh"];
  const text = nodes.join("");
  const lengths = nodes.map((node) => node.length);
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const cut = pieces(lengths, start, end).map(({ node, from, to }) => nodes[node].slice(from, to));
      assert.equal(cut.join(""), text.slice(start, end));
    }
  }
});
