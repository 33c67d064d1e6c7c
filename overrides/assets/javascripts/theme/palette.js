/**
 * The colours that a reader chose, before anything is painted: partials/javascripts/palette.html of the theme, as a
 * file.
 */
"use strict";

(() => {
  const palette = /** @type {{ color?: Record<string, string | null> } | null} */ (
    cablepressTheme.__md_get("__palette")
  );
  const color = palette?.color;
  if (!color) {
    return;
  }
  if (color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches;
    const input = document.querySelector(
      `[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`,
    );
    for (const name of ["media", "scheme", "primary", "accent"]) {
      color[name] = input?.getAttribute(`data-md-color-${name}`) ?? null;
    }
  }
  for (const [name, value] of Object.entries(color)) {
    document.body.setAttribute(`data-md-color-${name}`, value ?? "");
  }
})();
