/**
 * The search box in the header of every page: results while typing, by keyboard all the way.
 *
 * Follows the combobox pattern of the ARIA Authoring Practices (list autocomplete, manual selection).
 */
(() => {
  "use strict";

  /** Results shown under the box. */
  const SHOWN = 6;
  /** Milliseconds without a key before a search begins. */
  const PAUSE = 60;
  /** Shortest text that is searched while typing: one letter begins half of all words. */
  const SHORTEST = 2;

  const { query, engine, passages } = window.cablepressSearch;
  const { element } = passages;

  /** @param {HTMLFormElement} form */
  function attach(form) {
    const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
    const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
    const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    let turn = 0;
    let timer = 0;
    let active = -1;

    const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);

    /** @param {boolean} open */
    function show(open) {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) activate(-1);
    }

    /** @param {number} index */
    function activate(index) {
      active = index;
      options().forEach((option, at) => {
        option.setAttribute("aria-selected", String(at === index));
        if (at === index) option.scrollIntoView({ block: "nearest" });
      });
      if (index < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", options()[index].id);
    }

    /** The whole box over the page on a narrow screen. @param {boolean} open */
    function expand(open) {
      form.classList.toggle("is-open", open);
      if (open) input.focus();
      else show(false);
    }

    async function run() {
      const mine = ++turn;
      const wanted = query.parse(input.value);
      if (wanted.text.replace(/"/g, "").trim().length < SHORTEST) {
        list.replaceChildren();
        status.textContent = "";
        return show(false);
      }
      form.classList.add("is-busy");
      try {
        const [found, same, tags] = await Promise.all([
          engine.find(wanted),
          wanted.number ? engine.numbered(wanted.number) : [],
          suggestions(wanted),
        ]);
        const first = await Promise.all(found.hits.slice(0, SHOWN).map((hit) => hit.data()));
        if (mine !== turn) return;
        fill(wanted, found, same, first, tags);
        show(true);
      } catch (error) {
        if (mine !== turn) return;
        list.replaceChildren(note("The search is not available here. The menu leads to every cable."));
        status.textContent = "The search is not available.";
        show(true);
        console.warn(error);
      } finally {
        if (mine === turn) form.classList.remove("is-busy");
      }
    }

    /**
     * @param {import("./query.js").Query} wanted
     * @param {import("./engine.js").Found} found
     * @param {import("./engine.js").Fragment[]} same
     * @param {import("./engine.js").Fragment[]} first
     * @param {{code: string, meaning: string}[]} tags
     */
    function fill(wanted, found, same, first, tags) {
      const known = new Set(same.map((fragment) => fragment.raw_url));
      const count = found.complete || found.hits.length;
      const parts = [
        ...same.map((fragment) => result(fragment, wanted, "Cable", [])),
        ...tags.map((tag) => tagOption(tag)),
      ];
      if (found.complete) parts.push(...passages.unknown(wanted.words, first).map((word) => note(`None of these has \u201c${word}\u201d.`)));
      else if (first.length) parts.push(note("No cable has all these words. These have most of them."));
      first.forEach((fragment, index) => {
        if (!known.has(fragment.raw_url)) parts.push(result(fragment, wanted, "", found.hits[index].lacks || []));
      });
      if (!parts.length) parts.push(note("No cable has these words. Try fewer, or another spelling."));
      parts.push(everything(wanted, count));
      list.replaceChildren(...parts);
      list.dataset.query = wanted.text; // what it answers: while a reader types it lags behind
      options().forEach((option, index) => (option.id = `${list.id}-${index}`));
      activate(-1);
      status.textContent = count ? `${count.toLocaleString("en")} ${count === 1 ? "cable" : "cables"} found` : "No cable found";
    }

    /**
     * @param {import("./engine.js").Fragment} fragment
     * @param {import("./query.js").Query} wanted
     * @param {string} label
     * @param {string[]} lacks words that it does not have
     */
    function result(fragment, wanted, label, lacks) {
      const found = passages.passage(fragment);
      const words = [...wanted.words, ...found.forms];
      return option(
        passages.link(fragment, found, wanted.phrases),
        element(
          "span",
          { class: "cs-title" },
          ...(label ? [element("span", { class: "cs-label" }, label), " "] : []),
          passages.marked(fragment.meta.title || "No subject", words),
        ),
        passages.facts(fragment.meta),
        element("span", { class: "cs-passage" }, passages.render(found.parts)),
        ...passages.lacking(lacks),
      );
    }

    /** @param {{code: string, meaning: string}} tag */
    function tagOption(tag) {
      return option(
        searchPage(`tag=${encodeURIComponent(tag.code)}`),
        element("span", { class: "cs-title" }, element("span", { class: "cs-label" }, "Tag"), ` ${tag.code}`),
        element("span", { class: "cs-facts" }, tag.meaning),
      );
    }

    /**
     * @param {import("./query.js").Query} wanted
     * @param {number} count
     */
    function everything(wanted, count) {
      const text = count > SHOWN ? `All ${count.toLocaleString("en")} cables, with filters` : "Search page, with filters";
      const made = option(searchPage(`q=${encodeURIComponent(wanted.text)}`), element("span", {}, text));
      made.classList.add("cs-all");
      return made;
    }

    /** @param {string} state */
    const searchPage = (state) => `${form.action}?${state}`;

    /**
     * @param {string} href
     * @param {...(Node | string)} children
     */
    function option(href, ...children) {
      const made = element("a", { role: "option", class: "cs-option", href, tabindex: "-1", "aria-selected": "false" });
      made.append(...children);
      return made;
    }

    /** @param {string} text */
    const note = (text) => element("p", { class: "cs-note", role: "presentation" }, text);

    input.addEventListener("focus", () => {
      engine.start().catch(() => {});
      if (list.childElementCount) show(true);
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(run, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const all = options();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return void (all.length && show(true));
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate(((active + 1 + step + all.length + 1) % (all.length + 1)) - 1);
      } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
        event.preventDefault();
        all[active].click();
      } else if (event.key === "Escape") {
        event.preventDefault();
        if (!list.hidden) show(false);
        else if (input.value) input.value = "";
        else {
          expand(false);
          input.blur();
        }
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(/** @type {Node} */ (event.target))) expand(false);
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node} */ (event.relatedTarget))) show(false);
    });
    for (const button of form.querySelectorAll("[data-search-open]")) button.addEventListener("click", () => expand(true));
    for (const button of form.querySelectorAll("[data-search-close]")) button.addEventListener("click", () => expand(false));
    document.addEventListener("keydown", (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      const typing = target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!slash && !control) return;
      event.preventDefault();
      const page = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search-page] input[type=search]"));
      if (page) return page.focus();
      expand(true);
      input.select();
    });
  }

  /**
   * Tags whose code or meaning begins with the words; known at once where the table of facets is loaded.
   * @param {import("./query.js").Query} wanted
   */
  async function suggestions(wanted) {
    const words = wanted.words.map((word) => word.toLowerCase());
    if (!words.length || words.some((word) => word.length < 3)) return [];
    const { tags } = await engine.manifest();
    return (tags || [])
      .filter(({ code, meaning }) => {
        const all = `${code} ${meaning}`.toLowerCase().split(/[^a-z0-9]+/);
        return words.every((word) => all.some((each) => each.startsWith(word)));
      })
      .slice(0, 2);
  }

  for (const form of document.querySelectorAll("form[data-cable-search]")) attach(/** @type {HTMLFormElement} */ (form));
})();
