/** The order of hits: rare words say more than common ones, and words close together more than words far apart. */
"use strict";

/**
 * @typedef {object} Hit
 * @property {number} row number of the cable
 * @property {number} score
 * @property {string[]} lacks words of the query that it does not have, as typed; empty: it has all
 */

const cablepressRanking = (() => {
  const { placesIn } = cablepressPostings;
  const { both, weakened } = cablepressMatches;

  /** Results among which those with the words close together come first. */
  const LOOKED_AT = 25;
  /** Words apart at which standing together counts half. */
  const NEAR = 4;
  /** What it counts that two words of the question stand side by side. */
  const TOGETHER = 1.5;
  /** Forms of a word of which the places are looked at. */
  const MOST_FORMS = 4;

  /**
   * @param {number} count cables that have it
   * @param {number} total
   */
  const rarity = (count, total) => Math.log(1 + (total - count + 0.5) / (count + 0.5));

  /**
   * Cables that have all of it, each strength weighted by how rare it is.
   * @param {Matches[]} matches
   * @param {number} total
   * @returns {Matches}
   */
  function allOf(matches, total) {
    if (matches.length === 0) {
      const rows = Array.from({ length: total }, (_, row) => row);
      return { rows, strengths: rows.map(() => 0) };
    }
    return matches.map((match) => weakened(match, rarity(match.rows.length, total))).reduce(both);
  }

  /**
   * The newest of equals first.
   * @param {Hit} hit
   * @param {Hit} other
   */
  const bestFirst = (hit, other) => other.score - hit.score || other.row - hit.row;

  /**
   * @param {Matches} matches
   * @returns {Hit[]}
   */
  const ranked = ({ rows, strengths }) =>
    rows
      .map((row, index) => ({ row, score: strengths[index], lacks: /** @type {string[]} */ ([]) }))
      .sort(bestFirst);

  /**
   * The first results in the order of how close the words of the question stand in them.
   * @param {Hit[]} hits
   * @param {string[][]} spelled each word of the question in all its forms
   * @returns {Promise<Hit[]>}
   */
  async function closest(hits, spelled) {
    if (hits.length < 2 || spelled.length < 2) return hits;
    const first = hits.slice(0, LOOKED_AT);
    const rows = first.map(({ row }) => row).sort((row, other) => row - other);
    const places = await Promise.all(
      spelled.map((forms) => Promise.all(forms.slice(0, MOST_FORMS).map((form) => placesIn(form, rows)))),
    );
    const moved = first.map((hit) => {
      const at = places.map((forms) => forms.flatMap((held) => held.get(hit.row) ?? []).sort(rising));
      const pairs = at.slice(1).map((own, index) => apart(at[index], own));
      const bonus = pairs.reduce((sum, distance) => sum + NEAR / (NEAR + distance), 0) / pairs.length;
      return { ...hit, score: hit.score * (1 + TOGETHER * bonus) };
    });
    return [...moved.sort(bestFirst), ...hits.slice(LOOKED_AT)];
  }

  /**
   * @param {number} one
   * @param {number} other
   */
  const rising = (one, other) => one - other;

  /**
   * The least number of words between two; infinite where one does not stand there.
   * @param {number[]} one rising places
   * @param {number[]} other
   */
  function apart(one, other) {
    let least = Number.POSITIVE_INFINITY;
    for (let left = 0, right = 0; left < one.length && right < other.length; ) {
      least = Math.min(least, Math.abs(one[left] - other[right]) - 1);
      if (one[left] < other[right]) left++;
      else right++;
    }
    return Math.max(least, 0);
  }

  return { rarity, allOf, ranked, bestFirst, closest, apart };
})();
