// Where the terms of a query meet in one part of the streams: for each section how many places they have, and where they
// stand nearest each other. Most queries have one term, whose places were counted before (tallies.js).
// @ts-check
"use strict"

/**
 * @typedef {object} Meeting  sections that have any of the terms, as columns, rising
 * @property {StreamPart} part
 * @property {number} terms  how many there are
 * @property {number} total  positions that all of them take
 * @property {number} row  where to go on looking for sections
 * @property {Int32Array} sections  ordinals over the whole archive
 * @property {Int32Array} places  how many places all terms have, none within another
 * @property {Int32Array} units  in which they stand nearest each other; apart from each other, the first term's first one
 * @property {Uint8Array} sure  1 where they are just what was typed
 * @property {Several | null} several  what is known of several terms
 * @typedef {object} Several
 * @property {Int32Array} present  how many of the terms a section has
 * @property {Int32Array} taken  positions of all places
 * @property {Int32Array} widths  from the first of them to the last where they are nearest; 0 where no unit has all
 */

var ArchiveMeetings = (() => {
  const MOST_STEPS = 2000 // along the places of several terms in one section

  const lengthOf = (/** @type {Found} */ { places }, /** @type {StreamPart} */ part) => (part === "en" ? places.lengthEn : places.lengthZh)
  const sureOf = (/** @type {Found} */ { places }, /** @type {StreamPart} */ part) => (part === "zh" ? places.sureZh : part === "en" ? places.sureEn : null)

  /** Goes along the places of several terms, section after section. */
  class Walk {
    constructor(/** @type {Found[]} */ found, /** @type {StreamPart} */ part, /** @type {number} */ size) {
      const located = found.map((each) => /** @type {Located} */ (each[part]))
      const numbers = () => new Int32Array(found.length)
      this.size = size // positions in a cell
      this.terms = found.length
      this.sections = located.map(({ sections }) => sections)
      this.begins = located.map(({ begins }) => begins)
      this.positions = located.map(({ positions }) => positions)
      this.lengths = Int32Array.from(found, (each) => lengthOf(each, part))
      this.total = this.lengths.reduce((sum, length) => sum + length, 0)
      this.sure = found.map((each) => sureOf(each, part))
      this.sureAt = numbers()
      this.rows = numbers()
      /** of each term its places in the section */
      this.from = numbers()
      this.to = numbers()
      this.at = numbers()
      this.present = this.taken = this.places = 0
      this.unit = this.width = 0
      this.isSure = false
    }

    /** Goes to a section, which lies behind the last one; tells whether any term is in it. */
    go(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ section) {
      const { terms, from, to, rows } = this
      this.present = 0
      for (let t = 0; t < terms; t++) {
        const sections = this.sections[t]
        let row = rows[t]
        if (row < sections.length && sections[row] < section) rows[t] = row = ArchivePostings.seek(sections, section, row)
        from[t] = to[t] = 0
        if (row === sections.length || sections[row] > section) continue
        from[t] = this.begins[t][row]
        to[t] = this.begins[t][row + 1]
        this.present++
      }
      if (!this.present) return false
      const own = section - block.first
      this.count()
      this.width = 0
      this.isSure = false
      if (this.present === terms) this.findNearest(block, own)
      if (!this.width) this.unit = this.firstUnit(block, own)
      return true
    }

    /** Counts the places of all terms, none within another, as they are marked: of those that overlap the first, of equals the longest. */
    count() {
      const { terms, to, positions, lengths } = this
      const at = this.start()
      let [places, taken, end] = [0, 0, -1]
      for (;;) {
        let next = -1
        let position = 0
        for (let t = 0; t < terms; t++) {
          if (at[t] >= to[t]) continue
          const own = positions[t][at[t]]
          if (next >= 0 && (own > position || (own === position && lengths[t] <= lengths[next]))) continue
          next = t
          position = own
        }
        if (next < 0) break
        at[next]++
        if (position < end) continue
        end = position + lengths[next]
        places++
        taken += lengths[next]
      }
      this.places = places
      this.taken = taken
    }

    /** The first places of all terms in the section, to go on from. */
    start() {
      this.at.set(this.from)
      return this.at
    }

    /** Finds where all terms stand nearest each other in one unit, sure places first, of equals the first. */
    findNearest(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ own) {
      const { size, terms, to, positions, lengths } = this
      const at = this.start()
      let [unit, begin, end] = [-1, 0, 0] // the unit of the last of the places, and its positions
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        let low = Infinity
        let high = 0
        let last = 0
        let first = -1
        for (let t = 0; t < terms; t++) {
          const position = positions[t][at[t]]
          if (position < low) {
            low = position
            first = t
          }
          if (position > last) last = position
          if (position + lengths[t] > high) high = position + lengths[t]
        }
        if (last >= end) {
          unit = block.unitAt(own, (last / size) | 0)
          begin = block.cells[block.begins[own] + unit] * size
          end = block.cells[block.begins[own] + unit + 1] * size
        }
        if (low < begin) first = this.firstBefore(begin)
        else this.consider(unit, high - low)
        if ((this.isSure && this.width <= this.total) || ++at[first] >= to[first]) break // none is nearer, or no more
      }
    }

    /** The unit in which the first of the terms that is there stands first. */
    firstUnit(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ own) {
      const { from, to, positions, size } = this
      const t = from.findIndex((place, i) => place < to[i])
      return block.unitAt(own, (positions[t][from[t]] / size) | 0)
    }

    /** The first of the terms whose place is before a position. */
    firstBefore(/** @type {number} */ begin) {
      let t = 0
      while (this.positions[t][this.at[t]] >= begin) t++
      return t
    }

    /** Keeps where all terms stand if no place before was as good. */
    consider(/** @type {number} */ unit, /** @type {number} */ width) {
      let isSure = true
      for (let t = 0; isSure && t < this.terms; t++) isSure = this.isSureAt(t, this.at[t])
      if (this.width && (this.isSure !== isSure ? this.isSure : this.width <= width)) return
      this.unit = unit
      this.width = width
      this.isSure = isSure
    }

    /** Whether a term's place is just what was typed; asked in the order of places, or nearly so. */
    isSureAt(/** @type {number} */ t, /** @type {number} */ i) {
      const sure = this.sure[t]
      if (!sure) return true
      const position = this.positions[t][i]
      let at = this.sureAt[t]
      if (at > 0 && sure[at - 1] >= position) at = 0
      if (sure[at] < position) at = ArchivePostings.seek(sure, position, at)
      this.sureAt[t] = at
      return sure[at] === position
    }
  }

  /** The same of two terms whose places are all just what was typed. */
  function pairOf(/** @type {Found[]} */ found, /** @type {StreamPart} */ part, /** @type {number} */ size) {
    const [one, other] = found.map((each) => new ArchivePairs.Track(/** @type {Located} */ (each[part]), lengthOf(each, part)))
    return new ArchivePairs.Pair(one, other, size)
  }

  /** Where several terms meet in some sections. @returns {Meeting} */
  function walkAlong(/** @type {Found[]} */ found, /** @type {StreamPart} */ part, /** @type {Int32Array} */ kept, /** @type {InstanceType<typeof ArchiveUnits.Units>} */ units) {
    const walk = found.length === 2 && found.every((each) => !sureOf(each, part)) ? pairOf(found, part, units.cell[part]) : new Walk(found, part, units.cell[part])
    const numbers = () => new Int32Array(kept.length)
    const [sections, places, own, present, taken, widths] = [numbers(), numbers(), numbers(), numbers(), numbers(), numbers()]
    const sure = new Uint8Array(kept.length)
    let row = 0
    for (let i = 0; i < kept.length; ) {
      const block = units.blockOf(kept[i])
      for (const end = block.first + block.names.length; i < kept.length && kept[i] < end; i++) {
        if (!walk.go(block, kept[i])) continue
        sections[row] = kept[i]
        places[row] = walk.places
        own[row] = walk.unit
        present[row] = walk.present
        taken[row] = walk.taken
        widths[row] = walk.width
        sure[row++] = walk.isSure ? 1 : 0
      }
    }
    return { part, terms: walk.terms, total: walk.total, row: 0, sections: sections.subarray(0, row), places, units: own, sure, several: { present, taken, widths } }
  }

  /** Where terms meet in a part, in some sections that rise; null where none of them is. @returns {Meeting | null} */
  function find(/** @type {Found[]} */ found, /** @type {StreamPart} */ part, /** @type {Int32Array} */ kept, /** @type {InstanceType<typeof ArchiveUnits.Units>} */ units) {
    if (found.every((each) => !each[part].sections.length)) return null
    const first = found[0][part]
    if (!("places" in first)) return walkAlong(found, part, kept, units)
    return Object.assign({ part, terms: 1, total: lengthOf(found[0], part), row: 0, several: null }, first)
  }

  return { find }
})()
