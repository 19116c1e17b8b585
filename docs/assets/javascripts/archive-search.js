// The search of the archive: what the worker behind the search box and the search page have in common.
//
// Chinese is matched as the exact string typed, wherever it stands, whatever its script, width, spaces and punctuation.
// English is matched by words, whatever their inflection, and by the beginning of the word that is being typed.
// The data come in parts that are plain scripts, so the same code works over http and from a folder (file:).
// @ts-check
"use strict"

/**
 * @typedef {{id: string, zh: string, en: string, place_zh: string, place_en: string, year: string, kind: string}} Policy
 * @typedef {{kind: string, zh: string, en: string, url: string, forms?: string[], keys?: string[]}} Entry
 * @typedef {{anchor: string, zh: string, en: string}} Passage
 * @typedef {{policy: number, anchor: string, label_zh: string, label_en: string, title_zh: string, title_en: string,
 *   topics: string[], passages: Passage[]}} Section
 * @typedef {{root: string, simplified: string, shards: number, policies: Policy[], entries: Entry[], topics: Record<string, [string, string]>}} Head
 * @typedef {{text: string, map: number[]}} Folded  the folded text, and for each of its characters its place in the original
 * @typedef {{kind: "exact" | "words", text: string, words: string[], isOpen: boolean}} Term
 * @typedef {{required: Term[], excluded: Term[], isEmpty: boolean}} Query
 */

;(function () {
  /** @type {Map<string, string>} */
  let simplified = new Map()
  const DROPPED = /[\p{P}\p{Z}\p{C}\p{S}]/u
  const KEPT = new Set(["%", "+"])
  const HAN = /\p{Script=Han}/u

  /** Sets the table of Traditional characters: pairs of a character and its Simplified form, one after the other. */
  function setSimplified(/** @type {string} */ pairs) {
    const characters = [...pairs]
    simplified = new Map()
    for (let i = 0; i + 1 < characters.length; i += 2) simplified.set(characters[i], characters[i + 1])
  }

  /** The characters of a text as they are compared: no case, no width, no script, no spaces, no punctuation. */
  function foldCharacter(/** @type {string} */ character) {
    if (character === "○" || character === "〇" || character === "◯") return "〇"
    let folded = ""
    for (const part of character.normalize("NFKC").toLowerCase()) {
      const plain = simplified.get(part) ?? part
      if (KEPT.has(plain) || !DROPPED.test(plain)) folded += plain
    }
    return folded
  }

  /**
   * Folds a text and keeps where each folded character came from. A point between digits stays: 8.8 is not 88.
   * @returns {Folded}
   */
  function fold(/** @type {string} */ text) {
    let folded = ""
    const map = []
    let place = 0
    for (const character of text) {
      const next = text[place + character.length] ?? ""
      const isPoint = (character === "." || character === "．") && /\d/.test(text[place - 1] ?? "") && /[\d０-９]/.test(next)
      const plain = isPoint ? "." : foldCharacter(character)
      for (let i = 0; i < plain.length; i++) map.push(place)
      folded += plain
      place += character.length
    }
    map.push(place)
    return { text: folded, map }
  }

  const ENDS = ["ization", "izing", "ized", "izes", "ize", "ations", "ation", "ings", "ing", "ions", "ion", "ies", "ied", "ed", "es", "s", "e", "y"]

  /** An English word without its inflection. */
  function stem(/** @type {string} */ word) {
    for (const end of ENDS) if (word.endsWith(end) && word.length > end.length + 2) return word.slice(0, -end.length)
    return word
  }

  /** The words of an English text, each with its place. */
  function words(/** @type {string} */ text) {
    const found = []
    for (const match of text.toLowerCase().matchAll(/[a-z0-9]+(?:[.'’][a-z0-9]+)*/g)) {
      found.push({ word: match[0], stem: stem(match[0]), start: match.index, end: match.index + match[0].length })
    }
    return found
  }

  /**
   * Reads a query: terms between spaces, "…" as one, -x excluded. What has Latin letters alone is English words, the rest
   * an exact string.
   * @returns {Query}
   */
  function parse(/** @type {string} */ query) {
    /** @type {Query} */
    const parsed = { required: [], excluded: [], isEmpty: true }
    const pattern = /(-?)(?:["“”]([^"“”]*)["“”]|(\S+))/gu
    const text = query.slice(0, 2000).toWellFormed ? query.slice(0, 2000).toWellFormed() : query.slice(0, 2000)
    for (const match of text.matchAll(pattern)) {
      const isQuoted = match[2] !== undefined
      const written = isQuoted ? match[2] : match[3]
      const isLast = match.index + match[0].length === text.length
      const term = makeTerm(written, isQuoted, isLast)
      if (term) (match[1] ? parsed.excluded : parsed.required).push(term)
    }
    parsed.isEmpty = parsed.required.length === 0
    return parsed
  }

  /** @returns {Term | null} */
  function makeTerm(/** @type {string} */ written, /** @type {boolean} */ isQuoted, /** @type {boolean} */ isLast) {
    const plain = written.normalize("NFKC").toLowerCase()
    if (/[a-z]/.test(plain) && !HAN.test(plain)) {
      const found = words(plain)
      if (found.length) {
        return { kind: "words", text: fold(plain).text, words: found.map((word) => (isQuoted ? word.word : word.word)), isOpen: isLast && !isQuoted }
      }
    }
    const folded = fold(written).text
    return folded ? { kind: "exact", text: folded, words: [], isOpen: false } : null
  }

  /** Whether one English word answers a word of the query. */
  function isWord(/** @type {{word: string, stem: string}} */ found, /** @type {string} */ wanted, /** @type {boolean} */ isOpen) {
    return found.word === wanted || found.stem === stem(wanted) || (isOpen && found.word.startsWith(wanted))
  }

  /**
   * The places of an exact string in a text, as [start, end] in the original.
   * @returns {[number, number][]}
   */
  function findExact(/** @type {Folded} */ folded, /** @type {string} */ wanted) {
    /** @type {[number, number][]} */
    const places = []
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
      const end = folded.map[at + wanted.length - 1]
      places.push([folded.map[at], end])
    }
    return places
  }

  /**
   * The places of English words in a row.
   * @returns {[number, number][]}
   */
  function findWords(/** @type {ReturnType<typeof words>} */ text, /** @type {Term} */ term) {
    /** @type {[number, number][]} */
    const places = []
    const count = term.words.length
    for (let at = 0; at + count <= text.length; at++) {
      const isHere = term.words.every((wanted, i) => isWord(text[at + i], wanted, term.isOpen && i === count - 1))
      if (isHere) places.push([text[at].start, text[at + count - 1].end])
    }
    return places
  }

  /**
   * A text ready to be searched: folded for exact strings and, where it is English, cut into words.
   * The end of an exact place is that of its last character, so that what is marked is whole characters.
   */
  class Text {
    constructor(/** @type {string} */ original, /** @type {boolean} */ isEnglish) {
      this.original = original
      this.isEnglish = isEnglish
      /** @type {Folded | null} */
      this.folded = null
      /** @type {ReturnType<typeof words> | null} */
      this.words = null
    }

    /** @returns {[number, number][]} */
    find(/** @type {Term} */ term) {
      if (term.kind === "words" && this.isEnglish) {
        this.words ??= words(this.original)
        return findWords(this.words, term)
      }
      this.folded ??= fold(this.original)
      return findExact(this.folded, term.text).map(([start, last]) => [start, last + charLength(this.original, last)])
    }
  }

  /** How many code units the character at this place has. */
  function charLength(/** @type {string} */ text, /** @type {number} */ place) {
    const point = text.codePointAt(place)
    return point !== undefined && point > 0xffff ? 2 : 1
  }

  /** A section ready to be searched. */
  class Searchable {
    constructor(/** @type {Section} */ section) {
      this.section = section
      this.texts = [
        { anchor: section.anchor, zh: new Text(section.title_zh, false), en: new Text(section.title_en, true), isTitle: true },
        ...section.passages.map((passage) => ({
          anchor: passage.anchor,
          zh: new Text(passage.zh, false),
          en: new Text(passage.en, true),
          isTitle: false,
        })),
      ]
    }

    /** All places of a term in the section. */
    find(/** @type {Term} */ term) {
      const found = []
      for (const text of this.texts) {
        for (const language of /** @type {const} */ (["zh", "en"])) {
          for (const span of text[language].find(term)) found.push({ text, language, span })
        }
      }
      return found
    }
  }

  /**
   * Searches sections: those in which every required term stands and no excluded one, with what was found in them.
   * @param {Searchable[]} sections
   * @param {Query} query
   */
  function searchSections(sections, query) {
    const hits = []
    for (const searchable of sections) {
      const found = []
      let isHit = true
      for (const term of query.required) {
        const places = searchable.find(term)
        if (!places.length) {
          isHit = false
          break
        }
        found.push(places)
      }
      if (isHit && !query.excluded.some((term) => searchable.find(term).length)) {
        hits.push({ searchable, found, score: scoreOf(searchable, found) })
      }
    }
    return hits
  }

  /** Titles first, then many places near each other in little text. */
  function scoreOf(/** @type {Searchable} */ searchable, /** @type {ReturnType<Searchable["find"]>[]} */ found) {
    let score = 0
    for (const places of found) {
      if (places.some((place) => place.text.isTitle)) score += 1000
      score += Math.min(places.length, 50)
    }
    const together = found.length > 1 && searchable.texts.some((text) => found.every((places) => places.some((p) => p.text === text)))
    const length = searchable.section.passages.reduce((sum, passage) => sum + passage.zh.length, 1)
    return score + (together ? 100 : 0) + 100 / Math.sqrt(length)
  }

  /** Searches the names of entries: terms, indicators, bodies, documents, topics, pages; also pinyin, whole or initials. */
  function searchEntries(/** @type {Entry[]} */ entries, /** @type {Query} */ query) {
    const hits = []
    for (const entry of entries) {
      const zh = new Text([entry.zh, ...(entry.forms ?? [])].join("\n"), false)
      const en = new Text(entry.en, true)
      const keys = entry.keys ?? []
      let score = 0
      const isHit = query.required.every((term) => {
        const inName = zh.find(term).length > 0 || en.find(term).length > 0
        const key = term.kind === "words" && keys.some((k) => k === term.text || (term.text.length > 2 && k.startsWith(term.text)))
        const isName = fold(entry.zh).text === term.text || fold(entry.en).text === term.text || keys.includes(term.text)
        score += isName ? 4000 : inName ? 1500 : key ? 1200 : 0
        return inName || key
      })
      const isExcluded = query.excluded.some((term) => zh.find(term).length || en.find(term).length)
      if (isHit && !isExcluded) hits.push({ entry, score: score + 50 / (1 + entry.zh.length) })
    }
    return hits
  }

  const LONGEST_WORD = 8

  /** The parts of a long Chinese query that no place has whole: the longest words of the texts, one after the other. */
  function partsOf(/** @type {string} */ query, /** @type {Set<string>} */ vocabulary) {
    const text = fold(query).text
    const parts = []
    let place = 0
    while (place < text.length) {
      let length = Math.min(LONGEST_WORD, text.length - place)
      while (length > 1 && !vocabulary.has(text.slice(place, place + length))) length--
      if (length > 1) parts.push(text.slice(place, place + length))
      place += length
    }
    return parts.length > 1 || (parts.length === 1 && parts[0] !== text) ? parts : null
  }

  /** A text with the places marked, as HTML; everything in it is escaped. */
  function mark(/** @type {string} */ text, /** @type {[number, number][]} */ spans) {
    let html = ""
    let place = 0
    for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      if (start < place) continue
      html += escapeHtml(text.slice(place, start)) + "<mark>" + escapeHtml(text.slice(start, end)) + "</mark>"
      place = end
    }
    return html + escapeHtml(text.slice(place))
  }

  function escapeHtml(/** @type {string} */ text) {
    return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  }

  /** The part of a text around its first place, short enough to read in a list. */
  function excerpt(/** @type {string} */ text, /** @type {[number, number][]} */ spans, /** @type {number} */ width) {
    const first = spans.length ? spans[0][0] : 0
    const low = Math.max(0, first - Math.floor(width / 3))
    const high = Math.min(text.length, low + width)
    const inside = /** @type {[number, number][]} */ (
      spans.filter(([start, end]) => start >= low && end <= high).map(([start, end]) => [start - low, end - low])
    )
    return (low > 0 ? "…" : "") + mark(text.slice(low, high), inside) + (high < text.length ? "…" : "")
  }

  Object.assign(globalThis, {
    ArchiveSearch: { setSimplified, fold, parse, stem, words, Text, Searchable, searchSections, searchEntries, partsOf, mark, excerpt, escapeHtml },
  })
})()
