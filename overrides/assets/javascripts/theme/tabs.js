/* Tabs in the text: those chosen before, and the one that the address names: partials/javascripts/content.html of
   the theme, as a file. */
(() => {
  "use strict"
  const chosen = window.__md_get("__tabs")
  for (const set of Array.isArray(chosen) ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...(set.querySelector(".tabbed-labels")?.getElementsByTagName("label") ?? [])]
    const label = labels.find(each => chosen.includes(each.innerText.trim()))
    if (label) document.getElementById(label.htmlFor).checked = true
  }
  const target = document.getElementById(location.hash.slice(1))
  if (target?.name?.startsWith("__tabbed_")) target.checked = true
})()
