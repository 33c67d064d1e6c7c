/** What is offered beside cables: people under every spelling, posts, countries, tags, what people wrote. */
"use strict";

/**
 * @typedef {object} Thing
 * @property {"person" | "post" | "country" | "tag" | "page" | "note"} kind
 * @property {string} name
 * @property {string} note other spellings of a person, the meaning of a tag, how a note begins
 * @property {string} address below the root, with the place on the page
 * @property {number} cables
 */

const cablepressThings = (() => {
  const { load, manifest } = cablepressSearch;
  const { rising } = cablepressDigits;
  const { text, begun } = cablepressPostings;

  const { person, post, country, tag, page, note: remark } = cablepressLanguage.texts.search;
  const KINDS = { person, post, country, tag, page, note: remark };
  /** @param {Thing} thing */
  const isWritten = ({ kind }) => kind === "page" || kind === "note";

  /** Things offered for a query, and pages and notes among them. */
  const [OFFERED, PAGES] = [4, 2];
  /** Letters of the shortest beginning by which things are offered. */
  const SHORTEST = 3;
  /** Things looked through for those that have every word. */
  const LOOKED_THROUGH = 64;

  /**
   * The things of which the name has all words that were typed, the best known first.
   * @param {Query} query
   * @param {boolean} typing the last word may be the beginning of one
   * @returns {Promise<Thing[]>}
   */
  async function offered(query, typing) {
    const atoms = query.clauses.map(({ any }) => any[0]);
    if (atoms.length === 0 || atoms.some(({ kind }) => kind === "field")) return [];
    const words = atoms.flatMap((atom) => atom.words);
    const held = await Promise.all(
      words.map((word, index) => named(word, typing && index === words.length - 1)),
    );
    const [first, ...others] = held.map((numbers) => new Set(numbers));
    const common = [...first].filter((number) => others.every((other) => other.has(number)));
    const things = await Promise.all(common.slice(0, LOOKED_THROUGH).map(thing));
    const pages = things.filter(isWritten).slice(0, PAGES);
    return [
      ...things.filter((each) => !isWritten(each)).slice(0, OFFERED),
      ...(typing ? pages.slice(0, 1) : pages),
    ];
  }

  /**
   * Numbers of the things that have a word, rising.
   * @param {string} word
   * @param {boolean} open it may be a beginning
   */
  async function named(word, open) {
    const { who } = await manifest();
    if (!open || word.length < SHORTEST) {
      const posting = await text("who", who, word);
      return posting === undefined ? [] : rising(posting);
    }
    const held = (await begun("who", who, word, 2)).flatMap(([, posting]) => rising(posting));
    return [...new Set(held)].sort((number, other) => number - other);
  }

  /**
   * @param {number} number
   * @returns {Promise<Thing>}
   */
  async function thing(number) {
    const { things } = await manifest();
    const held = /** @type {ThingRow[]} */ (await load(`things/${Math.floor(number / things)}`));
    const [kind, name, note, address, cables] = held[number % things];
    return { kind: /** @type {Thing["kind"]} */ (kind), name, note, address, cables };
  }

  return { KINDS, offered };
})();
