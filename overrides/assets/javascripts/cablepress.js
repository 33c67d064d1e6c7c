/* Small conveniences; every page is whole without them. Nothing here writes HTML. */
(() => {
  "use strict"

  /* A button that copies the text of an element. */
  const button = (label, act) => {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "cp-button"
    made.textContent = label
    made.addEventListener("click", () => act(made))
    return made
  }

  const copy = async (text, from) => {
    const said = from.textContent
    try {
      await navigator.clipboard.writeText(text)
      from.textContent = "Copied"
    } catch {
      from.textContent = "Select and copy by hand"
    }
    setTimeout(() => { from.textContent = said }, 2000)
  }

  const save = (text, name) => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }

  for (const cited of document.querySelectorAll("[data-cp-copy]")) {
    const text = cited.textContent
    cited.after(button("Copy the citation", from => copy(text, from)))
  }
  for (const format of document.querySelectorAll("[data-cp-file]")) {
    const text = format.textContent
    format.after(
      button("Copy", from => copy(text, from)),
      button(`Save ${format.dataset.cpFile}`, () => save(text, format.dataset.cpFile))
    )
  }

  /* A box that filters the items of an index by the words typed, accents aside. */
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  for (const input of document.querySelectorAll("[data-cp-filter]")) {
    const box = input.closest(".cp-filter")
    const groups = [...document.querySelectorAll(".cp-index, .cp-list")].map(list => ({
      list,
      heading: list.previousElementSibling?.matches("h2") ? list.previousElementSibling : null,
      items: [...list.querySelectorAll("li")].map(item => ({ item, text: fold(item.textContent) }))
    }))
    box.hidden = false
    input.addEventListener("input", () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean)
      let shown = 0
      for (const group of groups) {
        let here = 0
        for (const { item, text } of group.items) {
          item.hidden = !wanted.every(word => text.includes(word))
          here += !item.hidden
        }
        group.list.hidden = !here
        if (group.heading) group.heading.hidden = !here
        shown += here
      }
      box.querySelector("output").textContent = wanted.length ? `${shown} found` : ""
    })
  }
})()
