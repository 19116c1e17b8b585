// What the search page shows of an answer, in the order and part that it asks for: hits with their words in both languages.
// @ts-check
"use strict"

/**
 * @typedef {object} Hit  a section that was found
 * @property {InstanceType<typeof ArchiveSections.Section>} zh
 * @property {InstanceType<typeof ArchiveSections.Section>} en
 * @property {[number, Language]} best  the unit that shows it best, and in which language
 * @property {number} group  how many hits its collection has
 * @typedef {object} Line  a place of a concordance
 * @property {Hit} hit
 * @property {string} anchor
 * @property {Language} language
 * @property {string} before
 * @property {string} match
 * @property {string} after
 * @property {boolean} isDraft  whether it is English that nobody has confirmed yet
 * @typedef {{collection: number, kind: string, path: string, zh: string, en: string, placeZh: string, placeEn: string, year: string, level: string, until: string}} Choice  a collection, as the filters know it
 * @typedef {{collections: string[][], topics: Record<string, [string, string, number[]]>}} Filters
 * @typedef {Record<"query" | "policy" | "place" | "year" | "period" | "level" | "kind" | "topic" | "lang" | "view" | "sort", string | undefined>} State
 */

var ArchiveResults = (() => {
  const CONTEXT = { zh: 30, en: 60 }

  /** The collections as the filters know them. @returns {Promise<Choice[]>} */
  async function choices() {
    const { collections } = /** @type {Filters} */ (await ArchiveSearchData.bring("filters"))
    return collections.map((value, collection) => {
      const [kind, path = "", zh = "", en = "", placeZh = "", placeEn = "", year = "", level = "", until = ""] = value
      return { collection, kind, path, zh, en, placeZh, placeEn, year, level, until }
    })
  }

  const idOf = (/** @type {Choice} */ choice) => choice.path.split("/")[1] || ""

  /** Whether the years that a policy plans for are over on the reader's day; "" where it names none. */
  function periodOf(/** @type {Choice} */ choice) {
    if (!choice.until) return ""
    return Number(choice.until) < new Date().getFullYear() ? "over" : "running"
  }

  /** A test for sections by the filters of a state; null where none is set. */
  async function filter(/** @type {State} */ state) {
    const { policy, place, year, period, level, kind, topic } = state
    if (!(policy || place || year || period || level || kind || topic)) return undefined
    const { topics } = /** @type {Filters} */ (await ArchiveSearchData.bring("filters"))
    const wanted = (await choices()).map(
      (choice) =>
        (!kind || choice.kind === kind) &&
        (!policy || idOf(choice) === policy) &&
        (!place || choice.placeZh === place) &&
        (!year || choice.year === year) &&
        (!period || periodOf(choice) === period) &&
        (!level || choice.level === level),
    )
    const sections = topic ? new Set(topics[topic] ? topics[topic][2] : []) : null
    return (/** @type {number} */ section, /** @type {number} */ collection) => wanted[collection] && (!sections || sections.has(section))
  }

  /** An answer of the engine. */
  class Results {
    constructor(/** @type {InstanceType<typeof ArchiveSearch.Result>} */ result, /** @type {Language | undefined} */ language) {
      this.result = result
      this.language = language
      this.all = result.groups()
      const { policies } = ArchiveSearchData.head
      /** groups of policies, and of entries and pages, the best first */
      this.policies = this.all.filter((group) => group.collection < policies)
      this.entries = this.all.filter((group) => group.collection >= policies)
      /** @type {{hit: number, size: number}[]} */
      this.order = []
    }

    get query() {
      return this.result.query
    }

    /** How many sections of policies there are to be shown. */
    get size() {
      return this.policies.reduce((sum, group) => sum + group.to - group.from, 0)
    }

    get entrySize() {
      return this.entries.length
    }

    /** @returns {Notes} */
    get notes() {
      const { parts, reading, isCut, said, asked } = this.result
      return { parts, reading, isCut, said, asked }
    }

    /** How many sections of policies, places in them, and entries were found. */
    counts() {
      let sections = 0
      let places = 0
      for (const group of this.policies) {
        sections += group.to - group.from
        for (let hit = group.from; hit < group.to; hit++) places += this.result.hits.places[hit]
      }
      return { sections, places, entries: this.entries.length }
    }

    /** How many places each policy has, the most first. */
    countsByPolicy() {
      return this.policies
        .map((group) => ({ collection: group.collection, count: this.result.hits.places.subarray(group.from, group.to).reduce((sum, count) => sum + count, 0) }))
        .sort((a, b) => b.count - a.count || a.collection - b.collection)
    }

    /** Puts the sections of policies in an order: the best first, or as they stand in the archive. */
    arrange(/** @type {boolean} */ isByArchive) {
      const groups = isByArchive ? [...this.policies].sort((a, b) => a.collection - b.collection) : this.policies
      const ordered = groups.map((group) => {
        const size = group.to - group.from
        const hits = isByArchive ? Array.from({ length: size }, (_, i) => group.from + i) : this.result.ranked(group)
        return hits.map((hit) => ({ hit, size }))
      })
      this.order = ArchiveLists.flatten(ordered)
    }

    /** Hits in that order. */
    async hits(/** @type {number} */ from, /** @type {number} */ to) {
      return this.bring(this.order.slice(from, to))
    }

    /** The best hit of each entry. */
    async entryHits(/** @type {number} */ from, /** @type {number} */ to) {
      return this.bring(this.entries.slice(from, to).map((group) => ({ hit: this.result.ranked(group)[0], size: group.to - group.from })))
    }

    /** @returns {Promise<Hit[]>} */
    async bring(/** @type {{hit: number, size: number}[]} */ hits) {
      const texts = await ArchiveSections.bring(hits.map(({ hit }) => this.result.hits.sections[hit]), ["zh", "en"])
      return hits.map(({ hit, size }, i) => Object.assign({}, texts[i], { best: this.result.best(hit), group: size }))
    }

    /** Every place in some hits, with what stands before and after it. */
    lines(/** @type {Hit[]} */ hits) {
      return ArchiveLists.flatten(hits.map((hit) => linesOf(hit, this.query, this.language)))
    }
  }

  /** @returns {Line[]} */
  function linesOf(/** @type {Hit} */ hit, /** @type {Query} */ query, /** @type {Language | undefined} */ language) {
    const units = [...hit.zh.units(), ...hit.en.units()].filter((unit) => !language || unit.language === language)
    const lines = units.map((unit) => {
      const { text } = unit
      return ArchiveMarks.findAll(text, unit.language, query).map(([start, end]) => {
        const { from, to } = contextOf(text, start, end, CONTEXT[unit.language])
        const [before, match, after] = [text.slice(from, start), text.slice(start, end), text.slice(end, to)]
        return { hit, anchor: unit.isName ? hit.zh.anchor : unit.anchor, language: unit.language, before, match, after, isDraft: unit.isDraft }
      })
    })
    return ArchiveLists.flatten(lines)
  }

  // 2025年 and quality are one piece each; what stands between two pieces is a place to cut
  const PIECE = /[0-9０-９A-Za-zß-ɏ.．,'’%％-]/
  const LONGEST_PIECE = 24

  /** From where to where a text is shown around a place: no piece is cut, and no sign that ends something begins it. */
  function contextOf(/** @type {string} */ text, /** @type {number} */ start, /** @type {number} */ end, /** @type {number} */ width) {
    const isWithin = (/** @type {number} */ at) => PIECE.test(text[at - 1] || "") && PIECE.test(text[at] || "")
    const isHalf = (/** @type {number} */ at) => /[\udc00-\udfff]/.test(text[at] || "")
    let from = Math.max(0, start - width)
    for (let most = LONGEST_PIECE; from > 0 && from < start && most > 0 && (isWithin(from) || isHalf(from)); most--) from++
    while (from > 0 && from < start && ArchiveMarks.ENDING.test(text[from])) from++
    let to = Math.min(text.length, end + width)
    for (let most = LONGEST_PIECE; to < text.length && to > end && most > 0 && (isWithin(to) || isHalf(to)); most--) to--
    return { from, to }
  }

  /** Sorts lines by what stands after the match, or by what stands before it, read backwards from the match. */
  function sortLines(/** @type {Line[]} */ lines, /** @type {"left" | "right"} */ side, /** @type {Language} */ language) {
    const { compare } = new Intl.Collator(language === "zh" ? "zh" : "en")
    const keys = new Map(lines.map((line) => [line, side === "right" ? line.after : backwards(line)]))
    const key = (/** @type {Line} */ line) => keys.get(line) || ""
    return lines.sort((a, b) => compare(key(a), key(b)))
  }

  /** What stands before a match, from the match backwards: characters in Chinese, words in English. */
  function backwards(/** @type {Line} */ line) {
    return line.language === "en" ? line.before.trim().split(/\s+/).reverse().join(" ") : [...line.before].reverse().join("")
  }

  return { choices, idOf, filter, linesOf, contextOf, sortLines, Results }
})()
