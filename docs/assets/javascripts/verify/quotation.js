// Quoted words → the ways in which they can be read, each a row of parts that must stand in their order; what
// scripts/verify/match/quotation.py does, and says.
// @ts-check
"use strict"

/** @typedef {{parts: string[], folded: string[], size: number, isFree: boolean}} Reading  free: without what brackets hold */

var ArchiveQuotation = (() => {
  /** @type {Record<string, string>} */
  const PAIRS = { "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“" }
  const STRAIGHT = "\"＂'"
  const GAP = "\0"
  const ELLIPSIS =
    /[[［〔【（(]\s*(?:…+|⋯+|\.{3,}|。{3,}|\.(?: \.){2,}|[前中下后]?略|省略)\s*[\]］〕】）)]|…+|⋯+|\.{3,}|。{3,}|\.(?: \.){2,}/g
  const BRACKET = /[[［〔【]([^[\]［］〔〕【】]{0,120})[\]］〕】]/g

  /** A bracketed letter as the text may have it: [T]he, the; anything else stays. */
  function changeCase(/** @type {string} */ whole, /** @type {string} */ inner) {
    if ([...inner].length !== 1) return whole
    const other = inner === inner.toLowerCase() ? inner.toUpperCase() : inner.toLowerCase()
    return other === inner ? whole : other
  }

  /** The ways to read a quotation, the likeliest first; none where it has no words. @returns {Reading[]} */
  function read(/** @type {string} */ quotation) {
    const bare = withoutMarks(quotation)
    const cut = bare.replace(ELLIPSIS, GAP)
    /** @type {Map<string, Reading>} */
    const found = new Map()
    const bound = [bare, cut, cut.replace(BRACKET, changeCase)]
    for (const text of [...bound, cut.replace(BRACKET, ""), cut.replace(BRACKET, GAP)]) {
      const parts = text.split(GAP).map((piece) => piece.trim()).filter((piece) => ArchiveLetters.fold(piece))
      const folded = parts.map(ArchiveLetters.fold)
      const key = parts.join(GAP)
      if (parts.length && !found.has(key)) found.set(key, { parts, folded, size: folded.join("").length, isFree: !bound.includes(text) })
    }
    return [...found.values()]
  }

  /** A quotation without the marks around the whole of it. */
  function withoutMarks(/** @type {string} */ quotation) {
    let text = quotation.trim()
    while (text.length > 2 && isEnclosed(text)) text = text.slice(1, -1).trim()
    return text
  }

  /** Whether the first mark of quotation of a text is closed by its last character. */
  function isEnclosed(/** @type {string} */ text) {
    const first = text[0]
    const last = text[text.length - 1]
    if (STRAIGHT.includes(first)) return last === first && !text.slice(1, -1).includes(first)
    if (PAIRS[first] !== last) return false
    let depth = 0
    for (let place = 0; place < text.length; place++) {
      depth += Number(text[place] === first) - Number(text[place] === last)
      if (!depth) return place === text.length - 1
    }
    return false
  }

  return { read }
})()
