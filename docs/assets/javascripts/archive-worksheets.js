// The worksheet maker: the form, the worksheet below it as it is printed, and the address that holds the choice.
// @ts-check
"use strict"

;(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.worksheet-form"))
  const output = /** @type {HTMLElement | null} */ (document.querySelector(".worksheet"))
  const status = /** @type {HTMLElement | null} */ (document.querySelector(".worksheet-status"))
  if (!form || !output || !status) return
  const { WORDS, html } = ArchiveWorksheetWords
  const Form = ArchiveWorksheetForm
  const SHEET = { width: "174mm", height: 259 } // what A4 leaves between its margins, in millimetres
  const PARTS = "header, h3, .worksheet-task, .worksheet-item:not(.is-long), .is-long > *, footer, .worksheet-key"
  const PAUSE = 150
  ArchiveSearchData.base = new URL(form.dataset.search || "", location.href).href
  ArchiveWorksheetData.base = new URL(form.dataset.data || "", location.href).href
  const plain = Form.read(form)
  /** @type {IndexValue} */
  let index
  let last = 0

  /** The element of the form at a selector. @returns {HTMLElement} */
  function place(/** @type {string} */ selector) {
    return /** @type {HTMLElement} */ (form && form.querySelector(selector))
  }

  /** Fills the list of a policy's sections, once. */
  async function fill(/** @type {string} */ id) {
    const list = place(`[data-policy="${CSS.escape(id)}"] > div`)
    const value = await ArchiveWorksheetData.policy(id)
    if (!list.innerHTML) list.innerHTML = Form.policyList(id, value)
  }

  /** Writes the choice into the address, from which it comes back. */
  function note(/** @type {WorksheetChoice} */ choice) {
    const ids = index.policies.map(([id]) => id)
    const query = Form.write(choice, plain, ids, location.search)
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`)
    const online = new URLSearchParams(query)
    online.delete("theme")
    return `${document.documentElement.dataset.address}${String(online) && `?${online}`}`
  }

  /** About how many pages the worksheet takes, and which items are longer than one: laid out once as wide as on paper. */
  function measure() {
    const copy = /** @type {HTMLElement} */ (output && output.cloneNode(true))
    copy.classList.add("worksheet-measured")
    copy.style.width = SHEET.width
    if (form) form.after(copy)
    const { top, width } = copy.getBoundingClientRect()
    const sheet = (width / parseInt(SHEET.width)) * SHEET.height
    const shown = (output && output.querySelectorAll(".worksheet-item")) || []
    for (const [i, item] of [...copy.querySelectorAll(".worksheet-item")].entries())
      for (const each of [item, shown[i]]) each.classList.toggle("is-long", item.getBoundingClientRect().height > sheet)
    const pages = countPages(copy, top, sheet)
    copy.remove()
    return pages
  }

  /** How many sheets of a height the parts of a worksheet fill, one below the other. */
  function countPages(/** @type {HTMLElement} */ copy, /** @type {number} */ top, /** @type {number} */ sheet) {
    let [pages, filled, end] = [1, 0, top]
    for (const part of copy.querySelectorAll(PARTS)) {
      const { bottom } = part.getBoundingClientRect()
      const own = bottom - end
      end = bottom
      const isFirst = part.matches(".worksheet-answers > h3")
      if (isFirst || (filled + own > sheet && own <= sheet)) [pages, filled] = [pages + 1, 0]
      filled += own
      if (filled > sheet) [pages, filled] = [pages + Math.floor(filled / sheet), filled % sheet]
    }
    return pages
  }

  /** Draws what is chosen; a newer choice overtakes. */
  async function draw() {
    if (!form || !output || !status) return
    const turn = ++last
    Form.summarize(form)
    const choice = Form.read(form)
    const address = note(choice)
    try {
      const handout = await ArchiveHandout.draw(choice, index, address)
      if (turn !== last) return
      output.innerHTML = handout.html || `<p class="worksheet-empty">${html(WORDS.empty)}</p>`
      output.classList.toggle("has-items", handout.items > 0)
      place(".worksheet-print").toggleAttribute("disabled", !handout.items)
      status.textContent = [handout.items ? WORDS.status(handout.items, measure()) : "", ...handout.warnings].join(" ").trim()
    } catch (error) {
      if (turn === last) fail(error)
    }
  }

  /** Says that something could not be loaded. */
  function fail(/** @type {unknown} */ error) {
    if (status) status.textContent = WORDS.failed
    console.error(error)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  form.addEventListener("input", (event) => {
    const control = /** @type {HTMLInputElement} */ (event.target)
    if (control.matches(".worksheet-filter")) return Form.filter(place('[data-list="terms"]'), control.value)
    if (control.closest(".worksheet-all")) for (const box of Form.boxesOf(control)) box.checked = control.checked
    Form.summarize(form)
    clearTimeout(waiting)
    waiting = setTimeout(draw, PAUSE)
  })
  form.addEventListener("toggle", (event) => {
    const list = event.target instanceof HTMLDetailsElement && event.target.open ? event.target.dataset.policy : undefined
    if (list) fill(list).then(() => Form.summarize(form)).catch(fail)
  }, true)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    print()
  })
  form.addEventListener("reset", () => setTimeout(draw))

  /** Fills the lists, then shows what the address asks for. */
  async function start() {
    if (!form || !status) return
    status.textContent = WORDS.loading
    index = await ArchiveWorksheetData.index()
    place('[data-list="policies"]').innerHTML = Form.policies(index)
    place('[data-list="indicators"]').innerHTML = Form.indicators(index)
    place('[data-list="terms"]').innerHTML = Form.terms(index)
    const asked = new URLSearchParams(location.search)
    await Promise.all(index.policies.filter(([id]) => asked.has(id)).map(([id]) => fill(id)))
    Form.restore(form, location.search)
    form.classList.add("is-filled")
    await draw()
  }
  start().catch(fail).then(() => form.classList.add("is-filled"))
})()
