/**
 * The files of the search, read when they are needed: generator/search writes them.
 *
 * Each is a script that hands a value over by `cablepressSearch.table(name, value)`, which is all that a browser loads
 * from disk: the same over http and from file://.
 */
"use strict";

/**
 * @typedef {object} IndexPart of the corpus, in order of date
 * @property {number} cables
 * @property {string} words the first word of each file of postings, with blanks between
 * @property {string} places the same of the files of places
 */

/**
 * @typedef {object} Manifest
 * @property {string} build changes with the index
 * @property {number} cables
 * @property {number} cards that share a file
 * @property {number} things that share a file
 * @property {IndexPart[]} parts
 * @property {string} who the first word of each file of words by which things are found
 * @property {number} [texts] in a bundle: cables whose texts share a file
 */

/** Address without its ending, number, subject, date, post, classification, kind. @typedef {string[]} Card */

/** Kind, name, note, address, cables. @typedef {[string, string, string, string, number]} ThingRow */

const cablepressSearch = (() => {
  /** Values that files handed over, until they are taken. @type {Map<string, unknown>} */
  const tables = new Map();

  /** Root of the site as an absolute address; the search box of every page knows it. */
  function root() {
    const box = document.querySelector("[data-search-root]");
    const path = (box instanceof HTMLElement && box.dataset.searchRoot) || ".";
    return new URL(`${path}/`, location.href.split(/[?#]/u)[0]).href;
  }

  /**
   * Called by the files.
   * @param {string} name
   * @param {unknown} value
   */
  function table(name, value) {
    tables.set(name, value);
  }

  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();

  /**
   * The value of a file; a file that could not be had is asked for again the next time.
   * @template Value
   * @param {string} name
   * @returns {Promise<Value>}
   */
  function load(name) {
    let coming = loading.get(name);
    if (!coming) {
      coming = fetched(name);
      loading.set(name, coming);
      coming.catch(() => loading.delete(name));
    }
    return /** @type {Promise<Value>} */ (coming);
  }

  /** @param {string} name */
  async function fetched(name) {
    const version = name === "search" ? "" : `?${(await manifest()).build}`;
    const address = `${root()}search-data/${name}.js${version}`;
    if (!tables.has(name)) await script(address); // the search page brings the manifest along
    if (!tables.has(name)) throw new Error(`The search does not know what ${address} says`);
    const value = tables.get(name);
    tables.delete(name);
    return value;
  }

  /**
   * @param {string} address
   * @returns {Promise<void>}
   */
  function script(address) {
    return new Promise((resolve, reject) => {
      const made = document.createElement("script");
      made.src = address;
      made.addEventListener("load", () => {
        made.remove();
        resolve();
      });
      made.addEventListener("error", () => {
        made.remove();
        reject(new Error(`The search cannot read ${address}`));
      });
      document.head.append(made);
    });
  }

  /** @returns {Promise<Manifest>} */
  const manifest = () => load("search");

  return { table, root, load, manifest };
})();
