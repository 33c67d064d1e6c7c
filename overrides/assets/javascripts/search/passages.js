/** The passage of a cable that answers a query, with its hits, and a link that opens there. */
(() => {
  "use strict";

  /** Words of a passage shown. */
  const LENGTH = 42;
  /** Words of a passage before its first hit, at most. */
  const BEFORE = 16;
  /** A block with fewer words is a heading: what follows belongs to the passage. */
  const SHORT = 14;
  /** Words whose forms are marked on the cable's page. */
  const MARKED = 12;

  /** A line drawn with dashes. */
  const RULE = /^[-_=*~.]{4,}$/;

  /**
   * @typedef {object} Passage
   * @property {{text: string, hit: boolean}[]} parts
   * @property {string | null} anchor of the paragraph it stands in
   * @property {string[]} forms of the words found, in lower case
   */

  /**
   * @param {import("./engine.js").Fragment} fragment
   * @returns {Passage}
   */
  function passage(fragment) {
    const words = fragment.content.split(/[\r\n\s]+/g);
    const hits = fragment.weighted_locations.map((each) => each.location).filter((at) => at < words.length);
    const anchors = [...fragment.anchors].sort((one, other) => one.location - other.location);
    const centre = densest(hits, words);
    const [low, high] = paragraph(anchors, centre, words.length);
    const start = beginning(words, low, centre);
    const end = Math.min(high, start + LENGTH);
    const marked = new Set(hits);
    const parts = [];
    for (let index = start; index < end; index++) {
      if (!RULE.test(words[index])) parts.push({ text: words[index], hit: marked.has(index) });
    }
    if (start > low) parts.unshift({ text: "\u2026", hit: false });
    if (end < high) parts.push({ text: "\u2026", hit: false });
    return {
      parts,
      anchor: hits.length ? anchorAt(anchors, centre) : null,
      forms: forms(hits.map((at) => words[at])),
    };
  }

  /**
   * Where a passage around a word begins: its paragraph or sentence, or a few words before.
   * @param {string[]} words
   * @param {number} low first word of the paragraph
   * @param {number} at
   */
  function beginning(words, low, at) {
    if (at - low <= BEFORE) return low;
    for (let index = at; index > at - BEFORE; index--) {
      if (/[.!?]["')\u201d]?$/.test(words[index - 1]) && words[index - 1].length > 3) return index;
    }
    return at - 6;
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
      for (; last < hits.length && hits[last] < hits[first] + LENGTH - 8; last++) {
        different.add(plain(words[hits[last]]).slice(0, 5));
      }
      const value = different.size * 10 + Math.min(last - first, 9);
      if (value > most) [most, best] = [value, hits[first]];
    }
    return best;
  }

  /**
   * @param {{location: number}[]} anchors sorted
   * @param {number} at
   * @param {number} length
   * @returns {[number, number]} words of the paragraph around a word
   */
  function paragraph(anchors, at, length) {
    let low = 0;
    for (const anchor of anchors) {
      if (anchor.location > at && anchor.location - low >= SHORT) return [low, anchor.location];
      if (anchor.location <= at) low = anchor.location;
    }
    return [low, length];
  }

  /**
   * @param {{id: string, location: number}[]} anchors sorted
   * @param {number} at
   */
  function anchorAt(anchors, at) {
    let found = null;
    for (const anchor of anchors) {
      if (anchor.location > at) break;
      found = anchor.id;
    }
    return found;
  }

  /** @param {string} word */
  const plain = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  /**
   * Forms of the words, the most frequent first.
   * @param {string[]} words
   */
  function forms(words) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const word of words.map(plain).filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1]).slice(0, MARKED).map(([word]) => word);
  }

  /**
   * Address of the cable, at the passage, with the words to mark there.
   * @param {import("./engine.js").Fragment} fragment
   * @param {Passage} found
   * @param {string[]} phrases
   */
  function link(fragment, found, phrases) {
    const address = new URL(fragment.raw_url.replace(/^\//, ""), window.cablepressSearch.engine.root());
    const marks = phrases.length ? phrases.map((phrase) => `"${phrase}"`) : found.forms;
    if (marks.length) address.searchParams.set("find", marks.join(" "));
    if (found.anchor) address.hash = found.anchor;
    return address.href;
  }

  /**
   * @param {Passage["parts"]} parts
   * @returns {DocumentFragment}
   */
  function render(parts) {
    const out = document.createDocumentFragment();
    parts.forEach((part, index) => {
      if (index) out.append(" ");
      out.append(...(part.hit ? bare(part.text) : [part.text]));
    });
    return out;
  }

  /**
   * A word marked without the punctuation around it.
   * @param {string} word
   * @returns {(Node | string)[]}
   */
  function bare(word) {
    const found = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
    return found ? [found[1], element("mark", {}, found[2]), found[3]] : [word];
  }

  /**
   * A subject with the words marked.
   * @param {string} text
   * @param {string[]} words of the query and forms found
   */
  function marked(text, words) {
    const wanted = words.map(plain).filter((word) => word.length > 1);
    const parts = text.split(/\s+/).map((word) => {
      const bare = plain(word);
      return { text: word, hit: wanted.some((each) => bare === each || (each.length > 2 && bare.startsWith(each))) };
    });
    return render(parts);
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} children
   */
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  /** @param {string | undefined} date ISO 8601; shown as it stands, in UTC */
  function day(date) {
    if (!date) return "date unknown";
    const [year, month, number] = date.slice(0, 10).split("-");
    return `${Number(number)} ${MONTHS[Number(month) - 1]} ${year}`;
  }

  /**
   * Date, post, number and classification of a hit.
   * @param {Record<string, string>} meta
   */
  function facts(meta) {
    const line = element("span", { class: "cs-facts" });
    line.append(element("span", {}, day(meta.date)));
    if (meta.post) line.append(element("span", {}, meta.post));
    if (meta.id) line.append(element("span", { class: "cs-id" }, meta.id));
    if (meta.classification) {
      const style = `cp-level cp-level--${level(meta.classification)}`;
      line.append(element("span", { class: style }, meta.classification));
    }
    return line;
  }

  /**
   * Which words of the query a cable does not have; nothing where it has all.
   * @param {string[]} words
   */
  const lacking = (words) =>
    words.length ? [element("span", { class: "cs-lacks" }, `Without: ${words.join(", ")}`)] : [];

  /**
   * Words that the engine passed over: it takes the beginning of a word that it does not know.
   * @param {string[]} words of the query
   * @param {import("./engine.js").Fragment[]} shown
   */
  function unknown(words, shown) {
    if (!shown.length) return [];
    const all = shown.flatMap((each) => [
      ...passage(each).forms,
      ...Object.values(each.meta).join(" ").split(/\s+/).map(plain),
    ]);
    return words.filter((word) => {
      const bare = plain(word);
      const beginning = bare.slice(0, Math.max(4, bare.length - 4));
      return !all.some((form) => form.includes(beginning) || (form.length > 3 && bare.startsWith(form)));
    });
  }

  /**
   * The colour that cablepress.css gives a classification.
   * @param {string} classification
   */
  function level(classification) {
    if (/secret/i.test(classification)) return "secret";
    if (/confidential/i.test(classification)) return "confidential";
    return /official use/i.test(classification) ? "official-use" : "unclassified";
  }

  Object.assign(window.cablepressSearch, { passages: { passage, link, render, marked, element, facts, lacking, unknown, plain, MONTHS } });
})();
