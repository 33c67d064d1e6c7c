/** What a reader can do with a cable and with the paragraph whose number was followed. */
"use strict";

(() => {
  const { element } = cablepressElements;
  const { texts, worded } = cablepressLanguage;
  const said = texts.reading;
  const { copying, saving } = cablepressHanding;
  const { formatsOf, paragraphOf, fileOf } = cablepressCiting;

  const formats = formatsOf(document);

  /**
   * One button for each format.
   * @param {CitedParagraph | null} paragraph null: the whole cable
   */
  function citations(paragraph) {
    const [copyLabel, saveLabel] = paragraph
      ? [said.copy_of_paragraph, said.save_of_paragraph].map((text) =>
          worded(text, { number: paragraph.number }),
        )
      : [said.copy_of_cable, said.save_of_cable];
    const copies = formats.map((format) => copying(format.name, () => format.text(paragraph)));
    const saves = formats
      .filter((format) => format.file !== null)
      .map((format) =>
        saving(format.name, () => format.text(paragraph), fileOf(format.file ?? "", paragraph)),
      );
    return [
      element("p", { class: "cp-tools", role: "group", "aria-label": copyLabel }, `${said.copy} `, ...copies),
      element("p", { class: "cp-tools", role: "group", "aria-label": saveLabel }, `${said.save} `, ...saves),
    ];
  }

  /** The tools of the paragraph to which the address leads. */
  const paragraphTools = element("div", { class: "cp-paragraph-tools" });

  function showParagraphTools() {
    paragraphTools.remove();
    const paragraph = paragraphOf(location.hash.slice(1));
    const target = paragraph && document.querySelector(`#${paragraph.anchor}`);
    if (!(paragraph && target)) return;
    const link = copying(said.link, () => location.href);
    paragraphTools.replaceChildren(
      element("p", { class: "cp-tools" }, `${worded(said.paragraph, { number: paragraph.number })} `, link),
      ...citations(paragraph),
    );
    (target.closest("ul") ?? target).after(paragraphTools);
  }

  document.querySelector("p[data-cp-copy]")?.after(...citations(null));
  addEventListener("hashchange", showParagraphTools);
  showParagraphTools();
})();
