/**
 * What Material's scripts keep in the browser, and for which site: partials/javascripts/base.html of the theme, as a
 * file. The names are the theme's.
 */
"use strict";

/**
 * @typedef {object} ThemeStore
 * @property {URL} __md_scope address of the site, below which everything kept is its own
 * @property {(text: string) => number} __md_hash
 * @property {(key: string, storage?: Storage, where?: URL) => unknown} __md_get null where nothing is kept
 * @property {(key: string, value: unknown, storage?: Storage, where?: URL) => void} __md_set
 */

/** The same for the scripts of the theme that stand here as files. */
const cablepressTheme = (() => {
  /** Java's hash of a text, which the theme uses, has 32 bits. */
  const FACTOR = 31;

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.scope ?? ".", location.href);
  /** @type {ThemeStore} */
  const store = {
    __md_scope: scope.pathname.endsWith("/") ? scope : new URL(`${scope.pathname}/`, location.href),
    __md_hash: (text) => [...text].reduce((hash, sign) => Math.imul(hash, FACTOR) + sign.charCodeAt(0), 0),
    __md_get: (key, storage = localStorage, where = store.__md_scope) =>
      JSON.parse(storage.getItem(`${where.pathname}.${key}`) ?? "null"),
    __md_set: (key, value, storage = localStorage, where = store.__md_scope) => {
      try {
        storage.setItem(`${where.pathname}.${key}`, JSON.stringify(value));
      } catch {
        // a browser that keeps nothing shows the page all the same
      }
    },
  };
  Object.assign(window, store);
  return store;
})();
