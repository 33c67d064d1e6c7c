/** The words of a text: the same as in generator/search/words.py, both held against one file of cases. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/words");
const { folded, read, stem } = cablepressWords;

/** @returns {string[][]} title, text, and what is expected: the words in a line, then a line for each joined word */
function cases() {
  const file = readFileSync(new URL("../golden/search/words.txt", import.meta.url), "utf8");
  const parts = `\n${file}`.split("\n.\n").slice(0, -1);
  return Array.from({ length: parts.length / 3 }, (_, index) => parts.slice(3 * index, 3 * index + 3));
}

for (const [title, text, expected] of cases()) {
  test(title.trim(), () => {
    const { words, joined } = read(text);
    const told = [words.join(" "), ...joined.map(({ place, word }) => `${place} ${word}`)].join("\n");
    assert.equal(told, expected);
  });
}

test("what is folded stays as it is, and composed or not makes no difference", () => {
  for (const [, text] of cases()) {
    const plain = folded(text);
    assert.equal(folded(plain), plain);
    assert.equal(folded(text.normalize("NFD")), folded(text.normalize("NFC")));
  }
});

/** Words of which each line is one family of forms, and no word is a form of one in another line. */
const FAMILIES = [
  "mechanic mechanics mechanical mechanically",
  "insure insures insured insuring",
  "party parties",
  "tie ties",
  "converse conversing conversed",
  "conversation conversations",
  "plan plans planned planning",
  "sign signs signed signing",
  "pass passes passed passing",
  "news",
  "new",
  "gas",
  "bus",
  "mechanism mechanisms",
  "red",
  "reds",
  "king kings",
];

test("forms of a word have a stem in common, and no two words", () => {
  const stems = FAMILIES.map((line) => [...new Set(line.split(" ").map(stem))]);
  const several = stems.filter((held) => held.length !== 1).map((held) => held.join(" "));
  assert.deepEqual(several, []);
  assert.equal(new Set(stems.flat()).size, FAMILIES.length - 1); // red, reds
});

test("what is no English word is its own stem", () => {
  for (const word of ["", "as", "h1n1s", "\u0430\u0441\u0442\u0430\u043d\u0430s", "2009"])
    assert.equal(stem(word), word);
});
