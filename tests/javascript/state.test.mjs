/** The search page's address says what it shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run("texts/en", "language", "search/words", "search/query", "search/digits", "search/facets", "search/state");
const { read, write, toggled, cleared, sorting } = cablepressState;
const { parse } = cablepressQuery;

const ADDRESSES = [
  "",
  "q=trial",
  "q=%22human+rights%22+-war",
  "post=Rome&post=Oslo&tag=KTIP&person=dinara-omirbek&year=2009",
  "q=a&from=2009-02&to=2010&sort=oldest&n=60",
  "concept=HARBORS&signer=MEECE&kind=extract&from=2009-02-10&to=2009-02-20",
  "q=%26%23%3F%3D+%2B&classification=SECRET%2F%2FNOFORN",
];

for (const address of ADDRESSES) {
  test(`"${address}" is read and written as it stands`, () => {
    assert.equal(write(read(address)), address);
    assert.deepEqual(read(`?${address}`), read(address));
  });
}

for (const [address, wanted] of [
  ["sort=alphabet", ""],
  ["from=yesterday&to=2009-2", ""],
  ["n=5", ""],
  ["n=many", ""],
  ["n=99999", "n=1000"],
  ["colour=red&q=x", "q=x"],
]) {
  test(`of "${address}" what makes no sense is left out`, () => assert.equal(write(read(address)), wanted));
}

test("a value is taken in, and out again; the others stay", () => {
  const { values } = read("post=Rome&tag=KTIP");
  const two = toggled(values, "post", "Oslo");
  assert.deepEqual([two.post, two.tag], [["Rome", "Oslo"], ["KTIP"]]);
  assert.deepEqual(toggled(two, "post", "Rome").post, ["Oslo"]);
  assert.deepEqual(values.post, ["Rome"]);
});

test("cleared, the words and the order stay", () => {
  assert.equal(write({ ...read("q=x&post=Rome&from=2009&sort=newest"), ...cleared() }), "q=x&sort=newest");
});

for (const [address, wanted] of [
  ["q=trial", "relevance"],
  ["q=trial&sort=newest", "newest"],
  ["q=%22of+the%22", "relevance"],
  ["q=after%3A2005", "relevance"],
  ["q=...", "newest"],
  ["", "newest"],
  ["sort=relevance", "newest"],
  ["sort=oldest", "oldest"],
]) {
  test(`"${address}" comes in the order ${wanted}`, () => {
    const state = read(address);
    assert.equal(sorting(state, parse(state.q)), wanted);
  });
}
