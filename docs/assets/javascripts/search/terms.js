// Where the terms of a query count. One alone is counted section by section; of several that must stand near each other
// every place is located, those of the rarest term first: of the others only the places in sections that have it count.
// @ts-check
"use strict"

/**
 * @typedef {object} Found  the places of one term that count
 * @property {Located | Tally} zh
 * @property {Located | Tally} around
 * @property {Located | Tally} en
 * @property {Places} places
 * @property {Int32Array} [held]  the sections whose English has it, rising, of a term that has no places there
 * @typedef {object} Listed  what was read of one term
 * @property {Record<StreamPart, Lists>} lists
 * @property {Places} places
 * @property {Int32Array} [held]
 * @typedef {{zh: InstanceType<typeof ArchivePostings.Stream>, en: InstanceType<typeof ArchivePostings.Stream>}} Streams
 */

var ArchiveTerms = (() => {
  /** @type {StreamPart[]} */
  const PARTS = ["zh", "around", "en"]

  class Terms {
    constructor(/** @type {Streams} */ streams, /** @type {InstanceType<typeof ArchiveUnits.Units>} */ units, /** @type {Language | undefined} */ language) {
      this.streams = streams
      this.units = units
      /** the one in which places count; else both */
      this.language = language
    }

    /** Reads the places of a term. @returns {Promise<Listed>} */
    async read(/** @type {Term} */ term) {
      const { streams, language } = this
      const held = term.isLight && language !== "zh" ? await streams.en.get(`+${term.words[0]}`) : undefined
      const places = await ArchivePostings.find(streams, term.isLight ? Object.assign({}, term, { words: [] }) : term)
      const { lengthZh, lengthEn, sureZh, sureEn } = places
      const { zh, around } = this.units.splitAll(places.zh)
      const isQuoted = language !== "zh" && term.kind === "string" // no Latin word is looked for there
      const lists = {
        zh: { any: language === "en" ? [] : zh, sure: sureZh, length: lengthZh },
        around: { any: isQuoted ? around : [], sure: null, length: lengthZh },
        en: { any: language === "zh" ? [] : places.en, sure: sureEn, length: lengthEn },
      }
      return { lists, places, held }
    }

    /** A term of which it counts how often and where first each section has it. @returns {Promise<Found>} */
    async findAlone(/** @type {Term} */ term) {
      const counted = await ArchivePostings.counted(this.streams.zh, term)
      if (counted) return ArchiveTallies.read(this.units, counted, this.language)
      const { lists, places, held } = await this.read(term)
      const [zh, around, en] = await Promise.all(PARTS.map((part) => ArchiveTallies.count(this.units, part, lists[part])))
      return { zh, around, en, places, held }
    }

    /** Terms of which every place counts; with `isLoose`, also where not all of them are. @returns {Promise<Found[]>} */
    async findTogether(/** @type {Term[]} */ terms, /** @type {boolean} */ isLoose) {
      const sought = await Promise.all(terms.map((term) => this.read(term)))
      if (isLoose) return Promise.all(sought.map((each) => this.locate(each)))
      /** @type {Found[]} */
      const found = []
      /** @type {Int32Array | null} */
      let kept = null
      for (const i of [...sought.keys()].sort((a, b) => sizeOf(sought[a]) - sizeOf(sought[b]))) {
        found[i] = await this.locate(sought[i], kept)
        const sections = ArchiveRank.sectionsOf(found[i])
        kept = kept ? ArchiveRank.shared(sections, kept) : sections
      }
      return found
    }

    /** Locates every place of a term, of some sections or of all. @returns {Promise<Found>} */
    async locate(/** @type {Listed} */ { lists, places, held }, /** @type {Int32Array | null} */ sections = null) {
      const find = async (/** @type {StreamPart} */ part) => {
        const { any } = lists[part]
        return this.units.locate(part, ArchivePostings.merge(sections ? await this.units.within(part, any, sections) : any))
      }
      const [zh, around, en] = await Promise.all(PARTS.map(find))
      return { zh, around, en, places, held }
    }
  }

  /** How many places were read of a term. */
  function sizeOf(/** @type {Listed} */ { lists, held }) {
    const own = PARTS.map((part) => lists[part].any.reduce((sum, list) => sum + list.length, 0))
    return own.reduce((sum, size) => sum + size, held ? held.length : 0)
  }

  return { Terms }
})()
