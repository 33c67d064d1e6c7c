/** What comes near a query: its words in other forms, and for a question the cables that have most of it. */
"use strict";

/**
 * @typedef {object} Further cables that have the words in other forms
 * @property {string[]} forms that they have, the most frequent first
 * @property {string} text of the query that finds them, too
 * @property {Hit[]} hits best first
 */

/**
 * @typedef {object} Question
 * @property {Query} query
 * @property {Hit[]} hits cables that have all that was asked for
 * @property {(row: number) => boolean} leaves what the dates and the unwanted words leave
 * @property {number} total cables
 */

/**
 * @typedef {object} Near
 * @property {Hit[]} hits cables that have all words of the question, in any form, best first
 * @property {Hit[]} nearest cables that have most of it, best first
 * @property {string[]} forms of the words that these have
 */

const cablepressQuestion = (() => {
  const { tells, put } = cablepressQuery;
  const { any, kept, weakened } = cablepressMatches;
  const { matchesOf, allDates } = cablepressLookup;
  const { withWord, vocabulary } = cablepressPostings;
  const { rarity, allOf, ranked, bestFirst, closest } = cablepressRanking;
  const { otherForms, inUse, relatives } = cablepressForms;

  /** Words of a question; fewer are a search for exactly these. */
  const QUESTION = 3;
  /** What a word in another form counts. */
  const OTHER_FORM = 0.7;
  /** Cables with every word below which those that lack some come in. */
  const ENOUGH = 10;
  /** Those that come in at most. */
  const ADDED = 50;
  /** How much of a question a cable must have, a rare word being more of it than a common one. */
  const LEAST = 0.25;

  /** How much more a cable counts that was sent from a place of the question, or in a year of it. */
  const SETTING = 1.5;
  /** Cables from one place, of which a word that names more of them says nothing (`embassy`). */
  const MOST_FROM = 0.25;
  /** Letters of the shortest beginning of a place's name, and those in which its people's name differs. */
  const [NAMED, ENDING] = [4, 3];

  /** @param {Query} query */
  const isQuestion = ({ clauses }) => clauses.length >= QUESTION;

  /**
   * The cables that have the words in other forms, and not as they were typed.
   * @param {Question} question
   * @returns {Promise<Further>}
   */
  async function further({ query, hits, leaves, total }) {
    const asked = query.clauses.map(({ any: [atom] }) => atom);
    const { exact, forms } = await lookedUp(asked, (word) =>
      matchesOf({ kind: "word", typed: word, words: [word], joined: "", span: [0, 0] }),
    );
    const has = new Set(hits.map(({ row }) => row));
    const found = kept(allOf(widened(exact, forms), total), (row) => leaves(row) && !has.has(row));
    const others = ranked(found);
    const used = inUse(forms.flat(), others);
    const pieces = asked.map(({ span, typed }, index) => ({
      span,
      text: [typed, ...forms[index].map(({ word }) => word).filter((word) => used.includes(word))].join(
        " OR ",
      ),
    }));
    return { forms: used, text: put(query.text, pieces), hits: others };
  }

  /**
   * @param {Question} question
   * @returns {Promise<Near>}
   */
  async function near({ query, hits, leaves, total }) {
    const asked = tellingWords(query);
    const { exact, forms } = await lookedUp(asked);
    const wide = widened(exact, forms);
    const found = kept(allOf(wide, total), leaves);
    const has = new Set(found.rows);
    const complete = [...ranked(found), ...hits.filter(({ row }) => !has.has(row))];
    const others = complete.length < ENOUGH ? await nearest(asked, wide, total) : [];
    const whole = new Set(complete.map(({ row }) => row));
    const added = others.filter(({ row }) => !whole.has(row) && leaves(row)).slice(0, ADDED);
    const spelled = asked.map(({ words: [word] }, index) => [word, ...forms[index].map((form) => form.word)]);
    const fits = await setting(query, total);
    return {
      hits: await closest(fits(complete), spelled),
      nearest: await closest(fits(added), spelled),
      forms: inUse(forms.flat(), [...complete, ...added]),
    };
  }

  /**
   * What puts those cables first that were sent from where and when the question is about.
   * @param {Query} query
   * @param {number} total
   * @returns {Promise<(hits: Hit[]) => Hit[]>}
   */
  async function setting({ clauses }, total) {
    const words = clauses.flatMap(({ any: [atom] }) => atom.words);
    const sent = (await Promise.all(words.filter((word) => tells(word)).map(sentFrom))).flat();
    const there = new Set(sent.flatMap(({ rows }) => (rows.length < MOST_FROM * total ? rows : [])));
    const years = words.filter((word) => /^(?:19|20)\d\d$/u.test(word));
    const dates = years.length > 0 ? await allDates(total) : [];
    const then = (/** @type {number} */ row) => years.some((year) => dates[row].startsWith(year));
    const factor = (/** @type {number} */ row) => (there.has(row) ? SETTING : 1) * (then(row) ? SETTING : 1);
    return (hits) => hits.map((hit) => ({ ...hit, score: hit.score * factor(hit.row) })).sort(bestFirst);
  }

  /**
   * The cables from a place that a word names, or whose people it names: `mexican`.
   * @param {string} word
   */
  async function sentFrom(word) {
    const beginning = word.slice(0, Math.max(NAMED, word.length - ENDING));
    const places = word.length < NAMED ? [] : await vocabulary(`from:${beginning}`);
    const meant = places.filter((place) => place.length - "from:".length <= beginning.length + ENDING);
    return Promise.all([...new Set([`from:${word}`, ...meant])].map(withWord));
  }

  /**
   * @param {Atom[]} asked
   * @param {(word: string) => Promise<Matches>} [having]
   */
  async function lookedUp(asked, having) {
    const exact = await Promise.all(asked.map((atom) => matchesOf(atom)));
    const forms = await Promise.all(
      asked.map(({ words }) => (words.length === 1 ? otherForms(words[0], having) : [])),
    );
    return { exact, forms };
  }

  /**
   * @param {Matches[]} exact
   * @param {Form[][]} forms
   */
  const widened = (exact, forms) =>
    exact.map((matches, index) =>
      any([matches, ...forms[index].map((form) => weakened(form.matches, OTHER_FORM))]),
    );

  /**
   * The words of a question that tell what it is about; all, where none does.
   * @param {Query} query
   * @returns {Atom[]}
   */
  function tellingWords({ clauses }) {
    const words = clauses.flatMap(({ any: [atom] }) =>
      atom.words.map((word) => ({
        ...atom,
        kind: /** @type {const} */ ("word"),
        typed: atom.words.length > 1 ? word : atom.typed,
        words: [word],
        joined: "",
      })),
    );
    const telling = words.filter(({ words: [word] }) => tells(word));
    return telling.length > 0 ? telling : words;
  }

  /**
   * Cables that have most of the words, or words of the same families, best first.
   * @param {Atom[]} atoms
   * @param {Matches[]} wide cables that have the word, in any form
   * @param {number} total
   */
  async function nearest(atoms, wide, total) {
    const kin = await Promise.all(atoms.map(({ words }) => relatives(words[0])));
    return mostOf(
      atoms.map(({ typed }, index) => ({ typed, has: wide[index], near: any([wide[index], ...kin[index]]) })),
      total,
    );
  }

  /**
   * @typedef {object} Asked one word of a question
   * @property {string} typed
   * @property {Matches} has cables that have it, in any form
   * @property {Matches} near these, and those that have a word of the same family
   */

  /**
   * Cables that have most of the words, best first.
   * @param {Asked[]} asked
   * @param {number} total
   * @returns {Hit[]}
   */
  function mostOf(asked, total) {
    const rarities = asked.map(({ near: { rows } }) => rarity(rows.length, total));
    const whole = rarities.reduce((sum, value) => sum + value, 0);
    /** @type {Map<number, {score: number, share: number, lacks: Set<string>}>} */
    const parts = new Map();
    for (const [index, { near: having }] of asked.entries()) {
      for (const [place, row] of having.rows.entries()) {
        const part = parts.get(row) ?? {
          score: 0,
          share: 0,
          lacks: new Set(asked.map(({ typed }) => typed)),
        };
        part.score += rarities[index] * having.strengths[place];
        part.share += rarities[index] / whole;
        parts.set(row, part);
      }
    }
    for (const { typed, has } of asked) for (const row of has.rows) parts.get(row)?.lacks.delete(typed);
    return [...parts]
      .filter(([, { share }]) => share >= LEAST)
      .map(([row, { score, share, lacks }]) => ({ row, score: score * share, lacks: [...lacks] }))
      .sort(bestFirst);
  }

  return { isQuestion, further, near };
})();
