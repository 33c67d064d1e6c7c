/** Words beside the one that was typed: its other forms, its family, and what a misspelt one may have meant. */
"use strict";

/**
 * @typedef {object} Form another form of a word
 * @property {string} word
 * @property {Matches} matches
 */

const cablepressForms = (() => {
  const { read, stem } = cablepressWords;
  const { withWord, vocabulary } = cablepressPostings;
  const { weakened } = cablepressMatches;
  const { BEGUN } = cablepressLookup;

  /** Letters of the shortest word that is looked at. */
  const SHORTEST = 3;
  /** Letters of a beginning by which forms are looked for. */
  const LONGEST = 24;

  /**
   * The other words of the corpus that are forms of one.
   * @param {string} word folded
   * @param {(word: string) => Promise<Matches>} having
   * @returns {Promise<Form[]>}
   */
  async function otherForms(word, having = withWord) {
    const base = stem(word);
    if (base.length < SHORTEST || /[^a-z]/u.test(word)) return [];
    const known = await vocabulary(base.replace(/i$/u, "").slice(0, LONGEST));
    const forms = known.filter((other) => other !== word && stem(other) === base);
    return Promise.all(forms.map(async (form) => ({ word: form, matches: await having(form) })));
  }

  /**
   * The forms that some of the hits have, the most frequent first.
   * @param {Form[]} forms
   * @param {Hit[]} hits
   * @returns {string[]}
   */
  function inUse(forms, hits) {
    const rows = new Set(hits.map(({ row }) => row));
    return forms
      .map(({ word, matches }) => ({ word, count: matches.rows.filter((row) => rows.has(row)).length }))
      .filter(({ count }) => count > 0)
      .sort((form, other) => other.count - form.count)
      .map(({ word }) => word);
  }

  /** Letters at the end by which words of one family may differ; what such a word counts. */
  const [DIFFERENT, KIN, ABOUT] = [3, 0.5, 0.4];
  /** Letters of the shortest word that has a family, and of what its words begin with. */
  const [FAMILY, BEGINNING] = [6, 5];

  /**
   * The cables that have words of the same family: `prosecutor` beside `prosecution`.
   * @param {string} word
   * @returns {Promise<Matches[]>}
   */
  async function relatives(word) {
    const { rows } = await withWord(`about:${word}`);
    const about = { rows, strengths: rows.map(() => ABOUT) };
    if (word.length < FAMILY || /[^a-z]/u.test(word)) return [about];
    const beginning = word.slice(0, Math.max(BEGINNING, word.length - DIFFERENT));
    const others = (await vocabulary(beginning)).filter(
      (other) => other.length - beginning.length <= DIFFERENT + 1,
    );
    const held = await Promise.all(others.slice(0, BEGUN).map(withWord));
    return [...held.map((matches) => weakened(matches, KIN)), about];
  }

  /** Letters with which a misspelt word and the right one begin alike. */
  const ALIKE = 2;
  /** Words offered for one that no cable has. */
  const OFFERED = 3;
  /**
   * Letters that a word may be wrong by.
   * @param {number} length of the word
   */
  const wrongBy = (length) => (length < FAMILY ? 1 : 2);

  /**
   * Words of the corpus that are nearest to one that it does not have, the nearest first; none for several words.
   * @param {string} typed
   * @returns {Promise<string[]>}
   */
  async function nearestWords(typed) {
    const { words } = read(typed);
    const [word = ""] = words;
    if (words.length !== 1 || word.length < SHORTEST) return [];
    const close = (await vocabulary(word.slice(0, ALIKE)))
      .filter((other) => Math.abs(other.length - word.length) <= wrongBy(word.length))
      .map((other) => ({ other, steps: distance(word, other) }))
      .filter(({ steps }) => steps <= wrongBy(word.length));
    if (close.length === 0) return alikeAtFirst(word);
    const counted = await Promise.all(
      close.map(async (each) => ({ ...each, cables: (await withWord(each.other)).rows.length })),
    );
    counted.sort((one, two) => one.steps - two.steps || two.cables - one.cables);
    return counted.slice(0, OFFERED).map(({ other }) => other);
  }

  /**
   * Words that begin with the same half.
   * @param {string} word
   */
  async function alikeAtFirst(word) {
    const begun = await vocabulary(word.slice(0, Math.max(SHORTEST + 1, Math.ceil(word.length / 2))));
    return begun.filter((other) => other.length > SHORTEST).slice(0, OFFERED);
  }

  /**
   * Letters to change, add, take away or exchange with the next (Damerau, restricted).
   * @param {string} word
   * @param {string} other
   */
  function distance(word, other) {
    const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
    for (let left = 1; left <= word.length; left++) {
      const row = [left];
      for (let right = 1; right <= other.length; right++) {
        const changed = word[left - 1] === other[right - 1] ? 0 : 1;
        const steps = [rows[left - 1][right] + 1, row[right - 1] + 1, rows[left - 1][right - 1] + changed];
        const crossed = word[left - 1] === other[right - 2] && word[left - 2] === other[right - 1];
        if (left > 1 && right > 1 && crossed) steps.push(rows[left - 2][right - 2] + 1);
        row.push(Math.min(...steps));
      }
      rows.push(row);
    }
    return rows[word.length][other.length];
  }

  return { otherForms, inUse, relatives, nearestWords, distance };
})();
