/** Which cables have a word, a phrase, a beginning: read from the postings that generator/search writes. */
"use strict";

/**
 * @typedef {object} Shelf words of a stretch of the alphabet with what belongs to each: one file
 * @property {string[]} words sorted
 * @property {string[]} texts
 */

/**
 * @typedef {object} PlacedPart
 * @property {IndexPart} part
 * @property {string} name folder of its files
 * @property {number} base number of its first cable
 */

const cablepressPostings = (() => {
  const { load, manifest } = cablepressSearch;
  const { rising } = cablepressDigits;
  const { NONE, decoded, firstThat, upToRow, inTurn, both, kept } = cablepressMatches;

  /** @type {Map<string, Promise<Shelf>>} */
  const shelves = new Map();

  /**
   * @param {string} name
   * @returns {Promise<Shelf>}
   */
  function shelf(name) {
    let coming = shelves.get(name);
    if (!coming) {
      coming = load(name).then((value) => {
        const [words, texts] = /** @type {[string, string]} */ (value);
        return { words: words.split(" "), texts: texts.split(" ") };
      });
      shelves.set(name, coming);
      coming.catch(() => shelves.delete(name));
    }
    return coming;
  }

  /**
   * Code points, as Python sorts; comparing as JavaScript does would part what lies beyond the first plane.
   * @param {string} word
   * @param {string} other
   */
  function follows(word, other) {
    const length = Math.min(word.length, other.length);
    for (let index = 0; index < length; index++) {
      if (word[index] !== other[index])
        return (
          /** @type {number} */ (word.codePointAt(index)) > /** @type {number} */ (other.codePointAt(index))
        );
    }
    return word.length > other.length;
  }

  /**
   * How many of the sorted words do not come behind a word.
   * @param {string[]} words
   * @param {string} word
   */
  const upTo = (words, word) => firstThat(words.length, (index) => follows(words[index], word));

  /** @type {Map<string, string[]>} */
  const parted = new Map();

  /** @param {string} starts the first words of files */
  function firsts(starts) {
    let words = parted.get(starts);
    if (!words) {
      words = starts ? starts.split(" ") : [];
      parted.set(starts, words);
    }
    return words;
  }

  /**
   * What belongs to a word in a family of files; undefined: no such word.
   * @param {string} family `0/words`
   * @param {string} starts the first words of its files
   * @param {string} word
   */
  async function text(family, starts, word) {
    const number = upTo(firsts(starts), word) - 1;
    if (number < 0) return;
    const { words, texts } = await shelf(`${family}/${number}`);
    const index = upTo(words, word) - 1;
    return words[index] === word ? texts[index] : undefined;
  }

  /**
   * All words of a family that begin so, with what belongs to them; of a great many files the first few.
   * @param {string} family
   * @param {string} starts
   * @param {string} beginning
   * @param {number} [most] files
   * @returns {Promise<[string, string][]>}
   */
  async function begun(family, starts, beginning, most = 8) {
    const files = firsts(starts);
    const first = Math.max(0, upTo(files, beginning) - 1);
    const last = Math.min(upTo(files, `${beginning}\u{10ffff}`), first + most);
    const held = await Promise.all(
      Array.from({ length: Math.max(0, last - first) }, (_, index) => shelf(`${family}/${first + index}`)),
    );
    return held.flatMap(({ words, texts }) =>
      words.flatMap((word, index) =>
        word.startsWith(beginning) ? [/** @type {[string, string]} */ ([word, texts[index]])] : [],
      ),
    );
  }

  /**
   * The parts of the index, each with the number of its first cable.
   * @returns {Promise<PlacedPart[]>}
   */
  async function parts() {
    let base = 0;
    return (await manifest()).parts.map((part, number) => {
      const placed = { part, name: String(number), base };
      base += part.cables;
      return placed;
    });
  }

  /** @type {Map<string, Promise<Matches>>} */
  const known = new Map();
  /** Words whose cables are kept for the next query, which mostly is one more key of the same. */
  const KEPT = 200;

  /**
   * The cables that have a word exactly so.
   * @param {string} word folded
   * @returns {Promise<Matches>}
   */
  function withWord(word) {
    const coming = known.get(word) ?? lookedUp(word);
    known.delete(word);
    known.set(word, coming);
    coming.catch(() => known.delete(word));
    if (known.size > KEPT) known.delete(/** @type {string} */ (known.keys().next().value));
    return coming;
  }

  /** @param {string} word */
  async function lookedUp(word) {
    const held = await Promise.all(
      (await parts()).map(async ({ part, name, base }) => {
        const posting = await text(`${name}/words`, part.words, word);
        return posting === undefined ? NONE : decoded(posting, base);
      }),
    );
    return inTurn(held);
  }

  /**
   * The words of the corpus that begin so, in all parts; what a field holds where the beginning names one.
   * @param {string} beginning
   * @returns {Promise<string[]>}
   */
  async function vocabulary(beginning) {
    const held = await Promise.all(
      (await parts()).map(({ part, name }) => begun(`${name}/words`, part.words, beginning)),
    );
    return [...new Set(held.flat().map(([word]) => word))].filter(
      (word) => beginning.includes(":") || !/[:+]/u.test(word),
    );
  }

  /**
   * The cables that have these words one behind the other.
   * @param {string[]} words
   * @returns {Promise<Matches>}
   */
  async function withPhrase(words) {
    const each = await Promise.all(words.map(withWord));
    const candidates = each.reduce(both);
    if (candidates.rows.length === 0) return NONE;
    const held = await Promise.all(
      (await parts()).map((placed) => {
        const own = within(placed, candidates.rows);
        return own.length > 0 ? inOrder(words, each, own, placed) : [];
      }),
    );
    const rows = new Set(held.flat());
    return kept(candidates, (row) => rows.has(row));
  }

  /**
   * The rows of a part.
   * @param {PlacedPart} part
   * @param {number[]} rows
   */
  const within = ({ part, base }, rows) => rows.filter((row) => row >= base && row < base + part.cables);

  /**
   * @param {string[]} words
   * @param {Matches[]} each cables that have the word
   * @param {number[]} candidates of one part, which have all words
   * @param {PlacedPart} placed
   * @returns {Promise<number[]>}
   */
  async function inOrder(words, each, candidates, { part, name, base }) {
    const texts = await Promise.all(words.map((word) => text(`${name}/places`, part.places, word)));
    const pieces = texts.map((held) => (held ?? "").split("."));
    const begins = each.map(({ rows }) => upToRow(rows, base));
    /**
     * @param {number} index of a word
     * @param {number} row
     */
    const places = (index, row) => rising(pieces[index][upToRow(each[index].rows, row) - begins[index]]);
    /** @type {number[]} */
    const found = [];
    let since = performance.now();
    for (const row of candidates) {
      if (performance.now() - since > BREATH) {
        // biome-ignore lint/performance/noAwaitInLoops: to stop now and then is what it is for
        await breath();
        since = performance.now();
      }
      let ends = places(0, row);
      for (let index = 1; index < words.length && ends.length > 0; index++)
        ends = following(ends, places(index, row));
      if (ends.length > 0) found.push(row);
    }
    return found;
  }

  /** Milliseconds after which the page may answer its reader before the search goes on. */
  const BREATH = 20;

  /** @returns {Promise<void>} */
  const breath = () => new Promise((done) => setTimeout(done));

  /**
   * The places of which each stands behind one of the others.
   * @param {number[]} ends rising
   * @param {number[]} places rising
   */
  function following(ends, places) {
    let at = 0;
    return places.filter((place) => {
      while (at < ends.length && ends[at] < place - 1) at++;
      return ends[at] === place - 1;
    });
  }

  /**
   * Where a word stands in some cables.
   * @param {string} word
   * @param {number[]} wanted rows
   * @returns {Promise<Map<number, number[]>>} by row, for those that have it
   */
  async function placesIn(word, wanted) {
    const { rows } = await withWord(word);
    const held = await Promise.all(
      (await parts()).map(async (placed) => {
        const own = within(placed, wanted).filter((row) => rows[upToRow(rows, row)] === row);
        const piece =
          own.length > 0 ? await text(`${placed.name}/places`, placed.part.places, word) : undefined;
        if (piece === undefined) return [];
        const pieces = piece.split(".");
        const begin = upToRow(rows, placed.base);
        return own.map(
          (row) => /** @type {[number, number[]]} */ ([row, rising(pieces[upToRow(rows, row) - begin])]),
        );
      }),
    );
    return new Map(held.flat());
  }

  return { text, begun, withWord, withPhrase, placesIn, vocabulary };
})();
