/** A cable found, as it is shown under the search box and on the search page. */
"use strict";

const cablepressHits = (() => {
  const { element } = cablepressElements;
  const { load, manifest, root } = cablepressSearch;
  const { passage, marked, bared, textOfCable } = cablepressPassages;
  const { day } = cablepressDates;
  const { counted, foreign, texts, worded } = cablepressLanguage;
  const said = texts.search;

  /**
   * @typedef {object} ShownHit the passage comes later, once the cable's text is there
   * @property {string} id number of the cable
   * @property {HTMLAnchorElement} link with the subject
   * @property {HTMLElement} facts
   * @property {HTMLElement} text of the passage
   * @property {HTMLElement[]} lacking
   * @property {() => Promise<void>} read the text, to show the passage
   */

  /**
   * @param {number} row
   * @returns {Promise<Card>}
   */
  async function card(row) {
    const { cards } = await manifest();
    const held = await load(`cards/${Math.floor(row / cards)}`);
    return /** @type {Card[]} */ (held)[row % cards];
  }

  /**
   * @param {Hit} hit
   * @param {Answer} answer
   * @param {HTMLAnchorElement} link that will lead to the cable
   * @returns {Promise<ShownHit>}
   */
  async function shown({ row, lacks }, answer, link) {
    const [address, id, subject, date, post, classification] = await card(row);
    const wanted = { words: answer.marked, phrases: answer.phrases, facts: facts(answer.query) };
    link.href = href(await ending(address), [], null);
    const title = text(marked(subject || said.no_subject, wanted));
    link.append(subject && foreign.lang ? element("span", foreign, title) : title);
    const place = element("span", { class: "cs-passage", ...foreign });
    const read = async () => {
      try {
        const found = passage(await textOfCable(row, address), wanted);
        link.href = href(await ending(address), marks(answer, found.forms), found.anchor);
        place.append(text(found.words));
      } catch {
        place.remove(); // the subject leads to the cable all the same
      }
    };
    return {
      id,
      link,
      facts: factLine(date, post, id, classification),
      text: place,
      lacking: lacking(lacks),
      read,
    };
  }

  /**
   * Address of a page below the root, as the site has it.
   * @param {string} address without its ending
   */
  async function ending(address) {
    return (await manifest()).texts ? `${address}.html` : `${address}/`;
  }

  /**
   * Where a thing is found: its page as the site has it, and the place on it.
   * @param {Thing} thing
   */
  async function thingHref({ address }) {
    const [page, place] = address.split("#");
    return href(await ending(page.replace(/\/$/u, "")), [], place ?? null);
  }

  /** Lines of the header that a field looks in. @type {Partial<Record<string, string[]>>} */
  const LINES = {
    to: [said.line_to, said.line_info],
    signed: [said.line_signed],
    tag: [said.line_tags],
    cites: [said.line_references],
  };

  /**
   * The words of the query's fields, by the lines of the header where they stand.
   * @param {Query} query
   */
  function facts({ clauses }) {
    /** @type {Map<string, Set<string>>} */
    const out = new Map();
    const fields = clauses.flatMap(({ any }) => any).filter(({ kind }) => kind === "field");
    for (const word of fields.flatMap(({ words }) => words)) {
      const [name, value] = word.split(":");
      for (const line of LINES[name] ?? []) out.set(line, new Set([...(out.get(line) ?? []), value]));
    }
    return out;
  }

  /**
   * What is marked on the cable's page: phrases rather than single words.
   * @param {Answer} answer
   * @param {string[]} forms
   */
  const marks = ({ phrases, query }, forms) =>
    phrases.length > 0
      ? query.clauses.flatMap(({ any }) =>
          any.filter(({ kind }) => kind !== "field").map(({ typed }) => `"${typed}"`),
        )
      : forms;

  /**
   * Address of a cable, at the passage, with the words to mark there.
   * @param {string} address
   * @param {string[]} words
   * @param {string | null} anchor
   */
  function href(address, words, anchor) {
    const target = new URL(address, root());
    if (words.length > 0) target.searchParams.set("find", words.join(" "));
    if (anchor) target.hash = anchor;
    return target.href;
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
   * @param {string} date
   * @param {string} post
   * @param {string} id
   * @param {string} classification
   */
  function factLine(date, post, id, classification) {
    const line = element("span", { class: "cs-facts" });
    line.append(element("span", {}, day(date)));
    if (post) line.append(element("span", {}, post));
    if (id) line.append(element("span", { class: "cs-id" }, id));
    if (classification) {
      const style = `cp-level cp-level--${level(classification)}`;
      line.append(element("span", { class: style }, classification));
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
    words.length > 0
      ? [element("span", { class: "cs-lacks" }, worded(said.without, { words: words.join(", ") }))]
      : [];

  /**
   * What is said of a person, a post, a tag.
   * @param {Thing} thing
   */
  const about = ({ kind, note, cables }) =>
    [
      cables > 0 ? counted(said.cables, cables) : "",
      kind === "person" && note ? worded(said.also_written, { names: note }) : note,
    ].filter(Boolean);

  return { shown, thingHref, about };
})();
