/** The passage that answers a query. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("search/query", "search/passages");
const { passage, address, marked, unknown } = cablepressPassages;

/**
 * A cable in which words written as *word* are hits and |name| begins a paragraph.
 * @param {string} text
 * @param {Record<string, string>} [meta]
 * @returns {Fragment}
 */
function cable(text, meta = {}) {
  /** @type {string[]} */
  const words = [];
  /** @type {Anchor[]} */
  const anchors = [];
  /** @type {{location: number}[]} */
  const hits = [];
  for (const word of text.split(" ")) {
    const { anchor, hit } = /^\|(?<anchor>.+)\|$|^\*(?<hit>.+)\*$/u.exec(word)?.groups ?? {};
    if (hit) hits.push({ location: words.length });
    if (anchor) anchors.push({ id: anchor, location: words.length });
    else words.push(hit ?? word);
  }
  return { raw_url: "/cables/1/", content: words.join(" "), meta, anchors, weighted_locations: hits };
}

/** @param {number} count */
const filler = (count) => new Array(count).fill("word").join(" ");

/** @param {Fragment} fragment */
const shown = (fragment) =>
  passage(fragment)
    .words.map(({ text, hit }) => (hit ? `*${text}*` : text))
    .join(" ");

test("a short text is shown whole, its hits marked", () => {
  assert.equal(shown(cable("The *minister* spoke of *reform.*")), "The *minister* spoke of *reform.*");
});

test("a text without a hit is shown from its beginning, and leads to no paragraph", () => {
  const answer = passage(cable(`|par-1| First ${filler(60)}`));
  assert.equal(answer.words[0].text, "First");
  assert.equal(answer.words.length, 43);
  assert.equal(answer.words.at(-1)?.text, "\u2026");
  assert.equal(answer.anchor, null);
  assert.deepEqual(answer.forms, []);
});

test("a passage begins with its paragraph where that is near", () => {
  const answer = passage(cable(`|par-1| ${filler(30)} |par-2| Here ${filler(10)} *reform* ${filler(60)}`));
  assert.deepEqual(
    answer.words.slice(0, 2).map(({ text }) => text),
    ["Here", "word"],
  );
  assert.equal(answer.anchor, "par-2");
});

test("else with its sentence, else a few words before the hit", () => {
  const sentence = `${filler(30)} ended. Then ${filler(5)} *reform* ${filler(60)}`;
  assert.ok(shown(cable(sentence)).startsWith(`\u2026 Then ${filler(5)} *reform*`));
  assert.ok(shown(cable(`${filler(40)} *reform* ${filler(60)}`)).startsWith(`\u2026 ${filler(6)} *reform*`));
});

test("an abbreviation ends no sentence", () => {
  const text = `${filler(30)} ended. Then Mr. X ${filler(3)} *reform* ${filler(60)}`;
  assert.ok(shown(cable(text)).startsWith("\u2026 Then Mr. X"));
});

test("a passage ends with its paragraph", () => {
  const text = `|par-1| ${filler(20)} *reform* ends. |par-2| Next ${filler(30)}`;
  assert.ok(shown(cable(text)).endsWith(" *reform* ends."));
});

test("a heading belongs to the paragraph behind it", () => {
  const text = `|head| *Reform* begins |par-1| ${filler(30)} |par-2| Next ${filler(30)}`;
  assert.ok(shown(cable(text)).startsWith(`*Reform* begins ${filler(30)}`));
});

test("different words close together count more than one word often", () => {
  const often = `|one| ${filler(9)} *trial* *trial* *trial* ${filler(60)}`;
  const answer = passage(cable(`${often} |two| ${filler(9)} *trial* *witness* ${filler(60)}`));
  assert.equal(answer.anchor, "two");
});

test("drawn lines are left out, and places beyond the text are no hits", () => {
  const fragment = cable("Above ------ below *here*");
  fragment.weighted_locations.push({ location: 99 });
  assert.equal(shown(fragment), "Above below *here*");
});

test("forms are bare, in lower case, the most frequent first, and not too many", () => {
  assert.deepEqual(passage(cable("*Trial,* *trials* *(trials)* *...*")).forms, ["trials", "trial"]);
  const many = Array.from({ length: 20 }, (_, index) => `*form${index}*`).join(" ");
  assert.equal(passage(cable(many)).forms.length, 12);
});

test("the address opens the cable at the passage, with the words to mark", () => {
  const fragment = cable("|par-3| A *trial* of *trials*");
  const answer = passage(fragment);
  const root = "https://cables.example.org/archive/";
  assert.equal(address(root, fragment, answer, []), `${root}cables/1/?find=trial+trials#par-3`);
  const exact = new URL(address("file:///cables/", fragment, answer, ["a trial", "of & in"]));
  assert.equal(exact.searchParams.get("find"), '"a trial" "of & in"');
  assert.equal(exact.pathname, "/cables/cables/1/");
});

test("without hits the address is the cable's own", () => {
  const fragment = cable("|par-1| Nothing here");
  assert.equal(address("https://a.example/", fragment, passage(fragment), []), "https://a.example/cables/1/");
});

test("in a subject the words are marked, longer ones by their beginning", () => {
  const hits = marked("TRIALS: (trial) re a reform", ["trial", "re", "a"]).filter(({ hit }) => hit);
  assert.deepEqual(
    hits.map(({ text }) => text),
    ["TRIALS:", "(trial)", "re"],
  );
});

test("a word is unknown where neither text nor data have it", () => {
  const fragments = [cable("The *ministers* met", { title: "Reform in Astana" })];
  assert.deepEqual(unknown(["minister", "reforming", "Astana", "uranium"], fragments), ["uranium"]);
  assert.deepEqual(unknown(["uranium"], []), []);
});
