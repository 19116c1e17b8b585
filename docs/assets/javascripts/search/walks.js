// Walks along the places of a query's terms in one part of the streams, section by section: how many places a section has,
// and where the terms stand nearest each other in it. Most queries have one term, whose places were counted before.
// @ts-check
"use strict"

/**
 * @typedef {object} Walk
 * @property {StreamPart} part
 * @property {number} total  positions that all terms take
 * @property {number} terms  how many there are
 * @property {number} present  of the section: how many terms are in it
 * @property {number} places  how many places they have, none within another
 * @property {number} taken  positions of these places
 * @property {number} unit  where they stand nearest each other: -1 where they do not stand together in one
 * @property {number} apart  then the unit of the first that is there
 * @property {number} width  from the first of them to the last
 * @property {boolean} isSure  whether they are just what was typed
 * @property {(section: number) => boolean} go
 */

var ArchiveWalks = (() => {
  const { max } = Math
  const MOST_STEPS = 2000 // along the places of several terms in one section

  const lengthOf = (/** @type {Found} */ { places }, /** @type {StreamPart} */ part) => (part === "en" ? places.lengthEn : places.lengthZh)
  const sureOf = (/** @type {Found} */ { places }, /** @type {StreamPart} */ part) => (part === "zh" ? places.sureZh : part === "en" ? places.sureEn : null)

  /** Of one term, whose places were counted. */
  class TallyWalk {
    constructor(/** @type {Tally} */ tally, /** @type {StreamPart} */ part, /** @type {number} */ length) {
      this.part = part
      this.tally = tally
      this.terms = this.present = 1
      this.total = this.width = length
      this.row = this.taken = this.places = 0
      this.unit = this.apart = -1
      this.isSure = false
    }

    /** Goes to a section, which lies behind the last one; tells whether the term is in it. */
    go(/** @type {number} */ section) {
      const { sections, places, units, sure } = this.tally
      let { row } = this
      while (row < sections.length && sections[row] < section) row++
      this.row = row
      if (row === sections.length || sections[row] > section) return false
      this.places = places[row]
      this.taken = places[row] * this.total
      this.unit = units[row]
      this.isSure = sure[row] === 1
      return true
    }
  }

  /** Of terms whose every place is located. */
  class TermsWalk {
    constructor(/** @type {Found[]} */ found, /** @type {StreamPart} */ part) {
      this.part = part
      this.terms = found.length
      const located = found.map((each) => /** @type {Located} */ (each[part]))
      this.sections = located.map(({ sections }) => sections)
      this.units = located.map(({ units }) => units)
      this.positions = located.map(({ positions }) => positions)
      this.lengths = found.map((each) => lengthOf(each, part))
      this.total = this.lengths.reduce((sum, length) => sum + length, 0)
      this.sure = found.map((each) => sureOf(each, part))
      this.sureAt = found.map(() => 0)
      this.from = found.map(() => 0)
      this.to = found.map(() => 0)
      this.at = found.map(() => 0)
      this.present = this.taken = this.places = 0
      this.unit = -1
      this.apart = this.width = 0
      this.isSure = false
    }

    /** Goes to a section, which lies behind the last one; tells whether any term is in it. */
    go(/** @type {number} */ section) {
      this.present = this.taken = this.places = 0
      for (let t = 0; t < this.terms; t++) {
        const sections = this.sections[t]
        let i = this.to[t]
        if (i < sections.length && sections[i] < section) i = ArchivePostings.seek(sections, section, i)
        this.from[t] = i
        while (i < sections.length && sections[i] === section) i++
        this.to[t] = i
        if (i > this.from[t]) this.present++
      }
      if (!this.present) return false
      this.count()
      this.findNearest()
      return true
    }

    /** Counts the places of all terms, none within another, as they are marked: of those that overlap the first, of equals the longest. */
    count() {
      const { to, positions } = this
      const at = this.start()
      let end = -1
      for (;;) {
        let next = -1
        let position = Infinity
        for (let t = 0; t < at.length; t++) {
          if (at[t] >= to[t]) continue
          const own = positions[t][at[t]]
          if (own > position || (own === position && this.lengths[t] <= this.lengths[next])) continue
          next = t
          position = own
        }
        if (next < 0) return
        at[next]++
        if (position < end) continue
        end = position + this.lengths[next]
        this.places++
        this.taken += this.lengths[next]
      }
    }

    /** The first places of all terms in the section, to go on from. */
    start() {
      for (let t = 0; t < this.from.length; t++) this.at[t] = this.from[t]
      return this.at
    }

    /** Finds where all terms stand nearest each other in one unit, sure places first, of equals the first. */
    findNearest() {
      this.unit = -1
      this.isSure = false
      if (this.present < this.terms) {
        const t = this.from.findIndex((from, i) => from < this.to[i])
        this.apart = this.units[t][this.from[t]]
        return
      }
      const { units, positions } = this
      const at = this.start()
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        let unit = -1
        for (let t = 0; t < at.length; t++) unit = max(unit, units[t][at[t]])
        let start = Infinity
        let end = 0
        let first = -1
        let isSure = true
        for (let t = 0; t < at.length; t++) {
          if (units[t][at[t]] < unit) {
            first = t
            start = -1
            break
          }
          const position = positions[t][at[t]]
          if (position < start) {
            start = position
            first = t
          }
          end = max(end, position + this.lengths[t])
          isSure = isSure && this.isSureAt(t, at[t])
        }
        if (start >= 0) this.consider(unit, end - start, isSure)
        if ((this.isSure && this.width <= this.total) || ++at[first] >= this.to[first]) break // none is nearer, or no more
      }
      if (this.unit < 0) this.apart = this.units[0][this.from[0]]
    }

    consider(/** @type {number} */ unit, /** @type {number} */ width, /** @type {boolean} */ isSure) {
      if (this.unit >= 0 && (this.isSure !== isSure ? this.isSure : this.width <= width)) return
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

  /** A walk along a part of the streams; null where no term is in it. @returns {Walk | null} */
  function along(/** @type {Found[]} */ found, /** @type {StreamPart} */ part) {
    if (found.every((each) => !each[part].sections.length)) return null
    const first = found[0][part]
    return "places" in first ? new TallyWalk(first, part, lengthOf(found[0], part)) : new TermsWalk(found, part)
  }

  return { along }
})()
