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
  const wanted = input => fold(input.value).split(/\s+/).filter(Boolean)
  const matches = (text, words) => words.every(word => text.includes(word))

  const filterPage = (input, say) => {
    const groups = [...document.querySelectorAll(".cp-index, .cp-list")].map(list => ({
      list,
      heading: list.previousElementSibling?.matches("h2") ? list.previousElementSibling : null,
      items: [...list.querySelectorAll("li")].map(item => ({ item, text: fold(item.textContent) }))
    }))
    input.addEventListener("input", () => {
      const words = wanted(input)
      let shown = 0
      for (const group of groups) {
        let here = 0
        for (const { item, text } of group.items) {
          item.hidden = !matches(text, words)
          here += !item.hidden
        }
        group.list.hidden = !here
        if (group.heading) group.heading.hidden = !here
        shown += here
      }
      say(words.length ? `${shown} found` : "")
    })
  }

  /* The same for an index on many pages: all names come in one script, loaded when the box is first used. */
  const MOST = 200
  const filterNames = (input, say) => {
    const lists = [...document.querySelectorAll(".cp-index, .md-content h2")]
    const found = document.createElement("div")
    found.className = "cp-index"
    found.hidden = true
    const items = found.appendChild(document.createElement("ul"))
    input.closest(".cp-filter").after(found)
    const ending = document.querySelector(".cp-letters a")?.getAttribute("href").endsWith(".html") ? ".html" : "/"
    let names = null

    const show = () => {
      const words = wanted(input)
      for (const each of lists) each.hidden = words.length > 0
      found.hidden = !words.length
      items.replaceChildren()
      if (!words.length) return say("")
      if (!names) return say("Loading")
      const hits = names.filter(([text]) => matches(text, words))
      say(hits.length > MOST ? `${hits.length} found, ${MOST} shown` : `${hits.length} found`)
      for (const [, name, count, page] of hits.slice(0, MOST)) {
        const [path, anchor] = page.split("#")
        const link = document.createElement("a")
        link.href = `../${path}${ending}${anchor ? `#${anchor}` : ""}`
        link.textContent = name
        const item = document.createElement("li")
        item.append(link, ` ${count}`)
        items.append(item)
      }
    }

    window.cablepressNames = rows => {
      names = rows.map(([name, count, page]) => [fold(name), name, count, page])
      show()
    }
    input.addEventListener("focus", () => {
      const script = document.createElement("script")
      script.src = input.dataset.cpNames
      document.head.append(script)
    }, { once: true })
    input.addEventListener("input", show)
  }

  for (const input of document.querySelectorAll("[data-cp-filter]")) {
    const box = input.closest(".cp-filter")
    const say = text => { box.querySelector("output").textContent = text }
    box.hidden = false
    ;(input.dataset.cpNames ? filterNames : filterPage)(input, say)
  }
})()
