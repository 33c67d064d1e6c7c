/** The citations that a cable's page holds, of the whole cable and of a paragraph. */
"use strict";

/**
 * A paragraph that can be cited.
 * @typedef {object} CitedParagraph
 * @property {string} number
 * @property {string} anchor
 */

/**
 * A citation in one format.
 * @typedef {object} CitationFormat
 * @property {string} name
 * @property {string | null} file name for a download; null for prose
 * @property {(paragraph: CitedParagraph | null) => string} text null: of the whole cable
 */

const cablepressCiting = (() => {
  /**
   * All formats of a page, in its order.
   * @param {ParentNode} page
   * @returns {CitationFormat[]}
   */
  function formatsOf(page) {
    const shown = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-cp-copy]"));
    return [...shown].map((citation) => ({
      name: citation.dataset.cpCopy ?? "",
      file: citation.dataset.cpFile ?? null,
      text: (paragraph) => textOf(citation, paragraph),
    }));
  }

  /**
   * A citation with its empty places filled, generator/pages/cite.py.
   * @param {HTMLElement} citation
   * @param {CitedParagraph | null} paragraph
   */
  function textOf(citation, paragraph) {
    const filled = /** @type {HTMLElement} */ (citation.cloneNode(true));
    if (paragraph) {
      for (const place of filled.querySelectorAll("[data-cp-para]"))
        place.textContent = `${place.getAttribute("data-cp-para")}${paragraph.number}`;
      for (const place of filled.querySelectorAll("[data-cp-anchor]"))
        place.textContent = `#${paragraph.anchor}`;
    }
    return (filled.textContent ?? "").replace(/^\n/u, "");
  }

  /**
   * The paragraph of an anchor; null where it is that of none which has a number.
   * @param {string} anchor
   * @returns {CitedParagraph | null}
   */
  function paragraphOf(anchor) {
    const number = /^para-(?<number>\d+)(?:-\d+)?$/u.exec(anchor)?.groups?.number;
    return number ? { number, anchor } : null;
  }

  /**
   * The name of a file with a paragraph's citation.
   * @param {string} file
   * @param {CitedParagraph | null} paragraph
   */
  const fileOf = (file, paragraph) =>
    paragraph ? file.replace(/(?=\.[a-z]+$)/u, `-${paragraph.anchor}`) : file;

  return { formatsOf, paragraphOf, fileOf };
})();
