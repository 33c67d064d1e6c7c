/** What a reader typed, taken apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/words", "search/query");
const { parse, asks, isPlain, tells, cut, put } = cablepressQuery;

/**
 * One line for a query: clauses, `|` between what may stand for one another, `-` before what is unwanted, dates.
 * @param {Query} query
 */
function told({ clauses, without, from, before }) {
  const atom = (/** @type {Atom} */ { kind, words, joined }) =>
    `${kind} ${words.join("_")}${joined ? `=${joined}` : ""}`;
  return [
    ...clauses.map(({ any }) => any.map(atom).join(" | ")),
    ...without.map((made) => `-${atom(made)}`),
    ...(from ? [`from ${from}`] : []),
    ...(before ? [`before ${before}`] : []),
  ].join(", ");
}

/** @type {[string, string][]} */
const TYPED = [
  ["", ""],
  ["  two   words ", "word two, word words"],
  ["(trial), trial!", "word trial, word trial"],
  ['"human rights" trial', "phrase human_rights, word trial"],
  ["\u201chuman rights\u201d", "phrase human_rights"],
  ["\u00abhuman rights\u00bb", "phrase human_rights"],
  ['"the state of', "phrase the_state_of"],
  ['"trial"', "word trial"],
  ['"trial*"', "word trial"],
  ['""', ""],
  ['"', ""],
  ["trial -witness", "word trial, -word witness"],
  ['-"human rights"', "-phrase human_rights"],
  ["- trial", "word trial"],
  ["post-war", "chain post_war=postwar"],
  ["al-Qadhafi\u2019s", "chain al_qadhafi=alqadhafi"],
  ["Hoagland's", "word hoagland"],
  ["U.S.", "chain u_s"],
  ["\u5317\u4eac", "chain \u5317_\u4eac"],
  ["trial OR witness judge", "word trial | word witness, word judge"],
  ["a OR b OR c", "word a | word b | word c"],
  ["a OR", "word a"],
  ["OR a", "word or, word a"],
  ["a or b", "word a, word or, word b"],
  ["a OR -b c", "word a, word c, -word b"],
  ["mech*", "beginning mech"],
  ["*mech", "word mech"],
  ["*", ""],
  ["from:Astana", "field from:astana"],
  ['FROM:"Buenos Aires"', "field from:buenos_from:aires"],
  ["by:Hoagland", "field signed:hoagland"],
  ["-tag:KTIP", "-field tag:ktip"],
  ["from:Astana OR from:Almaty", "field from:astana | field from:almaty"],
  ["from: Astana", "word from, word astana"],
  ["colour:red", "chain colour_red"],
  ["before:2006-05", "before 2006-05"],
  ["after:2005 before:2006-5-3", "from 2005, before 2006-05-03"],
  ["before:2006-13", "chain before_2006_13"],
  ["after:soon", "chain after_soon"],
];

for (const [typed, wanted] of TYPED) {
  test(`${JSON.stringify(typed)} is ${wanted || "nothing"}`, () => assert.equal(told(parse(typed)), wanted));
}

/** @type {[string, string | null][]} */
const NUMBERS = [
  ["09ASTANA308", "id:09astana308"],
  ["09 Astana 308", "id:09astana308"],
  ["2009 ASTANA 000308", "id:09astana308"],
  ["09-astana-308", "id:09astana308"],
  ["Astana 308", "number:astana308"],
  ["08 S\u00e3o Paulo 12", "id:08saopaulo12"],
  ["08 Sa\u0303o Paulo 12", "id:08saopaulo12"],
  ["05 Port-au-Prince 0007", "id:05portauprince7"],
  ["09ASTANA0", null],
  ["09ASTANA", null],
  ["308", null],
  ["09 \u0410\u0421\u0422\u0410\u041d\u0410 308", null],
  ["trial of 2009 and 2010 again", null],
];

for (const [typed, word] of NUMBERS) {
  test(`${typed} ${word ? `is the cable ${word}` : "is no number"}`, () => {
    assert.equal(parse(typed).number?.word ?? null, word);
  });
}

test("each piece knows where it stands", () => {
  const query = parse('  "human rights" -war   from:Tripoli  OR tag:KTIP before:2006 ');
  const spans = [
    ...query.clauses.flatMap(({ any }) => any.map(({ span }) => span)),
    ...query.without.map(({ span }) => span),
    ...query.fields.map(({ span }) => span),
  ];
  assert.deepEqual(
    spans.map((span) => query.text.slice(...span)),
    ['"human rights"', "from:Tripoli", "tag:KTIP", "-war", "from:Tripoli", "tag:KTIP", "before:2006"],
  );
  assert.deepEqual(
    query.fields.map(({ name, value, unwanted }) => [name, value, unwanted]),
    [
      ["from", "Tripoli", false],
      ["tag", "KTIP", false],
      ["before", "2006", false],
    ],
  );
});

/** @type {[string, number[], string][]} */
const CUT = [
  ["trial from:Astana", [0], "trial"],
  ["from:Astana trial xfrom:Astana", [0], "trial xfrom:Astana"],
  ["from:Astana OR trial", [0], "trial"],
  ["trial OR from:Astana", [0], "trial"],
  ["a OR from:Astana OR b", [0], "a OR b"],
  ["-tag:KTIP before:2006 a", [0, 1], "a"],
  ["from:Astana", [0], ""],
];

for (const [text, fields, left] of CUT) {
  test(`${text} without its fields ${fields} is "${left}"`, () => {
    assert.equal(
      cut(
        text,
        fields.map((index) => parse(text).fields[index].span),
      ),
      left,
    );
  });
}

test("a piece is put in the place of another", () => {
  const { text, clauses } = parse("penal mechanic -x");
  const pieces = clauses.map(({ any: [{ span, typed }] }) => ({ span, text: `${typed} OR ${typed}s` }));
  assert.equal(put(text, pieces), "penal OR penals mechanic OR mechanics -x");
});

test("nothing, and signs alone, ask for nothing", () => {
  assert.deepEqual(
    ["", "...", "-war", "war", "from:Astana", "after:2005"].map((typed) => asks(parse(typed))),
    [false, false, true, true, true, true],
  );
});

test("plain are words alone", () => {
  assert.deepEqual(
    ["two words", "al-Qadhafi", "", '"a phrase"', "a OR b", "a*", "from:a b"].map((typed) =>
      isPlain(parse(typed)),
    ),
    [true, true, false, false, false, false, false],
  );
  assert.deepEqual(["the", "trial"].map(tells), [false, true]);
});

test("hostile text is taken apart at once, and never fails", () => {
  const hostile = [
    "<img src=x onerror=alert(1)>",
    "__proto__:x",
    "constructor:y",
    "(((.*)+",
    "\ud800",
    "\\\"'`$1",
  ];
  for (const sign of ["(", '"', "a:", "-", "09 a ", "OR ", "\u0301", "a-"]) hostile.push(sign.repeat(20_000));
  for (const text of hostile) {
    const { clauses } = parse(text);
    assert.ok(clauses.every(({ any }) => any.every(({ words }) => words.every(Boolean))));
  }
});
