// The theme's search box: paste and dictation give no key, on which alone the theme searches; the theme counts groups, we
// count what was found; and online the search's program is brought when the box gets the focus, before the first query.
// @ts-check
"use strict"

;(() => {
  const box = document.querySelector(".md-search__input")
  const found = document.querySelector(".md-search-result__list")

  /** Searches for what was put in without a key. */
  function search(/** @type {Event} */ event) {
    if (!(event instanceof InputEvent && event.isComposing)) box?.dispatchEvent(new Event("keyup"))
  }

  /** Asks for the search's program, which the first query will need. */
  function prefetch() {
    if (location.protocol === "file:") return
    const { base } = JSON.parse(document.querySelector("#__config")?.textContent ?? "{}")
    const engine = document.createElement("link")
    engine.rel = "prefetch"
    engine.href = new URL("data/search/search.js", new URL(`${base}/`, location.href)).href
    document.head.append(engine)
  }

  /** Puts the number of what was found in the place of the theme's. */
  function count() {
    const total = found?.querySelector(".archive-search-total")
    const status = document.querySelector(".md-search-result__meta")
    if (total && status) status.textContent = total.textContent
  }

  box?.addEventListener("input", search)
  box?.addEventListener("compositionend", search)
  box?.addEventListener("focus", prefetch, { once: true })
  if (found) new MutationObserver(count).observe(found, { childList: true })
})()
