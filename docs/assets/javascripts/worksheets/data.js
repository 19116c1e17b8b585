// What the worksheet maker chooses from: names and figures from data/worksheets/, each file a script that hands its value to
// `put`; the texts from the files of the search, where they stand already.
// @ts-check
"use strict"

/**
 * @typedef {[string, number, string, string, string, string, string, number, number[]?, number[]?, number[]?]} SectionRow
 *   anchor, depth, kind, printed place and heading in Chinese and English, number of blocks, rows and columns that each
 *   cell spans, number of cells in each of its rows
 * @typedef {[number, number]} NumberSpan
 * @typedef {[string, string, string, number | null, string, string, string, string, 0 | 1, NumberSpan?, NumberSpan?]} FigureRow  block,
 *   indicator, kind, year, name and value in Chinese and English, whether it is a repetition, where its number stands
 * @typedef {{sections: SectionRow[], figures: FigureRow[]}} PolicyValue
 * @typedef {[string, string, string, string, string, string]} PolicyRow  id, title and place in Chinese and English, year
 * @typedef {[string, string, string, string, number[]]} IndicatorRow  id, topic, name in Chinese and English, policies
 * @typedef {[string, string, string, string, number?, string?]} TermRow  id, Chinese, English, pinyin, where it stands first
 * @typedef {{policies: PolicyRow[], topics: [string, string, string][], indicators: IndicatorRow[], terms: TermRow[]}} IndexValue
 */

var ArchiveWorksheetData = (() => {
  /** @type {Map<string, Promise<any>>} */
  const brought = new Map()
  /** @type {Map<string, any>} */
  const values = new Map()

  const data = {
    /** Where the files are, with a slash at its end. */
    base: "",

    /** What every file calls with its value. */
    put(/** @type {string} */ name, /** @type {any} */ value) {
      values.set(name, value)
    },

    /** The names of all that can be chosen. @returns {Promise<IndexValue>} */
    index: () => bring("index"),

    /** A policy's sections and figures. @returns {Promise<PolicyValue>} */
    policy: (/** @type {string} */ id) => bring(id),

    /** The texts of sections of a collection, by their numbers in it; policies come first, then terms, then indicators. */
    async texts(/** @type {number} */ collection, /** @type {number[]} */ numbers) {
      const counts = ArchivePostings.readNumbers(ArchiveSearchData.head.sections)
      const first = counts.slice(0, collection).reduce((sum, count) => sum + count, 0)
      return ArchiveSections.bring(numbers.map((number) => first + number), ["zh", "en"])
    },
  }

  /** Brings the value of a file; one that could not be loaded is tried anew the next time. */
  function bring(/** @type {string} */ name) {
    let value = brought.get(name)
    if (!value) {
      value = load(name)
      value.catch(() => brought.delete(name))
      brought.set(name, value)
    }
    return value
  }

  /** @returns {Promise<any>} */
  function load(/** @type {string} */ name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script")
      element.src = `${data.base}${name}.js`
      element.onload = () => (values.has(name) ? resolve(values.get(name)) : reject(new Error(`${name} holds no data`)))
      element.onerror = () => reject(new Error(`${element.src} cannot be loaded`))
      document.head.append(element)
    })
  }

  return data
})()
