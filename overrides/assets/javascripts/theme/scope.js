/* What Material's scripts keep in the browser and for which site: partials/javascripts/base.html of the theme,
   as a file. Its names are the theme's. */
(() => {
  "use strict"
  const scope = new URL(document.currentScript.dataset.scope, location)
  window.__md_scope = scope.pathname.endsWith("/") ? scope : new URL(`${scope.pathname}/`, location)
  window.__md_hash = text => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0)
  window.__md_get = (key, storage = localStorage, where = window.__md_scope) =>
    JSON.parse(storage.getItem(`${where.pathname}.${key}`))
  window.__md_set = (key, value, storage = localStorage, where = window.__md_scope) => {
    try {
      storage.setItem(`${where.pathname}.${key}`, JSON.stringify(value))
    } catch {
      /* A browser that keeps nothing shows the page all the same. */
    }
  }
})()
