/**
 * The words of a text as the search knows them; generator/search/words.py has the same rules, and both are held against
 * tests/golden/search/words.txt.
 */
"use strict";

/**
 * @typedef {object} Joined words that hyphens or apostrophes make one: `al-Qadhafi` is `alqadhafi`, too
 * @property {number} place of the first of them among the words of the text
 * @property {string} word
 */

const cablepressWords = (() => {
  /** Small letters and signs that Unicode does not take apart, and what they are read as. @type {Record<string, string>} */
  const LETTERS = {
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    đ: "d",
    ð: "d",
    þ: "th",
    ł: "l",
    ħ: "h",
    ı: "i",
    ŋ: "n",
    ŧ: "t",
    ə: "a",
    ς: "σ",
    ...Object.fromEntries([..."ʼʻʹˈ’‘′ʾʿ"].map((sign) => [sign, "'"])),
    ...Object.fromEntries([..."‐‑‒–—―−﹘﹣－"].map((sign) => [sign, "-"])),
  };
  const OWN = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

  /** Characters without width: a word goes on across them. */
  const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

  /** Thai, Lao, Tibetan, Burmese, Khmer, Japanese and Chinese signs: each is a word. */
  const UNSPACED =
    "\\u0e00-\\u0eff\\u0f00-\\u0fff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf" +
    "\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3134f}";
  const OTHERS = `[${UNSPACED}]|(?:(?![0-9a-z${UNSPACED}])[\\p{L}\\p{N}])+`;
  const CHAINED = new RegExp(`[0-9a-z]+(?:['-][0-9a-z]+)*|${OTHERS}`, "gu");

  /** Letters and digits of words joined by hyphens or apostrophes that are also one word. */
  const LONGEST_CHAIN = 40;

  /**
   * The text in the letters by which words are compared; offsets are not kept.
   * @param {string} text
   */
  const folded = (text) =>
    text
      .toLowerCase()
      .replace(INVISIBLE, "")
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(OWN, (sign) => LETTERS[sign]);

  /**
   * The words of a text in order, and those that hyphens or apostrophes join.
   * @param {string} text
   * @returns { {words: string[], joined: Joined[]} }
   */
  function read(text) {
    /** @type {string[]} */
    const words = [];
    /** @type {Joined[]} */
    const joined = [];
    for (const chain of folded(text).match(CHAINED) ?? []) {
      const parts = chain.split(/['-]/u);
      const word = oneWord(parts, chain.endsWith("'s"));
      if (word) joined.push({ place: words.length, word });
      words.push(...parts);
    }
    return { words, joined };
  }

  /**
   * `co`, `operation`: `cooperation`; empty where nothing is joined: `Hoagland's`, `2009-10`.
   * @param {string[]} parts
   * @param {boolean} possessive
   */
  function oneWord(parts, possessive) {
    const kept = possessive ? parts.slice(0, -1) : parts;
    const whole = kept.join("");
    return kept.length > 1 && whole.length <= LONGEST_CHAIN && !/^[0-9]+$/u.test(whole) ? whole : "";
  }

  /** Letters that a word keeps when an ending is taken off. */
  const SHORTEST = 3;
  const VOWEL = /[aeiouy]/u;

  /**
   * What the plural and the forms in -ed, -ing and -ical of one word have in common; no real stem: `insur`, `parti`.
   * @param {string} word folded
   */
  function stem(word) {
    if (word.length <= SHORTEST || !/^[a-z]+$/u.test(word)) return word;
    const base = singular(word).replace(/(?<=ic)al(?:ly)?$/u, "");
    const bare = /^(?<bare>.{3,}?)(?:ed|ing)$/u.exec(base)?.groups?.bare;
    if (bare !== undefined && VOWEL.test(bare))
      return ended(bare.replace(/(?<twice>[bdfgmnprt])\k<twice>$/u, "$<twice>"));
    return ended(base);
  }

  /**
   * Without the s of a plural; `pass`, `gas` and `news` keep theirs.
   * @param {string} word
   */
  function singular(word) {
    if (word.endsWith("sses")) return word.slice(0, -2);
    return /[^s]s$/u.test(word) && word !== "news" ? word.slice(0, -1) : word;
  }

  /**
   * Without the e, y or ie in which one form of a word ends and another does not.
   * @param {string} word
   */
  const ended = (word) =>
    word.length > SHORTEST ? word.replace(/(?:ie|y)$/u, "i").replace(/e$/u, "") : word;

  return { folded, read, oneWord, stem };
})();
