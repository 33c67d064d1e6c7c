/** The search page: facets, date range, order, results; its whole state is in the address. */
"use strict";

/**
 * @typedef {object} Answer what a search shows
 * @property {Query} query
 * @property {Fragment[]} same cables with the number that was typed
 * @property {Map<number, Hit>} hits by row, best first
 * @property {Counted} counted
 * @property {Fragment[]} first those shown, in order
 * @property {number[]} rows theirs
 */

(() => {
  const { element, button, part } = cablepressElements;
  const { parse, asks } = cablepressQuery;
  const { unknown } = cablepressPassages;
  const { UNAVAILABLE, shown, counted } = cablepressHits;
  const { rangeName } = cablepressDates;
  const { FACETS, Table } = cablepressFacets;
  const { STEP, read, write, toggled, cleared, sorting, order } = cablepressState;
  const { Histogram } = cablepressHistogram;
  const { Filters, narrow } = cablepressFilters;

  /** Milliseconds without a key before a search begins. */
  const PAUSE = 120;
  /** Words of the query that are offered one by one where nothing has them all. */
  const ALONE = 5;
  const NEAREST = "No cable has all these words. These have most of them:";

  const given = document.querySelector("[data-search-page]");
  if (!(given instanceof HTMLElement)) return;
  const page = given;

  /** @param {string} name */
  const place = (name) => part(page, `[data-part=${name}]`, HTMLElement);
  const input = part(page, "input[type=search]", HTMLInputElement);
  const [list, status, chips, more] = ["results", "status", "chips", "more"].map(place);
  const filters = new Filters(place("facets"), { toggle, redraw: run, loadPeople: people });

  let state = fromAddress();
  /** @type {{table: FacetTable, histogram: DateHistogram} | null} */
  let tables = null;
  /** Searches begun: one that ends after the next has begun shows nothing. */
  let turn = 0;
  /** Hits of the last words. @type {{text: string, found: Found}} */
  let last = { text: "", found: { hits: [], complete: 0 } };
  /** Hits of a search without words. @type {Hit[] | null} */
  let everything = null;

  /** Where a browser lets a page from disk change nothing but the part behind #, the state stands there. */
  function fromAddress() {
    return read(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
  }

  /**
   * @param {Partial<SearchState>} changes
   * @param {boolean} [step] a step that the back button undoes; typing on is none
   */
  function change(changes, step = true) {
    state = { ...state, shown: STEP, ...changes };
    const text = write(state);
    const [base] = location.href.split(/[?#]/u);
    try {
      history[step ? "pushState" : "replaceState"](null, "", text ? `${base}?${text}` : base);
    } catch {
      location[step ? "assign" : "replace"](`${base}${location.search}#?${text}`);
    }
    run();
  }

  /**
   * @param {FacetName} name
   * @param {string} value
   */
  function toggle(name, value) {
    change({ values: toggled(state.values, name, value) });
  }

  /** @returns {Promise<NonNullable<typeof tables>>} */
  async function prepare() {
    if (!tables) {
      const table = new Table(await cablepressSearch.load("catalogue"));
      // another search may have come first: the histogram that is on the page stays
      tables ??= { table, histogram: new Histogram(place("dates"), table.periods, range) };
    }
    if (state.values.person.length > 0) await people();
    return tables;
  }

  async function people() {
    if (!tables || tables.table.columns.person) return;
    const { table } = tables;
    table.addPeople(await cablepressSearch.load("people"));
  }

  /**
   * While the range is dragged: the number of cables alone.
   * @param {Period} from
   * @param {Period} to
   * @param {boolean} final
   */
  function range(from, to, final) {
    if (final) change({ from, to });
    else if (tables) {
      const { table } = tables;
      const { passing } = table.count(hitsByRow(table, parse(state.q)).keys(), { ...state, from, to });
      status.textContent = counted(passing.length);
    }
  }

  /**
   * Rows of the hits, in order of relevance.
   * @param {FacetTable} table
   * @param {Query} query
   * @returns {Map<number, Hit>}
   */
  function hitsByRow(table, query) {
    /** @type {Map<number, Hit>} */
    const rows = new Map();
    for (const hit of asks(query) ? lastHits(query) : (everything ?? [])) {
      const row = table.row.get(hit.id);
      if (row !== undefined) rows.set(row, hit);
    }
    return rows;
  }

  /**
   * Hits of the words. In order of date those that lack a word would stand among the others: they are left out.
   * @param {Query} query
   */
  function lastHits(query) {
    const { hits, complete } = last.found;
    return sorting(state, query) !== "relevance" && complete > 0 ? hits.filter(isWhole) : hits;
  }

  /** @param {Hit} hit */
  const isWhole = (hit) => !hit.lacks?.length;

  async function run() {
    turn += 1;
    const mine = turn;
    page.classList.add("is-busy");
    try {
      const query = parse(state.q);
      const [{ table, histogram }] = await Promise.all([prepare(), look(query)]);
      const same = query.number ? await cablepressSearch.numbered(query.number) : [];
      if (mine !== turn) return;
      const answer = await answered(table, query, same);
      if (mine !== turn) return;
      histogram.update(answer.counted.periods, state.from, state.to);
      filters.draw(table, answer.counted.counts, state.values);
      drawChips(table);
      drawOrder(query);
      drawResults(answer);
    } catch (error) {
      if (mine !== turn) return;
      list.replaceChildren(note(UNAVAILABLE));
      status.textContent = "";
      console.warn(error);
    } finally {
      if (mine === turn) page.classList.remove("is-busy");
    }
  }

  /**
   * Ask the engine, once for the same words.
   * @param {Query} query
   */
  async function look(query) {
    if (!asks(query)) everything ??= await cablepressSearch.all();
    else if (last.text !== query.text) last = { text: query.text, found: await cablepressSearch.find(query) };
  }

  /**
   * @param {FacetTable} table
   * @param {Query} query
   * @param {Fragment[]} same
   * @returns {Promise<Answer>}
   */
  async function answered(table, query, same) {
    const hits = hitsByRow(table, query);
    const counts = table.count(hits.keys(), state);
    const sort = sorting(state, query);
    if (sort === "newest") counts.passing.sort((row, other) => other - row);
    if (sort === "oldest") counts.passing.sort((row, other) => row - other);
    const rows = counts.passing.slice(0, state.shown);
    const first = await Promise.all(rows.flatMap((row) => hits.get(row)?.data() ?? []));
    return { query, same, hits, counted: counts, first, rows };
  }

  /** @param {Answer} answer */
  function drawResults({ query, same, hits, counted: { passing }, first, rows }) {
    const known = new Set(same.map((fragment) => fragment.raw_url));
    const lacks = (/** @type {number} */ row) => hits.get(row)?.lacks ?? [];
    const whole = passing.filter((row) => lacks(row).length === 0).length;
    const nearest = first.length > 0 && whole === 0;
    list.replaceChildren(
      ...same.map((fragment) => result(fragment, query, [], true)),
      ...(nearest ? [] : unknown(query.words, first)).map((word) =>
        note(`None of these has \u201c${word}\u201d.`),
      ),
      ...(nearest ? [note(NEAREST)] : []),
      ...first.flatMap((fragment, index) =>
        known.has(fragment.raw_url) ? [] : result(fragment, query, lacks(rows[index]), false),
      ),
    );
    if (passing.length === 0 && same.length === 0) list.replaceChildren(nothing(query, hits.size));
    const others = passing.length - whole;
    status.textContent =
      whole > 0 && others > 0 ? `${counted(whole)}, and ${others} that lack a word` : counted(passing.length);
    more.hidden = passing.length <= state.shown;
    more.textContent = `Show ${Math.min(STEP, passing.length - state.shown)} more`;
  }

  /**
   * @param {Fragment} fragment
   * @param {Query} query
   * @param {string[]} lacks words that it does not have
   * @param {boolean} exact its number was typed
   */
  function result(fragment, query, lacks, exact) {
    const { href, title, facts, text, lacking } = shown(fragment, query, lacks);
    return element(
      "li",
      { class: exact ? "cs-result is-exact" : "cs-result" },
      element("a", { class: "cs-title", href }, title),
      facts,
      element("p", { class: "cs-passage" }, text),
      ...lacking,
    );
  }

  /** @param {string} text */
  const note = (text) => element("li", { class: "cs-note" }, text);

  /**
   * A way on where nothing is found.
   * @param {Query} query
   * @param {number} before hits without the filters
   */
  function nothing(query, before) {
    if (before > 0) {
      return element(
        "li",
        { class: "cs-nothing" },
        element("p", {}, `None of the ${counted(before)} found passes these filters.`),
        button("Remove all filters", () => change(cleared())),
      );
    }
    const loose = query.text.replace(/"/gu, "");
    const ways = [
      ...(query.phrases.length > 0 ? [way(`Search for the words without quotes: ${loose}`, loose)] : []),
      ...(query.words.length > 1 ? query.words : [])
        .slice(0, ALONE)
        .map((word) => way(`Search for ${word} alone`, word)),
      "Try another spelling: names are spelled in several ways, and words in their American form.",
      elsewhere(),
    ];
    return element(
      "li",
      { class: "cs-nothing" },
      element("p", {}, `No cable has \u201c${query.text}\u201d.`),
      element("ul", {}, ...ways.map((item) => element("li", {}, item))),
    );
  }

  /**
   * @param {string} label
   * @param {string} text that is searched for instead
   */
  const way = (label, text) =>
    button(label, () => {
      input.value = text;
      change({ q: text });
    });

  /** Links to the lists, which stand on the page for readers without JavaScript, too. */
  function elsewhere() {
    const out = document.createDocumentFragment();
    out.append("Go through the lists: ");
    for (const link of page.querySelectorAll("[data-part=lists] a")) out.append(link.cloneNode(true), " ");
    return out;
  }

  /** @param {FacetTable} table */
  function drawChips(table) {
    const made = FACETS.flatMap(([name, title]) =>
      state.values[name].map((value) => {
        const label = name === "tag" ? value : table.columns[name]?.label(value) || value;
        return chip(title, label, () => toggle(name, value));
      }),
    );
    const dates = rangeName([state.from, state.to]);
    if (dates) made.push(chip("Date", dates, () => change({ from: "", to: "" })));
    if (made.length > 1) made.push(button("Remove all", () => change(cleared()), { class: "cs-clear" }));
    chips.replaceChildren(...made);
  }

  /**
   * @param {string} title
   * @param {string} value
   * @param {() => void} off
   */
  function chip(title, value, off) {
    const made = button("", off, { class: "cs-chip", "aria-label": `Remove ${title} ${value}` });
    made.append(
      element("span", {}, title),
      ` ${value} `,
      element("span", { "aria-hidden": "true" }, "\u2715"),
    );
    return made;
  }

  /** @returns {HTMLElement[]} */
  const orders = () => [...page.querySelectorAll("button")].filter((made) => made.matches("[data-sort]"));

  /** @param {Query} query */
  function drawOrder(query) {
    const sort = sorting(state, query);
    for (const made of orders()) made.setAttribute("aria-pressed", String(made.dataset.sort === sort));
  }

  for (const made of orders()) {
    made.addEventListener("click", () => change({ sort: order(made.dataset.sort) ?? "" }));
  }
  more.addEventListener("click", () => change({ shown: state.shown + STEP }, false));
  let timer = 0;
  input.value = state.q;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => change({ q: input.value.trim() }, false), PAUSE);
  });
  place("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change({ q: input.value.trim() });
  });
  addEventListener("popstate", () => {
    state = fromAddress();
    input.value = state.q;
    run();
  });
  part(page, ".cs-filters", HTMLDetailsElement).open = !narrow();
  page.hidden = false;
  run();
})();
