/** Small conveniences; every page is whole without them. */
"use strict";

/**
 * A row of the file that carries an index's names: name, number of cables, page below the index, words of other forms.
 * @typedef {[string, number, string, string?]} NameRow
 */

/**
 * Called by the script that carries the names.
 * @type {(rows: NameRow[]) => void}
 */
let cablepressNames = () => {
  // no box on this page waits for names
};

(() => {
  const { element, part } = cablepressElements;
  const { counted, number, texts } = cablepressLanguage;
  const said = texts.page;

  /** Names of an index on many pages shown at most. */
  const MOST = 200;

  /**
   * Letters as they are compared: accents and case aside.
   * @param {string} text
   */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /** @param {string} typed */
  const parted = (typed) => fold(typed).split(/\s+/u).filter(Boolean);

  /**
   * @param {string} text folded
   * @param {string[]} words
   */
  const has = (text, words) => words.every((word) => text.includes(word));

  /**
   * A box that filters the items of an index by the words typed.
   * @param {HTMLInputElement} input
   * @param {(text: string) => void} say
   */
  function filterPage(input, say) {
    const groups = indexes(".cp-index, .cp-list").map((list) => {
      const heading = list.previousElementSibling;
      return {
        shown: heading instanceof HTMLHeadingElement && heading.matches("h2") ? [list, heading] : [list],
        items: [...list.querySelectorAll("li")].map((item) => ({ item, text: fold(item.textContent ?? "") })),
      };
    });
    input.addEventListener("input", () => {
      const words = parted(input.value);
      let count = 0;
      for (const { shown, items } of groups) {
        let here = 0;
        for (const { item, text } of items) {
          item.hidden = !has(text, words);
          here += Number(!item.hidden);
        }
        for (const shownElement of shown) shownElement.hidden = here === 0;
        count += here;
      }
      say(words.length > 0 ? counted(said.found, count) : "");
    });
  }

  /**
   * The same for an index on many pages: all names come in one script, loaded when the box is first used.
   * @param {HTMLInputElement} input
   * @param {string} source of the script
   * @param {(text: string) => void} say
   */
  function filterNames(input, source, say) {
    const lists = indexes(".cp-index, .md-content h2");
    const items = element("ul");
    const found = element("div", { class: "cp-index" }, items);
    found.hidden = true;
    input.closest(".cp-filter")?.after(found);
    const letter = document.querySelector(".cp-letters a")?.getAttribute("href");
    const ending = letter?.endsWith(".html") ? ".html" : "/";
    /** @type {{text: string, row: NameRow}[] | null} */
    let names = null;

    function show() {
      const words = parted(input.value);
      for (const index of lists) index.hidden = words.length > 0;
      found.hidden = words.length === 0;
      items.replaceChildren();
      if (words.length === 0) say("");
      else if (names) list(names.filter(({ text }) => has(text, words)));
      else say(said.loading);
    }

    /** @param {{row: NameRow}[]} hits */
    function list(hits) {
      const count = hits.length;
      say(
        count > MOST ? counted(said.found_shown, count, { shown: number(MOST) }) : counted(said.found, count),
      );
      for (const { row } of hits.slice(0, MOST)) {
        const [name, cables, page] = row;
        const [path, anchor] = page.split("#");
        const href = `../${path}${ending}${anchor ? `#${anchor}` : ""}`;
        items.append(element("li", {}, element("a", { href }, name), ` ${number(cables)}`));
      }
    }

    cablepressNames = (rows) => {
      names = rows.map((row) => ({ text: fold(`${row[0]} ${row[3] ?? ""}`), row }));
      show();
    };
    input.addEventListener("focus", () => document.head.append(element("script", { src: source })), {
      once: true,
    });
    input.addEventListener("input", show);
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement[]}
   */
  const indexes = (selector) =>
    [...document.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);

  for (const box of indexes(".cp-filter")) {
    const input = box.querySelector("[data-cp-filter]");
    if (!(input instanceof HTMLInputElement)) continue;
    const output = part(box, "output", HTMLOutputElement);
    const say = (/** @type {string} */ text) => {
      output.textContent = text;
    };
    box.hidden = false;
    if (input.dataset.cpNames) filterNames(input, input.dataset.cpNames, say);
    else filterPage(input, say);
  }
  /**
   * Have every sheet of paper say what it is: only a style can write into its margin.
   * @param {string} text
   */
  function runningFoot(text) {
    const quoted = text.replace(/[^\w .:/-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @bottom-left { content: "${quoted}"; font: 8pt sans-serif; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  const running = document.querySelector(".cp-running")?.textContent;
  if (running) runningFoot(running.trim());
})();
