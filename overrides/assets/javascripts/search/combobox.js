/**
 * The search box in the header of every page: results while typing, by keyboard all the way.
 *
 * Follows the combobox pattern of the ARIA Authoring Practices (list autocomplete, manual selection).
 */
"use strict";

/**
 * @typedef {object} Suggestions what the box shows for a query
 * @property {Answer} answer
 * @property {Thing[]} things people, posts, tags that may be meant
 * @property {HTMLElement[]} cables the first of those found
 */

(() => {
  const { element, part } = cablepressElements;
  const { parse } = cablepressQuery;
  const { answer } = cablepressAsk;
  const { KINDS, offered } = cablepressThings;
  const { shown, thingHref, about } = cablepressHits;
  const { counted, texts, worded } = cablepressLanguage;
  const said = texts.search;

  /** Results shown under the box. */
  const SHOWN = 6;
  /** Milliseconds without a key before a search begins. */
  const PAUSE = 60;
  /** Shortest text that is searched while typing: one letter begins half of all words. */
  const SHORTEST = 2;

  class Combobox {
    /** @param {HTMLFormElement} form */
    constructor(form) {
      this.form = form;
      this.input = part(form, "input[type=search]", HTMLInputElement);
      this.list = part(form, "[role=listbox]", HTMLElement);
      this.status = part(form, "[role=status]", HTMLElement);
      /** Searches begun: one that ends after the next has begun shows nothing. */
      this.turn = 0;
      this.timer = 0;
      /** Option that the keyboard is at; -1: none. */
      this.active = -1;
    }

    listen() {
      this.input.addEventListener("focus", () => {
        cablepressSearch.manifest().catch(() => {
          // the search that follows says so
        });
        if (this.list.childElementCount > 0) this.show(true);
      });
      this.input.addEventListener("input", () => {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.run(), PAUSE);
      });
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.form.addEventListener("focusout", (event) => {
        if (!this.holds(event.relatedTarget)) this.show(false);
      });
      for (const button of this.form.querySelectorAll("[data-search-open]")) {
        button.addEventListener("click", () => this.expand(true));
      }
      for (const button of this.form.querySelectorAll("[data-search-close]")) {
        button.addEventListener("click", () => this.expand(false));
      }
      document.addEventListener("pointerdown", (event) => {
        if (!this.holds(event.target)) this.expand(false);
      });
      document.addEventListener("keydown", (event) => {
        if (!calls(event)) return;
        event.preventDefault();
        this.called();
      });
    }

    /** @param {EventTarget | null} target */
    holds(target) {
      return target instanceof Node && this.form.contains(target);
    }

    /** @returns {HTMLElement[]} */
    options() {
      return [...this.list.querySelectorAll("a")].filter((link) => link.matches("[role=option]"));
    }

    /** @param {boolean} open */
    show(open) {
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
      if (!open) this.activate(-1);
    }

    /** @param {number} active an option; -1: none */
    activate(active) {
      this.active = active;
      for (const [index, option] of this.options().entries()) {
        option.setAttribute("aria-selected", String(index === active));
        if (index === active) {
          option.scrollIntoView({ block: "nearest" });
          this.input.setAttribute("aria-activedescendant", option.id);
        }
      }
      if (active < 0) this.input.removeAttribute("aria-activedescendant");
    }

    /**
     * The whole box over the page on a narrow screen.
     * @param {boolean} open
     */
    expand(open) {
      this.form.classList.toggle("is-open", open);
      if (open) this.input.focus();
      else this.show(false);
    }

    /** The search page's own box, where the page has one. */
    called() {
      const own = document.querySelector("[data-search-page] input[type=search]");
      if (own instanceof HTMLElement) {
        own.focus();
        return;
      }
      this.expand(true);
      this.input.select();
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      const down = event.key === "ArrowDown";
      if (down || event.key === "ArrowUp") {
        event.preventDefault();
        this.step(down ? 1 : -1);
      } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
        event.preventDefault();
        this.options()[this.active].click();
      } else if (event.key === "Escape") {
        event.preventDefault();
        this.leave();
      }
    }

    /**
     * To the next option and round, the box itself being one of the stations. What is closed is opened first.
     * @param {1 | -1} step
     */
    step(step) {
      const count = this.options().length;
      if (!this.list.hidden) this.activate(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
      else if (count > 0) this.show(true);
    }

    /** One thing at a time: the list, the text, the box. */
    leave() {
      if (!this.list.hidden) this.show(false);
      else if (this.input.value) this.input.value = "";
      else {
        this.expand(false);
        this.input.blur();
      }
    }

    async run() {
      this.turn += 1;
      const mine = this.turn;
      const query = parse(this.input.value);
      if (query.text.replace(/"/gu, "").trim().length < SHORTEST) {
        this.list.replaceChildren();
        this.status.textContent = "";
        this.show(false);
        return;
      }
      this.form.classList.add("is-busy");
      try {
        const suggestions = await suggested(query);
        if (mine !== this.turn) return;
        this.fill(suggestions);
        this.show(true);
      } catch (error) {
        if (mine !== this.turn) return;
        this.list.replaceChildren(note(said.unavailable));
        this.status.textContent = said.unavailable_short;
        this.show(true);
        console.warn(error);
      } finally {
        if (mine === this.turn) this.form.classList.remove("is-busy");
      }
    }

    /** @param {Suggestions} suggestions */
    fill({ answer: found, things, cables }) {
      const count = found.hits.length;
      const parts = [...things.map(thingOption), ...remarks(found), ...cables];
      if (parts.length === 0) parts.push(note(said.nothing));
      this.list.replaceChildren(...parts, this.pageOption(found.query, count));
      this.list.dataset.query = found.query.text; // what it answers: while a reader types it lags behind
      for (const [index, made] of this.options().entries()) made.id = `${this.list.id}-${index}`;
      this.activate(-1);
      this.status.textContent = summary(found);
    }

    /**
     * The way to the search page.
     * @param {Query} query
     * @param {number} count
     */
    pageOption(query, count) {
      const text = count > SHOWN ? counted(said.all_found, count) : said.search_page;
      const made = option(this.pageAddress(`q=${encodeURIComponent(query.text)}`), element("span", {}, text));
      made.classList.add("cs-all");
      return made;
    }

    /** @param {string} state of the search page */
    pageAddress(state) {
      return `${this.form.action}?${state}`;
    }
  }

  /**
   * What is announced.
   * @param {Answer} found
   */
  function summary({ hits, nearest }) {
    if (hits.length > 0) return counted(said.found, hits.length);
    return nearest.length > 0 ? said.not_all : said.no_cable;
  }

  /**
   * @param {Query} query
   * @returns {Promise<Suggestions>}
   */
  async function suggested(query) {
    const [found, things] = await Promise.all([answer(query, { typing: true }), offered(query, true)]);
    const listed = found.hits.length > 0 ? found.hits : found.nearest;
    const cables = await Promise.all(listed.slice(0, SHOWN).map((hit) => cableOption(hit, found)));
    const addressed = await Promise.all(
      things.map(async (thing) => ({ ...thing, address: await thingHref(thing) })),
    );
    return { answer: found, things: addressed, cables };
  }

  /**
   * What is to be said of the results before they come.
   * @param {Answer} found
   */
  function remarks({ absent, hits, nearest, unheld, apart }) {
    if (unheld) return [note(counted(said.not_held_cited, unheld.citing.length, { id: unheld.id }))];
    const missing = absent.map(({ text }) =>
      note(worded(said.missing_quoted, { text: text.replace(/^"|"$/gu, "") })),
    );
    if (hits.length > 0) return missing;
    if (nearest.length > 0) return [...missing, note(said.not_all_most)];
    return apart ? [note(said.apart)] : missing;
  }

  /** @param {Thing} thing */
  function thingOption(thing) {
    const { kind, name, address } = thing;
    const made = option(
      address,
      element("span", { class: "cs-title" }, element("span", { class: "cs-label" }, KINDS[kind]), ` ${name}`),
      element("span", { class: "cs-facts" }, ...about(thing).map((text) => element("span", {}, text))),
    );
    made.dataset.kind = kind;
    return made;
  }

  /**
   * @param {Hit} hit
   * @param {Answer} found
   */
  async function cableOption(hit, found) {
    const made = option("#");
    const title = element("span", { class: "cs-title" });
    const { facts, text, lacking, link, read } = await shown(hit, found, made);
    title.append(...link.childNodes);
    made.append(title, facts, text, ...lacking);
    read();
    return made;
  }

  /**
   * @param {string} href
   * @param {...Node} children
   */
  const option = (href, ...children) =>
    element(
      "a",
      { role: "option", class: "cs-option", href, tabindex: "-1", "aria-selected": "false" },
      ...children,
    );

  /**
   * @param {string} text
   * @returns {HTMLElement}
   */
  const note = (text) => element("p", { class: "cs-note", role: "presentation" }, text);

  /**
   * Whether a key calls the search: "/" outside a field, Ctrl+K or Cmd+K anywhere.
   * @param {KeyboardEvent} event
   */
  function calls({ key, ctrlKey, metaKey, altKey, target }) {
    if (altKey) return false;
    if (ctrlKey || metaKey) return key.toLowerCase() === "k";
    const field =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches("input, textarea, select"));
    return key === "/" && !field;
  }

  for (const form of document.querySelectorAll("form")) {
    if (form.matches("[data-cable-search]")) new Combobox(form).listen();
  }
})();
