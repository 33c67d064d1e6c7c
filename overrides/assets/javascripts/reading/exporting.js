/** What a basket holds as text, as a table and as files of reference managers. */
"use strict";

const cablepressExporting = (() => {
  /**
   * A cell of a table; what a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection").
   * @param {string} value
   */
  function cell(value) {
    const line = value.replace(/\s+/gu, " ").trim();
    const plain = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(line) ? `'${line}` : line;
    return `"${plain.replace(/"/gu, '""')}"`;
  }

  /**
   * @param {BasketItem[]} items
   * @param {(item: BasketItem) => string} addressOf
   */
  function csv(items, addressOf) {
    const rows = items.map((item) => [
      item.path.split("/").at(-1) ?? "",
      item.anchor.replace("para-", ""),
      item.title,
      item.about,
      item.quote,
      item.note,
      addressOf(item),
    ]);
    const head = ["number", "paragraph", "title", "about", "quote", "note", "address"];
    return `${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  /**
   * A citation each, with the reader's note below it.
   * @param {BasketItem[]} items
   * @param {string} format name of a format in prose
   * @param {(item: BasketItem) => string} addressOf
   */
  function text(items, format, addressOf) {
    const pieces = items.map((item) => {
      const cited = item.citations[format] ?? `${item.title}. ${addressOf(item)}`;
      return [cited, item.note].filter(Boolean).join("\n    ");
    });
    return `${pieces.join("\n\n")}\n`;
  }

  /**
   * The items that have a citation in the format, as one file.
   * @param {BasketItem[]} items
   * @param {string} format BibTeX, RIS or CSL-JSON
   */
  function references(items, format) {
    const cited = items.map((item) => item.citations[format]).filter((citation) => citation !== undefined);
    if (format !== "CSL-JSON") return cited.join("\n");
    return `${JSON.stringify(cited.flatMap((citation) => JSON.parse(citation)))}\n`;
  }

  return { csv, text, references };
})();
