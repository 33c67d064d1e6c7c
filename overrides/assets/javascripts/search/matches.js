/** Cables that have something, and how two such sets make one. */
"use strict";

/**
 * @typedef {object} Matches cables that have something, in order of date
 * @property {number[]} rows their numbers
 * @property {number[]} strengths how much it says of each, 0 to 1; 0: it stands in the header alone
 */

const cablepressMatches = (() => {
  const { numbers } = cablepressDigits;

  const STRONGEST = 31;

  /** @type {Matches} */
  const NONE = Object.freeze({ rows: [], strengths: [] });

  /**
   * The cables of a posting, in which a digit of strength stands behind the distance to each.
   * @param {string} text
   * @param {number} base number of the part's first cable
   * @returns {Matches}
   */
  function decoded(text, base) {
    const values = numbers(text);
    /** @type {number[]} */
    const rows = [];
    /** @type {number[]} */
    const strengths = [];
    let row = base - 1;
    for (let index = 0; index < values.length; index += 2) {
      row += values[index] + 1;
      rows.push(row);
      strengths.push(values[index + 1] / STRONGEST);
    }
    return { rows, strengths };
  }

  /**
   * The least number from 0 on that passes; all behind it pass, too.
   * @param {number} end this one, where none before it passes
   * @param {(number: number) => boolean} passes
   */
  function firstThat(end, passes) {
    let [low, high] = [0, end];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (passes(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * How many of the rows come before a row.
   * @param {number[]} rows
   * @param {number} row
   */
  const upToRow = (rows, row) => firstThat(rows.length, (index) => rows[index] >= row);

  /**
   * Matches of the parts of the corpus, one behind the other.
   * @param {Matches[]} parts
   * @returns {Matches}
   */
  const inTurn = (parts) =>
    parts.length === 1
      ? parts[0]
      : { rows: parts.flatMap(({ rows }) => rows), strengths: parts.flatMap(({ strengths }) => strengths) };

  /**
   * Those in both; strengths are added.
   * @param {Matches} one
   * @param {Matches} other
   * @returns {Matches}
   */
  function both(one, other) {
    /** @type {number[]} */
    const rows = [];
    /** @type {number[]} */
    const strengths = [];
    for (let left = 0, right = 0; left < one.rows.length && right < other.rows.length; ) {
      const difference = one.rows[left] - other.rows[right];
      if (difference === 0) {
        rows.push(one.rows[left]);
        strengths.push(one.strengths[left] + other.strengths[right]);
      }
      if (difference <= 0) left++;
      if (difference >= 0) right++;
    }
    return { rows, strengths };
  }

  /**
   * Those in any; the greatest strength counts.
   * @param {Matches[]} all
   * @returns {Matches}
   */
  function any(all) {
    if (all.length === 1) return all[0];
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const { rows, strengths } of all) {
      for (const [index, row] of rows.entries()) {
        const known = best.get(row);
        if (known === undefined || known < strengths[index]) best.set(row, strengths[index]);
      }
    }
    const rows = [...best.keys()].sort((row, other) => row - other);
    return { rows, strengths: rows.map((row) => best.get(row) ?? 0) };
  }

  /**
   * @param {Matches} matches
   * @param {(row: number) => boolean} wanted
   * @returns {Matches}
   */
  function kept({ rows, strengths }, wanted) {
    const indexes = [...rows.keys()].filter((index) => wanted(rows[index]));
    return { rows: indexes.map((index) => rows[index]), strengths: indexes.map((index) => strengths[index]) };
  }

  /**
   * @param {Matches} matches
   * @param {number} factor
   * @returns {Matches}
   */
  const weakened = ({ rows, strengths }, factor) => ({
    rows,
    strengths: strengths.map((strength) => strength * factor),
  });

  /** What a strength becomes that is to count next to nothing. */
  const FAINT = 1e-4;

  /**
   * Behind all others, the header's, too, in the same order.
   * @param {Matches} matches
   * @returns {Matches}
   */
  const behind = ({ rows, strengths }) => ({
    rows,
    strengths: strengths.map((strength) => FAINT * (strength - 2)),
  });

  return { NONE, decoded, firstThat, upToRow, inTurn, both, any, kept, weakened, behind };
})();
