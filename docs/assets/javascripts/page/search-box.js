// The search box in the head of every page: what is found is listed below the field while a reader types. The list is of plain
// links, which arrows reach from the field; Enter in the field leads to the search page, as it does without a script.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE, escape } = ArchivePage
  const WORDS = {
    zh: {
      name: "检索结果",
      searching: "检索中…",
      failed: "检索程序或数据未能载入。",
      page: "打开检索页",
    },
    en: {
      name: "Results",
      searching: "Searching…",
      failed: "The search or its data could not be loaded. ",
      page: "Open the search page",
    },
  }[LANGUAGE]
  const SOON = 400 // milliseconds after which a reader is told that the search takes its time
  const SETTLED = 700 // milliseconds without a key after which ears are told what was found
  const LEAST_ROOM = 280 // pixels
  const MOST_SENT = 1000 // characters that go to the search, which says how many of them it heeds
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.site-search"))
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".site-search-input"))
  if (!form || !field) return

  const { panel, status } = ArchivePage.addPanel(form, WORDS.name)
  panel.id = "site-search-panel"
  field.setAttribute("aria-controls", panel.id)

  const links = () => /** @type {HTMLElement[]} */ ([field, ...panel.querySelectorAll("a")])

  /** Gives the list the height that is left of the screen, of which a phone's keyboard takes half. */
  function fit() {
    if (panel.hidden) return
    const seen = window.visualViewport
    const bar = document.querySelector(".contents-bar")
    const bottom = (seen ? seen.offsetTop + seen.height : innerHeight) - (bar ? bar.clientHeight : 0)
    const room = () => bottom - panel.getBoundingClientRect().top - 8
    if (room() < LEAST_ROOM && field === document.activeElement && form) form.scrollIntoView()
    panel.style.maxHeight = `${Math.max(room(), LEAST_ROOM / 2)}px`
  }

  function open() {
    panel.hidden = false
    fit()
  }

  function close() {
    panel.hidden = true
    clearTimeout(speaking)
    status.textContent = ""
  }

  /** The address of an item, with the words to be marked on its page (page/found-words.js). */
  function address(/** @type {Item} */ { location: place, terms }) {
    const [path, anchor] = place.split("#")
    const marked = terms.map((term) => `h=${encodeURIComponent(term)}`).join("&")
    return escape(ArchiveAnswers.root + path + (marked && `?${marked}`) + (anchor ? `#${anchor}` : ""))
  }

  function link(/** @type {Item} */ item, /** @type {string} */ kind) {
    const text = item.text && `<span class="site-search-text">${item.text}</span>`
    return `<a class="site-search-${kind}" href="${address(item)}"><span class="site-search-title">${item.title}</span> ${text}</a>`
  }

  function group(/** @type {ItemGroup} */ { head, items }) {
    const listed = `<ul>${items.map((item) => `<li>${link(item, "item")}</li>`).join("")}</ul>`
    return `<li>${head ? link(head, "head") : ""}${listed}</li>`
  }

  /** Puts other words into the list; a reader who was at a link in it is at the same one after, or in the field. */
  function fill(/** @type {string} */ written) {
    const at = document.activeElement
    const href = at && panel.contains(at) && at.getAttribute("href")
    panel.innerHTML = written
    const same = links().find((link) => link.getAttribute("href") === href) || field
    if (href && same) same.focus()
  }

  /** Lists an answer, and tells ears once how much it is. */
  function show(/** @type {BoxAnswer} */ { message, notes, groups, all }) {
    const said = [message, ...notes].map((words) => `<p class="site-search-count">${escape(words)}</p>`)
    const listed = groups.length ? `<ul class="site-search-groups">${groups.map(group).join("")}</ul>` : ""
    fill(`${said.join("")}${listed}<p class="site-search-all">${link(all, "item")}</p>`)
    panel.scrollTop = 0
    open()
    tell([message, ...notes].join(LANGUAGE === "zh" ? "。" : ". ") + (LANGUAGE === "zh" ? "。" : ". ") + (groups.length ? ArchivePage.WORDS.listHint : ""))
  }

  /** Says one line with a way to the search page. */
  function say(/** @type {string} */ words, /** @type {string} */ query) {
    const path = form ? form.action : ""
    fill(`<p class="site-search-count">${escape(words)} <a href="${escape(path)}?query=${encodeURIComponent(query)}">${WORDS.page}</a></p>`)
    open()
    tell(words)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let speaking
  function tell(/** @type {string} */ words) {
    clearTimeout(speaking)
    speaking = setTimeout(() => (status.textContent = words), SETTLED)
  }

  let asked = ""

  /** Searches for what stands in the field, unless it was asked for last. */
  async function search() {
    const query = field ? ArchivePage.clip(field.value, MOST_SENT) : ""
    if (query === asked && !panel.hidden) return
    asked = query
    if (!query.trim()) return close()
    const isCurrent = () => asked === query
    const late = setTimeout(() => isCurrent() && say(WORDS.searching, query), SOON)
    try {
      const answer = await ArchiveAnswers.answer(query)
      if (answer && isCurrent()) show(answer)
    } catch (_) {
      if (isCurrent()) say(WORDS.failed, query)
    } finally {
      clearTimeout(late)
    }
  }

  /** Goes from the field to the links and back. */
  function step(/** @type {KeyboardEvent} */ event) {
    if (event.isComposing || panel.hidden) return
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 })[event.key]
    if (event.key === "Escape") {
      event.preventDefault() // which would empty the field
      if (field) field.focus()
      close()
    } else if (steps) {
      const all = links()
      const next = all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + steps
      event.preventDefault()
      if (all[next]) all[next].focus()
    }
  }

  /** Whether something happened outside of the box. */
  const isOutside = (/** @type {EventTarget | null} */ target) => !(target instanceof Node && form.contains(target))

  field.addEventListener("focus", () => void ArchiveAnswers.prepare().catch(() => undefined))
  field.addEventListener("focus", () => void (ArchivePage.clip(field.value, MOST_SENT) === asked && panel.innerHTML && field.value.trim() && open()))
  field.addEventListener("input", (event) => void (event instanceof InputEvent && event.isComposing ? null : search()))
  field.addEventListener("compositionend", () => void search())
  form.addEventListener("keydown", step)
  form.addEventListener("focusout", (event) => void (event.relatedTarget && isOutside(event.relatedTarget) && close()))
  document.addEventListener("pointerdown", (event) => void (isOutside(event.target) && close()))
  for (const target of [window, window.visualViewport]) if (target) target.addEventListener("resize", fit)
  if (location.protocol === "file:" && form.action.endsWith("/")) form.action += "index.html"

  if (document.activeElement === field) { // a reader was there before this program came, and may have typed
    void ArchiveAnswers.prepare().catch(() => undefined)
    void search()
  }

  const typed = new URLSearchParams(location.search).get("q")
  if (typed && !document.querySelector("form.search-page")) {
    field.value = ArchivePage.clip(typed, MOST_SENT)
    field.focus()
    void search()
  }
})()
