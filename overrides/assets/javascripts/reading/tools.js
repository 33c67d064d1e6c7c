/** What a reader can do with a cable and with the paragraph whose number was followed. */
"use strict";

(() => {
  const { element } = cablepressElements;
  const { copying, saving } = cablepressHanding;
  const { formatsOf, paragraphOf, fileOf } = cablepressCiting;

  const formats = formatsOf(document);

  /**
   * One button for each format.
   * @param {CitedParagraph | null} paragraph null: the whole cable
   */
  function citations(paragraph) {
    const of = paragraph ? `paragraph ${paragraph.number}` : "this cable";
    const copies = formats.map((format) => copying(format.name, () => format.text(paragraph)));
    const saves = formats
      .filter((format) => format.file !== null)
      .map((format) =>
        saving(format.name, () => format.text(paragraph), fileOf(format.file ?? "", paragraph)),
      );
    return [
      element(
        "p",
        { class: "cp-tools", role: "group", "aria-label": `Copy a citation of ${of}` },
        "Copy ",
        ...copies,
      ),
      element(
        "p",
        { class: "cp-tools", role: "group", "aria-label": `Save a citation of ${of}` },
        "Save ",
        ...saves,
      ),
    ];
  }

  /** The tools of the paragraph to which the address leads. */
  const paragraphTools = element("div", { class: "cp-paragraph-tools" });

  function showParagraphTools() {
    paragraphTools.remove();
    const paragraph = paragraphOf(location.hash.slice(1));
    const target = paragraph && document.querySelector(`#${paragraph.anchor}`);
    if (!(paragraph && target)) return;
    const link = copying("Link", () => location.href);
    paragraphTools.replaceChildren(
      element("p", { class: "cp-tools" }, `Paragraph ${paragraph.number} `, link),
      ...citations(paragraph),
    );
    (target.closest("ul") ?? target).after(paragraphTools);
  }

  document.querySelector("p[data-cp-copy]")?.after(...citations(null));
  addEventListener("hashchange", showParagraphTools);
  showParagraphTools();
})();
