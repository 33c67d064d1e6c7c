/** The search page: facets, date range, order, results; its whole state is in the address. */
(() => {
  "use strict";

  const page = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-page]"));
  if (!page) return;

  /** Results added at a time. */
  const STEP = 20;
  /** Values of a facet shown before "more", and at most in its list. */
  const [FEW, MANY] = [6, 60];
  const PAUSE = 120;
  const FACETS = /** @type {[string, string][]} */ ([
    ["post", "Post"],
    ["country", "Country"],
    ["classification", "Classification"],
    ["tag", "Tag"],
    ["person", "Person"],
    ["year", "Year"],
  ]);
  const NEAREST = "No cable has all these words. These have most of them:";
  const SORTS = ["relevance", "newest", "oldest"];

  const { query, engine, passages, facets, Histogram, periodName } = window.cablepressSearch;
  const { element } = passages;

  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (page.querySelector(`[data-part=${name}]`));
  const input = /** @type {HTMLInputElement} */ (page.querySelector("input[type=search]"));
  const [list, status, chips, more, side] = ["results", "status", "chips", "more", "facets"].map(part);

  /**
   * @typedef {object} State
   * @property {string} q
   * @property {Record<string, string[]>} values
   * @property {string} from
   * @property {string} to
   * @property {string} sort empty: relevance with words, newest without
   * @property {number} shown
   */

  /** @type {State} */
  let state = read();
  /** @type {any} */
  let table = null;
  /** @type {any} */
  let histogram = null;
  let turn = 0;
  /** @type {{key: string, found: import("./engine.js").Found | null}} */
  let last = { key: "", found: null };
  /** Hits of a search without words, by row. @type {Map<string, import("./engine.js").Hit> | null} */
  let everything = null;
  /** Facets opened in full. @type {Set<string>} */
  const opened = new Set();

  /** @returns {State} */
  function read() {
    const hash = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
    const given = new URLSearchParams(hash || location.search);
    /** @type {Record<string, string[]>} */
    const values = {};
    for (const [name] of FACETS) values[name] = given.getAll(name);
    const date = (/** @type {string} */ name) => (/^\d{4}(-\d\d)?$/.test(given.get(name) ?? "") ? given.get(name) : "") ?? "";
    const sort = given.get("sort") ?? "";
    return {
      q: given.get("q") ?? "",
      values,
      from: date("from"),
      to: date("to"),
      sort: SORTS.includes(sort) ? sort : "",
      shown: Math.min(Math.max(Number(given.get("n")) || STEP, STEP), 1000),
    };
  }

  /** @param {State} from */
  function address(from) {
    const out = new URLSearchParams();
    if (from.q) out.set("q", from.q);
    for (const [name] of FACETS) for (const value of from.values[name]) out.append(name, value);
    if (from.from) out.set("from", from.from);
    if (from.to) out.set("to", from.to);
    if (from.sort) out.set("sort", from.sort);
    if (from.shown > STEP) out.set("n", String(from.shown));
    return String(out);
  }

  /**
   * @param {Partial<State>} change
   * @param {boolean} [step] a step that the back button undoes; typing on is none
   */
  function change(change, step = true) {
    state = { ...state, shown: STEP, ...change };
    const text = address(state);
    const base = location.href.split(/[?#]/)[0];
    try {
      history[step ? "pushState" : "replaceState"](null, "", text ? `${base}?${text}` : base);
    } catch {
      // some browsers let a page from disk change nothing but the part behind #
      location[step ? "assign" : "replace"](`${base}${location.search}#?${text}`);
    }
    run();
  }

  addEventListener("popstate", () => {
    state = read();
    input.value = state.q;
    run();
  });

  async function prepare() {
    if (table) return;
    const about = await engine.manifest();
    const catalogue = await engine.table("catalogue", about.offline ? "" : about.build);
    table ??= new facets.Table(catalogue);
    histogram ??= new Histogram(part("dates"), table.periods, (from, to, final) => {
      if (final) change({ from, to });
      else preview(from, to);
    });
    if (state.values.person.length) await people();
  }

  async function people() {
    if (table.columns.person) return;
    const about = await engine.manifest();
    table.addPeople(await engine.table("people", about.offline ? "" : about.build));
  }

  /**
   * While the range is dragged: the number of cables alone.
   * @param {string} from
   * @param {string} to
   */
  function preview(from, to) {
    const { passing } = table.count(rows().keys(), { ...state, from, to });
    status.textContent = counted(passing.length);
  }

  /** Rows of the hits, in order of relevance. @returns {Map<number, import("./engine.js").Hit>} */
  function rows() {
    const wanted = query.parse(state.q);
    const words = wanted.words.length || wanted.phrases.length;
    const hits = words ? sorted(wanted) : [...(everything?.values() ?? [])];
    return new Map(
      hits.filter((hit) => table.row.has(hit.id)).map((hit) => [/** @type {number} */ (table.row.get(hit.id)), hit]),
    );
  }

  /**
   * Hits of the words. In order of date those that lack a word would stand among the others: they are left out.
   * @param {import("./query.js").Query} wanted
   */
  function sorted(wanted) {
    if (!last.found) return [];
    const { hits, complete } = last.found;
    return order(wanted) !== "relevance" && complete ? hits.filter((hit) => !hit.lacks?.length) : hits;
  }

  async function run() {
    const mine = ++turn;
    page.classList.add("is-busy");
    try {
      const wanted = query.parse(state.q);
      await Promise.all([prepare(), look(wanted)]);
      if (state.values.person.length) await people();
      const same = wanted.number ? await engine.numbered(wanted.number) : [];
      if (mine !== turn) return;
      await show(wanted, same, mine);
    } catch (error) {
      if (mine !== turn) return;
      list.replaceChildren(element("li", { class: "cs-note" }, "The search is not available here. The menu leads to every cable."));
      status.textContent = "";
      console.warn(error);
    } finally {
      if (mine === turn) page.classList.remove("is-busy");
    }
  }

  /** Ask the engine, once for the same words. @param {import("./query.js").Query} wanted */
  async function look(wanted) {
    if (wanted.words.length || wanted.phrases.length) {
      if (last.key === wanted.text) return;
      last = { key: wanted.text, found: await engine.find(wanted) };
    } else if (!everything) {
      const pagefind = await engine.start();
      const all = pagefind ? (await pagefind.search(null)).results : [];
      everything = new Map(all.map((/** @type {import("./engine.js").Hit} */ hit) => [hit.id, hit]));
    }
  }

  /**
   * @param {import("./query.js").Query} wanted
   * @param {import("./engine.js").Fragment[]} same cables with the number that was typed
   * @param {number} mine
   */
  async function show(wanted, same, mine) {
    const hits = rows();
    const { passing, counts, periods } = table.count(hits.keys(), state);
    const sort = order(wanted);
    if (sort !== "relevance") passing.sort((one, other) => (sort === "newest" ? other - one : one - other));
    const first = await Promise.all(passing.slice(0, state.shown).map((row) => /** @type {any} */ (hits.get(row)).data()));
    if (mine !== turn) return;
    histogram.update(periods, state.from, state.to);
    drawFacets(counts);
    drawChips();
    drawSorts(sort);
    const known = new Set(same.map((fragment) => fragment.raw_url));
    const lacks = (/** @type {number} */ row) => hits.get(row)?.lacks || [];
    const whole = passing.filter((row) => !lacks(row).length).length;
    const words = whole || !first.length ? passages.unknown(wanted.words, first) : [];
    list.replaceChildren(
      ...same.map((fragment) => result(fragment, wanted, [], true)),
      ...words.map((word) => note(`None of these has \u201c${word}\u201d.`)),
      ...(first.length && !whole ? [note(NEAREST)] : []),
      ...first.map((fragment, index) =>
        known.has(fragment.raw_url) ? "" : result(fragment, wanted, lacks(passing[index]), false),
      ),
    );
    if (!passing.length && !same.length) list.replaceChildren(nothing(wanted, hits.size));
    const others = passing.length - whole;
    status.textContent = whole && others ? `${counted(whole)}, and ${others} that lack a word` : counted(passing.length);
    more.hidden = passing.length <= state.shown;
    more.textContent = `Show ${Math.min(STEP, passing.length - state.shown)} more`;
  }

  /** @param {number} count */
  const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? "cable" : "cables"}`;

  /** @param {import("./query.js").Query} wanted */
  const order = (wanted) => (wanted.words.length || wanted.phrases.length ? state.sort || "relevance" : state.sort === "oldest" ? "oldest" : "newest");

  /**
   * @param {import("./engine.js").Fragment} fragment
   * @param {import("./query.js").Query} wanted
   * @param {string[]} lacks words that it does not have
   * @param {boolean} exact its number was typed
   */
  function result(fragment, wanted, lacks, exact) {
    const found = passages.passage(fragment);
    const href = passages.link(fragment, found, wanted.phrases);
    const title = passages.marked(fragment.meta.title || "No subject", [...wanted.words, ...found.forms]);
    return element(
      "li",
      { class: exact ? "cs-result is-exact" : "cs-result" },
      element("a", { class: "cs-title", href }, title),
      passages.facts(fragment.meta),
      element("p", { class: "cs-passage" }, passages.render(found.parts)),
      ...passages.lacking(lacks),
    );
  }

  /** @param {string} text */
  const note = (text) => element("li", { class: "cs-note" }, text);

  /**
   * A way on where nothing is found.
   * @param {import("./query.js").Query} wanted
   * @param {number} before hits without the filters
   */
  function nothing(wanted, before) {
    const box = element("li", { class: "cs-nothing" });
    if (before) {
      box.append(element("p", {}, `None of the ${counted(before)} found passes these filters.`));
      box.append(button("Remove all filters", () => change(cleared())));
      return box;
    }
    box.append(element("p", {}, `No cable has \u201c${wanted.text}\u201d.`));
    const ways = element("ul", {});
    if (wanted.phrases.length) {
      const loose = wanted.text.replace(/"/g, "");
      ways.append(element("li", {}, button(`Search for the words without quotes: ${loose}`, () => type(loose))));
    }
    if (wanted.words.length > 1) {
      for (const word of wanted.words.slice(0, 5)) {
        ways.append(element("li", {}, button(`Search for ${word} alone`, () => type(word))));
      }
    }
    ways.append(element("li", {}, "Try another spelling: names are spelled in several ways, and words in their American form."));
    ways.append(element("li", {}, ...elsewhere()));
    box.append(ways);
    return box;
  }

  /** Links to the lists, which stand on the page for readers without JavaScript, too. */
  function elsewhere() {
    const lists = page.querySelector("[data-part=lists]");
    return ["Go through the lists: ", ...[...(lists ? lists.querySelectorAll("a") : [])].flatMap((each) => [each.cloneNode(true), " "])];
  }

  /** @param {string} text */
  function type(text) {
    input.value = text;
    change({ q: text });
  }

  const cleared = () => ({ values: Object.fromEntries(FACETS.map(([name]) => [name, []])), from: "", to: "" });

  /**
   * @param {string} text
   * @param {() => void} act
   * @param {Record<string, string>} [attributes]
   */
  function button(text, act, attributes = {}) {
    const made = element("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  }

  /** @param {Record<string, Uint32Array>} counts */
  function drawFacets(counts) {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    const again = focus && side.contains(focus) ? focus.dataset.key : null;
    const caret = focus instanceof HTMLInputElement && focus.type === "search" ? focus.selectionStart : null;
    for (const [name, title] of FACETS) drawFacet(name, title, counts[name]);
    if (!again) return;
    const back = /** @type {HTMLInputElement | null} */ (side.querySelector(`[data-key="${CSS.escape(again)}"]`));
    back?.focus({ preventScroll: true });
    if (back && caret !== null) back.setSelectionRange(caret, caret);
  }

  /** @type {Record<string, string>} */
  const searched = {};

  /**
   * @param {string} name
   * @param {string} title
   * @param {Uint32Array | undefined} counts undefined: not loaded yet
   */
  function drawFacet(name, title, counts) {
    const box = /** @type {HTMLElement} */ (side.querySelector(`[data-facet=${name}]`) ?? newFacet(name, title));
    const body = /** @type {HTMLElement} */ (box.querySelector(".cs-values"));
    if (!counts) return;
    const column = table.columns[name];
    const text = (searched[name] ?? "").toLowerCase();
    const fits = (/** @type {string} */ value) => !text || `${value} ${column.label(value)}`.toLowerCase().includes(text);
    const chosen = state.values[name];
    const values = column.values
      .map((/** @type {string} */ value, /** @type {number} */ index) => ({ value, count: counts[index] }))
      .filter((/** @type {{value: string, count: number}} */ each) => chosen.includes(each.value) || (each.count && fits(each.value)));
    if (name !== "year") {
      values.sort((/** @type {any} */ one, /** @type {any} */ other) =>
        Number(chosen.includes(other.value)) - Number(chosen.includes(one.value)) || other.count - one.count);
    }
    const limit = opened.has(name) || text ? MANY : FEW;
    box.hidden = !values.length && !text;
    const items = values.slice(0, limit).map((/** @type {any} */ each) => valueItem(name, column, each));
    const search = /** @type {HTMLElement} */ (box.querySelector(".cs-facet-search"));
    search.hidden = values.length <= FEW && !text;
    const rest = values.length - limit;
    body.replaceChildren(...items);
    if (text && !values.length) body.append(element("li", { class: "cs-note" }, "None among these cables"));
    if (rest > 0 && limit === FEW) {
      body.append(element("li", {}, button(`${rest.toLocaleString("en")} more`, () => {
        opened.add(name);
        run();
      }, { class: "cs-more-values", "data-key": `more-${name}` })));
    } else if (rest > 0) {
      body.append(element("li", { class: "cs-note" }, `and ${rest.toLocaleString("en")} more; search above`));
    }
  }

  /**
   * @param {string} name
   * @param {any} column
   * @param {{value: string, count: number}} each
   */
  function valueItem(name, column, { value, count }) {
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", "data-key": `${name}=${value}` }));
    box.checked = state.values[name].includes(value);
    box.addEventListener("change", () => toggle(name, value));
    const meaning = column.label(value);
    const text = element("span", { class: "cs-value" });
    if (name === "person") text.append(meaning || value);
    else if (name === "tag") text.append(element("b", {}, value), " ", meaning);
    else text.append(meaning || value);
    const label = element("label", { title: meaning || value }, box, text, element("span", { class: "cs-count" }, count.toLocaleString("en")));
    return element("li", {}, label);
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  function toggle(name, value) {
    const chosen = state.values[name];
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    change({ values: { ...state.values, [name]: next } });
  }

  /**
   * @param {string} name
   * @param {string} title
   */
  function newFacet(name, title) {
    const search = element("input", {
      type: "search",
      class: "cs-facet-search",
      placeholder: `Find a ${title.toLowerCase()}`,
      "aria-label": `Find a ${title.toLowerCase()}`,
      "data-key": `search-${name}`,
    });
    search.hidden = true;
    search.addEventListener("input", () => {
      searched[name] = /** @type {HTMLInputElement} */ (search).value.trim();
      run();
    });
    const values = element("ul", { class: "cs-values" });
    const open = name !== "person" && name !== "year";
    const box = /** @type {HTMLDetailsElement} */ (
      element("details", { class: "cs-facet", "data-facet": name }, element("summary", {}, title), search, values)
    );
    box.open = open && !matchMedia("(max-width: 59.9375em)").matches;
    if (name === "person") {
      if (state.values.person.length) box.open = true;
      box.addEventListener("toggle", async () => {
        if (!box.open || table.columns.person) return;
        values.replaceChildren(element("li", { class: "cs-note" }, "Loading the people\u2026"));
        await people();
        run();
      });
    }
    side.append(box);
    return box;
  }

  function drawChips() {
    /** @type {Node[]} */
    const made = [];
    for (const [name, title] of FACETS) {
      for (const value of state.values[name]) {
        const shown = name === "tag" ? value : table.columns[name]?.label(value) || value;
        made.push(chip(title, shown, () => toggle(name, value)));
      }
    }
    if (state.from || state.to) {
      const range = [state.from, state.to].filter(Boolean).map(periodName);
      made.push(chip("Date", [...new Set(range)].join(" \u2013 "), () => change({ from: "", to: "" })));
    }
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
    made.append(element("span", {}, title), ` ${value} `, element("span", { "aria-hidden": "true" }, "\u2715"));
    return made;
  }

  /** @param {string} sort */
  function drawSorts(sort) {
    for (const each of page.querySelectorAll("[data-sort]")) {
      each.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (each).dataset.sort === sort));
    }
  }

  for (const each of page.querySelectorAll("[data-sort]")) {
    each.addEventListener("click", () => change({ sort: /** @type {HTMLElement} */ (each).dataset.sort ?? "" }));
  }
  more.addEventListener("click", () => change({ shown: state.shown + STEP }, false));
  let timer = 0;
  input.value = state.q;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => change({ q: input.value.trim() }, false), PAUSE);
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change({ q: input.value.trim() });
  });
  const filters = /** @type {HTMLDetailsElement} */ (page.querySelector(".cs-filters"));
  filters.open = !matchMedia("(max-width: 59.9375em)").matches;
  page.hidden = false;
  run();
})();
