// Exercises: the figures of a text left out and numbered, the same number in both languages; terms and meanings in another
// order, which is the same each time for the same terms.
// @ts-check
"use strict"

/** @typedef {{text: string, number: number}} Piece  words that are shown, or, with a number, words that are left out */

var ArchiveExercises = (() => {
  /** A text in pieces: what stands at the spans is left out. Spans are in code points, and overlap none. @returns {Piece[]} */
  function cut(/** @type {string} */ text, /** @type {Map<string, number>} */ spans) {
    const characters = [...text]
    const sorted = [...spans].map(([span, number]) => ({ range: span.split("-").map(Number), number })).sort((a, b) => a.range[0] - b.range[0])
    const pieces = []
    let end = 0
    for (const { range, number } of sorted) {
      if (range[0] < end) continue
      pieces.push({ text: characters.slice(end, range[0]).join(""), number: 0 })
      pieces.push({ text: characters.slice(...range).join(""), number })
      end = range[1]
    }
    pieces.push({ text: characters.slice(end).join(""), number: 0 })
    return pieces.filter((piece) => piece.text)
  }

  /**
   * The blanks of a block's figures in both languages: figures with one number in the text share its blank. `next` gives the
   * number of a new blank.
   */
  function blanks(/** @type {FigureRow[]} */ figures, /** @type {() => number} */ next) {
    /** @type {{zh: Map<string, number>, en: Map<string, number>}} */
    const spans = { zh: new Map(), en: new Map() }
    for (const figure of figures) {
      const [zh, en] = [figure[9] && figure[9].join("-"), figure[10] && figure[10].join("-")]
      if (!zh) continue
      const number = spans.zh.get(zh) || (en && spans.en.get(en)) || next() // numbers begin at 1
      spans.zh.set(zh, number)
      if (en) spans.en.set(en, spans.en.get(en) || number)
    }
    return spans
  }

  /** A number that only a text decides (FNV-1a). */
  function seedOf(/** @type {string} */ text) {
    let seed = 0x811c9dc5
    for (const character of text) seed = Math.imul(seed ^ (character.codePointAt(0) || 0), 0x01000193)
    return seed >>> 0
  }

  /** The numbers below `length` in an order that the seed decides (mulberry32), never that in which they came. */
  function shuffle(/** @type {number} */ length, /** @type {number} */ seed) {
    const order = Array.from({ length }, (_, i) => i)
    let state = seed
    const random = () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    }
    for (let i = length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1))
      ;[order[i], order[other]] = [order[other], order[i]]
    }
    return length > 1 && order.every((value, i) => value === i) ? order.reverse() : order
  }

  /** A, B … Z, AA, AB … @returns {string} */
  function letter(/** @type {number} */ number) {
    const last = String.fromCharCode(65 + (number % 26))
    return number < 26 ? last : letter(Math.floor(number / 26) - 1) + last
  }

  return { cut, blanks, seedOf, shuffle, letter }
})()
