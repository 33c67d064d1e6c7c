/**
 * Pagefind behind one small interface: the same over http and from file://.
 *
 * Over http Pagefind is used as it comes, in its web worker. In an offline bundle its module and every file of its
 * index are scripts (generator/publish/bundle.py), which is all that a browser loads from disk.
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Manifest what generator/publish/search writes to pagefind/search.js
   * @property {string} build changes with the index
   * @property {string[]} indexes folders below pagefind/
   * @property {number} pages
   * @property {string[][]} start by index: files that the engine reads first
   * @property {object} weights Pagefind's ranking options
   * @property {boolean} [offline] true in a bundle
   */

  /**
   * @typedef {object} Location where a word of the query stands
   * @property {number} location index of the word in the text
   * @property {number} weight
   * @property {number} balanced_score
   */

  /**
   * @typedef {object} Fragment what Pagefind keeps of a page
   * @property {string} raw_url address below the site's root, with a leading slash
   * @property {string} content
   * @property {Record<string, string>} meta
   * @property {{id: string, location: number}[]} anchors
   * @property {Location[]} weighted_locations
   */

  /**
   * @typedef {object} Hit
   * @property {string} id
   * @property {number} score
   * @property {() => Promise<Fragment>} data
   */

  const search = (window.cablepressSearch = window.cablepressSearch || {});

  /** @type {Map<string, {promise: Promise<any>, resolve: (value: any) => void}>} */
  const tables = new Map();
  /** @type {Promise<any> | null} */
  let engine = null;

  /** Root of the site as an absolute address; the search box of every page knows it. */
  function root() {
    const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-root]"));
    return new URL(`${(box && box.dataset.searchRoot) || "."}/`, location.href.split(/[?#]/)[0]).href;
  }

  /** @param {string} name */
  function slot(name) {
    let entry = tables.get(name);
    if (!entry) {
      let resolve = (/** @type {any} */ _value) => {};
      const promise = new Promise((done) => (resolve = done));
      entry = { promise, resolve };
      tables.set(name, entry);
    }
    return entry;
  }

  /**
   * Called by the scripts that carry data.
   * @param {string} name
   * @param {unknown} value
   */
  function table(name, value) {
    slot(name).resolve(value);
  }

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();

  /**
   * Load a script of the site once.
   * @param {string} path below the site's root
   * @returns {Promise<void>}
   */
  function script(path) {
    let loading = scripts.get(path);
    if (!loading) {
      loading = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = root() + path;
        element.onload = () => {
          element.remove();
          resolve();
        };
        element.onerror = () => {
          element.remove();
          scripts.delete(path);
          reject(new Error(`The search could not load ${path}`));
        };
        document.head.append(element);
      });
      scripts.set(path, loading);
    }
    return loading;
  }

  /**
   * One of the tables beside the index.
   * @param {"search" | "catalogue" | "people"} name
   * @param {string} [version]
   */
  async function load(name, version) {
    await script(`pagefind/${name}.js${version ? `?${version}` : ""}`);
    return slot(name).promise;
  }

  /**
   * The manifest, never older than a minute: with one from a cache the rest would be looked for in vain.
   * @returns {Promise<Manifest>}
   */
  const manifest = () => load("search", location.protocol === "file:" ? "" : minute);
  const minute = String(Math.floor(Date.now() / 60_000));

  /** Pagefind, with every index of the site merged; begun once, at the first sign of interest. */
  function start() {
    engine ??= open().catch((error) => {
      engine = null;
      throw error;
    });
    return engine;
  }

  /**
   * Up to this many cables a query is too short to be felt in the page's own thread, and starting a worker, which
   * reads everything again from the network, costs more than it spares.
   */
  const FEW = 10_000;

  /**
   * Ask at once for what the engine will ask for one by one.
   * @param {Manifest} about
   * @param {string[]} bases address of each index
   */
  function ahead(about, bases) {
    bases.forEach((base, index) => {
      const files = [`pagefind-entry.json?ts=${about.build}`, ...(about.start[index] || [])];
      for (const file of files) preload("preload", base + file);
    });
  }

  /**
   * @param {"preload" | "modulepreload"} rel
   * @param {string} href
   */
  function preload(rel, href) {
    const link = document.createElement("link");
    link.rel = rel;
    if (rel === "preload") link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = href;
    document.head.append(link);
  }

  async function open() {
    const about = await manifest();
    if (!about.indexes.length) return null;
    const paths = about.indexes.map((name) => `pagefind/${name}/`);
    const base = about.offline ? "/" : root();
    const alone = about.offline === true || about.pages <= FEW;
    if (alone && !about.offline) ahead(about, paths.map((path) => base + path));
    const options = { baseUrl: "/", ranking: about.weights, metaCacheTag: about.build };
    const module = about.offline ? await offline() : await import(`${base}${paths[0]}pagefind.js`);
    const instance = module.createInstance({ ...options, basePath: base + paths[0], noWorker: alone });
    await instance.init();
    await Promise.all(paths.slice(1).map((path) => instance.mergeIndex(base + path, options)));
    return instance;
  }

  /** Pagefind's module as a bundle carries it: a script that calls `table("engine", function)`. */
  async function offline() {
    await script("pagefind/engine.js");
    const make = await slot("engine").promise;
    return make(fromScript);
  }

  /**
   * Answers Pagefind's `fetch` in a bundle: each file is a script that calls `table(path, content)`.
   * @param {string} address `/pagefind/0/index/en_1234567.pf_index`
   */
  async function fromScript(address) {
    const path = address.replace(/^\//, "").replace(/\?.*$/, "");
    await script(`${path}.js`);
    const content = await slot(path).promise;
    tables.delete(path);
    return {
      json: async () => JSON.parse(content.text),
      arrayBuffer: async () =>
        content.text === undefined ? bytes(content.base64) : new TextEncoder().encode(content.text).buffer,
    };
  }

  /** @param {string} base64 */
  function bytes(base64) {
    const binary = atob(base64);
    const data = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) data[index] = binary.charCodeAt(index);
    return data.buffer;
  }

  /** Hits with every word below which those that lack a word are added. */
  const ENOUGH = 10;
  /** Those that are added at most. */
  const ADDED = 50;
  /** Words beyond which leaving out each in turn takes too long. */
  const LONG = 8;

  /**
   * @typedef {object} Found
   * @property {Hit[]} hits best first: those with every word, then those with most of them
   * @property {number} complete how many have every word
   */

  /**
   * @param {import("./query.js").Query} query
   * @returns {Promise<Found>}
   */
  async function find(query) {
    const pagefind = await start();
    if (!pagefind || !(query.words.length || query.phrases.length)) return { hits: [], complete: 0 };
    /** @type {Hit[]} */
    let hits = (await pagefind.search([...query.words, ...query.phrases].join(" "))).results;
    for (const phrase of query.phrases) {
      const exact = byId((await pagefind.search(`"${phrase}"`)).results);
      hits = hits.filter((hit) => exact.has(hit.id)).map((hit) => scored(/** @type {Hit} */ (exact.get(hit.id)), hit.score));
    }
    const unwanted = new Set();
    for (const word of query.without) {
      for (const hit of (await pagefind.search(word)).results) unwanted.add(hit.id);
    }
    const wanted = (/** @type {Hit} */ hit) => !unwanted.has(hit.id);
    hits = hits.filter(wanted);
    const rest = hits.length < ENOUGH && !query.phrases.length ? await nearly(pagefind, query.words, byId(hits)) : [];
    return { hits: [...hits, ...rest.filter(wanted).slice(0, ADDED)], complete: hits.length };
  }

  /**
   * A hit with another score. It holds on to the first: Pagefind's worker forgets a hit whose object is gone.
   * @param {Hit} hit
   * @param {number} score
   * @returns {Hit}
   */
  const scored = (hit, score) => ({ id: hit.id, score, data: () => hit.data() });

  /** @param {Hit[]} hits */
  const byId = (hits) => new Map(hits.map((hit) => [hit.id, hit]));

  /**
   * Cables that lack one of the words; of two words, or where even those are few, cables that have any.
   * @param {any} pagefind
   * @param {string[]} words
   * @param {Map<string, Hit>} known hits with every word
   * @returns {Promise<Hit[]>}
   */
  async function nearly(pagefind, words, known) {
    if (words.length < 2 || (words.length === 2 && known.size)) return [];
    const lacking = words.length > 2 && words.length <= LONG ? words.map((word) => words.filter((each) => each !== word)) : [];
    const found = await best(pagefind, lacking.map((some) => some.join(" ")), known, false);
    if (known.size + found.length >= ENOUGH) return found;
    return [...found, ...(await best(pagefind, words, new Map([...known, ...byId(found)]), true))];
  }

  /**
   * Hits of several searches, best first.
   * @param {any} pagefind
   * @param {string[]} searches
   * @param {Map<string, Hit>} known left out
   * @param {boolean} sum whether each search that finds a cable adds to its score; else the best one counts
   * @returns {Promise<Hit[]>}
   */
  async function best(pagefind, searches, known, sum) {
    /** @type {Map<string, {hit: Hit, scores: number[]}>} */
    const found = new Map();
    for (const words of searches) {
      for (const hit of /** @type {Hit[]} */ ((await pagefind.search(words)).results)) {
        if (known.has(hit.id)) continue;
        const before = found.get(hit.id);
        if (before) before.scores.push(hit.score);
        else found.set(hit.id, { hit, scores: [hit.score] });
      }
    }
    const total = (/** @type {number[]} */ scores) =>
      sum ? scores.length * scores.reduce((all, one) => all + one) : Math.max(...scores);
    const hits = [...found.values()].map(({ hit, scores }) => scored(hit, total(scores)));
    return hits.sort((one, other) => other.score - one.score);
  }

  /**
   * The cables that have a number.
   * @param {import("./query.js").CableNumber} number
   * @returns {Promise<Fragment[]>}
   */
  async function numbered(number) {
    const pagefind = await start();
    if (!pagefind) return [];
    const { results } = await pagefind.search(number.term);
    const first = await Promise.all(results.slice(0, 8).map((/** @type {Hit} */ hit) => hit.data()));
    return first.filter((fragment) => fragment.meta[number.field] === number.term);
  }

  Object.assign(search, { engine: { root, table: load, start, find, numbered, manifest }, table });
})();
