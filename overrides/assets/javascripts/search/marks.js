/**
 * Marks the words of a search in the cable it led to, with a way to the next one and off.
 *
 * The words come in the address (`?find=trial+"human+rights"`), as they stand in the text.
 */
(() => {
  "use strict";

  /** Marks beyond this are more than a reader steps through. */
  const MOST = 500;

  const article = document.querySelector("article") || document.querySelector("main");
  const wanted = new URLSearchParams(location.search).get("find");
  if (!article || !wanted || typeof CSS === "undefined") return;

  const { element } = window.cablepressSearch.passages;

  /**
   * Phrases and words as one pattern: spaces stand for any white space, ends for ends of words.
   * @param {string} text
   */
  function pattern(text) {
    const terms = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map((found) => found[1] ?? found[2]);
    const sources = terms
      .slice(0, 20)
      .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "[\\s\\W]+"))
      .filter((source) => /[\p{L}\p{N}]/u.test(source))
      .sort((one, other) => other.length - one.length);
    return sources.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "giu") : null;
  }

  /**
   * Wrap each hit. A phrase that runs across an element (a linked name) is marked in the pieces it has.
   * @param {Element} root
   * @param {RegExp} words
   */
  function mark(root, words) {
    let count = 0;
    for (const block of blocks(root)) {
      const nodes = textNodes(block);
      const text = nodes.map((node) => node.data).join("");
      const ranges = [...text.matchAll(words)].slice(0, MOST - count);
      for (const [index, range] of [...ranges.entries()].reverse()) {
        wrap(nodes, range.index, range.index + range[0].length, count + index);
      }
      count += ranges.length;
      if (count >= MOST) break;
    }
  }

  /** Innermost blocks of the text. @param {Element} root */
  function blocks(root) {
    const inside = [...root.querySelectorAll("h1, h2, h3, p, li, td, th, pre, dd")];
    return inside.filter(
      (each) => !each.querySelector("p, li, pre") && !each.closest("nav, form, .cs, [hidden], .cs-marks"),
    );
  }

  /** @param {Element} block */
  function textNodes(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const found = [];
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
    return found;
  }

  /**
   * @param {Text[]} nodes of one block, in order; wrapped from the end, so that earlier offsets stay true
   * @param {number} start
   * @param {number} end
   * @param {number} group number of the hit, the same for its pieces
   */
  function wrap(nodes, start, end, group) {
    let at = 0;
    for (const node of nodes) {
      const length = node.data.length;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      at += length;
      if (from >= to || to <= 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const made = element("mark", { class: "cs-mark", "data-hit": String(group) });
      range.surroundContents(made);
      if (at >= end) break;
    }
  }

  function bar() {
    const marks = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("mark.cs-mark")]);
    const all = marks().filter((each, index, list) => each.dataset.hit !== list[index - 1]?.dataset.hit);
    if (!all.length) return;
    let current = -1;
    const place = element("span", { class: "cs-marks-place", "aria-live": "polite" });
    /** @param {number} step */
    const go = (step) => {
      all[current]?.classList.remove("is-current");
      current = (current + step + all.length) % all.length;
      all[current].classList.add("is-current");
      all[current].scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
      tell();
    };
    const tell = () => (place.textContent = current < 0 ? `${all.length} marked` : `${current + 1} of ${all.length}`);
    const off = () => {
      for (const each of marks()) each.replaceWith(...each.childNodes);
      box.remove();
      forget();
    };
    const box = element(
      "div",
      { class: "cs-marks", role: "region", "aria-label": "Words of your search" },
      place,
      button("Previous", "\u2191", () => go(current < 0 ? 0 : -1)),
      button("Next", "\u2193", () => go(1)),
      button("Remove the marks", "\u2715", off),
    );
    document.body.append(box);
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const block = target && (target.closest("p, li, h1, h2, h3, pre") || target);
    current = block ? all.findIndex((each) => block.contains(each) || block.compareDocumentPosition(each) & 4) - 1 : -1;
    if (target) go(1);
    else tell();
  }

  /**
   * @param {string} label
   * @param {string} sign
   * @param {() => void} act
   */
  function button(label, sign, act) {
    const made = element("button", { type: "button", "aria-label": label, title: label }, sign);
    made.addEventListener("click", act);
    return made;
  }

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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

  const words = pattern(wanted);
  if (!words) return;
  mark(article, words);
  bar();
})();
