// What the terms of a policy's page mean: brought when the first of them is wanted, by a script, for a page opened from a folder
// may load nothing else.
// @ts-check
"use strict"

const ArchiveGlossary = (() => {
  const { WORDS } = ArchivePage
  const NAME_PATTERN = /\/terms\/([a-z0-9-]+)\//

  /** @type {Record<string, [zh: string, en: string, meaning: string]>} */
  let terms = {}
  /** @type {Promise<void> | null} */
  let loading = null

  /** Takes the terms; their script calls this. */
  function put(/** @type {Record<string, [zh: string, en: string, meaning: string]>} */ value) {
    terms = value
  }

  /** Is kept once the terms are there, or cannot be had. */
  function load() {
    const text = document.querySelector("[data-glossary]")
    const address = text && text.getAttribute("data-glossary")
    if (!address) return Promise.resolve()
    loading =
      loading ||
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        const script = document.createElement("script")
        script.src = `${document.documentElement.getAttribute("data-root") || "."}/${address}`
        script.addEventListener("load", () => resolve())
        script.addEventListener("error", () => resolve())
        document.head.append(script)
      })
    return loading
  }

  /** A piece of a term's name in its language. */
  function words(/** @type {string} */ text, /** @type {string} */ lang) {
    const span = document.createElement("span")
    span.lang = lang
    span.textContent = text
    return span
  }

  /** What the term that a mark leads to means, with the way to its page; null where it is not at hand. */
  function entry(/** @type {HTMLAnchorElement} */ mark) {
    const found = NAME_PATTERN.exec(mark.href)
    const term = found && terms[found[1]]
    if (!term) return null
    const box = document.createElement("div")
    const line = document.createElement("p")
    const name = document.createElement("b")
    const more = document.createElement("a")
    box.className = "page-term"
    name.append(words(term[0], "zh-Hans"), " ", words(term[1], "en"))
    more.href = mark.href
    more.textContent = WORDS.more
    line.append(name, document.createElement("br"), `${term[2]} `, more)
    box.append(line)
    return box
  }

  return { put, load, entry }
})()
