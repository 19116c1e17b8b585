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
      /** its places in the section */
      this.from = this.to = 0
    }

    /** Goes on to a section; tells whether the term is in it. */
    go(/** @type {number} */ section) {
      const { sections, begins } = this
      let { row } = this
      if (row < sections.length && sections[row] < section) row = ArchivePostings.seek(sections, section, row)
      const isIn = row < sections.length && sections[row] === section
      this.row = row
      this.from = isIn ? begins[row] : 0
      this.to = isIn ? begins[row + 1] : 0
      return isIn
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
      const hasOne = one.go(section)
      const hasOther = other.go(section)
      this.present = (hasOne ? 1 : 0) + (hasOther ? 1 : 0)
      if (!this.present) return false
      const own = section - block.first
      this.meet(block, own)
      const first = hasOne ? one : other
      if (!this.width) this.unit = block.unitAt(own, (first.positions[first.from] / this.size) | 0)
      return true
    }

    /** Counts the places of both, none within another: of those that overlap the first, of equals the longest; finds where they are nearest in one unit. */
    meet(/** @type {InstanceType<typeof ArchiveUnits.Block>} */ block, /** @type {number} */ own) {
      const { size, total } = this
      const { positions: ones, length: lengthOne, from, to } = this.one
      const { positions: others, length: lengthOther, from: start, to: stop } = this.other
      let [i, j, places, taken, end, width, best] = [from, start, 0, 0, -1, 0, 0]
      let [lastOne, lastOther] = [-1, -1] // where each stood last
      let [unit, begin, behind] = [-1, 0, 0] // the unit that was looked up last, and its positions
      while (i < to || j < stop) {
        const a = i < to ? ones[i] : FAR
        const b = j < stop ? others[j] : FAR
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
