// Quotations: words that a reader marks are cited with an address that carries them (`?quote=…#s2-1-p1`); who opens it is
// shown these words, and told whether they stand there letter for letter, in another spelling, elsewhere, or only nearly.
// @ts-check
"use strict"

const ArchiveQuotes = (() => {
  const { LANGUAGE, WORDS } = ArchivePage
  const { learn, findFolded, WAYS } = ArchiveQuotations
  const COLUMN = LANGUAGE === "zh" ? 0 : 1
  const LONGEST = 300
  const LONGEST_SHOWN = 1000 // what addresses carried that others made
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
      if (node.parentElement && node.parentElement.closest(SKIPPED)) continue
      pieces.push({ node, start: text.length })
      text += node.data
    }
    return { text, pieces }
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

  /** Says how the quoted words were found, and where more is said of them. */
  function tell(/** @type {string} */ message, /** @type {HTMLElement[]} */ ...more) {
    const notice = document.createElement("p")
    notice.className = "policy-notice quote-notice"
    notice.setAttribute("role", "status")
    notice.append(message, ...more)
    const [frame] = document.querySelectorAll(".page-article")
    if (frame) frame.prepend(notice)
  }

  /** What to say of quoted words, by the way in which they were found. */
  const SAID = {
    found: () => WORDS.quoteFound,
    spelling: () => WORDS.quoteSpelling,
    received: () => WORDS.quoteReceived,
    proposed: () => WORDS.quoteProposed,
    nearly: WORDS.quoteNearly,
  }

  /** Says in which edition the words stood, at the place of the address first; whether they did in any. */
  async function showFormer(/** @type {string} */ words, /** @type {string} */ anchor) {
    const policy = ArchiveCiting.policyOf()
    const former = await ArchiveCiting.loadFormer(policy)
    const found = []
    for (const [edition, ...row] of former)
      for (const [place, column, before] of row[2])
        if (column === COLUMN && findFolded(words, before)) found.push({ edition, date: row[COLUMN], place })
    const [first] = [...found.filter(({ place }) => place === anchor), ...found]
    if (!first) return false
    const link = document.createElement("a")
    const folder = LANGUAGE === "zh" ? "" : "en/"
    const file = location.protocol === "file:" ? "index.html" : ""
    link.href = `${ArchiveCiting.base()}/${folder}policies/${policy}/history/${file}#edition-${first.edition}-${first.place}`
    link.textContent = WORDS.quoteHistory
    tell(WORDS.quoteFormer(first.edition - 1, first.date), link)
    const place = document.getElementById(first.place)
    if (place) place.scrollIntoView({ block: "center" })
    return true
  }

  /** Shows the words that the address carries: at its place first, then wherever they stand. */
  async function show() {
    const words = ArchivePage.clip(new URLSearchParams(location.search).get("quote") || "", LONGEST_SHOWN)
    if (!words || !document.querySelector(TEXT)) return
    const anchor = ArchivePage.idIn(location.hash)
    const place = document.getElementById(anchor)
    const around = [place, ...document.querySelectorAll(TEXT)].filter((element) => element !== null)
    for (const [way, find] of WAYS) {
      if (way === "nearly" && (await showFormer(words, anchor))) return
      for (const element of around) {
        const { text, pieces } = read(element)
        const span = find(words, text)
        if (!span) continue
        const marks = mark(pieces, span)
        const isElsewhere = anchor !== "" && element !== place && way !== "nearly"
        tell((isElsewhere ? WORDS.quoteElsewhere : "") + (isElsewhere && way === "found" ? "" : SAID[way](words)))
        if (marks[0]) marks[0].scrollIntoView({ block: "center" })
        return
      }
      if (way === "found") learn((await ArchiveCiting.load(ArchiveCiting.policyOf())) || { readings: [], traditional: "" })
    }
    tell(WORDS.quoteLost(words))
  }

  /** The innermost place in the text of a policy in which an element stands; null where it stands in none. */
  function closestPlace(/** @type {Element} */ element) {
    const place = element.closest("[id]:not(a)")
    return place && place.closest(TEXT) ? place : null
  }

  /** What a reader has marked in the text of a policy, with the anchor of the paragraph where it begins; else null. */
  function marked() {
    const selection = getSelection()
    if (!(selection && selection.rangeCount) || selection.isCollapsed) return null
    const range = selection.getRangeAt(0)
    const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
    const block = element && closestPlace(element)
    const words = ArchiveTraditional.original(range, SKIPPED).trim().replace(/\s+/g, " ")
    if (!words || words.length > LONGEST || !block) return null
    return { words, anchor: block.id, spot: range.getBoundingClientRect() }
  }

  /** @type {HTMLButtonElement | null} */
  let button = null

  /** Offers to cite what is marked, at its end. */
  function offer() {
    const found = marked()
    if (button) button.remove()
    button = null
    const frame = document.querySelector(".page-article")
    if (!found || !frame) return
    const own = document.createElement("button")
    own.type = "button"
    own.className = "quote-button"
    own.textContent = WORDS.citeMarked
    own.addEventListener("mousedown", (event) => event.preventDefault()) // which would take the mark away
    own.addEventListener("click", () => ArchiveCite.cite(own, found.anchor, found.words))
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
    if (!(document.activeElement && document.activeElement.closest(".quote-button, .cite-panel"))) pause = setTimeout(offer, 250)
  })
  void show()

  return { show }
})()
