// A query → the sections in which all of its terms stand and none that it excludes, in order, grouped by page.
//
// 1. Each term's places are found in the index and located in sections.
// 2. Sections that have every required term are kept and scored: whole names of entries first, then titles, then
//    passages; the nearer the terms stand together, and the denser, the higher; equal ones in the archive's order.
// 3. What stands nowhere as typed is read otherwise (著力 as 着力); a question, or a long string, is then taken apart into
//    words. Filters among the words, and questions, are read by a program of their own (typed-filters.js, questions.js).
// @ts-check
"use strict"

/**
 * @typedef {object} Options
 * @property {Language} [language]  only places in this language count
 * @property {(section: number, collection: number) => boolean} [isWanted]  a filter
 * @property {() => boolean} [isOver]  whether nobody waits for the answer any more
 * @typedef {object} Group  the hits in one collection: a policy, an entry, a page
 * @property {number} collection
 * @property {number} from  its first hit
 * @property {number} to
 * @property {number} score  of its best
 */

/** Nobody waits for this answer any more. */
class OverError extends Error {}

var ArchiveSearch = (() => {
  const LONGEST_UNPARTED = 3
  const NONE = new Int32Array(0)
  /** @type {{streams: {zh: InstanceType<typeof ArchivePostings.Stream>, en: InstanceType<typeof ArchivePostings.Stream>}, units: InstanceType<typeof ArchiveUnits.Units>, firsts: Int32Array} | null} */
  let opened = null

  /** What the head tells, made once. */
  function open() {
    if (!opened) {
      const { head } = ArchiveSearchData
      ArchiveText.setFolds(head)
      const counts = ArchivePostings.readNumbers(head.sections)
      const firsts = new Int32Array(counts.length + 1)
      counts.forEach((count, i) => (firsts[i + 1] = firsts[i] + count))
      opened = {
        streams: { zh: new ArchivePostings.Stream("zh", head.zh), en: new ArchivePostings.Stream("en", head.en, head.around ? head.functions : "") },
        units: new ArchiveUnits.Units(head.blocks, head.cells),
        firsts,
      }
    }
    return opened
  }

  /** What a query found. */
  class Result {
    constructor(/** @type {Query} */ query, /** @type {Hits} */ hits) {
      this.query = query
      this.hits = hits
      /** @type {string[] | null} the words by which a long query was searched instead */
      this.parts = null
      /** @type {string | null} what was searched instead, where characters were read the other way */
      this.reading = null
      /** whether a beginning of a word is too short to be searched */
      this.isCut = false
      /** @type {Said} what else is to be said of what was searched */
      this.said = { zh: [], en: [] }
      /** @type {TypedQuery | null} the query with its filters, where any was typed */
      this.asked = null
    }

    /** How many sections were found. */
    get count() {
      return this.hits.count
    }

    /** The unit that shows a hit best, and its language. @returns {[number, Language]} */
    best(/** @type {number} */ hit) {
      return [this.hits.units[hit], this.hits.languages[hit] ? "en" : "zh"]
    }

    /** The hits by collection, the best first. @returns {Group[]} */
    groups() {
      const { firsts } = open()
      const { sections, scores, count } = this.hits
      /** @type {Group[]} */
      const groups = []
      let collection = 0
      for (let from = 0, to = 0; from < count; from = to) {
        while (sections[from] >= firsts[collection + 1]) collection++
        let score = scores[from]
        for (to = from + 1; to < count && sections[to] < firsts[collection + 1]; to++) if (scores[to] > score) score = scores[to]
        groups.push({ collection, from, to, score })
      }
      return groups.sort((a, b) => b.score - a.score || a.collection - b.collection)
    }

    /** The hits of a group, the best first. */
    ranked(/** @type {Group} */ group) {
      const hits = Array.from({ length: group.to - group.from }, (_, i) => group.from + i)
      return hits.sort((a, b) => this.hits.scores[b] - this.hits.scores[a] || a - b)
    }
  }

  /**
   * Searches. The query as typed comes first; only what stands nowhere is searched in another way, and the result says so.
   * @param {string} text
   * @param {Options} [options]
   * @returns {Promise<Result>}
   */
  async function search(text, options = {}) {
    open()
    if (!ArchiveAsked.mayFilter(text)) return searchWords(text, options)
    await ArchiveSearchData.program("asking")
    const asked = await ArchiveTypedFilters.read(text, options)
    const result = await searchWords(asked.words, asked.options)
    result.asked = asked
    for (const language of /** @type {Language[]} */ (["zh", "en"])) result.said[language].unshift(...asked.said[language])
    return result
  }

  /** Searches for words, without filters among them. */
  async function searchWords(/** @type {string} */ text, /** @type {Options} */ options) {
    const query = ArchiveText.parse(text)
    const typed = await searchFor(query, options)
    if (typed.count || query.isEmpty || typed.isCut) return typed
    const reread = query.required.map((term) => ArchiveText.otherReading(term) || term)
    if (reread.some((term, i) => term !== query.required[i])) {
      const result = await searchFor(Object.assign({}, query, { required: reread }), options)
      result.reading = reread.map((term) => term.text).join(" ")
      if (result.count) return result
    }
    if (ArchiveAsked.isQuestion(text)) {
      await ArchiveSearchData.program("asking")
      return (await ArchiveQuestions.search(text, options, searchFor)) || typed
    }
    return (await searchParts(query, options)) || typed
  }

  /** Searches for the words of long Chinese strings: for all of them, else for as many as stand together anywhere. */
  async function searchParts(/** @type {Query} */ query, /** @type {Options} */ options) {
    const parted = await takeApart(query)
    if (!parted) return null
    const result = await searchFor(parted.query, options, true)
    result.parts = parted.parts
    return result
  }

  /** A query in which the words of long Chinese strings stand for them; null where there are none, or none other. */
  async function takeApart(/** @type {Query} */ query) {
    if (!query.required.some((term) => isLong(term))) return null
    const vocabulary = new Set(/** @type {string} */ (await ArchiveSearchData.bring("words")).split(" "))
    const parts = ArchiveLists.flatten(query.required.map((term) => (isLong(term) ? ArchiveText.partsOf(term.text, vocabulary) : [term.text])))
    if (!parts.length || (parts.length === 1 && parts[0] === query.required[0].text)) return null
    const required = ArchiveLists.flatten(parts.map((part) => ArchiveText.parse(`"${part}"`).required))
    return { query: Object.assign({}, query, { required }), parts }
  }

  const isLong = (/** @type {Term} */ term) => term.kind === "string" && term.text.length > LONGEST_UNPARTED

  /** Searches for a query as it is; with `isLoose`, also sections that have but the most of its terms. */
  async function searchFor(/** @type {Query} */ query, /** @type {Options} */ options, isLoose = false) {
    const archive = open()
    const { language, isWanted, isOver } = options
    const isAlone = query.required.filter((term) => !term.isLight).length < 2
    const terms = new ArchiveTerms.Terms(archive.streams, archive.units, language)
    const findAlone = (/** @type {Term[]} */ each) => Promise.all(each.map((term) => terms.findAlone(term)))
    const [required, excluded] = await Promise.all([isAlone ? findAlone(query.required) : terms.findTogether(query.required, isLoose), findAlone(query.excluded)])
    if (isOver && isOver()) throw new OverError()
    const collectionOf = (/** @type {number} */ section) => ArchivePostings.lowerBound(archive.firsts, section + 1) - 1
    const isFiltered = isLoose && isWanted // before it is counted how many terms sections have
    const sectionsOf = (/** @type {Found} */ each) => (isFiltered ? ArchiveRank.sectionsOf(each).filter((section) => isFiltered(section, collectionOf(section))) : ArchiveRank.sectionsOf(each))
    const kept = query.isEmpty
      ? NONE
      : ArchiveRank.common(required.map(sectionsOf), excluded.map(ArchiveRank.sectionsOf), isLoose)
    const hits = await ArchiveRank.score(required.filter((_, i) => !query.required[i].isLight), kept, archive, isWanted)
    const result = new Result(Object.assign({}, query, { required: query.required.map((term, i) => closed(term, required[i])) }), hits)
    result.isCut = required.some((term) => term.places.isCut)
    return required.every((term) => term.places.isExact) ? result : confirm(result)
  }

  /** A term as it was searched: the beginning of too many words stands for itself and its forms, and so it is marked. */
  function closed(/** @type {Term} */ term, /** @type {Found} */ { places }) {
    return places.isCut ? Object.assign({}, term, { isOpen: false }) : term
  }

  /** Keeps those sections whose text holds every term: the candidates of a very long string. */
  async function confirm(/** @type {InstanceType<typeof Result>} */ { query, hits }) {
    const texts = await ArchiveSections.bring([...hits.sections.subarray(0, hits.count)], ["zh", "en"])
    const rows = Int32Array.from(texts.keys()).filter((i) => {
      const units = [...texts[i].zh.units(), ...texts[i].en.units()]
      return query.required.every((term) => units.some(({ text, language }) => ArchiveMarks.find(text, language, term).length))
    })
    return new Result(query, {
      count: rows.length,
      sections: rows.map((i) => hits.sections[i]),
      scores: Float64Array.from(rows, (i) => hits.scores[i]),
      units: rows.map((i) => hits.units[i]),
      languages: Uint8Array.from(rows, (i) => hits.languages[i]),
      places: rows.map((i) => hits.places[i]),
    })
  }

  /** The ordinals of all sections that a query finds, and of the first in order. */
  async function find(/** @type {string} */ text, most = 60) {
    const result = await search(text)
    const { sections, count } = result.hits
    const best = []
    for (const group of result.groups()) {
      for (const hit of result.ranked(group)) best.push(sections[hit])
      if (best.length >= most) break
    }
    return { sections: [...sections.subarray(0, count)], best: best.slice(0, most) }
  }

  /** Forgets what was made of the head, after new data came. */
  function close() {
    opened = null
  }

  return { search, find, takeApart, open, close, Result }
})()
