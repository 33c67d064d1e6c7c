/** The page of the basket: what was collected, in the reader's order, with notes; two cables side by side. */
"use strict";

(() => {
  const { element, button, part } = cablepressElements;
  const { texts, worded, counted } = cablepressLanguage;
  const { copying, saving, say } = cablepressHanding;
  const { addressOf, items, keep, isSame, add, remove, packed, unpacked } = cablepressBasket;
  const { csv, text, references } = cablepressExporting;
  const said = texts.basket;

  const page = document.querySelector("[data-basket]");
  if (!(page instanceof HTMLElement)) return;
  const list = part(page, "[data-part=items]", HTMLOListElement);
  const status = part(page, "[data-part=status]", HTMLElement);
  const received = part(page, "[data-part=received]", HTMLElement);
  const tools = part(page, "[data-part=tools]", HTMLElement);
  const compared = part(page, "[data-part=compared]", HTMLElement);

  /** The two that are looked at side by side, at most. @type {BasketItem[]} */
  let chosen = [];

  /**
   * Change what is kept, and show it.
   * @param {BasketItem[]} all
   */
  function change(all) {
    const kept = keep(all);
    show();
    if (!kept) status.textContent = said.not_kept;
  }

  function show() {
    const all = items();
    status.textContent = all.length > 0 ? counted(said.collected, all.length) : said.empty;
    list.replaceChildren(...all.map((item, index) => entry(item, index, all)));
    tools.replaceChildren(...(all.length > 0 ? exportsOf(all) : []));
    chosen = chosen.filter((item) => all.some((other) => isSame(item, other)));
    compare();
  }

  /**
   * @param {BasketItem} item
   * @param {number} index
   * @param {BasketItem[]} all
   */
  function entry(item, index, all) {
    const place = item.anchor ? ` ¶${item.anchor.replace("para-", "")}` : "";
    const link = element(
      "a",
      { href: addressOf(item) },
      `${item.title || item.path.split("/").at(-1)}${place}`,
    );
    const note = element("textarea", {
      rows: "1",
      "aria-label": worded(said.note_on, { title: item.title }),
    });
    note.value = item.note;
    note.placeholder = said.note;
    note.addEventListener("change", () => {
      if (!keep(items().map((other) => (isSame(item, other) ? { ...other, note: note.value } : other))))
        status.textContent = said.not_kept;
    });
    const box = element("input", { type: "checkbox" });
    box.checked = chosen.some((other) => isSame(item, other));
    box.addEventListener("change", () => choose(item, box.checked));
    const actions = element(
      "p",
      { class: "cp-tools" },
      moving(item, index, -1, all),
      moving(item, index, 1, all),
      button(said.remove, () => takeOut(item), { class: "cp-button" }),
      element("label", { class: "cp-choose" }, box, ` ${said.beside}`),
    );
    const quote = item.quote ? [element("blockquote", {}, item.quote)] : [];
    return element("li", {}, link, element("p", { class: "cp-about" }, item.about), ...quote, note, actions);
  }

  /** @param {BasketItem} item */
  function takeOut(item) {
    remove(item);
    show();
    status.focus();
  }

  /**
   * @param {BasketItem} item
   * @param {number} index
   * @param {number} by
   * @param {BasketItem[]} all
   */
  function moving(item, index, by, all) {
    const made = button(
      by < 0 ? said.up : said.down,
      () => {
        const others = all.toSpliced(index, 1);
        change(others.toSpliced(index + by, 0, item));
        const moved = list.children[index + by]?.querySelectorAll("button")[by < 0 ? 0 : 1];
        if (moved instanceof HTMLButtonElement && !moved.disabled) moved.focus();
      },
      {
        class: "cp-button",
        "aria-label": worded(by < 0 ? said.move_up : said.move_down, { title: item.title }),
      },
    );
    made.disabled = index + by < 0 || index + by >= all.length;
    return made;
  }

  /** @param {BasketItem[]} all */
  function exportsOf(all) {
    const prose = Object.keys(all[0]?.citations ?? {});
    const styles = prose.filter((name) => !["BibTeX", "RIS", "CSL-JSON"].includes(name));
    const lacking = all.filter((item) => Object.keys(item.citations).length === 0).length;
    const files = [
      saving("BibTeX", () => references(all, "BibTeX"), "basket.bib"),
      saving("RIS", () => references(all, "RIS"), "basket.ris"),
      saving("CSL-JSON", () => references(all, "CSL-JSON"), "basket.json"),
      saving("CSV", () => csv(items(), addressOf), "basket.csv"),
      saving(said.text, () => text(items(), styles[0] ?? "", addressOf), "basket.txt"),
    ];
    return [
      group(
        said.copy,
        styles.map((name) => copying(name, () => text(items(), name, addressOf))),
      ),
      group(said.save, files),
      group(said.pass_on, [
        copying(said.link, () => `${location.href.split("#")[0]}#b=${packed(items())}`),
        button(said.print, () => print(), { class: "cp-button" }),
        button(said.clear, (from) => clear(from), { class: "cp-button" }),
      ]),
      ...(lacking > 0 ? [element("p", { class: "cp-about" }, counted(said.lacking, lacking))] : []),
    ];
  }

  /**
   * @param {string} label
   * @param {HTMLButtonElement[]} buttons
   */
  const group = (label, buttons) =>
    element("p", { class: "cp-tools", role: "group", "aria-label": label }, `${label} `, ...buttons);

  /**
   * Only the second press empties the basket.
   * @param {HTMLButtonElement} from
   */
  function clear(from) {
    if (from.dataset.label === undefined) say(said.clear_sure, from);
    else change([]);
  }

  /**
   * @param {BasketItem} item
   * @param {boolean} wanted
   */
  function choose(item, wanted) {
    const others = chosen.filter((other) => !isSame(item, other));
    chosen = wanted ? [...others, item].slice(-2) : others;
    show();
  }

  function compare() {
    compared.hidden = chosen.length < 2;
    const frames = compared.hidden
      ? []
      : chosen.map((item) => element("iframe", { src: addressOf(item), title: item.title, loading: "lazy" }));
    const same = [...compared.querySelectorAll("iframe")].map((frame) => frame.src).join(" ");
    if (same !== frames.map((frame) => frame.src).join(" ")) compared.replaceChildren(...frames);
  }

  /** What came by a link: it is shown first, and taken over only if the reader wants it. */
  function receive() {
    const sent = unpacked(/^#b=(?<part>[\w-]+)$/u.exec(location.hash)?.groups?.part ?? "");
    received.hidden = sent.length === 0;
    if (received.hidden) return;
    const links = sent.map((item) => {
      const name = item.title || (item.path.split("/").at(-1) ?? "");
      const note = item.note ? [element("p", { class: "cp-about" }, item.note)] : [];
      return element("li", {}, element("a", { href: addressOf(item) }, name), ...note);
    });
    const take = button(said.take, () => takeOver(sent), { class: "cp-button" });
    received.replaceChildren(
      element("h2", {}, counted(said.sent, sent.length)),
      element("ol", {}, ...links),
      take,
    );
  }

  /** @param {BasketItem[]} sent */
  async function takeOver(sent) {
    history.replaceState(null, "", location.pathname + location.search);
    receive();
    const kept = add(await Promise.all(sent.map((item) => cablepressCollecting.completed(item))));
    show();
    if (!kept) status.textContent = said.not_kept;
    status.focus();
  }

  addEventListener("hashchange", receive);
  addEventListener("storage", show);
  page.hidden = false;
  receive();
  show();
  if (!keep(items())) status.textContent = said.not_kept;
})();
