/** A cable found, as it is shown under the search box and on the search page. */
"use strict";

const cablepressHits = (() => {
  const { element } = cablepressElements;
  const { bared } = cablepressQuery;
  const { passage, address, marked } = cablepressPassages;
  const { day } = cablepressDates;

  /** What stands in the list where the index cannot be read. */
  const UNAVAILABLE = "The search is not available here. The menu leads to every cable.";

  /**
   * @typedef {object} ShownHit
   * @property {string} href of the cable, at the passage
   * @property {DocumentFragment} title
   * @property {HTMLElement} facts
   * @property {DocumentFragment} text of the passage
   * @property {HTMLElement[]} lacking
   */

  /**
   * @param {Fragment} fragment
   * @param {Query} query
   * @param {string[]} lacks words of the query that the cable does not have
   * @returns {ShownHit}
   */
  function shown(fragment, query, lacks) {
    const answer = passage(fragment);
    return {
      href: address(cablepressSearch.root(), fragment, answer, query.phrases),
      title: text(marked(fragment.meta.title || "No subject", [...query.words, ...answer.forms])),
      facts: facts(fragment.meta),
      text: text(answer.words),
      lacking: lacking(lacks),
    };
  }

  /** @param {MarkedWord[]} words */
  function text(words) {
    const out = document.createDocumentFragment();
    for (const [index, word] of words.entries()) {
      if (index > 0) out.append(" ");
      out.append(...(word.hit ? mark(word.text) : [word.text]));
    }
    return out;
  }

  /**
   * A word marked without the punctuation around it.
   * @param {string} word
   */
  function mark(word) {
    const { before, core, after } = bared(word);
    return [before, element("mark", {}, core), after];
  }

  /**
   * Date, post, number and classification.
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
   * The colour that cablepress.css gives a classification.
   * @param {string} classification
   */
  function level(classification) {
    if (/secret/iu.test(classification)) return "secret";
    if (/confidential/iu.test(classification)) return "confidential";
    return /official use/iu.test(classification) ? "official-use" : "unclassified";
  }

  /**
   * Which words of the query a cable does not have; nothing where it has all.
   * @param {string[]} words
   */
  const lacking = (words) =>
    words.length > 0 ? [element("span", { class: "cs-lacks" }, `Without: ${words.join(", ")}`)] : [];

  /** @param {number} count */
  const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? "cable" : "cables"}`;

  return { UNAVAILABLE, shown, text, counted };
})();
