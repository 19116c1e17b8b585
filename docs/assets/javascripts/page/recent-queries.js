// The last queries of this browser: below an empty search field that has the focus, each to be searched again or removed, and all
// to be cleared. They are kept in the browser alone, where it lets us, and never sent.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE, escape } = ArchivePage
  const WORDS = {
    zh: { name: "最近的检索", remove: (/** @type {string} */ query) => `从最近的检索中去掉“${query}”`, clear: "全部清除", kept: "只保存在本浏览器中" },
    en: { name: "Recent searches", remove: (/** @type {string} */ query) => `Remove “${query}” from recent searches`, clear: "Clear all", kept: "kept only in this browser" },
  }[LANGUAGE]
  const KEY = "archive.queries"
  const MOST = 10
  const LONGEST = 200 // characters of a query
  const SETTLED = 700 // milliseconds with the focus after which ears are told of the list

  /** The last queries, the newest first; whatever else is stored counts for nothing. @returns {string[]} */
  function read() {
    try {
      const list = JSON.parse(localStorage.getItem(KEY) || "[]")
      return Array.isArray(list) ? list.filter((query) => typeof query === "string" && query.trim() && query.length <= LONGEST).slice(0, MOST) : []
    } catch (error) {
      return []
    }
  }

  function write(/** @type {string[]} */ list) {
    try {
      localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)))
    } catch (error) {
      // then there are none
    }
  }

  /** Keeps a query as the newest. */
  function keep(/** @type {string} */ typed) {
    const query = typed.trim().replace(/\s+/g, " ")
    if (query && query.length <= LONGEST) write([query, ...read().filter((other) => other !== query)])
  }

  /** Puts the list below a field. */
  function attach(/** @type {HTMLFormElement} */ form, /** @type {HTMLInputElement} */ field) {
    const { panel, status } = ArchivePage.addPanel(form, WORDS.name)
    panel.classList.add("recent-queries")
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let speaking

    const isEmpty = () => !field.value.trim()
    const stops = () => /** @type {HTMLElement[]} */ ([field, ...panel.querySelectorAll("a, button")])

    function close() {
      panel.hidden = true
      clearTimeout(speaking)
      status.textContent = ""
    }

    function fill(/** @type {string[]} */ list) {
      const action = form.getAttribute("action") || location.pathname
      const items = list.map((query) => {
        const href = `${action}?query=${encodeURIComponent(query)}`
        return `<li><a class="site-search-item" href="${escape(href)}"><span class="site-search-title">${escape(query)}</span></a><button type="button" class="recent-remove" data-query="${escape(query)}" aria-label="${escape(WORDS.remove(query))}"><span aria-hidden="true">×</span></button></li>`
      })
      panel.innerHTML = `<p class="site-search-count">${WORDS.name} <span class="recent-kept">· ${WORDS.kept}</span></p><ul class="recent-list">${items.join("")}</ul><p class="site-search-all"><button type="button" class="recent-clear">${WORDS.clear}</button></p>`
    }

    /** Shows the list where the field is empty and there is any. */
    function open() {
      const list = isEmpty() ? read() : []
      if (!list.length) return close()
      if (!panel.hidden) return
      fill(list)
      panel.hidden = false
      clearTimeout(speaking)
      speaking = setTimeout(() => (status.textContent = `${WORDS.name}${LANGUAGE === "zh" ? "：" : ": "}${list.length}${LANGUAGE === "zh" ? "条。" : ". "}${ArchivePage.WORDS.listHint}`), SETTLED)
    }

    /** Removes one query or all; the focus goes to what stands next. */
    function remove(/** @type {HTMLElement} */ button) {
      const { query } = button.dataset
      const at = stops().indexOf(button)
      write(query === undefined ? [] : read().filter((other) => other !== query))
      const list = read()
      if (!list.length) {
        field.focus()
        return close()
      }
      fill(list)
      const next = stops()[at] || field
      next.focus()
    }

    field.addEventListener("focus", open)
    field.addEventListener("click", open)
    field.addEventListener("input", open)
    form.addEventListener("submit", () => keep(field.value))
    form.addEventListener("focusout", (event) => void (event.relatedTarget instanceof Node && !form.contains(event.relatedTarget) && close()))
    document.addEventListener("pointerdown", (event) => void (!(event.target instanceof Node && form.contains(event.target)) && close()))
    form.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null
      const button = target && target.closest(".recent-remove, .recent-clear")
      if (button instanceof HTMLElement) remove(button)
      else if (target && target.closest(".site-search-panel a")) keep(field.value) // a result was followed
    })
    form.addEventListener("keydown", (event) => {
      if (panel.hidden || event.isComposing) return
      const step = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 })[event.key]
      const at = stops().indexOf(/** @type {HTMLElement} */ (document.activeElement))
      if (event.key === "Escape") {
        event.preventDefault()
        field.focus()
        close()
      } else if (step) {
        event.preventDefault()
        const next = stops()[at + step]
        if (next) next.focus()
      }
    })
  }

  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.site-search, form.search-page"))) {
    const field = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=search]"))
    if (field) attach(form, field)
  }
  const page = document.querySelector("form.search-page")
  const output = document.querySelector(".search-page-output")
  const asked = new URLSearchParams(location.search)
  if (page) keep(asked.get("query") || asked.get("q") || "")
  const own = page && /** @type {HTMLInputElement | null} */ (page.querySelector("input[type=search]"))
  if (own && output) output.addEventListener("click", (event) => void (event.target instanceof Element && event.target.closest("a") && keep(own.value)))
})()
