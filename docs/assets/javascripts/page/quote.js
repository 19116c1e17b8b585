// Quotations: words that a reader marks are cited with an address that carries them (`?quote=…#s2-1-p1`); who opens it is
// shown these words, and told whether they stand there letter for letter, in another spelling, elsewhere, or only nearly.
// @ts-check
"use strict"

const ArchiveQuotes = (() => {
  const { WORDS } = ArchivePage
  const LONGEST = 300
  const TEXT = ".policy-text, .parallel"
  const SKIPPED = "sup, .policy-address, .policy-links, .policy-note"

  /** @typedef {{node: Text, start: number}} Piece */
  /** @typedef {{start: number, end: number}} Span */

  /** What an element says, without signs and marks of notes, and where each piece of it stands. */
  function read(/** @type {Element} */ element) {
    /** @type {Piece[]} */
    const pieces = []
    let text = ""
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode)
      if (node.parentElement?.closest(SKIPPED)) continue
      pieces.push({ node, start: text.length })
      text += node.data
    }
    return { text, pieces }
  }

  /** A text without blanks, signs, widths and cases, and where each of its letters stands in the text. */
  function fold(/** @type {string} */ text) {
    let folded = ""
    /** @type {number[]} */
    const places = []
    for (let place = 0; place < text.length; ) {
      const letter = String.fromCodePoint(text.codePointAt(place) ?? 0)
      const plain = letter.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]/gu, "")
      for (let index = 0; index < plain.length; index++) places.push(place)
      folded += plain
      place += letter.length
    }
    places.push(text.length)
    return { folded, places }
  }

  /** Where words stand in a text letter for letter, else in another spelling; null where they do not. */
  function find(/** @type {string} */ words, /** @type {string} */ text) {
    const start = text.indexOf(words)
    if (start >= 0) return { span: { start, end: start + words.length }, isExact: true }
    const wanted = fold(words).folded
    const { folded, places } = fold(text)
    const place = wanted ? folded.indexOf(wanted) : -1
    if (place < 0) return null
    return { span: { start: places[place], end: places[place + wanted.length - 1] + 1 }, isExact: false }
  }

  /** The part of a text that has most of some words in a row: half of them at least, else null. */
  function findNearest(/** @type {string} */ words, /** @type {string} */ text) {
    const wanted = fold(words).folded
    const { folded, places } = fold(text)
    for (let length = wanted.length - 1; length * 2 >= wanted.length && length > 3; length--)
      for (let first = 0; first + length <= wanted.length; first++) {
        const place = folded.indexOf(wanted.slice(first, first + length))
        if (place >= 0) return { start: places[place], end: places[place + length - 1] + 1 }
      }
    return null
  }

  /** Marks a part of what an element says. */
  function mark(/** @type {Piece[]} */ pieces, /** @type {Span} */ span) {
    /** @type {HTMLElement[]} */
    const marks = []
    for (const { node, start } of pieces) {
      const from = Math.max(span.start - start, 0)
      const to = Math.min(span.end - start, node.data.length)
      if (from >= to) continue
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      const element = document.createElement("mark")
      element.className = "quote-mark"
      range.surroundContents(element)
      marks.push(element)
    }
    return marks
  }

  /** Says how the quoted words were found. */
  function tell(/** @type {string} */ message) {
    const notice = document.createElement("p")
    notice.className = "policy-notice quote-notice"
    notice.setAttribute("role", "status")
    notice.textContent = message
    document.querySelector(".md-content__inner")?.prepend(notice)
  }

  /** Shows the words that the address carries. */
  function show() {
    const words = new URLSearchParams(location.search).get("quote")
    if (!words || !document.querySelector(TEXT)) return
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const around = [place, ...document.querySelectorAll(TEXT)].filter((element) => element !== null)
    for (const element of around) {
      const { text, pieces } = read(element)
      const found = find(words, text)
      if (!found) continue
      const marks = mark(pieces, found.span)
      tell(element !== place ? WORDS.quoteElsewhere : found.isExact ? WORDS.quoteFound : WORDS.quoteSpelling)
      marks[0]?.scrollIntoView({ block: "center" })
      return
    }
    for (const element of around) {
      const { text, pieces } = read(element)
      const span = findNearest(words, text)
      if (!span) continue
      const marks = mark(pieces, span)
      tell(WORDS.quoteNearly(words))
      marks[0]?.scrollIntoView({ block: "center" })
      return
    }
    tell(WORDS.quoteLost(words))
  }

  /** What a reader has marked in the text of a policy, with the anchor of the paragraph where it begins; else null. */
  function marked() {
    const selection = getSelection()
    if (!selection?.rangeCount || selection.isCollapsed) return null
    const range = selection.getRangeAt(0)
    const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
    const block = element?.closest(`:is(${TEXT}) [id]:not(a)`)
    const content = range.cloneContents()
    for (const sign of content.querySelectorAll(SKIPPED)) sign.remove()
    const words = (content.textContent ?? "").trim().replaceAll(/\s+/g, " ")
    if (!words || words.length > LONGEST || !block) return null
    return { words, anchor: block.id, spot: range.getBoundingClientRect() }
  }

  /** @type {HTMLButtonElement | null} */
  let button = null

  /** Offers to cite what is marked, at its end. */
  function offer() {
    const found = marked()
    button?.remove()
    button = null
    const frame = document.querySelector(".md-content__inner")
    if (!found || !frame) return
    const own = document.createElement("button")
    own.type = "button"
    own.className = "quote-button"
    own.textContent = WORDS.citeMarked
    own.addEventListener("mousedown", (event) => event.preventDefault()) // which would take the mark away
    own.addEventListener("click", () => ArchiveCiting.cite(own, found.anchor, found.words))
    const edge = frame.getBoundingClientRect()
    own.style.left = `${Math.max(0, Math.min(found.spot.right, innerWidth - 140) - edge.left)}px`
    own.style.top = `${found.spot.bottom + 6 - edge.top}px`
    frame.append(own)
    button = own
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause
  document.addEventListener("selectionchange", () => {
    clearTimeout(pause)
    if (!document.activeElement?.closest(".quote-button, .cite-panel")) pause = setTimeout(offer, 250)
  })
  show()

  return { show }
})()
