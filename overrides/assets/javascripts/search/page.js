/** The search page: facets, date range, order, results; its whole state is in the address. */
"use strict";

/**
 * @typedef {object} View what a search shows
 * @property {Answer} answer
 * @property {Map<number, Hit>} hits by row, best first
 * @property {number[]} passing rows that pass the filters, in the order in which they are shown
 * @property {Promise<Thing[]>} things people, posts, tags that may be meant
 */

(() => {
  const { element, button, part } = cablepressElements;
  const { parse, cut } = cablepressQuery;
  const { answer: answerTo } = cablepressAsk;
  const { offered } = cablepressThings;
  const { counted, texts, worded } = cablepressLanguage;
  const said = texts.search;
  const { summary, remarks, further, result, nothing, note } = cablepressResults;
  const { rangeName, periodsWithin } = cablepressDates;
  const { FACETS, Table } = cablepressFacets;
  const { STEP, read, write, toggled, cleared, sorting, order } = cablepressState;
  const { Histogram } = cablepressHistogram;
  const { Filters, narrow } = cablepressFilters;

  /** Milliseconds without a key before a search begins. */
  const PAUSE = 120;
  /** @type {Record<FieldPiece["name"], string>} */
  const FIELDS = {
    from: said.sender,
    to: said.recipient,
    signed: said.signed_by,
    tag: said.tag,
    person: said.person,
    cites: said.cites,
    before: said.before,
    after: said.since,
  };

  const given = document.querySelector("[data-search-page]");
  if (!(given instanceof HTMLElement)) return;
  const page = given;

  /** @param {string} name */
  const place = (name) => part(page, `[data-part=${name}]`, HTMLElement);
  const input = part(page, "input[type=search]", HTMLInputElement);
  const [list, status, chips, more] = ["results", "status", "chips", "more"].map(place);
  const lists = place("lists");
  const filters = new Filters(place("facets"), { toggle, redraw: run, loadPeople: people });

  let state = fromAddress();
  /** @type { {table: FacetTable, histogram: DateHistogram} | null} */
  let tables = null;
  /** Searches begun: one that ends after the next has begun shows nothing. */
  let turn = 0;
  /** Answer to the last words. @type {Answer | null} */
  let last = null;

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
      const table = new Table(/** @type {Rows[]} */ (await ofAllParts("rows")));
      // another search may have come first: the histogram that is on the page stays
      tables ??= { table, histogram: new Histogram(place("dates"), table.periods, range) };
    }
    if (state.values.person.length > 0) await people();
    return tables;
  }

  async function people() {
    if (!tables || tables.table.columns.person) return;
    const { table } = tables;
    table.addPeople(/** @type {People[]} */ (await ofAllParts("people")));
  }

  /** @param {string} name of a file that each part of the index has */
  async function ofAllParts(name) {
    const { parts } = await cablepressSearch.manifest();
    return Promise.all(parts.map((_, number) => cablepressSearch.load(`${number}/${name}`)));
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
      const { passing } = table.count(rowsOf(last).keys(), { ...state, from, to });
      status.textContent = counted(said.cables, passing.length);
    }
  }

  /**
   * The hits by row, best first; in order of date those that lack a word would stand among the others, and are left out.
   * @param {Answer | null} answer
   * @returns {Map<number, Hit>}
   */
  function rowsOf(answer) {
    if (!answer) return new Map();
    const { hits, nearest, unheld } = answer;
    const dated = sorting(state, answer.query) !== "relevance" && hits.length > 0;
    const listed = [...hits, ...(dated ? [] : nearest), ...(unheld?.citing ?? [])];
    return new Map(listed.map((hit) => [hit.row, hit]));
  }

  async function run() {
    turn += 1;
    const mine = turn;
    page.classList.add("is-busy");
    try {
      await draw(parse(state.q), mine);
    } catch (error) {
      if (mine !== turn) return;
      list.replaceChildren(note(said.unavailable));
      status.textContent = "";
      console.warn(error);
    } finally {
      if (mine === turn) page.classList.remove("is-busy");
    }
  }

  /**
   * @param {Query} query
   * @param {number} mine
   */
  async function draw(query, mine) {
    const things = offered(query, false);
    const answer = await look(query);
    if (mine !== turn) return;
    last = answer;
    const hits = rowsOf(answer);
    drawOrder(query);
    // what is counted beside the results comes in a larger file: without filters none waits for it
    const free = !filtered() && sorting(state, query) === "relevance";
    const early = free ? drawResults({ answer, hits, passing: [...hits.keys()], things }, mine) : null;
    const passing = await drawCounts(query, hits, mine);
    if (mine !== turn) return;
    await (early ?? drawResults({ answer, hits, passing, things }, mine));
  }

  /**
   * What is counted beside the results.
   * @param {Query} query
   * @param {Map<number, Hit>} hits
   * @param {number} mine
   * @returns {Promise<number[]>} rows that pass the filters, in order
   */
  async function drawCounts(query, hits, mine) {
    const { table, histogram } = await prepare();
    const { passing, counts, periods } = table.count(hits.keys(), state);
    if (mine !== turn) return passing;
    const sort = sorting(state, query);
    if (sort === "newest") passing.sort((row, other) => other - row);
    if (sort === "oldest") passing.sort((row, other) => row - other);
    histogram.update(periods, state.from, state.to);
    filters.draw(table, counts, state.values);
    drawChips(table, query);
    return passing;
  }

  /** Whether anything narrows the hits. */
  const filtered = () =>
    state.from !== "" || state.to !== "" || FACETS.some(([name]) => state.values[name].length > 0);

  /**
   * The answer, once for the same words.
   * @param {Query} query
   */
  const look = async (query) => (last?.query.text === query.text ? last : answerTo(query));

  /**
   * @param {View} view
   * @param {number} mine
   */
  async function drawResults({ answer, hits, passing, things }, mine) {
    const rows = passing.slice(0, state.shown);
    const results = rows.map((row) => result(/** @type {Hit} */ (hits.get(row)), answer));
    const before = await remarks(answer, await things, ways);
    await results[0]?.filled;
    if (mine !== turn) return;
    list.replaceChildren(
      ...before,
      ...(passing.length > 0 ? results.map(({ item }) => item) : [nothing(answer, hits.size, lists, ways)]),
      ...(answer.hits.length > 0 ? further(answer, ways) : []),
    );
    status.textContent = summary(answer, passing);
    more.hidden = passing.length <= state.shown;
    more.textContent = counted(said.show_more, Math.max(Math.min(STEP, passing.length - state.shown), 0));
    await Promise.all(results.map(({ filled }) => filled));
  }

  /** @type {Ways} */
  const ways = {
    search,
    clear: () => change(cleared()),
    showPerson: (slug) => search("", { ...cleared(), values: { ...cleared().values, person: [slug] } }),
    showYears: ({ query: { text, from, before, fields } }) => {
      const dates = fields.filter(({ name }) => name === "before" || name === "after");
      search(
        cut(
          text,
          dates.map(({ span }) => span),
        ),
        periodsWithin(from, before),
      );
    },
  };

  /**
   * @param {string} text
   * @param {Partial<SearchState>} [changes]
   */
  function search(text, changes = {}) {
    input.value = text;
    change({ q: text, ...changes });
  }

  /**
   * @param {FacetTable} table
   * @param {Query} query
   */
  function drawChips(table, { text, fields }) {
    const typed = fields.map(({ name, unwanted, value, span }) =>
      chip(unwanted ? worded(said.unwanted, { name: FIELDS[name] }) : FIELDS[name], value, () =>
        search(cut(text, [span])),
      ),
    );
    const made = FACETS.flatMap(([name, title]) =>
      state.values[name].map((value) => {
        const label = name === "tag" ? value : table.columns[name]?.label(value) || value;
        return chip(title, label, () => toggle(name, value));
      }),
    );
    const dates = rangeName([state.from, state.to]);
    if (dates) made.push(chip(said.date, dates, () => change({ from: "", to: "" })));
    const all = [...typed, ...made];
    const words = cut(
      text,
      fields.map(({ span }) => span),
    );
    if (all.length > 1)
      all.push(button(said.remove_all, () => search(words, cleared()), { class: "cs-clear" }));
    chips.replaceChildren(...all);
  }

  /**
   * @param {string} title
   * @param {string} value
   * @param {() => void} off
   */
  function chip(title, value, off) {
    const made = button("", off, {
      class: "cs-chip",
      "aria-label": worded(said.remove, { name: title, value }),
    });
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
  place("skip").addEventListener("click", () => {
    const first = list.querySelector("a");
    (first ?? input).focus();
  });
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
