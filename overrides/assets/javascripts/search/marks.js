/**
 * Marks the words of a search in the cable it led to, with a way to the next one and off.
 *
 * The words come in the address (`?find=trial+"human+rights"`), as they stand in the text.
 */
"use strict";

(() => {
  const { element, button } = cablepressElements;
  const { pattern, pieces } = cablepressTerms;
  const { counted, number, texts, worded } = cablepressLanguage;
  const said = texts.search;

  /** Marks beyond this are more than a reader steps through. */
  const MOST = 500;

  /**
   * Wrap each hit. A phrase that runs across an element (a linked name) is marked in the pieces it has.
   * @param {Element} root
   * @param {RegExp} words
   */
  function mark(root, words) {
    let count = 0;
    for (const block of blocks(root)) {
      const nodes = textNodes(block);
      const lengths = nodes.map((node) => node.data.length);
      const text = nodes.map((node) => node.data).join("");
      const ranges = [...text.matchAll(words)].slice(0, MOST - count);
      // from the end, so that earlier offsets stay true
      for (const [index, range] of [...ranges.entries()].reverse()) {
        for (const piece of pieces(lengths, range.index, range.index + range[0].length)) {
          wrap(nodes[piece.node], piece, count + index);
        }
      }
      count += ranges.length;
      if (count >= MOST) break;
    }
  }

  /**
   * Innermost blocks of the text.
   * @param {Element} root
   */
  function blocks(root) {
    const inside = [...root.querySelectorAll("h1, h2, h3, p, li, td, th, pre, dd")];
    return inside.filter(
      (block) => !(block.querySelector("p, li, pre") || block.closest("nav, form, .cs, [hidden], .cs-marks")),
    );
  }

  /** @param {Element} block */
  function textNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    return nodes;
  }

  /**
   * @param {Text} node
   * @param {Piece} piece of it
   * @param {number} hit its number, the same for all its pieces
   */
  function wrap(node, piece, hit) {
    const range = document.createRange();
    range.setStart(node, piece.from);
    range.setEnd(node, piece.to);
    range.surroundContents(element("mark", { class: "cs-mark", "data-hit": String(hit) }));
  }

  /** @returns {HTMLElement[]} */
  const marks = () => [...document.querySelectorAll("mark")].filter((made) => made.matches(".cs-mark"));

  /** The bar that steps from hit to hit. */
  class Steps {
    constructor() {
      /** The first piece of each hit. */
      this.hits = marks().filter((made, index, all) => made.dataset.hit !== all[index - 1]?.dataset.hit);
      /** Number of the hit last gone to; -1: none yet. */
      this.current = -1;
      this.place = element("span", { class: "cs-marks-place", "aria-live": "polite" });
      this.bar = element(
        "div",
        { class: "cs-marks", role: "region", "aria-label": said.marks },
        this.place,
        sign(said.previous, "\u2191", () => this.go(this.current < 0 ? 0 : -1)),
        sign(said.next, "\u2193", () => this.go(1)),
        sign(said.remove_marks, "\u2715", () => this.off()),
      );
    }

    /** At the hit that the address leads to, else at none. */
    show() {
      if (this.hits.length === 0) return;
      document.body.append(this.bar);
      const target =
        location.hash && document.querySelector(`#${CSS.escape(decodeURIComponent(location.hash.slice(1)))}`);
      if (target) {
        const block = target.closest("p, li, h1, h2, h3, pre") ?? target;
        this.current = this.hits.findIndex((hit) => block.contains(hit) || follows(hit, block)) - 1;
        this.go(1);
      } else {
        this.tell();
      }
    }

    /** @param {number} step */
    go(step) {
      this.hits[this.current]?.classList.remove("is-current");
      this.current = (this.current + step + this.hits.length) % this.hits.length;
      const hit = this.hits[this.current];
      hit.classList.add("is-current");
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      hit.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
      this.tell();
    }

    tell() {
      const count = this.hits.length;
      this.place.textContent =
        this.current < 0
          ? counted(said.marked, count)
          : worded(said.mark_of, { number: number(this.current + 1), count: number(count) });
    }

    off() {
      for (const made of marks()) made.replaceWith(...made.childNodes);
      this.bar.remove();
      forget();
    }
  }

  /**
   * @param {Node} node
   * @param {Node} other
   */
  const follows = (node, other) =>
    // biome-ignore lint/suspicious/noBitwiseOperators: the DOM answers in bits
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  /**
   * @param {string} label
   * @param {string} text
   * @param {() => void} act
   */
  const sign = (label, text, act) => button(text, act, { "aria-label": label, title: label });

  /** The address without the words, so that a copied link is the cable's own. */
  function forget() {
    try {
      const address = new URL(location.href);
      address.searchParams.delete("find");
      history.replaceState(history.state, "", address);
    } catch {
      // a browser that lets a file:// page change no address: the marks are gone all the same
    }
  }

  const article = document.querySelector("article") ?? document.querySelector("main");
  const wanted = pattern(new URLSearchParams(location.search).get("find") ?? "");
  if (!(article && wanted)) return;
  mark(article, wanted);
  new Steps().show();
})();
