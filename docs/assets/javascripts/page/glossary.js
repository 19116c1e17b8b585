// What the terms of a policy's page mean, brought when the first of them is wanted; and its notes where they stand on a page of
// their own, brought at once, for paper needs them. Both come by scripts, for a page opened from a folder may load nothing else.
// @ts-check
"use strict"

const ArchiveGlossary = (() => {
  const { WORDS } = ArchivePage
  const NAME_PATTERN = /\/terms\/([a-z0-9-]+)\//

  /** @type {Record<string, [zh: string, en: string, meaning: string]>} */
  let terms = {}
  /** @type {Record<string, string>} */
  let notes = {}
  /** @type {Promise<void> | null} */
  let loading = null

  /** Takes the terms; their script calls this. */
  function put(/** @type {Record<string, [zh: string, en: string, meaning: string]>} */ value) {
    terms = value
  }

  /** Takes the notes; their script calls this. */
  function putNotes(/** @type {Record<string, string>} */ value) {
    notes = value
  }

  /** Runs the script that the text names; the promise is kept once it has run, or cannot. */
  function bring(/** @type {"glossary" | "notes"} */ name) {
    const text = document.querySelector(`[data-${name}]`)
    if (!text) return Promise.resolve()
    return new Promise((/** @type {(value: void) => void} */ resolve) => {
      const script = document.createElement("script")
      script.src = `${document.documentElement.getAttribute("data-root") || "."}/${text.getAttribute(`data-${name}`)}`
      script.addEventListener("load", () => resolve())
      script.addEventListener("error", () => resolve())
      document.head.append(script)
    })
  }

  /** Is kept once the terms are there, or cannot be had. */
  function load() {
    loading = loading || bring("glossary")
    return loading
  }

  /** A copy of the note to which a mark leads, on this page or on that of the notes; null where it is not at hand. */
  function note(/** @type {HTMLAnchorElement} */ mark) {
    const id = ArchivePage.idIn(mark.hash)
    const here = document.querySelector(`.policy-note[id="${id}"]`)
    if (here) {
      const copied = /** @type {HTMLElement} */ (here.cloneNode(true))
      copied.removeAttribute("id")
      return copied
    }
    if (!notes[id]) return null
    const made = document.createElement("p")
    made.className = "policy-note"
    made.setAttribute("data-note", id)
    made.innerHTML = notes[id]
    return made
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

  bring("notes")

  return { put, putNotes, load, entry, note }
})()
