/** A cable's page as an item of the basket. */
"use strict";

const cablepressCollecting = (() => {
  const { formatsOf } = cablepressCiting;

  /** Signs of a paragraph that the basket quotes. */
  const QUOTED = 240;

  /** @param {Element | null} element */
  const textOf = (element) => (element?.textContent ?? "").replace(/\s+/gu, " ").trim();

  /**
   * The same without what the theme and its scripts add.
   * @param {Element | null} found
   */
  function wordsOf(found) {
    const copy = found?.cloneNode(true);
    if (!(copy instanceof Element)) return "";
    for (const added of copy.querySelectorAll(".headerlink, .cp-collect")) added.remove();
    return textOf(copy);
  }

  /**
   * Number, day, sender and level, as the page has them.
   * @param {Document} page
   */
  function aboutOf(page) {
    const [number, ...levels] = page.querySelectorAll(".cp-byline > :not(.cp-collect)");
    const [day, sender] = ["dates", "posts"].map((folder) =>
      page.querySelector(`.cp-card dd a[href*="/${folder}/"]`),
    );
    const parts = [number, day, sender, ...levels].map((each) => textOf(each ?? null));
    return parts.filter(Boolean).join(" \u00b7 ");
  }

  /**
   * @param {Document} page
   * @param {string} path of the page, as items have it
   * @param {CitedParagraph | null} paragraph null: the whole cable
   * @returns {BasketItem}
   */
  function itemOf(page, path, paragraph) {
    const quoted = paragraph ? textOf(page.querySelector(`#${paragraph.anchor}`)) : "";
    const formats = formatsOf(page).map((format) => [format.name, format.text(paragraph)]);
    return {
      path,
      anchor: paragraph?.anchor ?? "",
      title: wordsOf(page.querySelector("#cp-title")),
      about: aboutOf(page),
      quote: quoted.length > QUOTED ? `${quoted.slice(0, QUOTED).replace(/\s\S*$/u, "")} …` : quoted,
      note: "",
      citations: Object.fromEntries(formats),
    };
  }

  /**
   * An item made whole from its page; as it was where that cannot be loaded, as from disk.
   * @param {BasketItem} item
   * @returns {Promise<BasketItem>}
   */
  async function completed(item) {
    try {
      const answer = await fetch(cablepressBasket.addressOf(item).split("#")[0] ?? "");
      if (!answer.ok) return item;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const made = itemOf(page, item.path, cablepressCiting.paragraphOf(item.anchor));
      return made.title ? { ...made, note: item.note } : item;
    } catch {
      return item;
    }
  }

  return { itemOf, completed };
})();
