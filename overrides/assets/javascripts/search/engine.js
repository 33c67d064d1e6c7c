/**
 * Pagefind behind one small interface: the same over http and from file://.
 *
 * Pagefind's module is a script that takes the means to read its files (generator/publish/search/script.py). Over
 * http those are fetched; in an offline bundle each is a script as well, which is all that a browser loads from disk.
 */
"use strict";

/**
 * @typedef {object} IndexFolder
 * @property {string} name folder below pagefind/
 * @property {string[]} start files that the engine reads first
 * @property {number} packs files that hold its fragments, several each; 0: a file for each fragment
 */

/**
 * @typedef {object} Manifest what generator/publish/search writes to pagefind/search.js
 * @property {string} build changes with the index
 * @property {IndexFolder[]} indexes
 * @property {number} pages
 * @property {string[]} common words, in lower case and the singular, of so many cables that they say little about one
 * @property {object} weights Pagefind's ranking options
 * @property {Tag[]} [tags] that are offered while typing; none in a search without cables
 * @property {boolean} [offline] true in a bundle
 */

/**
 * @typedef {object} Anchor of a paragraph
 * @property {string} id
 * @property {number} location index of its first word in the text
 */

/**
 * @typedef {object} Fragment what the index keeps of a cable
 * @property {string} raw_url address below the site's root, with a leading slash
 * @property {string} content
 * @property {Record<string, string>} meta
 * @property {Anchor[]} anchors
 * @property {{location: number}[]} weighted_locations where words of the query stand: indexes of words in the text
 */

/**
 * @typedef {object} Hit
 * @property {string} id
 * @property {number} score
 * @property {number[]} words places of the words in the text
 * @property {() => Promise<Fragment>} data
 * @property {string[]} [lacks] words of the query that the cable does not have
 */

/**
 * @typedef {object} Found
 * @property {Hit[]} hits best first; where few have every word, those that lack some stand among them
 * @property {number} complete how many have every word
 */

/**
 * Content of a file as a bundle's script hands it over.
 * @typedef {{text: string} | {text?: undefined, base64: string}} Content
 */

/**
 * @typedef {object} Pagefind as much as is used of it
 * @property {() => Promise<void>} init
 * @property {(path: string, options: object) => Promise<void>} mergeIndex
 * @property {(text: string | null) => Promise<{results: Hit[]}>} search null: every cable
 */

/**
 * @typedef {object} PagefindModule
 * @property {(options: object) => Pagefind} createInstance
 */

/** @typedef {{json: () => Promise<unknown>, arrayBuffer: () => Promise<ArrayBuffer>}} Response_ as much as Pagefind asks for */

/**
 * Pagefind's module as a function of what it would find in `window`.
 * @typedef {(fetch: (address: string) => Promise<Response_>, setTimeout: (act: () => void, ms: number) => number) => PagefindModule} MakePagefind
 */

/**
 * What scripts hand over by `cablepressSearch.table(name, value)`, by name; under any other name the content of a file.
 * @typedef {{search: Manifest, catalogue: Catalogue, people: People, engine: MakePagefind}} Tables
 */

const cablepressSearch = (() => {
  /** Values awaited or come. @type {Map<string, {promise: Promise<unknown>, resolve: (value: unknown) => void}>} */
  const tables = new Map();
  /** @type {Promise<Pagefind | null> | null} */
  let engine = null;

  /** Root of the site as an absolute address; the search box of every page knows it. */
  function root() {
    const box = document.querySelector("[data-search-root]");
    const path = (box instanceof HTMLElement && box.dataset.searchRoot) || ".";
    return new URL(`${path}/`, location.href.split(/[?#]/u)[0]).href;
  }

  /** @param {string} name */
  function slot(name) {
    let entry = tables.get(name);
    if (!entry) {
      /** @type {(value: unknown) => void} */
      let resolve = () => {
        // the promise replaces it at once
      };
      const promise = new Promise((done) => {
        resolve = done;
      });
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

  /**
   * @template {keyof Tables} Name
   * @param {Name} name
   */
  const awaited = (name) => /** @type {Promise<Tables[Name]>} */ (slot(name).promise);

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

  const minute = String(Math.floor(Date.now() / 60_000));

  /**
   * The manifest, never older than a minute: with one from a cache the rest would be looked for in vain.
   * @returns {Promise<Manifest>}
   */
  async function manifest() {
    await script(`pagefind/search.js${location.protocol === "file:" ? "" : `?${minute}`}`);
    return awaited("search");
  }

  /**
   * One of the tables beside the index.
   * @template {"catalogue" | "people"} Name
   * @param {Name} name
   */
  async function load(name) {
    const about = await manifest();
    await script(`pagefind/${name}.js${about.offline ? "" : `?${about.build}`}`);
    return awaited(name);
  }

  /** Pagefind, with every index of the site merged; begun once, at the first sign of interest. */
  function start() {
    engine ??= open().catch((error) => {
      engine = null;
      throw error;
    });
    return engine;
  }

  /** @typedef {(address: string) => Promise<ArrayBuffer>} Read content of a file of the index, unpacked */

  async function open() {
    const loading = script("pagefind/engine.js");
    loading.catch(() => {
      // without cables there is none; with some, it is awaited below
    });
    const about = await manifest();
    if (about.indexes.length === 0) return null;
    const paths = about.indexes.map((index) => `pagefind/${index.name}/`);
    const [read] = await Promise.all([about.offline ? fromScript : fromHost(about), loading]);
    const make = await awaited("engine");
    const module = make((address) => response(read(address.slice(1))), brief);
    const options = { baseUrl: "/", ranking: about.weights, metaCacheTag: about.build };
    // Its worker would read everything from the network itself: slower to the first result, and none from disk.
    const instance = module.createInstance({ ...options, basePath: `/${paths[0]}`, noWorker: true });
    await instance.init();
    await Promise.all(paths.slice(1).map((path) => instance.mergeIndex(`/${path}`, options)));
    return instance;
  }

  /**
   * As much of a response as Pagefind asks for.
   * @param {Promise<ArrayBuffer>} content
   */
  async function response(content) {
    const buffer = await content;
    return {
      json: async () => JSON.parse(new TextDecoder().decode(buffer)),
      arrayBuffer: async () => buffer,
    };
  }

  /**
   * Pagefind looks every 50 milliseconds whether it is ready, which would be most of the wait for a first result.
   * @param {() => void} done
   * @param {number} milliseconds
   */
  const brief = (done, milliseconds) => window.setTimeout(done, milliseconds === 50 ? 2 : milliseconds);

  /**
   * Over http; what the engine reads first, one file after the other, is asked for at once. Where one fails so does
   * this, and the next key tries again: the engine would wait for it for ever.
   * @param {Manifest} about
   * @returns {Promise<Read>}
   */
  async function fromHost(about) {
    const first = about.indexes.flatMap((index) =>
      ["pagefind-entry.json", ...index.start].map((file) => `pagefind/${index.name}/${file}`),
    );
    const contents = await Promise.all(first.map((address) => fetched(`${address}?${about.build}`)));
    const ahead = new Map(first.map((address, index) => [address, contents[index]]));
    return (asked) => {
      const address = asked.replace(/\?.*$/u, "");
      const content = ahead.get(address);
      return content ? Promise.resolve(content) : (packed(address, about) ?? fetched(address));
    };
  }

  /**
   * @param {string} address below the site's root
   * @returns {Promise<ArrayBuffer>}
   */
  async function fetched(address) {
    const answer = await fetch(root() + address);
    if (!answer.ok) throw new Error(`The search could not load ${address}: ${answer.status}`);
    return unpacked(await answer.arrayBuffer());
  }

  /** Address of a fragment. */
  const FRAGMENT = /^(?<folder>pagefind\/(?<index>[^/]+)\/fragment\/)(?<name>.+)\.pf_fragment$/u;

  /**
   * A fragment from the file that it shares with others; null where it has its own, or is none.
   * @param {string} address
   * @param {Manifest} about
   */
  function packed(address, about) {
    const { folder, index, name } = FRAGMENT.exec(address)?.groups ?? {};
    const packs = about.indexes.find((each) => each.name === index)?.packs;
    return packs ? fromPack(`${folder}${packOf(name, packs)}.json?${about.build}`, name) : null;
  }

  /**
   * @param {string} address
   * @param {string} name
   */
  async function fromPack(address, name) {
    const held = JSON.parse(new TextDecoder().decode(await fetched(address)));
    return new TextEncoder().encode(held[name]).buffer;
  }

  /**
   * As generator/publish/search/packs.py reckons it.
   * @param {string} name
   * @param {number} packs
   */
  const packOf = (name, packs) =>
    [...name].reduce((number, letter) => (31 * number + letter.charCodeAt(0)) % packs, 0);

  /**
   * In a bundle: each file is a script that calls `table(path, content)`.
   * @type {Read}
   */
  async function fromScript(address) {
    const path = address.replace(/\?.*$/u, "");
    await script(`${path}.js`);
    const content = /** @type {Content} */ (await slot(path).promise);
    tables.delete(path);
    return content.text === undefined
      ? unpacked(bytes(content.base64))
      : new TextEncoder().encode(content.text).buffer;
  }

  /**
   * Pagefind would unpack with a script of its own, many times slower; it takes what is unpacked as it is. So it does
   * what a host has unpacked, and what a browser without DecompressionStream (before 2023) leaves to it.
   * @param {ArrayBuffer} content
   * @returns {Promise<ArrayBuffer>}
   */
  async function unpacked(content) {
    const [first, second] = new Uint8Array(content);
    if (first !== 0x1f || second !== 0x8b || !("DecompressionStream" in window)) return content;
    const gunzip = new DecompressionStream("gzip");
    const whole = new Response(gunzip.readable).arrayBuffer();
    const writer = gunzip.writable.getWriter();
    await Promise.all([writer.write(content), writer.close()]);
    return whole;
  }

  /** @param {string} base64 */
  function bytes(base64) {
    const binary = atob(base64);
    const data = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) data[index] = binary.charCodeAt(index);
    return data.buffer;
  }

  /** Hits with every word below which those that lack a word come in. */
  const ENOUGH = 10;
  /** Those that come in at most. */
  const ADDED = 50;
  /** How much a cable loses by lacking words: power of the share that it has. Measured by bench/bench_search.py. */
  const SHARE = 4;
  /** Words whose hits are kept for the next query, which mostly is one more key of the same. */
  const KEPT = 12;

  /**
   * @param {Query} query
   * @returns {Promise<Found>}
   */
  async function find(query) {
    const pagefind = await start();
    if (!(pagefind && cablepressQuery.asks(query))) return { hits: [], complete: 0 };
    /** @type {Hit[]} */
    let hits = (await pagefind.search([...query.words, ...query.phrases].join(" "))).results;
    for (const phrase of query.phrases) {
      const exact = byId((await pagefind.search(`"${phrase}"`)).results);
      hits = hits
        .filter((hit) => exact.has(hit.id))
        .map((hit) => scored(/** @type {Hit} */ (exact.get(hit.id)), hit.score));
    }
    const unwanted = new Set();
    for (const word of query.without) {
      for (const hit of (await pagefind.search(word)).results) unwanted.add(hit.id);
    }
    const wanted = (/** @type {Hit} */ hit) => !unwanted.has(hit.id);
    hits = hits.filter(wanted);
    if (hits.length >= ENOUGH || query.phrases.length > 0 || query.words.length < 2)
      return { hits, complete: hits.length };
    const ranked = (await nearly(pagefind, query.words)).filter(wanted);
    const complete = byId(hits);
    let room = ADDED;
    const kept = ranked.filter((hit) => complete.has(hit.id) || room-- > 0);
    return {
      hits: kept.map((hit) => (complete.has(hit.id) ? { ...hit, lacks: [] } : hit)),
      complete: hits.length,
    };
  }

  /**
   * A hit with another score.
   * @param {Hit} hit
   * @param {number} score
   * @returns {Hit}
   */
  const scored = (hit, score) => ({ ...hit, score });

  /** @param {Hit[]} hits */
  const byId = (hits) => new Map(hits.map((hit) => [hit.id, hit]));

  /**
   * @typedef {object} Part
   * @property {Hit[]} hits of single words
   * @property {Set<string>} words that it has
   */

  /**
   * Cables that have any of the words, best first: by what each word counts there, and by the share of the query that
   * they have, a rare word being more of it than a common one. Words that most cables have are passed over: looking them
   * up takes long and tells little.
   * @param {Pagefind} pagefind
   * @param {string[]} words
   * @returns {Promise<Hit[]>}
   */
  async function nearly(pagefind, words) {
    const { pages, common } = await manifest();
    const telling = words.filter((word) => !common.includes(singular(word.toLowerCase())));
    /** @type {Map<string, Part>} */
    const parts = new Map();
    /** @type {Map<string, number>} */
    const rarity = new Map();
    for (const word of telling.length > 1 ? telling : words) {
      const hits = await alone(pagefind, word);
      rarity.set(word, Math.log(1 + (pages - hits.length + 0.5) / (hits.length + 0.5)));
      for (const hit of hits) {
        const part = parts.get(hit.id) || { hits: [], words: new Set() };
        part.hits.push(hit);
        part.words.add(word);
        parts.set(hit.id, part);
      }
    }
    const sum = (/** @type {Iterable<number>} */ numbers) =>
      [...numbers].reduce((total, number) => total + number, 0);
    const whole = sum(rarity.values());
    const found = [...parts].map(([id, { hits, words: has }]) => {
      const share = sum([...has].map((word) => rarity.get(word) || 0)) / whole;
      const score = sum(hits.map((hit) => hit.score)) * share ** SHARE;
      return {
        id,
        score,
        words: [],
        data: () => together(hits),
        lacks: [...rarity.keys()].filter((word) => !has.has(word)),
      };
    });
    return found.sort((one, other) => other.score - one.score);
  }

  /**
   * As generator/publish/search/fragments.py has it.
   * @param {string} word in lower case
   */
  function singular(word) {
    if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    return word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
  }

  /** @type {Map<string, Promise<Hit[]>>} */
  const latest = new Map();

  /**
   * Hits of one word.
   * @param {Pagefind} pagefind
   * @param {string} word
   * @returns {Promise<Hit[]>}
   */
  function alone(pagefind, word) {
    const hits =
      latest.get(word) ||
      pagefind.search(word).then((/** @type {{results: Hit[]}} */ found) => found.results);
    latest.delete(word);
    latest.set(word, hits);
    for (const old of [...latest.keys()].slice(0, -KEPT)) latest.delete(old);
    return hits;
  }

  /**
   * A cable as several searches found it, with the places of all their words.
   * @param {Hit[]} hits of the same cable
   * @returns {Promise<Fragment>}
   */
  async function together(hits) {
    const fragment = await hits[0].data();
    const locations = hits.flatMap((hit) => hit.words).sort((one, other) => one - other);
    return { ...fragment, weighted_locations: locations.map((location) => ({ location })) };
  }

  /**
   * The cables that have a number.
   * @param {CableNumber} number
   * @returns {Promise<Fragment[]>}
   */
  async function numbered(number) {
    const pagefind = await start();
    if (!pagefind) return [];
    const { results } = await pagefind.search(number.term);
    const first = await Promise.all(results.slice(0, 8).map((/** @type {Hit} */ hit) => hit.data()));
    return first.filter((fragment) => fragment.meta[number.field] === number.term);
  }

  /**
   * Every cable, in no order.
   * @returns {Promise<Hit[]>}
   */
  async function all() {
    const pagefind = await start();
    return pagefind ? (await pagefind.search(null)).results : [];
  }

  return { table, root, manifest, load, start, find, numbered, all };
})();
