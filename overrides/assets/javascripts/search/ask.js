/** Answers a query: which cables have what was asked for, what no cable has, and what there is instead. */
"use strict";

/**
 * @typedef {object} Unheld a number that is asked for and not held
 * @property {string} id
 * @property {Hit[]} citing cables that cite it
 */

/**
 * @typedef {object} Answer
 * @property {Query} query
 * @property {Hit[]} hits cables that have all that was asked for, best first
 * @property {Hit[]} nearest where few cables have all words of a question: those that have most, best first
 * @property {Further} further
 * @property {Gap[]} absent what no cable has
 * @property {boolean} apart each stands somewhere, but nowhere all together
 * @property {number} yearAlone cables that have all of it but a date: only their year is known, and within the limits
 * @property {Unheld | null} unheld
 * @property {Set<string>} marked folded words that are to be marked
 * @property {string[][]} phrases folded, to be marked
 */

/** @typedef { {count: number, ids: string[], absent: string[]} } Told */

const cablepressAsk = (() => {
  const { load, manifest } = cablepressSearch;
  const { parse, asks, isPlain } = cablepressQuery;
  const { withWord } = cablepressPostings;
  const { kept } = cablepressMatches;
  const { wordsOf, anyOf, missing, limitsOf } = cablepressLookup;
  const { allOf, ranked } = cablepressRanking;
  const { isQuestion, further, near } = cablepressQuestion;

  /** @type {Omit<Answer, "query" | "marked">} */
  const NOTHING = Object.freeze({
    hits: [],
    nearest: [],
    further: { forms: [], text: "", hits: [] },
    absent: [],
    apart: false,
    yearAlone: 0,
    unheld: null,
    phrases: [],
  });

  /**
   * @param {Query} query
   * @param { {typing?: boolean} } [how] typing: the last word may be the beginning of one
   * @returns {Promise<Answer>}
   */
  async function answer(query, { typing = false } = {}) {
    const numbered = query.number && (await byNumber(query, query.number));
    if (numbered) return numbered;
    const open = typing ? openWord(query) : null;
    const { result, leaves, total } = await exactly(query, open);
    const question = { query, hits: result.hits, leaves, total };
    if (!isPlain(query) || (open && !(isQuestion(query) && result.hits.length === 0))) return result;
    return isQuestion(query)
      ? withNear(result, await near(question))
      : { ...result, further: await further(question) };
  }

  /**
   * The word that is still being typed, if it is one.
   * @param {Query} query
   */
  function openWord({ clauses, text }) {
    const last = clauses.at(-1)?.any.at(-1);
    return last?.kind === "word" && text.endsWith(last.typed) ? last : null;
  }

  /**
   * The cables that have all of it just so.
   * @param {Query} query
   * @param {Atom | null} open the word that is being typed
   * @returns {Promise<{result: Answer, leaves: Limits["leaves"], total: number}>}
   */
  async function exactly(query, open) {
    const { cables: total } = await manifest();
    const exact = await Promise.all(query.clauses.map(({ any: atoms }) => anyOf(atoms, open)));
    const { leaves, perhaps } = await limitsOf(query, total);
    const all = allOf(exact, total);
    const absent = await missing(query, open);
    const result = {
      ...NOTHING,
      query,
      hits: ranked(kept(all, leaves)),
      absent,
      apart: all.rows.length === 0 && absent.length === 0 && query.clauses.length > 1,
      yearAlone: kept(all, perhaps).rows.length,
      ...(await toMark(query, open)),
    };
    return { result, leaves, total };
  }

  /**
   * @param {Answer} result
   * @param {Near} found
   * @returns {Answer}
   */
  const withNear = (result, { hits, nearest, forms }) => ({
    ...result,
    hits,
    nearest,
    apart: result.apart && hits.length === 0,
    marked: new Set([...result.marked, ...forms]),
  });

  /**
   * A number of a cable: that cable, first and alone; where it is not held, who cites it. Null: it is none.
   * @param {Query} query
   * @param {CableNumber} number
   * @returns {Promise<Answer | null>}
   */
  async function byNumber(query, { id, word }) {
    const [held, citing] = await Promise.all([withWord(word), withWord(word.replace(/^id:/u, "cites:"))]);
    const dated = word.startsWith("id:");
    if (held.rows.length === 0 && !(dated && citing.rows.length > 0)) return null;
    const hits = held.rows.map(hitOf);
    const whole = { ...NOTHING, query, hits, marked: new Set() };
    if (hits.length > 0) return whole;
    return {
      ...whole,
      absent: [{ text: id, atom: null }],
      unheld: { id, citing: citing.rows.map(hitOf).reverse() },
    };
  }

  /**
   * @param {number} row
   * @returns {Hit}
   */
  const hitOf = (row) => ({ row, score: 0, lacks: [] });

  /**
   * @param {Query} query
   * @param {Atom | null} open
   */
  async function toMark({ clauses }, open) {
    const atoms = clauses.flatMap(({ any: each }) => each).filter(({ kind }) => kind !== "field");
    const isPhrase = (/** @type {Atom} */ { kind }) => kind === "phrase" || kind === "chain";
    const single = atoms.filter((atom) => !isPhrase(atom));
    const words = await Promise.all(single.map((atom) => wordsOf(atom, atom === open)));
    const joined = atoms.map((atom) => atom.joined).filter(Boolean);
    return {
      marked: new Set([...words.flat(), ...joined]),
      phrases: atoms.filter(isPhrase).map((atom) => atom.words),
    };
  }

  /** @type {Promise<string[]> | null} */
  let ids = null;

  /** Number or key of each cable. */
  function allIds() {
    ids ??= readIds();
    ids.catch(() => {
      ids = null;
    });
    return ids;
  }

  async function readIds() {
    const held = await Promise.all((await manifest()).parts.map((_, number) => load(`${number}/ids`)));
    return held.flatMap((text) => /** @type {string} */ (text).split(" "));
  }

  /**
   * For programs and tests: what a query finds.
   * @param {string} text
   * @returns {Promise<Told>} how many cables have all that was asked for; their numbers, best first, behind them the
   *   nearest where few have every word of a question; what stands in no cable
   */
  async function ask(text) {
    const query = parse(text);
    if (!(asks(query) || query.number)) return { count: 0, ids: [], absent: [] };
    const { hits, nearest, absent } = await answer(query);
    const names = await allIds();
    return {
      count: hits.length,
      ids: [...hits, ...nearest].map(({ row }) => names[row]),
      absent: absent.map(({ text: lost }) => lost),
    };
  }

  return { answer, ask };
})();

Object.assign(window, { cablepressSearch: { ...cablepressSearch, ask: cablepressAsk.ask } });
