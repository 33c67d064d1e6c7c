/** What a reader typed, taken apart: words, phrases, fields, what to leave out, a cable's number. */
"use strict";

/** @typedef {"from" | "to" | "signed" | "tag" | "person" | "cites"} FieldName */

/** Where a piece begins and ends in the text of the query. @typedef {[number, number]} Span */

/**
 * @typedef {object} Atom one thing that a cable has or has not
 * @property {"word" | "phrase" | "chain" | "beginning" | "field"} kind chain: words that hyphens or apostrophes join
 * @property {string} typed as it was typed
 * @property {string[]} words folded, in order; of a field the words as the index has them, `from:astana`
 * @property {string} joined the words as one, where hyphens or apostrophes join them; else empty
 * @property {Span} span
 */

/**
 * @typedef {object} FieldPiece a field or a date
 * @property {FieldName | "before" | "after"} name
 * @property {boolean} unwanted
 * @property {string} value as it was typed
 * @property {Span} span
 */

/** The named parts of one piece of a query. @typedef {Record<string, string | undefined>} PieceParts */

/**
 * @typedef {object} Clause of which a cable must have one
 * @property {Atom[]} any
 */

/**
 * @typedef {object} Query
 * @property {string} text as typed, spaces tidied
 * @property {Clause[]} clauses of which a cable must have each
 * @property {Atom[]} without of which a cable must have none
 * @property {string} from the first day or the beginning of it, `2006-05`; empty: no limit
 * @property {string} before no day from here on; empty: no limit
 * @property {FieldPiece[]} fields all of them, in order
 * @property {CableNumber | null} number null: what was typed is no number of a cable
 */

/**
 * @typedef {object} CableNumber
 * @property {string} id `09ASTANA308`, without a year `ASTANA308`
 * @property {string} word as the index has it: `id:09astana308`, `number:astana308`
 */

const cablepressQuery = (() => {
  const { read } = cablepressWords;

  /** English words that are in nearly every cable: they tell nothing of what a question of several words is about. */
  const COMMON = new Set(
    (
      "a about after also an and any are as at be because been before being between but by can could did do does " +
      "during for from had has have he her his how i if in into is it its many much not of on or s she should " +
      "so some such t than that the their them then there these they this those through to was were what when where which " +
      "while who whom whose why will with would"
    ).split(" "),
  );

  /** By what is typed. @type {Map<string, FieldName>} */
  const FIELDS = new Map([
    ["from", "from"],
    ["to", "to"],
    ["signed", "signed"],
    ["by", "signed"],
    ["tag", "tag"],
    ["person", "person"],
    ["cites", "cites"],
  ]);

  /** Number of a cable in any spelling: "09ASTANA308", "09 Astana 308", "2009 ASTANA 000308", "Astana 308". */
  const NUMBER =
    /^(?:(?:\d{2})?(?<year>\d{2})[\s-]*)?(?<post>\p{L}[\p{L} .'-]{1,40}?)[\s-]*0*(?<serial>[1-9]\d{0,6})$/u;

  /** A field's name, then a phrase, the rest of a word, or both sorts of what is typed without a field. */
  const PIECE = /(?<minus>-)?(?:(?<field>\p{L}+):(?=\S))?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/gu;

  /** A day, a month, a year. */
  const DATE = /^(?<year>\d{4})(?:-(?<month>0?[1-9]|1[0-2]))?(?:(?<=-\d+)-(?<day>0?[1-9]|[12]\d|3[01]))?$/u;

  /**
   * @param {string} typed
   * @returns {Query}
   */
  function parse(typed) {
    const text = typed
      .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"')
      .replace(/\s+/gu, " ")
      .trim();
    /** @type {Query} */
    const query = { text, clauses: [], without: [], from: "", before: "", fields: [], number: number(text) };
    let either = false;
    for (const match of text.matchAll(PIECE)) {
      /** @type {PieceParts} */
      const parts = match.groups ?? {};
      if (isOr(parts) && query.clauses.length > 0) {
        either = true;
        continue;
      }
      /** @type {Span} */
      const span = [match.index, match.index + match[0].length];
      if (dated(query, parts, span)) continue;
      const made = atom(parts, span);
      if (!made) continue;
      take(query, made, { unwanted: Boolean(parts.minus), either });
      either = false;
    }
    return query;
  }

  /** @param {PieceParts} parts */
  const isOr = ({ word, minus, field }) => word === "OR" && !minus && !field;

  /**
   * @param {Query} query
   * @param {Atom} made
   * @param { {unwanted: boolean, either: boolean} } how either: it, or what came before
   */
  function take(query, made, { unwanted, either }) {
    const last = query.clauses.at(-1);
    if (unwanted) query.without.push(made);
    else if (either && last) last.any.push(made);
    else query.clauses.push({ any: [made] });
    const name = made.kind === "field" && FIELDS.get(made.words[0].split(":")[0]);
    if (!name) return;
    query.fields.push({ name, unwanted, value: made.typed.slice(name.length + 1), span: made.span });
  }

  /**
   * Takes `before:` and `after:` into the query.
   * @param {Query} query
   * @param {PieceParts} parts
   * @param {Span} span
   */
  function dated(query, { minus, field, phrase, word }, span) {
    const name = field?.toLowerCase();
    if (minus || (name !== "before" && name !== "after")) return false;
    const { year, month, day } = DATE.exec(phrase ?? word ?? "")?.groups ?? {};
    if (!year) return false;
    const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
    if (name === "before") query.before = date;
    else query.from = date;
    query.fields.push({ name, unwanted: false, value: date, span });
    return true;
  }

  /**
   * @param {PieceParts} parts
   * @param {Span} span
   * @returns {Atom | null} null: there is no letter or digit in it
   */
  function atom({ field = "", phrase, word = "" }, span) {
    const name = FIELDS.get(field.toLowerCase());
    const value = phrase ?? word;
    const typed = name || field === "" ? value : `${field}:${value}`;
    const { words, joined } = read(typed.replace(/['\u2019]s$/iu, ""));
    if (words.length === 0) return null;
    if (name) {
      const asked = words.map((part) => `${name}:${part}`);
      return { kind: "field", typed: `${name}:${value}`, words: asked, joined: "", span };
    }
    const kind = kindOf(words, phrase !== undefined, word.endsWith("*"));
    const [one] = kind === "chain" && joined.length === 1 ? joined : [];
    const plain = kind === "word" || kind === "chain" ? bare(typed) : typed;
    return { kind, typed: plain, words, joined: one?.word ?? "", span };
  }

  /**
   * @param {string[]} words
   * @param {boolean} quoted
   * @param {boolean} starred
   */
  function kindOf(words, quoted, starred) {
    if (words.length > 1) return quoted ? "phrase" : "chain";
    return starred ? "beginning" : "word";
  }

  /**
   * @param {string} text
   * @returns {CableNumber | null}
   */
  function number(text) {
    const { year, post, serial } = NUMBER.exec(text.normalize("NFC"))?.groups ?? {};
    if (!(post && serial)) return null;
    const place = post
      .normalize("NFD")
      .replace(/[^\p{L}]/gu, "")
      .toUpperCase();
    if (!/^[A-Z]{2,30}$/u.test(place)) return null;
    const id = `${year ?? ""}${place}${serial}`;
    return { id, word: `${year ? "id" : "number"}:${id.toLowerCase()}` };
  }

  /**
   * A word without the punctuation around it.
   * @param {string} word
   */
  const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  /**
   * Whether there is anything to look up; else a search shows all cables.
   * @param {Query} query
   */
  const asks = ({ clauses, without, from, before }) =>
    clauses.length > 0 || without.length > 0 || from !== "" || before !== "";

  /**
   * Whether a word tells what a question is about.
   * @param {string} word folded
   */
  const tells = (word) => !COMMON.has(word);

  /**
   * Whether all of it are plain words, as in a question.
   * @param {Query} query
   */
  const isPlain = ({ clauses }) =>
    clauses.length > 0 &&
    clauses.every(({ any }) => any.length === 1 && (any[0].kind === "word" || any[0].kind === "chain"));

  /**
   * The text of a query without some of its pieces.
   * @param {string} text
   * @param {Span[]} spans
   */
  const cut = (text, spans) =>
    put(
      text,
      spans.map((span) => ({ span, text: "" })),
    );

  /**
   * The text of a query with other pieces in the place of some.
   * @param {string} text
   * @param { {span: Span, text: string}[]} pieces
   */
  function put(text, pieces) {
    const fromEnd = [...pieces].sort((piece, other) => other.span[0] - piece.span[0]);
    const out = fromEnd.reduce(
      (left, { span: [start, end], text: other }) => left.slice(0, start) + other + left.slice(end),
      text,
    );
    return out
      .replace(/\s+/gu, " ")
      .replace(/^(?: ?OR(?: |$))+|(?: OR)+ ?$/gu, "")
      .replace(/(?: OR)+(?= OR )/gu, "")
      .trim();
  }

  return { parse, asks, tells, isPlain, cut, put };
})();
