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
 * @property {string | null} anchor of the paragraph it stands in; null: none, or nothing was hit
 * @property {string[]} forms words as they stand there that were hit anywhere in the cable, in lower case, the most frequent first
 */

/** Anchor (empty: none) and text. @typedef {[string, string]} TextPiece */

/**
 * @typedef {object} Wanted what is to be marked
 * @property {Set<string>} words folded
 * @property {string[][]} phrases folded
 * @property {Map<string, Set<string>>} facts by the name of a line of the header, folded words in it alone
 */

const cablepressPassages = (() => {
  const { read } = cablepressWords;

  /** Words of a passage shown. */
  const LENGTH = 42;
  /** Words of a passage before its first hit, at most. */
  const BEFORE = 16;
  /** Words before the first hit where no sentence begins nearby. */
  const LEAD = 6;
  /** A piece with fewer words is a heading: what follows belongs to the passage. */
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
   * Which of the words of a text are wanted, themselves or as part of a phrase.
   * @param {string[]} words as they stand there
   * @param {Wanted} wanted
   * @returns {Set<number>}
   */
  function hitsIn(words, wanted) {
    /** @type {Set<number>} */
    const hits = new Set();
    /** @type {string[]} */
    const folded = [];
    /** By the number of a folded word that of the word it is part of. @type {number[]} */
    const owners = [];
    for (const [index, text] of words.entries()) {
      const { words: parts, joined } = read(text);
      const spelled = [...parts, ...joined.map(({ word }) => word)];
      if (spelled.some((word) => wanted.words.has(word))) hits.add(index);
      for (const part of parts) {
        folded.push(part);
        owners.push(index);
      }
    }
    for (const phrase of wanted.phrases) {
      for (const place of placesOf(phrase, folded)) hits.add(owners[place]);
    }
    return hits;
  }

  /**
   * The places of all words of a phrase, wherever it stands.
   * @param {string[]} phrase
   * @param {string[]} words
   * @returns {number[]}
   */
  function placesOf(phrase, words) {
    const starts = [...words.keys()].filter((start) =>
      phrase.every((word, offset) => words[start + offset] === word),
    );
    return starts.flatMap((start) => phrase.map((_, offset) => start + offset));
  }

  /**
   * @param {TextPiece[]} pieces of a cable's text
   * @param {Wanted} wanted
   * @returns {Passage}
   */
  function passage(pieces, wanted) {
    /** @type {string[]} */
    const words = [];
    const starts = pieces.map(([, text]) => {
      const start = words.length;
      for (const word of text.split(/\s+/u)) if (word) words.push(word);
      return start;
    });
    const inText = hitsIn(words, wanted);
    const hits = new Set([...inText, ...hitsInFacts(pieces, starts, words, wanted)]);
    const sorted = [...hits].sort((hit, other) => hit - other);
    const centre = densest(sorted, words);
    const [low, high] = around(starts, centre, words.length);
    const piece = pieces[starts.findLastIndex((place) => place <= centre)];
    const start = beginning(words, low, centre);
    const end = Math.min(high, start + LENGTH);
    return {
      words: [
        ...(start > low ? [...lineName(piece), ELLIPSIS] : []),
        ...shown(words, start, end, hits),
        ...(end < high ? [ELLIPSIS] : []),
      ],
      anchor: (sorted.length > 0 && piece?.[0]) || null,
      forms: forms(sorted.filter((place) => inText.has(place)).map((place) => words[place])),
    };
  }

  /**
   * The name of a line of the header, which is shown however long the line is; nothing for a piece of the text.
   * @param {TextPiece | undefined} piece
   */
  const lineName = ([anchor, text] = ["", ""]) => {
    const [name] = /^[A-Z][a-z ]+:/u.exec(anchor ? "" : text) ?? [];
    return name ? [{ text: name, hit: false }] : [];
  };

  /**
   * Which words of the header's lines a field asks for.
   * @param {TextPiece[]} pieces
   * @param {number[]} starts
   * @param {string[]} words
   * @param {Wanted} wanted
   */
  function hitsInFacts(pieces, starts, words, { facts: asked }) {
    const lines = [...pieces.entries()].flatMap(([index, [anchor, text]]) => {
      const own = anchor ? undefined : asked.get(text.split(":", 1)[0]);
      return own ? [{ own, start: starts[index], end: starts[index + 1] ?? words.length }] : [];
    });
    return lines.flatMap(({ own, start, end }) =>
      [...words.slice(start, end).entries()]
        .filter(([index, text]) => index > 0 && read(text).words.some((word) => own.has(word)))
        .map(([index]) => start + index),
    );
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
        different.add(words[hits[last]].toLowerCase().slice(0, 5));
      }
      const value = different.size * 10 + Math.min(last - first, 9);
      if (value > most) [most, best] = [value, hits[first]];
    }
    return best;
  }

  /**
   * Words of the paragraph around a word; a heading goes on into what follows.
   * @param {number[]} starts of the pieces
   * @param {number} centre
   * @param {number} length of the whole text
   * @returns {[number, number]}
   */
  function around(starts, centre, length) {
    const low = starts.findLast((start) => start <= centre) ?? 0;
    return [low, starts.find((start) => start > centre && start - low >= SHORT) ?? length];
  }

  /**
   * Words without the punctuation around them, the most frequent first.
   * @param {string[]} words
   */
  function forms(words) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const word of words.map((text) => bared(text.toLowerCase()).core).filter(Boolean))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    const frequent = [...counts].sort(([, count], [, other]) => other - count);
    return frequent.slice(0, MARKED).map(([word]) => word);
  }

  /** A word and the punctuation around it: `("reform",` is `("`, `reform` and `",`. */
  const WORD = /^(?<before>[^\p{L}\p{N}]*)(?<core>.*?)(?<after>[^\p{L}\p{N}]*)$/su;

  /**
   * A word taken out of the punctuation around it. Without a letter or digit, all of it is punctuation.
   * @param {string} word
   * @returns { {before: string, core: string, after: string} }
   */
  function bared(word) {
    const { before = "", core = "", after = "" } = WORD.exec(word)?.groups ?? {};
    return { before, core, after };
  }

  /**
   * A text with what is wanted marked.
   * @param {string} text
   * @param {Wanted} wanted
   * @returns {MarkedWord[]}
   */
  function marked(text, wanted) {
    const words = text.split(/\s+/u);
    const hits = hitsIn(words, wanted);
    return words.map((word, index) => ({ text: word, hit: hits.has(index) }));
  }

  /**
   * The text of a cable's page, piece by piece.
   * @param {Document} page
   * @returns {TextPiece[]}
   */
  function piecesOf(page) {
    const body = [...page.querySelectorAll(".cp-body [id]")].filter((piece) => !piece.querySelector("[id]"));
    const facts = [...page.querySelectorAll(".cp-card dt")].map((name) => {
      const value = name.nextElementSibling?.textContent ?? "";
      return /** @type {TextPiece} */ (["", `${name.textContent}: ${value}`.replace(/\s+/gu, " ").trim()]);
    });
    const signed = [...page.querySelectorAll(".cp-signed")].map(
      (line) =>
        /** @type {TextPiece} */ (["", `${cablepressLanguage.texts.search.line_signed}: ${textOf(line)}`]),
    );
    return [
      ...body.map((piece) => /** @type {TextPiece} */ ([piece.id, textOf(piece)])),
      ...facts,
      ...signed,
    ];
  }

  /**
   * Text without what stands beside it.
   * @param {Element} piece
   */
  function textOf(piece) {
    const copy = /** @type {Element} */ (piece.cloneNode(true));
    for (const aside of copy.querySelectorAll(".headerlink, .cp-num")) aside.remove();
    return (copy.textContent ?? "").replace(/\s+/gu, " ").trim();
  }

  /**
   * The text of a cable: over http its page has it, from disk a file of the search.
   * @param {number} row
   * @param {string} address without its ending
   * @returns {Promise<TextPiece[]>}
   */
  async function textOfCable(row, address) {
    const { texts } = await cablepressSearch.manifest();
    if (texts) {
      const held = await cablepressSearch.load(`texts/${Math.floor(row / texts)}`);
      return /** @type {Record<string, TextPiece[]>} */ (held)[address] ?? [];
    }
    const response = await fetch(`${cablepressSearch.root()}${address}/`);
    if (!response.ok) throw new Error(`The cable's page cannot be read: ${response.status}`);
    return piecesOf(new DOMParser().parseFromString(await response.text(), "text/html"));
  }

  return { passage, marked, bared, piecesOf, textOfCable };
})();
