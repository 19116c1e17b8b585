// Where two strings meet in sections: what meetings.js finds for any terms, in one pass along the places of both.
// @ts-check
"use strict"

var ArchivePairs = (() => {
  const { max } = Math
  const FAR = 0x7fffffff

  /** The sections of a term and its places there, to go along. */
  class Track {
    constructor(/** @type {Located} */ { sections, begins, positions }, /** @type {number} */ length) {
      this.sections = sections
      this.begins = begins
      this.positions = positions
      this.length = length
      this.row = 0
    }

    /** Goes on to a section; tells whether the term is in it. */
    isIn(/** @type {number} */ section) {
      const { sections, row } = this
      if (row < sections.length && sections[row] < section) this.row = ArchivePostings.seek(sections, section, row)
      return this.row < sections.length && sections[this.row] === section
    }
  }

  /** Goes along the places of two terms, section after section. */
  class Pair {
    constructor(/** @type {Track} */ one, /** @type {Track} */ other, /** @type {number} */ size) {
      this.one = one
      this.other = other
      this.size = size // positions in a cell
      this.terms = 2
      this.total = one.length + other.length
      this.present = this.taken = this.places = this.unit = this.width = 0
      this.isSure = false
    }

    /** Goes to a section, which lies behind the last one; tells whether any of the two is in it. */
    go(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ section) {
      const { one, other } = this
      const [hasOne, hasOther] = [one.isIn(section), other.isIn(section)]
      this.present = (hasOne ? 1 : 0) + (hasOther ? 1 : 0)
      if (!this.present) return false
      const [from, to] = hasOne ? [one.begins[one.row], one.begins[one.row + 1]] : [0, 0]
      const [start, end] = hasOther ? [other.begins[other.row], other.begins[other.row + 1]] : [0, 0]
      this.meet(block, section - block.first, [from, to, start, end])
      if (!this.width) this.unit = block.unitAt(section - block.first, ((hasOne ? one.positions[from] : other.positions[start]) / this.size) | 0)
      return true
    }

    /** Counts the places of both, none within another: of those that overlap the first, of equals the longest; finds where they are nearest in one unit. */
    meet(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ own, /** @type {[number, number, number, number]} */ [from, to, start, stop]) {
      const { size, total } = this
      const { positions: ones, length: lengthOne } = this.one
      const { positions: others, length: lengthOther } = this.other
      let [i, j, places, taken, end, width, best] = [from, start, 0, 0, -1, 0, 0]
      let [lastOne, lastOther] = [-1, -1] // where each stood last
      let [unit, begin, behind] = [-1, 0, 0] // the unit that was looked up last, and its positions
      while (i < to || j < stop) {
        const [a, b] = [i < to ? ones[i] : FAR, j < stop ? others[j] : FAR]
        const isOne = a < b || (a === b && lengthOne >= lengthOther)
        const position = isOne ? a : b
        const length = isOne ? lengthOne : lengthOther
        const last = isOne ? lastOther : lastOne
        if (isOne) {
          lastOne = a
          i++
        } else {
          lastOther = b
          j++
        }
        if (position >= end) {
          places++
          taken += length
          end = position + length
        }
        if (last < 0) continue
        const wide = max(position + length, last + (isOne ? lengthOther : lengthOne)) - last
        if (width && width <= max(wide, total)) continue // none is nearer than side by side
        if (position >= behind) {
          unit = block.unitAt(own, (position / size) | 0)
          begin = block.cells[block.begins[own] + unit] * size
          behind = block.cells[block.begins[own] + unit + 1] * size
        }
        if (last < begin) continue
        width = wide
        best = unit
      }
      this.places = places
      this.taken = taken
      this.width = width
      this.unit = best
      this.isSure = width > 0
    }
  }

  return { Track, Pair }
})()
