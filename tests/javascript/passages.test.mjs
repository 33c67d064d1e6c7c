/** The passage that answers a query. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("texts/en", "language", "search/words", "search/passages");
const { passage, marked, bared } = cablepressPassages;

const WANTED = {
  words: new Set(["reform", "trial", "trials", "minister", "witness"]),
  phrases: [],
  facts: new Map(),
};

/**
 * A cable's pieces: |name| begins a paragraph.
 * @param {string} text
 * @returns {TextPiece[]}
 */
function pieces(text) {
  /** @type {TextPiece[]} */
  const out = [];
  for (const [, anchor = "", words] of text.matchAll(/(?:\|(?<anchor>[^|]+)\|)?(?<words>[^|]+)/gu))
    out.push([anchor, words.trim()]);
  return out;
}

/** @param {number} count */
const filler = (count) => new Array(count).fill("word").join(" ");

/**
 * The passage, its hits marked.
 * @param {string} text
 * @param {Wanted} [wanted]
 */
const shown = (text, wanted = WANTED) => inLine(passage(pieces(text), wanted).words);

/** @param {MarkedWord[]} words */
const inLine = (words) => words.map(({ text, hit }) => (hit ? `*${text}*` : text)).join(" ");

test("a short text is shown whole, its hits marked", () => {
  assert.equal(shown("The Minister spoke of re\u0301form."), "The *Minister* spoke of *re\u0301form.*");
});

test("a phrase is marked where its words stand in order, and nowhere else", () => {
  const wanted = {
    words: new Set(["art"]),
    phrases: [
      ["human", "rights"],
      ["al", "qadhafi"],
    ],
    facts: new Map(),
  };
  assert.equal(
    shown("Human-rights, rights human (human rights) al-Qadhafi; art artist", wanted),
    "*Human-rights,* rights human *(human* *rights)* *al-Qadhafi;* *art* artist",
  );
});

test("what a hyphen joins is marked as the one word", () => {
  const wanted = { words: new Set(["cooperation"]), phrases: [], facts: new Map() };
  assert.equal(
    shown("co-operation, cooperation, operation", wanted),
    "*co-operation,* *cooperation,* operation",
  );
});

test("a text without a hit is shown from its beginning, and leads to no paragraph", () => {
  const answer = passage(pieces(`|par-1| First ${filler(60)}`), WANTED);
  assert.equal(answer.words[0].text, "First");
  assert.equal(answer.words.length, 43);
  assert.equal(answer.words.at(-1)?.text, "\u2026");
  assert.equal(answer.anchor, null);
  assert.deepEqual(answer.forms, []);
});

test("a text without a word has no passage", () => {
  assert.deepEqual(passage([], WANTED), { words: [], anchor: null, forms: [] });
  assert.deepEqual(passage([["a", " "]], WANTED).words, []);
});

test("a passage begins with its paragraph where that is near", () => {
  const answer = passage(
    pieces(`|par-1| ${filler(30)} |par-2| Here ${filler(10)} reform ${filler(60)}`),
    WANTED,
  );
  assert.ok(inLine(answer.words).startsWith("Here word"));
  assert.equal(answer.anchor, "par-2");
});

test("else with its sentence, else a few words before the hit", () => {
  const sentence = `${filler(30)} ended. Then ${filler(5)} reform ${filler(60)}`;
  assert.ok(shown(sentence).startsWith(`\u2026 Then ${filler(5)} *reform*`));
  assert.ok(shown(`${filler(40)} reform ${filler(60)}`).startsWith(`\u2026 ${filler(6)} *reform*`));
});

test("an abbreviation ends no sentence", () => {
  assert.ok(
    shown(`${filler(30)} ended. Then Mr. X ${filler(3)} reform ${filler(60)}`).startsWith(
      "\u2026 Then Mr. X",
    ),
  );
});

test("a passage ends with its paragraph", () => {
  assert.ok(
    shown(`|par-1| ${filler(20)} reform ends. |par-2| Next ${filler(30)}`).endsWith(" *reform* ends."),
  );
});

test("a heading belongs to the paragraph behind it", () => {
  const text = `|head| Reform begins |par-1| ${filler(30)} |par-2| Next ${filler(30)}`;
  assert.ok(shown(text).startsWith(`*Reform* begins ${filler(30)}`));
});

test("different words close together count more than one word often", () => {
  const often = `|one| ${filler(9)} trial trial trial ${filler(60)}`;
  const answer = passage(pieces(`${often} |two| ${filler(9)} trial witness ${filler(60)}`), WANTED);
  assert.equal(answer.anchor, "two");
});

test("a hit in the header is shown, and leads to no paragraph", () => {
  const held = pieces(`|par-1| ${filler(80)}`);
  const answer = passage([...held, ["", "To: AMEMBASSY TRIAL"], ["", "Tags: KJUS"]], WANTED);
  assert.equal(inLine(answer.words), "To: AMEMBASSY *TRIAL* Tags: KJUS");
  assert.equal(answer.anchor, null);
});

test("a long line of the header keeps its name", () => {
  const answer = passage([["", `Info: ${filler(40)} Trial`]], WANTED);
  assert.equal(inLine(answer.words), `Info: \u2026 ${filler(6)} *Trial*`);
});

test("what a field asks for is marked in its own line of the header, and not on the cable's page", () => {
  const wanted = {
    words: new Set(/** @type {string[]} */ ([])),
    phrases: [],
    facts: new Map([["To", new Set(["rome", "to"])]]),
  };
  const held = pieces(`|par-1| Rome ${filler(80)}`);
  const answer = passage([...held, ["", "From: Rome"], ["", "To: AMEMBASSY ROME"]], wanted);
  assert.equal(inLine(answer.words), "To: AMEMBASSY *ROME*");
  assert.deepEqual([answer.anchor, answer.forms], [null, []]);
});

test("drawn lines are left out", () =>
  assert.equal(shown("Above ------ below reform"), "Above below *reform*"));

test("forms are bare, in lower case, the most frequent first, and not too many", () => {
  assert.deepEqual(passage(pieces("Trial, trials (trials)"), WANTED).forms, ["trials", "trial"]);
  const many = Array.from({ length: 20 }, (_, index) => `form${index}`);
  assert.equal(
    passage(pieces(many.join(" ")), { words: new Set(many), phrases: [], facts: new Map() }).forms.length,
    12,
  );
});

test("in a subject the words are marked, whole ones alone", () => {
  assert.equal(inLine(marked("TRIALS: (trial) retrial", WANTED)), "*TRIALS:* *(trial)* retrial");
});

for (const [word, wanted] of /** @type {[string, string[]][]} */ ([
  ['("reform",', ['("', "reform", '",']],
  ["U.S.", ["", "U.S", "."]],
  ["\u0430\u043a\u0438\u043c", ["", "\u0430\u043a\u0438\u043c", ""]],
  ["", ["", "", ""]],
])) {
  test(`${JSON.stringify(word)} is taken out of its punctuation, and nothing is lost`, () => {
    const { before, core, after } = bared(word);
    assert.deepEqual([before, core, after], wanted);
  });
}
