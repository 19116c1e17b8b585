// How often and where first one term stands in each section, of one part of the streams.
//
// A query of one term needs no more than that. The beginning of many keys (一 of 一带, 一流 …) has a list for each of them and
// hundreds of thousands of places; here they are counted section by section, so nothing is put in order.
// @ts-check
"use strict"

/**
 * @typedef {object} Tally  sections that have a term, as columns, rising
 * @property {Int32Array} sections  ordinals over the whole archive
 * @property {Int32Array} places  how many places each has, none within another
 * @property {Int32Array} units  where it stands: the unit of the first place that is sure, else of the first
 * @property {Uint8Array} sure  1 where a place is just what was typed
 * @typedef {object} Lists  the places of a term in one part
 * @property {Int32Array[]} any  rising lists, none with a member of another; of a term of several positions but one
 * @property {Int32Array | null} sure  those that are just what was typed; null for all
 * @property {number} length  positions that one place takes
 * @typedef {object} Lot  some sections of a block
 * @property {InstanceType<typeof ArchiveUnits.Block>} block
 * @property {number} first  the number of the first in the block
 * @property {number} before  the position behind the last
 * @property {number} size  positions in a cell
 */

var ArchiveTallies = (() => {
  const MOST_SECTIONS = 65536 // of a block
  const SECTIONS = 4096 // counted at a time: what is needed for them stays in the processor's cache
  const NEVER = 0x7fffffff
  const NONE = new Int32Array(0)

  /** The sections of a block, some after the others. @returns {Lot[]} */
  function lotsOf(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ size) {
    const lots = []
    for (let first = 0; first < block.names.length; first += SECTIONS) {
      const end = Math.min(first + SECTIONS, block.names.length)
      lots.push({ block, first, size, before: block.edges[end] * size })
    }
    return lots
  }

  /** What is counted in some sections of a block, by their numbers from the first of them on. */
  class Counter {
    constructor() {
      this.places = new Int32Array(SECTIONS)
      /** the first position of each that has any, and the first sure one */
      this.firsts = new Int32Array(SECTIONS)
      this.sureFirsts = new Int32Array(SECTIONS).fill(NEVER)
    }

    /** Counts the places of a list from one on as far as they are in a lot, and tells where the next begin. */
    add(/** @type {Int32Array} */ positions, /** @type {number} */ from, /** @type {Lot} */ { block, first, before, size }, /** @type {number} */ length) {
      const { places, firsts } = this
      let end = -1
      let i = from
      for (; i < positions.length && positions[i] < before; i++) {
        const position = positions[i]
        if (position < end) continue
        end = position + length
        const own = block.sectionAt((position / size) | 0) - first
        if (!places[own]++ || position < firsts[own]) firsts[own] = position
      }
      return i
    }

    /** Notes as sure what was counted of a lot until now. */
    makeSure() {
      for (let own = 0; own < SECTIONS; own++) if (this.places[own]) this.sureFirsts[own] = this.firsts[own]
    }

    /** Notes the places of a list as sure, as `add` counts them. */
    addSure(/** @type {Int32Array} */ positions, /** @type {number} */ from, /** @type {Lot} */ { block, first, before, size }) {
      const { sureFirsts } = this
      let i = from
      for (; i < positions.length && positions[i] < before; i++) {
        const own = block.sectionAt((positions[i] / size) | 0) - first
        if (positions[i] < sureFirsts[own]) sureFirsts[own] = positions[i]
      }
      return i
    }

    /** Writes down what was counted in a lot, from a row on, forgets it, and tells the row behind. */
    write(/** @type {Lot} */ { block, first, size }, /** @type {boolean} */ isSure, /** @type {Tally} */ tally, /** @type {number} */ from) {
      const { places, firsts, sureFirsts } = this
      let row = from
      for (let own = 0; own < SECTIONS; own++) {
        if (!places[own]) continue
        const hasSure = sureFirsts[own] < NEVER
        tally.sections[row] = block.first + first + own
        tally.places[row] = places[own]
        tally.units[row] = block.unitAt(first + own, ((hasSure ? sureFirsts[own] : firsts[own]) / size) | 0)
        tally.sure[row++] = isSure || hasSure ? 1 : 0
        places[own] = 0
        sureFirsts[own] = NEVER
      }
      return row
    }
  }

  const counter = new Counter()

  /** A tally with room for so many sections. @returns {Tally} */
  const room = (/** @type {number} */ count) => ({
    sections: new Int32Array(count),
    places: new Int32Array(count),
    units: new Int32Array(count),
    sure: new Uint8Array(count),
  })

  /**
   * Counts the places of one list, section after section.
   * @param {InstanceType<typeof ArchiveUnits.Block>[]} blocks
   * @param {Int32Array} positions
   * @param {{size: number, length: number}} sizes  positions in a cell, and that a place takes
   * @returns {Tally}
   */
  function countOne(blocks, positions, { size, length }) {
    const { sections, places, units, sure } = room(Math.min(positions.length, blocks.length * MOST_SECTIONS))
    let row = -1
    let i = 0
    for (const block of blocks) {
      const before = block.edges[block.names.length] * size
      let behind = -1 // of the section, and of the last place
      let end = -1
      for (; i < positions.length && positions[i] < before; i++) {
        const position = positions[i]
        if (position < end) continue
        end = position + length
        if (position < behind) {
          places[row]++
          continue
        }
        const cell = (position / size) | 0
        const own = block.sectionAt(cell)
        behind = block.edges[own + 1] * size
        sections[++row] = block.first + own
        places[row] = 1
        units[row] = block.unitAt(own, cell)
      }
    }
    return firstRows({ sections, places, units, sure: sure.fill(1) }, row + 1)
  }

  /** The first rows of a tally. @returns {Tally} */
  const firstRows = (/** @type {Tally} */ { sections, places, units, sure }, /** @type {number} */ count) => ({
    sections: sections.subarray(0, count),
    places: places.subarray(0, count),
    units: units.subarray(0, count),
    sure: sure.subarray(0, count),
  })

  /**
   * Counts a term's places in a part.
   * @param {InstanceType<typeof ArchiveUnits.Units>} units
   * @param {StreamPart} part
   * @param {Lists} lists
   * @returns {Promise<Tally>}
   */
  async function count(units, part, { any: all, sure, length }) {
    const any = all.filter((list) => list.length)
    const blocks = await units.bringFor(part, any)
    const size = units.cell[part]
    if (any.length === 1 && (!sure || sure === any[0])) return countOne(blocks, any[0], { size, length })
    const tally = room(Math.min(any.reduce((sum, list) => sum + list.length, 0), blocks.length * MOST_SECTIONS))
    const lists = any.filter((list) => list !== sure)
    const isCounted = lists.length < any.length // then its places are counted first
    const at = new Int32Array(lists.length)
    let [row, sureAt] = [0, 0]
    for (const lot of ArchiveLists.flatten(blocks.map((block) => lotsOf(block, size)))) {
      if (sure && isCounted) {
        sureAt = counter.add(sure, sureAt, lot, length)
        counter.makeSure()
      } else if (sure) sureAt = counter.addSure(sure, sureAt, lot)
      lists.forEach((list, i) => (at[i] = counter.add(list, at[i], lot, length)))
      row = counter.write(lot, !sure, tally, row)
    }
    return firstRows(tally, row)
  }

  /**
   * What a frequent character has in every part, from what was counted of it (scripts/write/search/counted.py).
   * @param {InstanceType<typeof ArchiveUnits.Units>} units
   * @param {string[]} texts
   * @param {Language | undefined} language
   * @returns {Promise<Found>}
   */
  async function read(units, [held, times, firsts, quoted], language) {
    const { readCodes, readPositions } = ArchiveNumbers
    const sections = language === "en" ? NONE : readPositions(held)
    const zh = { sections, places: readCodes(times), units: readCodes(firsts), sure: new Uint8Array(sections.length).fill(1) }
    for (let row = 0; row < sections.length; row++) zh.places[row]++
    await units.bringOf(sections)
    const { around } = units.split(language === "zh" || !quoted ? NONE : readPositions(quoted))
    const places = { zh: [], en: [], lengthZh: 1, lengthEn: 1, sureZh: null, sureEn: null, isExact: true, isCut: false }
    return { zh, around: await count(units, "around", { any: [around], sure: null, length: 1 }), en: room(0), places }
  }

  return { count, read }
})()
