// Where quoted words stand in a text: letter for letter, in another spelling, in a reading that the ledger or a note has of the
// place, else nearly. Spans are of the text as it is given.
// @ts-check
"use strict"

const ArchiveQuotations = (() => {
  /** @typedef {{start: number, end: number}} Span */
  /** @typedef {[anchor: string, printed: string, received: string, proposed: string]} Reading */
  /** @typedef {{readings: Reading[], traditional: string}} Known */
  /** @typedef {{text: string, origin: number[]}} Version A text, and for each of its letters where it stands in the text as given. */

  // blanks, and the signs of both languages once widths are evened out; old browsers know no names of kinds of characters
  const SIGNS = /[\s!-#%-*,\-./:;?@[-\]_{}¡§«¶·»¿\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f\u3030\u30fb]/g

  /** @type {Known} */
  let known = { readings: [], traditional: "" }
  /** @type {Map<string, string>} */
  let simplified = new Map()

  /** Takes what is known of the readings of a text, and of the Traditional forms of its characters. */
  function learn(/** @type {Known} */ value) {
    known = value
    const letters = [...value.traditional]
    simplified = new Map()
    for (let index = 0; index + 1 < letters.length; index += 2) simplified.set(letters[index], letters[index + 1])
  }

  /** A text without blanks, signs, widths and cases, in Simplified, and where each of its letters stands in the text. */
  function fold(/** @type {string} */ text) {
    let folded = ""
    /** @type {number[]} */
    const places = []
    for (let place = 0; place < text.length; ) {
      const letter = String.fromCodePoint(text.codePointAt(place) || 0)
      const even = letter.normalize("NFKC").toLowerCase().replace(SIGNS, "")
      const plain = simplified.get(even) || even
      for (let index = 0; index < plain.length; index++) places.push(place)
      folded += plain
      place += letter.length
    }
    places.push(text.length)
    return { folded, places }
  }

  /** Where words stand letter for letter. */
  function findExact(/** @type {string} */ words, /** @type {string} */ text) {
    const start = text.indexOf(words)
    return start < 0 ? null : { start, end: start + words.length }
  }

  /** Where words stand in another spelling. */
  function findFolded(/** @type {string} */ words, /** @type {string} */ text) {
    const wanted = fold(words).folded
    const { folded, places } = fold(text)
    const place = wanted ? folded.indexOf(wanted) : -1
    return place < 0 ? null : { start: places[place], end: places[place + wanted.length - 1] + 1 }
  }

  /** The text with another reading wherever it is known to have one: 2 as received, 3 as the editors propose. */
  function reread(/** @type {string} */ text, /** @type {2 | 3} */ column) {
    const spots = known.readings
      .map((reading) => ({ start: text.indexOf(reading[1]), printed: reading[1], other: reading[column] }))
      .filter(({ start, printed, other }) => start >= 0 && printed !== other)
      .sort((a, b) => a.start - b.start)
    /** @type {Version} */
    const version = { text: "", origin: [] }
    let done = 0
    const add = (/** @type {string} */ letters, /** @type {(index: number) => number} */ place) => {
      for (let index = 0; index < letters.length; index++) version.origin.push(place(index))
      version.text += letters
    }
    for (const { start, printed, other } of spots) {
      if (start < done) continue
      const from = done
      add(text.slice(from, start), (index) => from + index)
      add(other, (index) => start + Math.min(index, printed.length - 1))
      done = start + printed.length
    }
    const rest = done
    add(text.slice(rest), (index) => rest + index)
    return version
  }

  /** Where words stand in another reading of the text. */
  function findReading(/** @type {string} */ words, /** @type {string} */ text, /** @type {2 | 3} */ column) {
    const version = reread(text, column)
    const span = version.text === text ? null : findFolded(words, version.text)
    return span && { start: version.origin[span.start], end: version.origin[span.end - 1] + 1 }
  }

  /** The part of a text that has most of some words in a row: half of them at least. */
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

  /**
   * The ways to find words, the surest first; all but the first need what `learn` takes.
   * @type {["found" | "spelling" | "received" | "proposed" | "nearly", (words: string, text: string) => Span | null][]}
   */
  const WAYS = [
    ["found", findExact],
    ["spelling", findFolded],
    ["received", (words, text) => findReading(words, text, 2)],
    ["proposed", (words, text) => findReading(words, text, 3)],
    ["nearly", findNearest],
  ]

  return { learn, findFolded, WAYS }
})()
