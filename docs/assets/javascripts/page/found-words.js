// Where a result of the search leads, the words that were found are marked: the address carries them (`?h=质量&h=强市#s1`) and is
// then made clean, so that whoever cites it gets the place alone. A button takes the marks away.
// @ts-check
"use strict"

;(() => {
  const { LANGUAGE } = ArchivePage
  const WORDS = {
    zh: { clear: (/** @type {number} */ n) => `清除检索词标记（${n}处）` },
    en: { clear: (/** @type {number} */ n) => `Clear the marks of the search (${n})` },
  }[LANGUAGE]
  const MOST = 500
  const MOST_PHRASES = 20
  const SKIPPED = "sup, script, style, .policy-address, .visually-hidden"
  const BLOCK = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, summary, caption, figcaption, div, section, article"

  /** @typedef {{node: Text, start: number}} Piece */

  /** The text of each block of the page, with where its pieces stand. */
  function blocks(/** @type {Element} */ root) {
    /** @type {Map<Element, {text: string, pieces: Piece[]}>} */
    const found = new Map()
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode)
      const parent = node.parentElement
      const block = parent && !parent.closest(SKIPPED) && parent.closest(BLOCK)
      if (!block) continue
      const own = found.get(block) || { text: "", pieces: [] }
      own.pieces.push({ node, start: own.text.length })
      own.text += node.data
      found.set(block, own)
    }
    return [...found.values()]
  }

  /** A pattern for a phrase however its blanks stand. */
  function pattern(/** @type {string[]} */ phrases) {
    const plain = phrases.map((phrase) => phrase.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")).filter(Boolean)
    return plain.length ? new RegExp(plain.sort((a, b) => b.length - a.length).join("|"), "gi") : null
  }

  /** Marks a part of a block. @returns {HTMLElement[]} */
  function mark(/** @type {Piece[]} */ pieces, /** @type {number} */ from, /** @type {number} */ to) {
    /** @type {HTMLElement[]} */
    const marks = []
    for (const { node, start } of pieces) {
      const [low, high] = [Math.max(from - start, 0), Math.min(to - start, node.data.length)]
      if (low >= high) continue
      const range = document.createRange()
      range.setStart(node, low)
      range.setEnd(node, high)
      const element = document.createElement("mark")
      element.className = "found-mark"
      range.surroundContents(element)
      marks.push(element)
    }
    return marks
  }

  /** Marks phrases wherever they stand in the page; from the last to the first, for a mark cuts the text before it. */
  function markAll(/** @type {Element} */ root, /** @type {RegExp} */ wanted) {
    /** @type {HTMLElement[][]} */
    const places = []
    for (const { text, pieces } of blocks(root)) {
      /** @type {[number, number][]} */
      const spans = []
      text.replace(wanted, (match, /** @type {number} */ start) => (spans.push([start, start + match.length]), match))
      for (const [from, to] of spans.reverse()) if (places.length < MOST) places.push(mark(pieces, from, to))
    }
    return places
  }

  /** Takes a mark away, and leaves its words. */
  function unmark(/** @type {Element} */ mark) {
    const parent = /** @type {Element} */ (mark.parentNode)
    while (mark.firstChild) parent.insertBefore(mark.firstChild, mark)
    parent.removeChild(mark)
    parent.normalize()
  }

  /** Offers to take so many marks away. */
  function offer(/** @type {number} */ count) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "action found-clear"
    button.textContent = WORDS.clear(count)
    button.addEventListener("click", () => {
      for (const mark of document.querySelectorAll(".found-mark")) unmark(mark)
      button.remove()
    })
    const main = document.querySelector("main")
    if (main) main.append(button)
  }

  const url = new URL(location.href)
  const phrases = url.searchParams.getAll("h").slice(0, MOST_PHRASES).map((phrase) => ArchivePage.clip(phrase))
  const root = document.querySelector(".page-article")
  if (!phrases.length || !root) return
  let wanted = pattern(phrases)
  let places = wanted ? markAll(root, wanted) : []
  if (!places.length) {
    wanted = pattern(phrases.join(" ").split(/\s+/))
    places = wanted ? markAll(root, wanted) : []
  }
  url.searchParams.delete("h")
  history.replaceState(history.state, "", url.href)
  if (places.length) offer(places.length)
})()
