/** The passage of a cable that answers a query, and the address that opens the cable there. */
"use strict";

/**
 * @typedef {object} MarkedWord
 * @property {string} text
 * @property {boolean} hit to be marked
 */

/**
 * @typedef {object} Passage
 * @property {MarkedWord[]} words
 * @property {string | null} anchor of the paragraph it stands in; null: it stands before the first, or nothing was hit
 * @property {string[]} forms of the words found anywhere in the cable, in lower case, the most frequent first
 */

const cablepressPassages = (() => {
  const { plain } = cablepressQuery;

  /** Words of a passage shown. */
  const LENGTH = 42;
  /** Words of a passage before its first hit, at most. */
  const BEFORE = 16;
  /** Words before the first hit where neither paragraph nor sentence begins nearby. */
  const LEAD = 6;
  /** A block with fewer words is a heading: what follows belongs to the passage. */
  const SHORT = 14;
  /** Words within which hits stand together. */
  const TOGETHER = LENGTH - 8;
  /** Words whose forms are marked on the cable's page. */
  const MARKED = 12;

  /** A line drawn with dashes. */
  const RULE = /^[-_=*~.]{4,}$/u;
  /** A word that ends a sentence. */
  const STOP = /[.!?]["')\u201d]?$/u;
  /** What a passage begins or ends with where its paragraph goes on. */
  const ELLIPSIS = Object.freeze({ text: "\u2026", hit: false });

  /**
   * @param {Fragment} fragment
   * @returns {Passage}
   */
  function passage(fragment) {
    const words = fragment.content.split(/\s+/u);
    const hits = fragment.weighted_locations
      .map((place) => place.location)
      .filter((place) => place < words.length);
    const anchors = [...fragment.anchors].sort((anchor, other) => anchor.location - other.location);
    const centre = densest(hits, words);
    const [low, high] = paragraph(anchors, centre, words.length);
    const start = beginning(words, low, centre);
    const end = Math.min(high, start + LENGTH);
    return {
      words: [
        ...(start > low ? [ELLIPSIS] : []),
        ...shown(words, start, end, new Set(hits)),
        ...(end < high ? [ELLIPSIS] : []),
      ],
      anchor: hits.length > 0 ? anchorAt(anchors, centre) : null,
      forms: forms(hits.map((place) => words[place])),
    };
  }

  /**
   * @param {string[]} words
   * @param {number} start
   * @param {number} end
   * @param {Set<number>} hits
   * @returns {MarkedWord[]}
   */
  const shown = (words, start, end, hits) =>
    words
      .slice(start, end)
      .map((text, index) => ({ text, hit: hits.has(start + index) }))
      .filter(({ text }) => !RULE.test(text));

  /**
   * Where a passage around a word begins: its paragraph or sentence, or a few words before.
   * @param {string[]} words
   * @param {number} low first word of the paragraph
   * @param {number} centre
   */
  function beginning(words, low, centre) {
    if (centre - low <= BEFORE) return low;
    for (let index = centre; index > centre - BEFORE; index--) {
      const before = words[index - 1];
      if (STOP.test(before) && before.length > 3) return index;
    }
    return centre - LEAD;
  }

  /**
   * Where the hits stand closest, different words counting more than one word often.
   * @param {number[]} hits sorted
   * @param {string[]} words
   */
  function densest(hits, words) {
    let best = hits[0] ?? 0;
    let most = -1;
    for (let first = 0; first < hits.length; first++) {
      /** @type {Set<string>} */
      const different = new Set();
      let last = first;
      for (; last < hits.length && hits[last] < hits[first] + TOGETHER; last++) {
        different.add(plain(words[hits[last]]).slice(0, 5));
      }
      const value = different.size * 10 + Math.min(last - first, 9);
      if (value > most) [most, best] = [value, hits[first]];
    }
    return best;
  }

  /**
   * @param {Anchor[]} anchors sorted
   * @param {number} centre
   * @param {number} length of the whole text
   * @returns {[number, number]} words of the paragraph around a word
   */
  function paragraph(anchors, centre, length) {
    let low = 0;
    for (const anchor of anchors) {
      if (anchor.location > centre && anchor.location - low >= SHORT) return [low, anchor.location];
      if (anchor.location <= centre) low = anchor.location;
    }
    return [low, length];
  }

  /**
   * @param {Anchor[]} anchors sorted
   * @param {number} centre
   */
  const anchorAt = (anchors, centre) => anchors.findLast((anchor) => anchor.location <= centre)?.id ?? null;

  /**
   * Forms of the words, the most frequent first.
   * @param {string[]} words
   */
  function forms(words) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const word of words.map(plain).filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const frequent = [...counts].sort(([, count], [, other]) => other - count);
    return frequent.slice(0, MARKED).map(([word]) => word);
  }

  /**
   * Address of the cable, at the passage, with the words to mark there.
   * @param {string} root absolute address of the site
   * @param {Fragment} fragment
   * @param {Passage} found
   * @param {string[]} phrases of the query; where there are any, they are marked rather than single words
   */
  function address(root, fragment, found, phrases) {
    const target = new URL(fragment.raw_url.replace(/^\//u, ""), root);
    const marks = phrases.length > 0 ? phrases.map((phrase) => `"${phrase}"`) : found.forms;
    if (marks.length > 0) target.searchParams.set("find", marks.join(" "));
    if (found.anchor) target.hash = found.anchor;
    return target.href;
  }

  /**
   * A subject, the words of the query and the forms found marked.
   * @param {string} text
   * @param {string[]} words
   * @returns {MarkedWord[]}
   */
  function marked(text, words) {
    const wanted = words.map(plain).filter((word) => word.length > 1);
    return text.split(/\s+/u).map((word) => {
      const bare = plain(word);
      const hit = wanted.some((form) => bare === form || (form.length > 2 && bare.startsWith(form)));
      return { text: word, hit };
    });
  }

  /**
   * Words that the engine passed over: it takes the beginning of a word that it does not know.
   * @param {string[]} words of the query
   * @param {Fragment[]} fragments that are shown for it
   */
  function unknown(words, fragments) {
    if (fragments.length === 0) return [];
    const known = fragments.flatMap((fragment) => [
      ...passage(fragment).forms,
      ...Object.values(fragment.meta).join(" ").split(/\s+/u).map(plain),
    ]);
    return words.filter((word) => {
      const bare = plain(word);
      const stem = bare.slice(0, Math.max(4, bare.length - 4));
      return !known.some((form) => form.includes(stem) || (form.length > 3 && bare.startsWith(form)));
    });
  }

  return { passage, address, marked, unknown };
})();
