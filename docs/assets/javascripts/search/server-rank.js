// Hits of a search server → the places of the terms in their texts, ranked by the laws of the files (`rank.js`).
//
// The texts of some sections are laid out as the index lays out those of the whole archive; so what is ranked, counted and
// shown best is the same, whoever found them.
// @ts-check
"use strict"

/**
 * @typedef {{section: number, at: number, text: string}} Laid  a folded text, or a run of one, and its position
 * @typedef {{section: number, at: number, words: string[]}} LaidWords
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
      /** of every section how many names it has, and which unit is its first @type {number[]} */
      this.names = []
      /** @type {number[]} */
      this.begins = []
      /** the first cell of each unit, and the one behind all */
      this.cells = [0]
      /** @type {Record<Language, number[]>} */
      this.lengths = { zh: [], en: [] }
      hits.forEach((hit, i) => this.add(hit, isEntry[i]))
    }

    /** What was laid out, as a block of the index. */
    block() {
      const { names, begins, cells, lengths } = this
      const block = new ArchiveUnits.Block(0, Int32Array.from(names), Int32Array.from([...begins, cells.length - 1]), Int32Array.from(cells))
      block.lengths = { zh: Int32Array.from(lengths.zh), en: Int32Array.from(lengths.en) }
      return block
    }

    add(/** @type {ServerHit} */ { zh, en }, /** @type {boolean} */ isEntry) {
      const { cell, cells, lengths } = this
      const section = this.firsts[this.firsts.length - 1]
      this.ordinals.push(section)
      this.firsts.push(section + (isEntry ? 1 : 2))
      this.names.push(zh.names.length, ...(isEntry ? [] : [0]))
      this.begins.push(cells.length - 1)
      const english = en.units()
      zh.units().forEach(({ text, isName }, unit) => {
        const start = cells[cells.length - 1]
        const own = ArchiveText.fold(text).text
        const words = ArchiveText.words(english[unit].text).map(({ word }) => word)
        const [length, quoted] = [sizeOf(own), this.layQuoted(section, start * cell.zh, english[unit].text)]
        this.strings.zh.push({ section, at: start * cell.zh, text: own })
        this.words.push({ section, at: start * cell.en, words })
        cells.push(start + this.size(length, quoted, words.length, isName ? 1 : this.multiple))
        if (!isName) return
        lengths.zh.push(length)
        lengths.en.push(words.length)
      })
      if (!isEntry) this.begins.push(cells.length - 1)
    }

    /** Lays out the Chinese that an English text quotes, each run by itself, and tells how much it takes. */
    layQuoted(/** @type {number} */ section, /** @type {number} */ begin, /** @type {string} */ english) {
      let at = begin
      const folded = /[^\0-\u2fff]/.test(english) ? ArchiveText.fold(english).text : ""
      for (const [low, high] of quotedRuns(folded)) {
        const text = folded.slice(low, high)
        this.strings.around.push({ section, at, text })
        at += sizeOf(text) + 1
      }
      return at - begin
    }

    /** How many cells a unit takes in the index: as `scripts/write/search/grid.py` counts them. */
    size(/** @type {number} */ length, /** @type {number} */ quoted, /** @type {number} */ words, /** @type {number} */ step) {
      const taken = (/** @type {number} */ size) => (size ? size + 1 : 0)
      const { zh, en } = this.cell
      const needed = Math.max(Math.ceil(taken(length) / zh), Math.ceil(quoted / zh), Math.ceil(taken(words) / en))
      return Math.ceil(needed / step) * step
    }
  }

  /** How many characters a text has. */
  const sizeOf = (/** @type {string} */ text) => [...text].length

  /** Places by section, from the section and the position of each. @returns {Located} */
  function bySection(/** @type {[number, number][]} */ rows) {
    const begins = [...rows.keys()].filter((i) => !i || rows[i - 1][0] < rows[i][0])
    return {
      positions: Int32Array.from(rows, ([, position]) => position),
      sections: Int32Array.from(begins, (i) => rows[i][0]),
      begins: Int32Array.from([...begins, rows.length]),
    }
  }

  /** Where a term stands in some texts, and which of a number's places are the whole number. */
  function findStrings(/** @type {Laid[]} */ texts, /** @type {Term} */ term) {
    /** @type {[number, number][]} */
    const rows = []
    /** @type {number[]} */
    const sure = []
    for (const { section, at, text } of texts) {
      for (let place = text.indexOf(term.text); place >= 0; place = text.indexOf(term.text, place + 1)) rows.push([section, at + place])
      if (term.kind === "number") text.replace(NUMBER, (number, /** @type {number} */ place) => {
        if (number === term.text || number.replace("%", "") === term.text) sure.push(at + place)
        return number
      })
    }
    return { located: bySection(rows), sure: term.kind === "number" ? Int32Array.from(sure) : null }
  }

  /** Where a term stands in the English stream, and where in the very form. */
  function findWords(/** @type {Layout} */ layout, /** @type {Term} */ term) {
    /** @type {[number, number][]} */
    const rows = []
    /** @type {number[]} */
    const sure = []
    const end = term.words.length - 1
    for (const { section, at, words } of term.words.length ? layout.words : []) {
      for (let i = 0; i + end < words.length; i++) {
        if (!term.words.every((wanted, j) => ArchiveMarks.isForm(words[i + j], wanted, term, j === end))) continue
        rows.push([section, at + i])
        if (term.kind === "number" || term.words.every((wanted, j) => words[i + j] === wanted)) sure.push(at + i)
      }
    }
    return { located: bySection(rows), sure: Int32Array.from(sure) }
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
    const none = bySection([])
    const found = query.required.filter((term) => !term.isLight).map((term) => {
      const [zh, en] = [findStrings(layout.strings.zh, term), findWords(layout, term)]
      const isQuoted = language !== "zh" && term.kind === "string" // no Latin word is looked for in what English quotes
      const places = { lengthZh: sizeOf(term.text), lengthEn: Math.max(1, term.words.length), sureZh: zh.sure, sureEn: en.sure }
      const own = language === "en" ? none : zh.located
      const around = isQuoted ? findStrings(layout.strings.around, term).located : none
      return /** @type {Found} */ (/** @type {unknown} */ ({ zh: own, around, en: language === "zh" ? none : en.located, places }))
    })
    const block = layout.block()
    const units = /** @type {any} */ ({ blockOf: () => block, cell: layout.cell })
    const archive = { units, firsts: Int32Array.from(layout.firsts) }
    const { scores, units: best, languages, places } = await ArchiveRank.score(found, Int32Array.from(layout.ordinals), archive, undefined)
    return hits.map((_, i) => ({ score: scores[i], best: /** @type {[number, Language]} */ ([best[i], languages[i] ? "en" : "zh"]), places: places[i] }))
  }

  return { rank }
})()
