// Texts and queries, as the search compares them: what `scripts/text/folding.py` does to the archive's texts is done here to
// what a reader types, and to the passages that are shown, so that the places found in them can be marked.
//
// Chinese is compared by characters: no script, width, case, spaces, punctuation. English is compared by words.
// @ts-check
"use strict"

/**
 * @typedef {{text: string, map: number[]}} Folded  a folded text; for each of its code units, its place in the original
 * @typedef {{word: string, start: number, end: number}} Word  a word as it is compared, and its place in the original
 * @typedef {"string" | "words" | "number"} TermKind
 * @typedef {object} Term
 * @property {TermKind} kind  Chinese or mixed: a string; Latin letters: words in a row; digits: a number
 * @property {string} text  folded
 * @property {string[]} words  as they are compared; empty for a string
 * @property {boolean} isQuoted  words as they stand, without inflection
 * @property {boolean} isOpen  the last word may go on: it is being typed
 * @property {boolean} isLight  a function word beside other terms: it must be there, and counts for nothing more
 * @typedef {{required: Term[], excluded: Term[], isEmpty: boolean}} Query
 * @typedef {[number, number]} Span  half-open, in code units
 * @typedef {"zh" | "en"} Language
 */

var ArchiveText = (() => {
  const HAN = /[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\u{20000}-\u{3347f}]/u
  const WORD =
    /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?%?|[0-9]+(?:\.[0-9]+)*%|[a-z0-9ß-ɏ]+(?:[.'’&][a-z0-9ß-ɏ]+)*/g
  const PLAIN = /^[a-z0-9]+$/
  // a term: -, then "two words", or food
  const TERM = /(-?)(?:["“”＂]([^"“”＂]*)["“”＂]|(\S+))/
  const LONE = /[\ud800-\udfff]/gu // half a character, which no address can hold
  const LONGEST_READ = 2000 // what is made of a query may be longer than it
  const LONGEST_QUERY = 200 // characters: marks piled on one letter cost the square of their number to fold

  /** @type {Map<string, string>} */
  let simplified = new Map()
  /** @type {Map<string, string>} */
  let readings = new Map()
  /** @type {Set<string>} */
  let functionWords = new Set()
  /** where, by code point, spaces, punctuation and signs begin and end, by turns @type {Int32Array} */
  let dropped = new Int32Array(0)

  /** Pairs of characters from a string that has all first ones, then all second ones. */
  function pairs(/** @type {string} */ joined) {
    const characters = [...joined]
    const half = characters.length / 2
    return new Map(characters.slice(0, half).map((character, i) => [character, characters[half + i]]))
  }

  /** Sets how Traditional characters, and those that can be read in two ways, are folded; and which are function words; and what makes no difference. */
  function setFolds(/** @type {{simplified: string, readings: string, functions: string, dropped: string}} */ head) {
    functionWords = new Set(head.functions.split(" "))
    dropped = ArchivePostings.readPositions(head.dropped)
    simplified = pairs(head.simplified)
    readings = pairs(head.readings)
    folds.length = 0
  }

  /** what characters fold to, by code point, as far as they were met @type {(string | undefined)[]} */
  const folds = []

  /** A character as it is compared: nothing for spaces, punctuation and signs. */
  function foldCharacter(/** @type {string} */ character) {
    if (character === "○" || character === "〇" || character === "◯") return "〇"
    let folded = ""
    for (const part of character.normalize("NFKC").toLowerCase()) {
      const plain = simplified.get(part) || part
      if (plain === "%" || plain === "+" || !isDropped(plain)) folded += plain
    }
    return folded
  }

  /** Whether a character makes no difference. */
  function isDropped(/** @type {string} */ character) {
    const point = Number(character.codePointAt(0))
    return ArchivePostings.lowerBound(dropped, point + 1) % 2 === 1
  }

  function isDigit(/** @type {string} */ text, /** @type {number} */ place) {
    const point = text.charCodeAt(place)
    return (point >= 0x30 && point <= 0x39) || (point >= 0xff10 && point <= 0xff19)
  }

  /**
   * Folds a text. A point between digits stays: 8.8 is not 88.
   * @returns {Folded}
   */
  function fold(/** @type {string} */ text) {
    let folded = ""
    /** @type {number[]} */
    const map = []
    for (let place = 0; place < text.length; ) {
      const point = /** @type {number} */ (text.codePointAt(place))
      const isPoint = (point === 0x2e || point === 0xff0e) && isDigit(text, place - 1) && isDigit(text, place + 1)
      if (folds[point] === undefined) folds[point] = foldCharacter(String.fromCodePoint(point))
      const plain = isPoint ? "." : /** @type {string} */ (folds[point])
      for (let i = 0; i < plain.length; i++) map.push(place)
      folded += plain
      place += point > 0xffff ? 2 : 1
    }
    map.push(text.length)
    return { text: folded, map }
  }

  /** A folded text in which the characters that can be read in two ways are read the other way: 著力 as 着力. */
  function reread(/** @type {string} */ folded) {
    return [...folded].map((character) => readings.get(character) || character).join("")
  }

  /** The English words of a text, small, without accents, possessives and the commas of numbers. */
  function words(/** @type {string} */ text) {
    /** @type {Word[]} */
    const found = []
    text.toLowerCase().replace(WORD, (word, /** @type {number} */ start) => {
      found.push({ word: plainWord(word), start, end: start + word.length })
      return word
    })
    return found
  }

  function plainWord(/** @type {string} */ word) {
    if (/^[0-9].*,/.test(word)) return word.replace(/,/g, "")
    if (PLAIN.test(word)) return word
    const plain = word.replace(/’/g, "'").replace(/'s$/, "")
    return plain.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
  }

  /** A query as far as it is searched: whole characters, and no more than a reader types. */
  function clip(/** @type {string} */ typed) {
    return typed.slice(0, LONGEST_QUERY).replace(LONE, " ")
  }

  /** Whether a query is longer than what is searched of it. */
  function isLong(/** @type {string} */ typed) {
    return typed.length > LONGEST_QUERY
  }

  /**
   * Reads a query: terms between spaces, "…" as one, -x excluded.
   * @returns {Query}
   */
  function parse(/** @type {string} */ query) {
    /** @type {Query} */
    const parsed = { required: [], excluded: [], isEmpty: true }
    const text = query.slice(0, LONGEST_READ).replace(LONE, " ")
    const typed = new RegExp(TERM, "gu")
    for (let match = typed.exec(text); match; match = typed.exec(text)) {
      const isQuoted = match[2] !== undefined
      const term = makeTerm(isQuoted ? match[2] : match[3], isQuoted, typed.lastIndex === text.length)
      if (term) addTo(match[1] ? parsed.excluded : parsed.required, term)
    }
    parsed.isEmpty = parsed.required.length === 0
    if (parsed.required.some((term) => !isFunctionWord(term))) {
      for (const term of [...parsed.required, ...parsed.excluded].filter(isFunctionWord)) {
        term.isLight = true
        term.isOpen = false
      }
    }
    return parsed
  }

  /** Terms are a set: what is typed twice is one, as it was typed last. */
  function addTo(/** @type {Term[]} */ terms, /** @type {Term} */ term) {
    const former = terms.findIndex(({ kind, text, isQuoted }) => kind === term.kind && text === term.text && isQuoted === term.isQuoted)
    if (former >= 0) terms[former] = term
    else terms.push(term)
  }

  const isFunctionWord = (/** @type {Term} */ term) => !term.isQuoted && term.words.length === 1 && functionWords.has(term.words[0])

  /** @returns {Term | null} */
  function makeTerm(/** @type {string} */ written, /** @type {boolean} */ isQuoted, /** @type {boolean} */ isLast) {
    const plain = written.normalize("NFKC").toLowerCase()
    const text = fold(written).text
    if (!HAN.test(plain)) {
      const found = words(plain).map((word) => word.word)
      const kind = /^[0-9.%]+$/.test(text) ? "number" : "words"
      if (found.length) return { kind, text, words: found, isQuoted, isOpen: isLast && !isQuoted && kind === "words", isLight: false }
    }
    return text ? { kind: "string", text, words: [], isQuoted, isOpen: false, isLight: false } : null
  }

  /**
   * A term with the characters that can be read in two ways read the other way, or null where it has none.
   * @returns {Term | null}
   */
  function otherReading(/** @type {Term} */ term) {
    const text = reread(term.text)
    return term.kind === "string" && text !== term.text ? Object.assign({}, term, { text }) : null
  }

  /**
   * The parts of a Chinese string by a vocabulary: its longest words, one after the other; what is no word is left out.
   * @returns {string[]}
   */
  function partsOf(/** @type {string} */ folded, /** @type {Set<string>} */ vocabulary) {
    const LONGEST_WORD = 12
    const parts = []
    let place = 0
    while (place < folded.length) {
      let length = Math.min(LONGEST_WORD, folded.length - place)
      while (length > 1 && !vocabulary.has(folded.slice(place, place + length))) length--
      if (length > 1) parts.push(folded.slice(place, place + length))
      place += length
    }
    return [...new Set(parts)]
  }

  return { setFolds, fold, words, clip, isLong, parse, LONGEST_QUERY, otherReading, partsOf, HAN }
})()
