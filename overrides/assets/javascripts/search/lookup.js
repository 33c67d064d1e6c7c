/** Which cables have what a query asks for, what no cable has, and which the dates leave. */
"use strict";

/**
 * @typedef {object} Gap what no cable has
 * @property {string} text
 * @property {Atom | null} atom of the query that it stands in; null: it is a cable's number
 */

/**
 * @typedef {object} Limits what the dates and the unwanted words leave
 * @property {(row: number) => boolean} leaves
 * @property {(row: number) => boolean} perhaps a cable that they would leave, but of which the year alone is known
 */

const cablepressLookup = (() => {
  const { load, manifest } = cablepressSearch;
  const { numbers } = cablepressDigits;
  const { NONE, both, any, behind } = cablepressMatches;
  const { withWord, withPhrase, vocabulary } = cablepressPostings;

  /** Stands before what a hyphen or an apostrophe joins. */
  const JOINED = "+";
  /** Words that one beginning may stand for. */
  const BEGUN = 400;

  /**
   * @param {Atom} atom
   * @param {boolean} [open] it is being typed: the beginning of a word
   * @returns {Promise<Matches>}
   */
  async function matchesOf(atom, open = false) {
    const { kind, words, joined } = atom;
    if (kind === "field") return (await Promise.all(words.map(withWord))).reduce(both);
    if (kind === "phrase") return withPhrase(words);
    if (kind === "chain") return alike([withPhrase(words), ...(joined ? spelled(joined) : [])]);
    if (kind === "word" && !open) return alike(spelled(words[0]));
    const held = await Promise.all((await wordsOf(atom, true)).map(withWord));
    return held.length > 0 ? any(held) : NONE;
  }

  /**
   * The words that one word or beginning stands for.
   * @param {Atom} atom
   * @param {boolean} open
   * @returns {Promise<string[]>}
   */
  async function wordsOf({ kind, words }, open) {
    return kind === "beginning" || open ? (await vocabulary(words[0])).slice(0, BEGUN) : words;
  }

  /**
   * A word, and what a hyphen or an apostrophe makes of it.
   * @param {string} word
   */
  const spelled = (word) => [withWord(word), withWord(`${JOINED}${word}`)];

  /**
   * The word itself, then what a hyphen or an apostrophe makes of it: behind, however much that says.
   * @param {Promise<Matches>[]} coming
   * @returns {Promise<Matches>}
   */
  async function alike(coming) {
    const [exact, ...others] = await Promise.all(coming);
    return others.every(({ rows }) => rows.length === 0) ? exact : any([exact, ...others.map(behind)]);
  }

  /**
   * The cables that have one of these.
   * @param {Atom[]} atoms
   * @param {Atom | null} open the word that is being typed
   * @returns {Promise<Matches>}
   */
  const anyOf = async (atoms, open) =>
    any(await Promise.all(atoms.map((atom) => matchesOf(atom, atom === open))));

  /**
   * What stands in no cable at all.
   * @param {Query} query
   * @param {Atom | null} open
   * @returns {Promise<Gap[]>}
   */
  async function missing({ clauses }, open) {
    const gaps = await Promise.all(
      clauses
        .flatMap(({ any: atoms }) => atoms)
        .map(async (atom) => {
          const { rows } = await matchesOf(atom, atom === open);
          return rows.length > 0 ? [] : (await lost(atom)).map((text) => ({ text, atom }));
        }),
    );
    return [...new Map(gaps.flat().map((gap) => [gap.text, gap])).values()];
  }

  /**
   * Of what no cable has: the words of it that none has, else all of it.
   * @param {Atom} atom
   */
  async function lost({ kind, typed, words, joined }) {
    if (kind !== "phrase" && kind !== "chain") return [typed];
    const each = await Promise.all(
      words.map(async (word) => ((await withWord(word)).rows.length > 0 ? [] : [word])),
    );
    const absent = each.flat();
    if (absent.length > 0) return absent;
    return [joined ? typed : `"${typed}"`];
  }

  /** Letters of a year. */
  const YEAR = 4;

  /**
   * @param {Query} query
   * @param {number} total cables
   * @returns {Promise<Limits>}
   */
  async function limitsOf({ without, from, before }, total) {
    const held = await Promise.all(without.map((atom) => matchesOf(atom)));
    const unwanted = new Set(held.flatMap(({ rows }) => rows));
    if (!(from || before)) return { leaves: (row) => !unwanted.has(row), perhaps: () => false };
    const known = await allDates(total);
    return {
      leaves: (row) => known[row].length > YEAR && !unwanted.has(row) && within(known[row], from, before),
      perhaps: (row) =>
        known[row].length === YEAR && !unwanted.has(row) && yearWithin(known[row], from, before),
    };
  }

  /**
   * @param {string} date
   * @param {string} from
   * @param {string} before
   */
  const within = (date, from, before) => date >= from && (before === "" || date < before);

  /**
   * Whether all of a year is within.
   * @param {string} year
   * @param {string} from
   * @param {string} before
   */
  const yearWithin = (year, from, before) =>
    (from === "" || `${year}-01-01`.startsWith(from) || year > from) &&
    (before === "" || `${year}-99` < before);

  /** @type {Promise<string[]> | null} */
  let dates = null;

  /**
   * Of each cable the date, as far as it is known.
   * @param {number} total
   * @returns {Promise<string[]>}
   */
  function allDates(total) {
    dates ??= readDates(total);
    dates.catch(() => {
      dates = null;
    });
    return dates;
  }

  /** @param {number} total */
  async function readDates(total) {
    const held = await Promise.all((await manifest()).parts.map((_, number) => load(`${number}/rows`)));
    const out = held.flatMap((value) => {
      const { periods, days } = /** @type {Rows} */ (value);
      const months = periods.flatMap(
        ([period, count]) => /** @type {string[]} */ (new Array(count).fill(period)),
      );
      return numbers(days).map((day, index) =>
        day > 0 ? `${months[index]}-${String(day).padStart(2, "0")}` : months[index],
      );
    });
    if (out.length !== total) throw new Error("The search's dates are those of another build");
    return out;
  }

  return { BEGUN, matchesOf, wordsOf, anyOf, missing, limitsOf, allDates };
})();
