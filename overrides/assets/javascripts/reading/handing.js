/** Text handed to a reader: to paste elsewhere, or as a file. */
"use strict";

const cablepressHanding = (() => {
  const { element, button } = cablepressElements;
  const said = cablepressLanguage.texts.reading;

  /** Milliseconds for which a button says what came of it. */
  const SAID = 2000;
  /** Milliseconds after which a file that was handed over needs its address no more. */
  const TAKEN = 1000;

  /**
   * @param {string} text
   * @param {HTMLButtonElement} from the button that was pressed
   */
  async function copy(text, from) {
    try {
      await navigator.clipboard.writeText(text);
      say(said.copied, from);
    } catch {
      say(said.by_hand, from);
    }
  }

  /**
   * What came of it, on the button for a moment.
   * @param {string} what
   * @param {HTMLButtonElement} from
   */
  function say(what, from) {
    const label = from.dataset.label ?? from.textContent ?? "";
    from.dataset.label = label;
    from.textContent = what;
    setTimeout(() => {
      from.textContent = label;
      delete from.dataset.label;
    }, SAID);
  }

  /**
   * @param {string} text
   * @param {string} name of the file
   */
  function save(text, name) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    element("a", { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), TAKEN);
  }

  /**
   * @param {string} label
   * @param {() => string} text
   */
  const copying = (label, text) => button(label, (from) => copy(text(), from), { class: "cp-button" });

  /**
   * @param {string} label
   * @param {() => string} text
   * @param {string} name of the file
   */
  const saving = (label, text, name) => button(label, () => save(text(), name), { class: "cp-button" });

  return { copying, saving, say };
})();
