/** What the search page lists: what is to be said of the answer, the cables, ways on. */
"use strict";

/**
 * @typedef {object} Ways on from an answer
 * @property {(text: string) => void} search for another text
 * @property {() => void} clear all filters
 * @property {(slug: string) => void} showPerson the cables that name a person
 * @property {(answer: Answer) => void} showYears the cables of the time asked for of which the year alone is known
 */

const cablepressResults = (() => {
  const { element, button } = cablepressElements;
  const { parse, cut, put } = cablepressQuery;
  const { answer: answerTo } = cablepressAsk;
  const { nearestWords } = cablepressForms;
  const { KINDS } = cablepressThings;
  const { shown, thingHref, about } = cablepressHits;
  const { counted, nodesOf, texts, worded } = cablepressLanguage;
  const said = texts.search;

  /** Words of the query that are offered one by one where nothing has them all. */
  const ALONE = 5;
  /** Words that no cable has for which others are offered. */
  const HELPED = 5;
  /** Other forms of the words that are named. */
  const NAMED = 4;

  /**
   * How many cables there are, in one line; nearest ones are none that are found.
   * @param {Answer} answer
   * @param {number[]} passing rows
   */
  function summary({ hits, nearest, unheld }, passing) {
    if (unheld) return worded(said.not_held, { id: unheld.id });
    if (hits.length === 0 && nearest.length > 0) return said.not_all;
    const whole = new Set(hits.map(({ row }) => row));
    const found = passing.filter((row) => whole.has(row)).length;
    const others = passing.length - found;
    const cables = counted(said.cables, found);
    return others > 0 ? counted(said.found_lacking, others, { cables }) : cables;
  }

  /**
   * What is to be said before the results: who or what may be meant, what no cable has, what stands instead.
   * @param {Answer} answer
   * @param {Thing[]} things
   * @param {Ways} ways
   * @returns {Promise<HTMLElement[]>}
   */
  async function remarks(answer, things, ways) {
    const { absent, unheld, hits, nearest, apart } = answer;
    const meant = [
      ...(await Promise.all(things.map(offer))),
      ...(await spelledOtherwise(answer, things, ways)),
    ];
    if (unheld) return [...meant, note(counted(said.cite_it, unheld.citing.length))];
    const missing = await Promise.all(absent.map((gap, index) => missed(answer.query, gap, index, ways)));
    return [
      ...meant,
      ...missing,
      ...(hits.length === 0 ? further(answer, ways) : []),
      ...years(answer, ways),
      ...(apart && nearest.length === 0 ? [note(said.apart)] : []),
      ...(hits.length === 0 && nearest.length > 0 ? [note(said.most)] : []),
    ];
  }

  /**
   * @param {Thing} thing
   * @returns {Promise<HTMLElement>}
   */
  async function offer(thing) {
    const { kind, name } = thing;
    const href = await thingHref(thing);
    return element(
      "li",
      { class: "cs-thing", "data-kind": kind },
      element("span", { class: "cs-label" }, KINDS[kind]),
      " ",
      element("a", { href }, name),
      element("span", { class: "cs-facts" }, ...about(thing).map((text) => element("span", {}, text))),
    );
  }

  /**
   * More cables name a person than have the name as it was typed.
   * @param {Answer} answer
   * @param {Thing[]} things
   * @param {Ways} ways
   */
  async function spelledOtherwise({ query, hits }, things, ways) {
    const person = things.find(({ kind }) => kind === "person");
    if (!person || person.cables <= hits.length || query.without.length + query.fields.length > 0) return [];
    const text = `person:"${person.name.replace(/"/gu, "")}"`;
    const { hits: naming } = await answerTo(parse(text));
    const alone = naming.length === person.cables; // else others bear the same name
    const slug = /^people\/(?<slug>[^/]+)\/$/u.exec(person.address)?.groups?.slug;
    if (!(alone || slug)) return [];
    const label = counted(said.names_person, person.cables, { name: person.name });
    const cables = button(label, () => (slug && !alone ? ways.showPerson(slug) : ways.search(text)), {
      class: "cs-way",
    });
    return [element("li", { class: "cs-note" }, ...nodesOf(said.under_spellings, { cables }))];
  }

  /**
   * What no cable has, with the nearest words that some have and the way without it.
   * @param {Query} query
   * @param {Gap} gap
   * @param {number} index of the gap
   * @param {Ways} ways
   */
  async function missed(query, { text, atom }, index, ways) {
    const bare = text.replace(/^"|"$/gu, "");
    const missing = nodesOf(said.missing, { text: element("em", {}, bare) });
    const made = element("li", { class: "cs-note cs-absent" }, ...missing);
    if (!atom) return made;
    const near = text.startsWith('"') || index >= HELPED ? [] : await nearestWords(bare);
    const words = document.createDocumentFragment();
    for (const [place, word] of near.entries()) {
      words.append(place > 0 ? ", " : "", way(word, instead(query, atom, bare, word), ways));
    }
    if (near.length > 0) made.append(" ", ...nodesOf(said.nearest, { words }));
    const rest = cut(query.text, [atom.span]);
    if (rest && query.clauses.length > 1)
      made.append(" ", way(worded(said.without_it, { text: rest }), rest, ways));
    return made;
  }

  /**
   * The query with another word in the place of one that no cable has.
   * @param {Query} query
   * @param {Atom} atom
   * @param {string} lost
   * @param {string} word
   */
  function instead({ text }, { span }, lost, word) {
    const piece = text.slice(...span);
    return put(text, [{ span, text: piece.includes(lost) ? piece.replace(lost, () => word) : word }]);
  }

  /**
   * Cables of the time asked for of which the year alone is known.
   * @param {Answer} answer
   * @param {Ways} ways
   */
  function years(answer, ways) {
    const count = answer.yearAlone;
    if (count === 0) return [];
    const known = counted(said.years_alone, count);
    const show = button(said.show_years, () => ways.showYears(answer), { class: "cs-way" });
    return [element("li", { class: "cs-note cs-years" }, known, " ", show)];
  }

  /**
   * The cables that have the words in other forms, by choice.
   * @param {Answer} answer
   * @param {Ways} ways
   */
  function further({ hits: found, further: { forms, text, hits } }, ways) {
    if (hits.length === 0) return [];
    const named = forms.slice(0, NAMED).join(", ") + (forms.length > NAMED ? "\u2026" : "");
    const label = counted(found.length > 0 ? said.more_with : said.cables_with, hits.length, {
      forms: named,
    });
    return [element("li", { class: "cs-further" }, way(label, text, ways))];
  }

  /**
   * A place for a cable, which is filled when its card has come; its passage is read when it comes into sight.
   * @param {Hit} hit
   * @param {Answer} answer
   * @returns { {item: HTMLElement, filled: Promise<void>} }
   */
  function result(hit, answer) {
    const item = element("li", { class: "cs-result" });
    const filled = shown(hit, answer, element("a", { class: "cs-title" })).then(
      ({ id, link, facts, text, lacking, read }) => {
        const { number } = answer.query;
        const exact = number !== null && answer.hits.length > 0 && id.endsWith(number.id);
        item.classList.toggle("is-exact", exact);
        item.append(link, facts, element("p", {}, text), ...lacking);
        whenSeen(item, read);
      },
    );
    return { item, filled };
  }

  /** How far below what is seen passages are read ahead. */
  const AHEAD = "400px";

  /**
   * @param {Element} item
   * @param {() => void} act once
   */
  function whenSeen(item, act) {
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        act();
      },
      { rootMargin: AHEAD },
    );
    watch.observe(item);
  }

  /** @param {string} text */
  const note = (text) => element("li", { class: "cs-note" }, text);

  /**
   * A way on where nothing is found.
   * @param {Answer} answer
   * @param {number} before hits without the filters
   * @param {HTMLElement} lists links to all lists
   * @param {Ways} ways
   */
  function nothing({ query, absent }, before, lists, ways) {
    if (before > 0) {
      return element(
        "li",
        { class: "cs-nothing" },
        element("p", {}, counted(said.none_pass, before)),
        button(said.remove_filters, ways.clear),
      );
    }
    const loose = query.text.replace(/"/gu, "");
    const alone = query.clauses
      .flatMap(({ any }) => any)
      .filter((atom) => atom.kind === "word" && !absent.some((gap) => gap.atom === atom));
    const offered = [
      ...(query.text.includes('"') ? [way(worded(said.without_quotes, { text: loose }), loose, ways)] : []),
      ...(query.clauses.length > 1 ? alone : [])
        .slice(0, ALONE)
        .map(({ typed }) => way(worded(said.alone, { word: typed }), typed, ways)),
      said.spelling,
      elsewhere(lists),
    ];
    return element(
      "li",
      { class: "cs-nothing" },
      element("ul", {}, ...offered.map((item) => element("li", {}, item))),
    );
  }

  /**
   * @param {string} label
   * @param {string} text that is searched for instead
   * @param {Ways} ways
   */
  const way = (label, text, ways) => button(label, () => ways.search(text), { class: "cs-way" });

  /**
   * Links to the lists, which stand on the page for readers without JavaScript, too.
   * @param {HTMLElement} lists
   */
  function elsewhere(lists) {
    const out = document.createDocumentFragment();
    out.append(said.lists);
    for (const [index, link] of lists.querySelectorAll("a").entries()) {
      out.append(index > 0 ? ", " : " ", link.cloneNode(true));
    }
    return out;
  }

  return { summary, remarks, further, result, nothing, note };
})();
