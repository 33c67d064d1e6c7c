/**
 * Tabs in the text: those chosen before, and the one that the address names: partials/javascripts/content.html of the
 * theme, as a file.
 */
"use strict";

(() => {
  const kept = cablepressTheme.__md_get("__tabs");
  /** @type {unknown[]} */
  const chosen = Array.isArray(kept) ? kept : [];

  /** @param {string | undefined} id */
  const check = (id) => {
    const input = id ? document.querySelector(`#${CSS.escape(id)}`) : null;
    if (input instanceof HTMLInputElement && input.name.startsWith("__tabbed_")) {
      input.checked = true;
    }
  };

  for (const set of chosen.length > 0 ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelectorAll(".tabbed-labels label")];
    const label = labels.find((each) => chosen.includes(each.textContent?.trim()));
    check(label instanceof HTMLLabelElement ? label.htmlFor : undefined);
  }
  check(location.hash.slice(1));
})();
