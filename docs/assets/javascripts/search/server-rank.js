// Hits of a search server → the places of the terms in their texts, ranked by the laws of the files (`rank.js`).
//
// The texts of some sections are laid out as the index lays out those of the whole archive; so what is ranked, counted and
// shown best is the same, whoever found them.
// @ts-check
"use strict"

/**
 * @typedef {{section: number, unit: number, at: number, text: string}} Laid  a folded text, or a run of one, and its position
 * @typedef {{section: number, unit: number, at: number, words: string[]}} LaidWords
 * @typedef {{source: ServerSource, zh: InstanceType<typeof ArchiveSections.Section>, en: InstanceType<typeof ArchiveSections.Section>}} ServerHit
 */

var ArchiveServerRank = (() => {
  const AROUND = 12 // as in scripts/write/search/share.py
  const HAN_RUN = /[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3134f}]+/gu
  const NUMBER = /[0-9]+(?:\.[0-9]+)*%?/g

  /** Where a folded English text quotes Chinese, each run with a little of what is around it. @returns {[number, number][]} */
  function quotedRuns(/** @type {string} */ folded) {
    /** @type {[number, number][]} */
    const runs = []
    folded.replace(HAN_RUN, (run, /** @type {number} */ start) => {
      const [low, high] = [Math.max(0, start - AROUND), Math.min(folded.length, start + run.length + AROUND)]
      const former = runs[runs.length - 1]
      if (former && low <= former[1]) former[1] = high
      else runs.push([low, high])
      return run
    })
    return runs
  }

  /** The texts of sections in two streams, with the cells and lengths by which sections are ranked. */
  class Layout {
    constructor(/** @type {ServerHit[]} */ hits, /** @type {boolean[]} */ isEntry) {
      /** Chinese, and runs of Chinese that English quotes @type {Record<"zh" | "around", Laid[]>} */
      this.strings = { zh: [], around: [] }
      /** @type {LaidWords[]} */
      this.words = []
      /** sections of pages that have but one take one number, others two: by that the ranking knows entries @type {number[]} */
      this.ordinals = []
      this.firsts = [0]
      const [zh, en, multiple] = ArchiveSearchData.head.cells
      this.cell = { zh, around: zh, en }
      this.multiple = multiple
      /** @type {number[]} */
      this.sizes = []
      /** what the ranking reads of a block of the index: every section is in one @type {Record<string, any>} */
      this.block = { first: 0, names: [], namesBefore: [], lengths: { zh: [], en: [] }, size: (/** @type {number} */ own) => this.sizes[own] }
      this.at = { zh: 0, around: 0, en: 0 }
      hits.forEach((hit, i) => this.add(hit, isEntry[i]))
    }

    add(/** @type {ServerHit} */ { zh, en }, /** @type {boolean} */ isEntry) {
      const section = this.firsts[this.firsts.length - 1]
      const { names, namesBefore, lengths } = this.block
      this.ordinals.push(section)
      this.firsts.push(section + (isEntry ? 1 : 2))
      names[section] = zh.names.length
      namesBefore[section] = lengths.zh.length
      this.sizes[section] = 0
      const english = en.units()
      zh.units().forEach(({ text, isName }, unit) => {
        const own = ArchiveText.fold(text).text
        const words = ArchiveText.words(english[unit].text).map(({ word }) => word)
        const [length, quoted] = [sizeOf(own), this.layQuoted(section, unit, english[unit].text)]
        this.strings.zh.push({ section, unit, at: this.at.zh, text: own })
        this.words.push({ section, unit, at: this.at.en, words })
        this.at.zh += length + 1
        this.at.en += words.length + 1
        this.sizes[section] += this.cells(length, quoted, words.length, isName ? 1 : this.multiple)
        if (!isName) return
        lengths.zh.push(length)
        lengths.en.push(words.length)
      })
    }

    /** Lays out the Chinese that an English text quotes, each run by itself, and tells how much it takes. */
    layQuoted(/** @type {number} */ section, /** @type {number} */ unit, /** @type {string} */ english) {
      const begin = this.at.around
      const folded = /[^\0-\u2fff]/.test(english) ? ArchiveText.fold(english).text : ""
      for (const [low, high] of quotedRuns(folded)) {
        const text = folded.slice(low, high)
        this.strings.around.push({ section, unit, at: this.at.around, text })
        this.at.around += sizeOf(text) + 1
      }
      return this.at.around - begin
    }

    /** How many cells a unit takes in the index: as `scripts/write/search/grid.py` counts them. */
    cells(/** @type {number} */ length, /** @type {number} */ quoted, /** @type {number} */ words, /** @type {number} */ step) {
      const taken = (/** @type {number} */ size) => (size ? size + 1 : 0)
      const { zh, en } = this.cell
      const needed = Math.max(Math.ceil(taken(length) / zh), Math.ceil(quoted / zh), Math.ceil(taken(words) / en))
      return Math.ceil(needed / step) * step
    }
  }

  /** How many characters a text has. */
  const sizeOf = (/** @type {string} */ text) => [...text].length

  /** Places as columns. @returns {Located} */
  function columns(/** @type {[number, number, number][]} */ rows) {
    const column = (/** @type {number} */ i) => Int32Array.from(rows, (row) => row[i])
    return { sections: column(0), units: column(1), positions: column(2) }
  }

  /** Where a term stands in some texts, and which of a number's places are the whole number. */
  function findStrings(/** @type {Laid[]} */ texts, /** @type {Term} */ term) {
    /** @type {[number, number, number][]} */
    const rows = []
    /** @type {number[]} */
    const sure = []
    for (const { section, unit, at, text } of texts) {
      for (let place = text.indexOf(term.text); place >= 0; place = text.indexOf(term.text, place + 1)) rows.push([section, unit, at + place])
      if (term.kind === "number") text.replace(NUMBER, (number, /** @type {number} */ place) => {
        if (number === term.text || number.replace("%", "") === term.text) sure.push(at + place)
        return number
      })
    }
    return { located: columns(rows), sure: term.kind === "number" ? Int32Array.from(sure) : null }
  }

  /** Where a term stands in the English stream, and where in the very form. */
  function findWords(/** @type {Layout} */ layout, /** @type {Term} */ term) {
    /** @type {[number, number, number][]} */
    const rows = []
    /** @type {number[]} */
    const sure = []
    const end = term.words.length - 1
    for (const { section, unit, at, words } of term.words.length ? layout.words : []) {
      for (let i = 0; i + end < words.length; i++) {
        if (!term.words.every((wanted, j) => ArchiveMarks.isForm(words[i + j], wanted, term, j === end))) continue
        rows.push([section, unit, at + i])
        if (term.kind === "number" || term.words.every((wanted, j) => words[i + j] === wanted)) sure.push(at + i)
      }
    }
    return { located: columns(rows), sure: Int32Array.from(sure) }
  }

  /**
   * Ranks hits.
   * @param {ServerHit[]} hits
   * @param {boolean[]} isEntry  whether each is all that its page has
   * @param {Query} query
   * @param {Language | undefined} language
   * @returns {Promise<{score: number, best: [number, Language], places: number}[]>}
   */
  async function rank(hits, isEntry, query, language) {
    const layout = new Layout(hits, isEntry)
    const none = columns([])
    const found = query.required.filter((term) => !term.isLight).map((term) => {
      const [zh, en] = [findStrings(layout.strings.zh, term), findWords(layout, term)]
      const isQuoted = language !== "zh" && term.kind === "string" // no Latin word is looked for in what English quotes
      const places = { lengthZh: sizeOf(term.text), lengthEn: Math.max(1, term.words.length), sureZh: zh.sure, sureEn: en.sure }
      const own = language === "en" ? none : zh.located
      const around = isQuoted ? findStrings(layout.strings.around, term).located : none
      return /** @type {Found} */ (/** @type {unknown} */ ({ zh: own, around, en: language === "zh" ? none : en.located, places }))
    })
    const units = /** @type {any} */ ({ blockOf: () => layout.block, cell: layout.cell })
    const archive = { units, firsts: Int32Array.from(layout.firsts) }
    const { scores, units: best, languages, places } = await ArchiveRank.score(found, Int32Array.from(layout.ordinals), archive, undefined)
    return hits.map((_, i) => ({ score: scores[i], best: /** @type {[number, Language]} */ ([best[i], languages[i] ? "en" : "zh"]), places: places[i] }))
  }

  return { rank }
})()
