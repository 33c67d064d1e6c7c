/** The filters of the search page: a box of values for each facet. */
"use strict";

/**
 * @typedef {object} FilterActions
 * @property {(name: FacetName, value: string) => void} toggle a value was chosen or let go
 * @property {() => void} redraw a list was opened or is looked through: draw again
 * @property {() => Promise<void>} loadPeople
 */

/** @typedef {InstanceType<typeof cablepressFilters.Filters>} FilterBoxes */

const cablepressFilters = (() => {
  const { element, button } = cablepressElements;
  const { FACETS } = cablepressFacets;
  const { counted, number, texts } = cablepressLanguage;
  const said = texts.search;

  /** Values shown before "more". */
  const FEW = 6;
  /** Values shown at most. */
  const MANY = 60;
  /** Screens that have no room for open boxes beside the results; as search.css has it. */
  const NARROW = "(max-width: 59.9375em)";

  /** Facets whose boxes are open at first; people come in a large file, and years stand in the histogram. */
  const OPEN = new Set(["post", "country", "classification", "tag"]);

  /** One facet: its values, with a box to look through them where they are many. */
  class FacetBox {
    /**
     * @param {FacetName} name
     * @param {string} title
     * @param {FilterActions} actions
     */
    constructor(name, title, actions) {
      this.name = name;
      this.actions = actions;
      /** Whether more than a few are shown. */
      this.whole = false;
      /** What is looked for. */
      this.text = "";
      /** Undefined: not loaded yet. @type {FacetColumn | undefined} */
      this.column = undefined;
      this.search = this.searchBox(said[`find_${name}`]);
      this.values = element("ul", { class: "cs-values" });
      this.box = element(
        "details",
        { class: "cs-facet", "data-facet": name },
        element("summary", {}, title),
        this.search,
        this.values,
      );
      this.box.open = OPEN.has(name) && !narrow();
    }

    /** @param {string} label */
    searchBox(label) {
      const input = element("input", {
        type: "search",
        class: "cs-facet-search",
        placeholder: label,
        "aria-label": label,
        "data-key": `search-${this.name}`,
      });
      input.hidden = true;
      input.addEventListener("input", () => {
        this.text = input.value.trim();
        this.actions.redraw();
      });
      return input;
    }

    /** The values come with the first opening. */
    loadWhenOpened() {
      this.box.addEventListener("toggle", async () => {
        if (!this.box.open || this.column) return;
        this.values.replaceChildren(note(said.loading_people));
        await this.actions.loadPeople();
        this.actions.redraw();
      });
    }

    /**
     * @param {FacetColumn} column
     * @param {Uint32Array} counts
     * @param {string[]} chosen
     */
    draw(column, counts, chosen) {
      this.column = column;
      const offers = column.offers(counts, chosen, this.text, this.name !== "year");
      const limit = this.whole || this.text ? MANY : FEW;
      const nothing = offers.length === 0 || (this.name === "kind" && column.values.length < 2);
      this.box.hidden = nothing && !this.text && chosen.length === 0;
      this.search.hidden = offers.length <= FEW && !this.text;
      this.values.replaceChildren(
        ...offers.slice(0, limit).map((offer) => this.item(column, offer, chosen.includes(offer.value))),
        ...(this.text && offers.length === 0 ? [note(said.none_here)] : []),
        ...(offers.length > limit ? [this.rest(offers.length - limit, limit === FEW)] : []),
      );
    }

    /**
     * @param {FacetColumn} column
     * @param {Offer} offer
     * @param {boolean} checked
     */
    item(column, { value, count }, checked) {
      const box = element("input", { type: "checkbox", "data-key": `${this.name}=${value}` });
      box.checked = checked;
      box.addEventListener("change", () => this.actions.toggle(this.name, value));
      const label = column.label(value) || value;
      const text = element("span", { class: "cs-value" });
      if (this.name === "tag") text.append(element("b", {}, value), " ", column.label(value));
      else text.append(label);
      const cables = element("span", { class: "cs-count" }, number(count));
      return element("li", {}, element("label", { title: label }, box, text, cables));
    }

    /**
     * What is said of the values that are not shown.
     * @param {number} count
     * @param {boolean} opens whether a press shows more
     */
    rest(count, opens) {
      if (!opens) return note(counted(said.more_above, count));
      const open = () => {
        this.whole = true;
        this.actions.redraw();
      };
      const attributes = { class: "cs-more-values", "data-key": `more-${this.name}` };
      return element("li", {}, button(counted(said.more, count), open, attributes));
    }
  }

  class Filters {
    /**
     * @param {HTMLElement} place
     * @param {FilterActions} actions
     */
    constructor(place, actions) {
      this.place = place;
      this.actions = actions;
      /** @type {Map<FacetName, FacetBox>} */
      this.boxes = new Map();
    }

    /**
     * @param {FacetTable} table
     * @param {Counted["counts"]} counts
     * @param {FacetChoice["values"]} chosen
     */
    draw(table, counts, chosen) {
      if (this.boxes.size === 0) this.make(chosen);
      keepFocus(this.place, () => {
        for (const [name, box] of this.boxes) {
          const [column, numbers] = [table.columns[name], counts[name]];
          if (column && numbers) box.draw(column, numbers, chosen[name]);
        }
      });
      this.hideUnread(table, chosen);
    }

    /**
     * Where no other filter has a value, one whose values are not read yet has none either.
     * @param {FacetTable} table
     * @param {FacetChoice["values"]} chosen
     */
    hideUnread({ columns }, chosen) {
      const [read, unread] = [true, false].map((is) =>
        [...this.boxes].filter(([name]) => Boolean(columns[name]) === is),
      );
      const none = read.every(([, { box }]) => box.hidden);
      for (const [name, { box }] of unread) box.hidden = none && chosen[name].length === 0;
    }

    /**
     * The boxes, empty.
     * @param {FacetChoice["values"]} chosen
     */
    make(chosen) {
      for (const [name, title] of FACETS) {
        const facet = new FacetBox(name, title, this.actions);
        this.boxes.set(name, facet);
        if (name === "person") {
          if (chosen.person.length > 0) facet.box.open = true;
          facet.loadWhenOpened();
        }
        this.place.append(facet.box);
      }
    }
  }

  /**
   * Focus and caret stay where they are while what has the focus is made anew.
   * @param {HTMLElement} place
   * @param {() => void} draw
   */
  function keepFocus(place, draw) {
    const focus = document.activeElement;
    const key = focus instanceof HTMLElement && place.contains(focus) ? focus.dataset.key : "";
    const caret = focus instanceof HTMLInputElement && focus.type === "search" ? focus.selectionStart : null;
    draw();
    const again = key ? place.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret);
  }

  /** @param {string} text */
  const note = (text) => element("li", { class: "cs-note" }, text);

  const narrow = () => matchMedia(NARROW).matches;

  return { Filters, narrow };
})();
