// What the terms of a list mean: for readers who ask for it, and of the few entries that a filter leaves. The meanings come by a
// script of their own (scripts/write/pages/terms.py), when they are wanted first; also from a folder.
// @ts-check
"use strict"

;(() => {
  const FEW = 12
  const list = /** @type {HTMLElement | null} */ (document.querySelector(".list[data-meanings]"))
  if (!list) return
  const choice = /** @type {HTMLInputElement} */ (list.querySelector(".list-meanings input"))
  const field = /** @type {HTMLInputElement} */ (list.querySelector(".list-filter input"))
  const entries = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll(".entries > li")))
  /** @type {Map<HTMLElement, HTMLElement>} */
  const texts = new Map()
  let isLoading = false

  /** The meanings by the ids of their terms, once they are loaded. */
  function meanings() {
    return /** @type {{ArchiveMeanings?: Record<string, string>}} */ (/** @type {unknown} */ (window)).ArchiveMeanings
  }

  /** Loads the meanings, once. */
  function load() {
    if (isLoading) return
    isLoading = true
    const script = document.createElement("script")
    script.src = (list && list.dataset.meanings) || ""
    script.addEventListener("load", show)
    document.head.append(script)
  }

  /** The element with what an entry means. */
  function textOf(/** @type {HTMLElement} */ entry, /** @type {Record<string, string>} */ known) {
    const text = texts.get(entry) || document.createElement("span")
    if (!texts.has(entry)) {
      text.className = "entry-text"
      text.lang = document.documentElement.lang
      text.textContent = known[entry.id.replace("term-", "")] || ""
      entry.append(text)
      texts.set(entry, text)
    }
    return text
  }

  /** Shows what is wanted, and hides the rest. */
  function show() {
    const left = field.value.trim() ? entries.filter((entry) => !entry.hidden) : []
    const wanted = new Set(choice.checked ? entries : left.length <= FEW ? left : [])
    const known = meanings()
    if (wanted.size && !known) load()
    texts.forEach((text, entry) => (text.hidden = !wanted.has(entry)))
    if (known) wanted.forEach((entry) => (textOf(entry, known).hidden = false))
  }

  choice.addEventListener("change", show)
  list.addEventListener("filtered", show)
  if (choice.checked || field.value) show() // as a browser or the address has filled them in
})()
