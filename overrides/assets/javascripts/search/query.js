/** What a reader typed, taken apart: words, phrases, words to leave out, a cable's number. */
"use strict";

/**
 * @typedef {object} Query
 * @property {string} text as typed, spaces tidied
 * @property {string[]} words to be found, in any form
 * @property {string[]} phrases to be found word by word; their words are among `words`, too
 * @property {string[]} without words that a cable must not have
 * @property {CableNumber | null} number null: what was typed is no number of a cable
 */

/**
 * @typedef {object} CableNumber
 * @property {string} term as the index has it: `09ASTANA308`, without a year `ASTANA308`
 * @property {"id" | "number"} field of a hit in which it stands
 */

/**
 * @typedef {object} Tag that is offered while typing
 * @property {string} code `KTIP`
 * @property {string} meaning `Trafficking in persons`
 */

const cablepressQuery = (() => {
  /** English words that are in nearly every cable: they find nothing and cost most. Kept inside a phrase. */
  const COMMON = new Set(
    (
      "a about after also an and any are as at be because been before being between but by can could did didn't do does " +
      "doesn't don't during for from had has have he her his how i if in into is it its many much not of on or she should " +
      "so some such than that the their them then there these they this those through to was were what when where which " +
      "while who whom whose why will with won't would"
    ).split(" "),
  );

  /** Letters of the shortest word by which tags are offered: two begin too many. */
  const SHORTEST = 3;
  /** Tags offered at most. */
  const OFFERED = 2;

  /** Number of a cable in any spelling: "09ASTANA308", "09 Astana 308", "2009 ASTANA 000308", "Astana 308". */
  const NUMBER =
    /^(?:(?:\d{2})?(?<year>\d{2})[\s-]*)?(?<post>\p{L}[\p{L} .'-]{1,40}?)[\s-]*0*(?<serial>[1-9]\d{0,6})$/u;

  /** A word and the punctuation around it: `("reform",` is `("`, `reform` and `",`. */
  const WORD = /^(?<before>[^\p{L}\p{N}]*)(?<core>.*?)(?<after>[^\p{L}\p{N}]*)$/su;

  /**
   * @param {string} typed
   * @returns {Query}
   */
  function parse(typed) {
    const text = typed
      .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
      .replace(/\s+/gu, " ")
      .trim();
    /** @type {string[]} */
    const phrases = [];
    /** @type {string[]} */
    const without = [];
    const rest = text
      .replace(/"(?<phrase>[^"]*)"?/gu, (_, /** @type {string} */ phrase) => {
        const words = phrase.trim().split(" ").filter(Boolean);
        if (words.length > 1) phrases.push(words.join(" "));
        return ` ${phrase} `;
      })
      .replace(
        /(?<before>^|\s)-(?<word>[\p{L}\p{N}]\S*)/gu,
        (_, /** @type {string} */ before, /** @type {string} */ word) => {
          without.push(word);
          return before;
        },
      );
    return { text, words: significant(rest, phrases), phrases, without, number: number(text) };
  }

  /**
   * Whether there is anything to look up; else a search shows all cables.
   * @param {Query} query
   */
  const asks = (query) => query.words.length > 0 || query.phrases.length > 0;

  /**
   * Words worth looking up. Common ones count only where there is nothing else.
   * @param {string} text
   * @param {string[]} phrases
   */
  function significant(text, phrases) {
    const words = text.split(/[\s,;:!?()/]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const rare = words.filter((word) => !COMMON.has(word.toLowerCase().replace("\u2019", "'")));
    const kept = rare.length > 0 || phrases.length > 0 ? rare : words;
    return [...new Set(kept)];
  }

  /**
   * @param {string} text
   * @returns {CableNumber | null}
   */
  function number(text) {
    const { year, post, serial } = NUMBER.exec(text)?.groups ?? {};
    if (!(post && serial)) return null;
    const place = post
      .normalize("NFD")
      .replace(/[^\p{L}]/gu, "")
      .toUpperCase();
    if (!/^[A-Z]{2,30}$/u.test(place)) return null;
    return year
      ? { term: `${year}${place}${serial}`, field: "id" }
      : { term: `${place}${serial}`, field: "number" };
  }

  /**
   * A word taken out of the punctuation around it. Without a letter or digit, all of it is punctuation.
   * @param {string} word
   * @returns {{before: string, core: string, after: string}}
   */
  function bared(word) {
    const { before = "", core = "", after = "" } = WORD.exec(word)?.groups ?? {};
    return { before, core, after };
  }

  /**
   * A word as it is compared: bare, in lower case.
   * @param {string} word
   */
  const plain = (word) => bared(word.toLowerCase()).core;

  /**
   * The first tags of which code or meaning has, for each word of the query, one that begins with it.
   * @param {Query} query
   * @param {Tag[]} tags
   */
  function tagsMeant(query, tags) {
    const words = query.words.map((word) => word.toLowerCase());
    if (words.length === 0 || words.some((word) => word.length < SHORTEST)) return [];
    const meant = tags.filter(({ code, meaning }) => {
      const own = `${code} ${meaning}`.toLowerCase().split(/[^a-z0-9]+/u);
      return words.every((word) => own.some((begun) => begun.startsWith(word)));
    });
    return meant.slice(0, OFFERED);
  }

  return { parse, asks, bared, plain, tagsMeant };
})();
