/**
 * What a reader typed, taken apart: words, phrases, words to leave out, a cable's number.
 *
 * Classic script, so that it also runs from file:// (browsers load no modules from there).
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Query
   * @property {string} text as typed, spaces tidied
   * @property {string[]} words to be found, in any form
   * @property {string[]} phrases to be found word by word; their words are among `words`, too
   * @property {string[]} without words that a cable must not have
   * @property {CableNumber | null} number
   */

  /**
   * @typedef {object} CableNumber
   * @property {string} term as the index has it: `09ASTANA308`, without a year `ASTANA308`
   * @property {"id" | "number"} field of a hit in which it stands
   */

  /** English words that are in nearly every cable: they find nothing and cost most. Kept inside a phrase. */
  const COMMON = new Set(
    ("a about after also an and any are as at be because been before being between but by can could did didn't do does " +
      "doesn't don't during for from had has have he her his how i if in into is it its many much not of on or she should " +
      "so some such than that the their them then there these they this those through to was were what when where which " +
      "while who whom whose why will with won't would")
      .split(" "),
  );

  /** Number of a cable in any spelling: "09ASTANA308", "09 Astana 308", "2009 ASTANA 000308", "Astana 308". */
  const NUMBER = /^(?:(\d{2})?(\d{2})[\s-]*)?(\p{L}[\p{L} .'-]{1,40}?)[\s-]*0*([1-9]\d{0,6})$/u;

  /**
   * @param {string} typed
   * @returns {Query}
   */
  function parse(typed) {
    const text = typed.replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"').replace(/\s+/g, " ").trim();
    /** @type {string[]} */
    const phrases = [];
    /** @type {string[]} */
    const without = [];
    const rest = text
      .replace(/"([^"]*)"?/g, (_, /** @type {string} */ phrase) => {
        const words = phrase.trim().split(" ").filter(Boolean);
        if (words.length > 1) phrases.push(words.join(" "));
        return ` ${phrase} `;
      })
      .replace(/(^|\s)-([\p{L}\p{N}]\S*)/gu, (_, before, word) => {
        without.push(word);
        return before;
      });
    return { text, words: significant(rest, phrases), phrases, without, number: number(text) };
  }

  /**
   * Words worth looking up. Common ones count only where there is nothing else.
   * @param {string} text
   * @param {string[]} phrases
   * @returns {string[]}
   */
  function significant(text, phrases) {
    const words = text.split(/[\s,;:!?()/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const rare = words.filter((word) => !COMMON.has(word.toLowerCase().replace("\u2019", "'")));
    const kept = rare.length || phrases.length ? rare : words;
    return [...new Set(kept)];
  }

  /**
   * @param {string} text
   * @returns {CableNumber | null}
   */
  function number(text) {
    const found = NUMBER.exec(text);
    if (!found) return null;
    const post = found[3].normalize("NFD").replace(/[^\p{L}]/gu, "").toUpperCase();
    const serial = found[4];
    if (!/^[A-Z]{2,30}$/.test(post)) return null;
    return found[2]
      ? { term: `${found[2]}${post}${serial}`, field: "id" }
      : { term: `${post}${serial}`, field: "number" };
  }

  window.cablepressSearch = Object.assign(window.cablepressSearch || {}, { query: { parse } });
})();
