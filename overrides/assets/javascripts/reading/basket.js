/**
 * The basket: cables and paragraphs that a reader collects, kept in this browser alone.
 *
 * An item holds all that the basket's page shows and exports of it, so that nothing has to be loaded for that: a browser
 * loads no pages from disk. One that came by a link lacks the citations until its cable is opened.
 */
"use strict";

/**
 * What was collected.
 * @typedef {object} BasketItem
 * @property {string} path of the cable's page, without its ending: cables/2009/02/09ASTANA308
 * @property {string} anchor of the paragraph; empty: the whole cable
 * @property {string} title
 * @property {string} about number, day, sender and level, as the page has them
 * @property {string} quote the paragraph's beginning; empty for a whole cable
 * @property {string} note the reader's own
 * @property {Record<string, string>} citations by the name of the format; empty where the page was not seen
 */

const cablepressBasket = (() => {
  const PATH = /^cables\/(?:\d{4}\/\d{2}|undated)\/[A-Za-z0-9-]{4,40}$/u;
  const ANCHOR = /^(?:para-\d{1,6}(?:-\d{1,6})?)?$/u;
  /** Signs of a text that came by a link; a title has 240 at most. */
  const LONGEST = 2000;
  /** Items of a link: more make an address that some programs cut. */
  const MOST = 500;

  /** The site's root as an absolute address, which a search box on every page knows. */
  const root = (() => {
    const box = document.querySelector("[data-search-root]");
    const path = (box instanceof HTMLElement && box.dataset.searchRoot) || ".";
    return new URL(`${path}/`, location.href.split(/[?#]/u)[0]).href;
  })();
  /** Sites of one host, and all on one disk, share a browser's memory. */
  const KEY = `cablepress-basket ${root}`;
  const isFile = (document.querySelector("form[data-cable-search]")?.getAttribute("action") ?? "").endsWith(
    ".html",
  );

  /** @param {BasketItem} item */
  const addressOf = (item) =>
    `${root}${item.path}${isFile ? ".html" : "/"}${item.anchor ? `#${item.anchor}` : ""}`;

  const basketAddress = () => `${root}basket${isFile ? ".html" : "/"}`;

  /** The path of the page that is open, as items have it. */
  const here = () =>
    location.href
      .slice(root.length)
      .split(/[?#]/u)[0]
      ?.replace(/\.html$|\/$/u, "") ?? "";

  /** @param {unknown} value */
  const text = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");

  /**
   * An item, whatever was kept or sent; null where it leads to no cable.
   * @param {unknown} value
   * @returns {BasketItem | null}
   */
  function checked(value) {
    if (typeof value !== "object" || value === null) return null;
    const given = /** @type {Record<string, unknown>} */ (value);
    const [path, anchor] = [text(given.path), text(given.anchor)];
    if (!(PATH.test(path) && ANCHOR.test(anchor))) return null;
    const citations = typeof given.citations === "object" && given.citations !== null ? given.citations : {};
    const kept = Object.entries(citations).filter(([, citation]) => typeof citation === "string");
    return {
      path,
      anchor,
      title: text(given.title),
      about: text(given.about),
      quote: text(given.quote),
      note: text(given.note),
      citations: Object.fromEntries(kept),
    };
  }

  /** @param {unknown} values */
  function listed(values) {
    const found = Array.isArray(values) ? values.map(checked) : [];
    return found.filter((item) => item !== null);
  }

  /** Everything, in the reader's order; nothing where the browser keeps nothing. */
  function items() {
    try {
      return listed(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
    } catch {
      return [];
    }
  }

  /**
   * @param {BasketItem[]} all
   * @returns {boolean} false where the browser keeps nothing, or has no room
   */
  function keep(all) {
    try {
      localStorage.setItem(KEY, JSON.stringify(all));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {BasketItem} one
   * @param {BasketItem} other
   */
  const isSame = (one, other) => one.path === other.path && one.anchor === other.anchor;

  /** @param {BasketItem} wanted */
  const holds = (wanted) => items().some((item) => isSame(item, wanted));

  /**
   * Items behind those that are there; one that is there already is made whole, and keeps its note.
   * @param {BasketItem[]} added
   */
  function add(added) {
    const all = items();
    for (const item of added) {
      const at = all.findIndex((other) => isSame(item, other));
      const before = all[at];
      if (before) all[at] = { ...before, ...item, note: before.note || item.note };
      else all.push(item);
    }
    return keep(all);
  }

  /** @param {BasketItem} item */
  const remove = (item) => keep(items().filter((other) => !isSame(item, other)));

  /**
   * Items as a part of an address: what leads to them, titles and notes.
   * @param {BasketItem[]} all
   */
  function packed(all) {
    const rows = all
      .slice(0, MOST)
      .map(({ path, anchor, title, note }) => [path.slice(7), anchor, title, note]);
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    const signs = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(signs).replace(/\+/gu, "-").replace(/\//gu, "_").replace(/[=]+$/u, "");
  }

  /**
   * What such a part holds; nothing where it is none.
   * @param {string} part
   * @returns {BasketItem[]}
   */
  function unpacked(part) {
    try {
      const signs = atob(part.replace(/-/gu, "+").replace(/_/gu, "/"));
      const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
      const rows = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      if (!Array.isArray(rows)) return [];
      const made = rows
        .slice(0, MOST)
        .filter((row) => Array.isArray(row))
        .map(([path, anchor, title, note]) => ({ path: `cables/${path}`, anchor, title, note }));
      return listed(made);
    } catch {
      return [];
    }
  }

  return { addressOf, basketAddress, here, items, keep, isSame, holds, add, remove, packed, unpacked };
})();
