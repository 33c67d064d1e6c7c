/** What a reader typed, taken apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/query");
const { parse, asks, bared, plain, tagsMeant } = cablepressQuery;

/** @type {[string, Partial<Query>][]} */
const TYPED = [
  ["", { text: "", words: [], phrases: [], without: [] }],
  ["  two   words ", { text: "two words", words: ["two", "words"] }],
  ["trial, (trial) trial!", { words: ["trial"] }],
  ["state of the art", { words: ["state", "art"] }],
  ["the", { words: ["the"] }],
  ["What did", { words: ["What", "did"] }],
  ["didn\u2019t", { words: ["didn\u2019t"] }],
  ["he didn\u2019t testify", { words: ["testify"] }],
  ['"human rights" trial', { words: ["human", "rights", "trial"], phrases: ["human rights"] }],
  ["\u201chuman rights\u201d", { text: '"human rights"', phrases: ["human rights"] }],
  ["\u00abhuman rights\u00bb", { phrases: ["human rights"] }],
  ['"the state of', { words: ["state"], phrases: ["the state of"] }],
  ['"of the"', { words: [], phrases: ["of the"] }],
  ['"trial"', { words: ["trial"], phrases: [] }],
  ['""', { words: [], phrases: [] }],
  ["trial -witness", { words: ["trial"], without: ["witness"] }],
  ["-witness", { words: [], without: ["witness"] }],
  ["post-war - trial", { words: ["post-war", "trial"], without: [] }],
  ["\u00fcber 9/11 ;;;", { words: ["\u00fcber", "9", "11"] }],
];

for (const [typed, wanted] of TYPED) {
  test(`${JSON.stringify(typed)} is taken apart`, () => {
    assert.deepEqual({ ...parse(typed), ...wanted }, parse(typed));
  });
}

/** @type {[string, CableNumber | null][]} */
const NUMBERS = [
  ["09ASTANA308", { term: "09ASTANA308", field: "id" }],
  ["09 Astana 308", { term: "09ASTANA308", field: "id" }],
  ["2009 ASTANA 000308", { term: "09ASTANA308", field: "id" }],
  ["09-astana-308", { term: "09ASTANA308", field: "id" }],
  ["Astana 308", { term: "ASTANA308", field: "number" }],
  ["08 S\u00e3o Paulo 12", { term: "08SAOPAULO12", field: "id" }],
  ["05 Port-au-Prince 0007", { term: "05PORTAUPRINCE7", field: "id" }],
  ["09ASTANA0", null],
  ["09ASTANA", null],
  ["308", null],
  ["09 \u0410\u0421\u0422\u0410\u041d\u0410 308", null],
  ["trial of 2009 and 2010 again", null],
];

for (const [typed, wanted] of NUMBERS) {
  test(`${typed} ${wanted ? `is the cable ${wanted.term}` : "is no number"}`, () => {
    assert.deepEqual(parse(typed).number, wanted);
  });
}

test("only words and phrases are looked up, not what is to be left out", () => {
  assert.deepEqual(
    ["", "-war", "war", '"of the"'].map((typed) => asks(parse(typed))),
    [false, false, true, true],
  );
});

for (const [word, wanted] of /** @type {[string, string[]][]} */ ([
  ['("reform",', ['("', "reform", '",']],
  ["U.S.", ["", "U.S", "."]],
  ["\u0430\u043a\u0438\u043c", ["", "\u0430\u043a\u0438\u043c", ""]],
  ["...", ["...", "", ""]],
  ["", ["", "", ""]],
])) {
  test(`${JSON.stringify(word)} is taken out of its punctuation, and nothing is lost`, () => {
    const { before, core, after } = bared(word);
    assert.deepEqual([before, core, after], wanted);
    assert.equal(before + core + after, word);
    assert.equal(plain(word), core.toLowerCase());
  });
}

const TAGS = [
  { code: "KTIP", meaning: "Trafficking in persons" },
  { code: "PTER", meaning: "Terrorists and terrorism" },
  { code: "PREF", meaning: "Refugees" },
  { code: "PREL", meaning: "External political relations" },
  { code: "PREX", meaning: "Prefabricated example" },
];

for (const [typed, codes] of /** @type {[string, string[]][]} */ ([
  ["ktip", ["KTIP"]],
  ["traffick", ["KTIP"]],
  ["persons trafficking", ["KTIP"]],
  ["persons refugees", []],
  ["pre", ["PREF", "PREL"]],
  ["tr", []],
  ["", []],
])) {
  test(`${JSON.stringify(typed)} may mean the tags [${codes}]`, () => {
    assert.deepEqual(
      tagsMeant(parse(typed), TAGS).map(({ code }) => code),
      codes,
    );
  });
}
