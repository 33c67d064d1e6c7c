/** What a reader can do with a cable and with the paragraph whose number was followed. */
"use strict";

(() => {
  const { element, button } = cablepressElements;
  const { texts, worded } = cablepressLanguage;
  const said = texts.reading;
  const { copying, saving, say } = cablepressHanding;
  const { here, holds, add, basketAddress } = cablepressBasket;
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

  /**
   * Into the basket, or to it for what is in it.
   * @param {CitedParagraph | null} paragraph
   */
  function collecting(paragraph) {
    const item = cablepressCollecting.itemOf(document, here(), paragraph);
    const box = element("span", { class: "cp-collect" });
    const open = element("a", { href: basketAddress() }, said.in_basket);
    const put = button(
      said.to_basket,
      (from) => (add([item]) ? box.replaceChildren(open) : say(said.not_kept, from)),
      { class: "cp-button" },
    );
    if (holds(item)) add([item]); // one that came by a link is made whole
    box.append(holds(item) ? open : put);
    return box;
  }

  /** The tools of the paragraph to which the address leads. */
  const paragraphTools = element("div", { class: "cp-paragraph-tools" });

  function showParagraphTools() {
    paragraphTools.remove();
    const paragraph = paragraphOf(location.hash.slice(1));
    const target = paragraph && document.querySelector(`#${paragraph.anchor}`);
    if (!(paragraph && target)) return;
    const link = copying(said.link, () => location.href);
    const first = `${worded(said.paragraph, { number: paragraph.number })} `;
    paragraphTools.replaceChildren(
      element("p", { class: "cp-tools" }, first, link, collecting(paragraph)),
      ...citations(paragraph),
    );
    (target.closest("ul") ?? target).after(paragraphTools);
  }

  document.querySelector("p[data-cp-copy]")?.after(...citations(null));
  document.querySelector(".cp-byline")?.append(collecting(null));
  addEventListener("hashchange", showParagraphTools);
  showParagraphTools();
})();
