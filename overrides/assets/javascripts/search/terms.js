/** The words that a cable's page marks, looked for in its text. */
"use strict";

/**
 * @typedef {object} Piece of a hit, in one text node
 * @property {number} node
 * @property {number} from
 * @property {number} to
 */

const cablepressTerms = (() => {
  /** Terms that are looked for. */
  const MOST = 20;

  /**
   * Phrases and words as one pattern: spaces stand for any white space, ends for ends of words.
   * @param {string} text `trial "human rights"`, as it stands in the address
   * @returns {RegExp | null} null: there is no letter or digit in it
   */
  function pattern(text) {
    const terms = [...text.matchAll(/"(?<phrase>[^"]+)"|(?<word>\S+)/gu)];
    const sources = terms
      .map(({ groups }) => groups?.phrase ?? groups?.word ?? "")
      .slice(0, MOST)
      .map((term) => term.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/\s+/gu, "[\\s\\W]+"))
      .filter((source) => /[\p{L}\p{N}]/u.test(source))
      .sort((source, other) => other.length - source.length);
    if (sources.length === 0) return null;
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  }

  /**
   * Where a hit stands in the text nodes that its text was joined from.
   * @param {number[]} lengths of the nodes, in order
   * @param {number} start of the hit in the joined text
   * @param {number} end
   * @returns {Piece[]}
   */
  function pieces(lengths, start, end) {
    let before = 0;
    return lengths
      .map((length, node) => {
        const piece = { node, from: Math.max(start - before, 0), to: Math.min(end - before, length) };
        before += length;
        return piece;
      })
      .filter(({ from, to }) => from < to);
  }

  return { pattern, pieces };
})();
