/** What the search page shows, as its address says it. */
"use strict";

/** @typedef {"relevance" | "newest" | "oldest"} Order */

/**
 * @typedef {object} OwnState of the search page beside what is chosen
 * @property {string} q as typed
 * @property {Order | ""} sort empty: relevance with words, newest without
 * @property {number} shown results
 */

/** @typedef {FacetChoice & OwnState} SearchState */

const cablepressState = (() => {
  const { FACETS } = cablepressFacets;
  const { asks } = cablepressQuery;

  /** Results added at a time. */
  const STEP = 20;
  /** Results that an address may ask for. */
  const MOST = 1000;
  /** @type {Order[]} */
  const ORDERS = ["relevance", "newest", "oldest"];

  /**
   * @param {string} text `q=trial&tag=KTIP`, with or without a question mark; what makes no sense is left out
   * @returns {SearchState}
   */
  function read(text) {
    const given = new URLSearchParams(text);
    const period = (/** @type {string} */ name) => {
      const value = given.get(name) ?? "";
      return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value) ? value : "";
    };
    return {
      q: given.get("q") ?? "",
      values: byFacet((name) => given.getAll(name)),
      from: period("from"),
      to: period("to"),
      sort: order(given.get("sort")) ?? "",
      shown: Math.min(Math.max(Number(given.get("n")) || STEP, STEP), MOST),
    };
  }

  /**
   * The shortest text that `read` makes the same state from.
   * @param {SearchState} state
   */
  function write(state) {
    const out = new URLSearchParams();
    if (state.q) out.set("q", state.q);
    for (const [name] of FACETS) {
      for (const value of state.values[name]) out.append(name, value);
    }
    if (state.from) out.set("from", state.from);
    if (state.to) out.set("to", state.to);
    if (state.sort) out.set("sort", state.sort);
    if (state.shown > STEP) out.set("n", String(state.shown));
    return String(out);
  }

  /**
   * A value of one facet taken in or out.
   * @param {FacetChoice["values"]} values
   * @param {FacetName} name
   * @param {string} value
   */
  function toggled(values, name, value) {
    const chosen = values[name];
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    return { ...values, [name]: next };
  }

  /**
   * No filter at all.
   * @returns {FacetChoice}
   */
  const cleared = () => ({ values: byFacet(() => []), from: "", to: "" });

  /**
   * The order that results come in.
   * @param {SearchState} state
   * @param {Query} query
   * @returns {Order}
   */
  function sorting(state, query) {
    if (asks(query)) return state.sort || "relevance";
    return state.sort === "oldest" ? "oldest" : "newest";
  }

  /** @param {string | null | undefined} text */
  const order = (text) => ORDERS.find((known) => known === text);

  /**
   * @param {(name: FacetName) => string[]} values
   * @returns {FacetChoice["values"]}
   */
  const byFacet = (values) =>
    /** @type {FacetChoice["values"]} */ (Object.fromEntries(FACETS.map(([name]) => [name, values(name)])));

  return { STEP, read, write, toggled, cleared, sorting, order };
})();
