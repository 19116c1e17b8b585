// Which sections a query finds, and how high each stands: from the places of its terms alone, without a text.
//
// A frequent term has hundreds of thousands of places; so all of this walks along columns and makes no object a place.
// @ts-check
"use strict"

/**
 * @typedef {object} Hits  sections that were found, as columns, rising
 * @property {number} count
 * @property {Int32Array} sections
 * @property {Float64Array} scores  higher is better; see WEIGHTS
 * @property {Int32Array} units  the unit of each that shows best what was found
 * @property {Uint8Array} languages  in which language: 0 Chinese, 1 English
 * @property {Int32Array} places  of all terms
 */

var ArchiveRank = (() => {
  // what comes first is worth more than all that follows together
  const WEIGHTS = { isName: 10000, inName: 3000, nameCover: 1500, closeness: 1000, density: 300, shortness: 60, apart: 50, unsure: 0.7 }
  /** @type {StreamPart[]} */
  const PARTS = ["zh", "around", "en"]
  const { min, max } = Math
  const NONE = new Int32Array(0)
  const MOST_STEPS = 2000 // along the places of several terms in one section

  /** The members of two rising lists with repetitions, rising, each once. */
  function union(/** @type {Int32Array} */ one, /** @type {Int32Array} */ other) {
    const merged = new Int32Array(one.length + other.length)
    let count = 0
    for (let i = 0, j = 0; i < one.length || j < other.length; ) {
      const value = j >= other.length || (i < one.length && one[i] <= other[j]) ? one[i++] : other[j++]
      if (!count || merged[count - 1] !== value) merged[count++] = value
    }
    return merged.subarray(0, count)
  }

  /** The sections that have a term, rising. */
  function sectionsOf(/** @type {Found} */ found) {
    const own = [found.zh, found.around, found.en].map(({ sections }) => sections)
    return [...own, ...(found.held ? [found.held] : [])].filter((list) => list.length).reduce(union, NONE)
  }

  /** The members of every required list and of no excluded one; with `isLoose`, of as many required ones as any is. */
  function common(/** @type {Int32Array[]} */ required, /** @type {Int32Array[]} */ excluded, /** @type {boolean} */ isLoose) {
    let kept = isLoose ? most(required) : [...required].sort((a, b) => a.length - b.length).reduce((a, b) => a.filter(isIn(b)))
    for (const list of excluded) {
      const has = isIn(list)
      kept = kept.filter((section) => !has(section))
    }
    return kept
  }

  /** A test for rising numbers: whether each is in a rising list. */
  function isIn(/** @type {Int32Array} */ list) {
    let at = 0
    return (/** @type {number} */ value) => {
      if (list[at] < value) at = ArchivePostings.lowerBound(list, value, at)
      return list[at] === value
    }
  }

  /** The sections that are in as many of the lists as any section is. */
  function most(/** @type {Int32Array[]} */ lists) {
    /** @type {Map<number, number>} */
    const times = new Map()
    for (const list of lists) for (const section of list) times.set(section, (times.get(section) || 0) + 1)
    const top = max(0, ...new Set(times.values()))
    return Int32Array.from([...times].filter(([, count]) => count === top).map(([section]) => section)).sort()
  }

  /** A walk along the places of all terms in one part of the streams, section by section. */
  class Walk {
    constructor(/** @type {Found[]} */ found, /** @type {StreamPart} */ part) {
      this.located = found.map((each) => each[part])
      this.isEmpty = this.located.every(({ sections }) => !sections.length)
      this.lengths = found.map(({ places }) => (part === "en" ? places.lengthEn : places.lengthZh))
      this.total = this.lengths.reduce((sum, length) => sum + length, 0)
      this.sure = found.map(({ places }) => (part === "zh" ? places.sureZh : part === "en" ? places.sureEn : null))
      this.sureAt = found.map(() => 0)
      this.from = found.map(() => 0)
      this.to = found.map(() => 0)
      this.at = found.map(() => 0)
      this.present = this.taken = this.places = 0
      // where the terms stand nearest each other: unit -1 where they do not stand together in one
      this.unit = -1
      this.apart = 0 // then the unit of the first that is there
      this.width = 0
      this.isSure = false
    }

    /** Goes to a section, which lies behind the last one; tells whether any term is in it. */
    go(/** @type {number} */ section) {
      this.present = this.taken = this.places = 0
      if (this.isEmpty) return false
      for (let t = 0; t < this.located.length; t++) {
        const { sections } = this.located[t]
        let i = this.to[t]
        if (i < sections.length && sections[i] < section) i = ArchivePostings.lowerBound(sections, section, i)
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
      if (this.located.length === 1) return this.countOne()
      const at = this.start()
      let end = -1
      for (;;) {
        let next = -1
        let position = Infinity
        for (let t = 0; t < at.length; t++) {
          if (at[t] >= this.to[t]) continue
          const own = this.located[t].positions[at[t]]
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

    /** Counts the places of one term. */
    countOne() {
      const { positions } = this.located[0]
      const length = this.lengths[0]
      let end = -1
      for (let i = this.from[0]; i < this.to[0]; i++) {
        if (positions[i] < end) continue
        end = positions[i] + length
        this.places++
      }
      this.taken = this.places * length
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
      if (this.present < this.located.length) {
        const t = this.from.findIndex((from, i) => from < this.to[i])
        this.apart = this.located[t].units[this.from[t]]
        return
      }
      if (this.located.length === 1) return this.findFirst()
      const at = this.start()
      for (let steps = 0; steps < MOST_STEPS; steps++) {
        let unit = -1
        for (let t = 0; t < at.length; t++) unit = max(unit, this.located[t].units[at[t]])
        let start = Infinity
        let end = 0
        let first = -1
        let isSure = true
        for (let t = 0; t < at.length; t++) {
          const { units, positions } = this.located[t]
          if (units[at[t]] < unit) {
            first = t
            start = -1
            break
          }
          if (positions[at[t]] < start) {
            start = positions[at[t]]
            first = t
          }
          end = max(end, positions[at[t]] + this.lengths[t])
          isSure = isSure && this.isSureAt(t, at[t])
        }
        if (start >= 0) this.consider(unit, end - start, isSure)
        if ((this.isSure && this.width <= this.total) || ++at[first] >= this.to[first]) break // none is nearer, or no more
      }
      if (this.unit < 0) this.apart = this.located[0].units[this.from[0]]
    }

    /** Of one term: its first sure place, else its first. */
    findFirst() {
      const { units } = this.located[0]
      for (let i = this.from[0]; i < this.to[0] && !this.isSure; i++) {
        this.consider(units[i], this.lengths[0], this.isSureAt(0, i))
        if (!this.sure[0]) return
      }
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
      const position = this.located[t].positions[i]
      let at = this.sureAt[t]
      if (at > 0 && sure[at - 1] >= position) at = 0
      if (sure[at] < position) at = ArchivePostings.lowerBound(sure, position, at)
      this.sureAt[t] = at
      return sure[at] === position
    }
  }

  /**
   * How well a section answers, by its places in one part.
   * @param {Walk} walk
   * @param {InstanceType<typeof ArchiveUnits.Block>} block
   * @param {number} own  the section's number in its block
   * @param {StreamPart} part
   * @param {number} size  of the section, in the part's positions
   * @param {boolean} isEntry
   */
  function scoreOf(walk, block, own, part, size, isEntry) {
    const score = WEIGHTS.density * min(1, walk.taken / (size + 20)) + WEIGHTS.shortness / (1 + size / 50)
    if (walk.unit < 0) return score + WEIGHTS.apart * (walk.present / walk.located.length) ** 2
    const near = WEIGHTS.closeness * min(1, walk.total / walk.width) * (walk.isSure ? 1 : WEIGHTS.unsure)
    if (walk.unit >= block.names[own]) return score + near
    const lengths = /** @type {Int32Array} */ (block.lengths[part === "en" ? "en" : "zh"])
    const length = lengths[block.namesBefore[own] + walk.unit]
    const isName = isEntry && walk.isSure && walk.width === length
    return score + near + WEIGHTS.inName + WEIGHTS.nameCover * min(1, walk.total / length) + (isName ? WEIGHTS.isName - walk.unit : 0)
  }

  /** Brings the lengths of names that scores need: of the blocks and languages in which a section that was kept has a place in one. */
  async function bringLengths(/** @type {Found[]} */ found, /** @type {Int32Array} */ kept, /** @type {InstanceType<typeof ArchiveUnits.Units>} */ units) {
    const brought = []
    for (const part of PARTS) {
      const language = part === "en" ? "en" : "zh"
      for (const each of found) {
        const { sections, units: own } = each[part]
        const isKept = isIn(kept)
        for (let i = 0; i < sections.length; ) {
          const block = units.blockOf(sections[i])
          const end = block.first + block.names.length
          let isNeeded = false
          if (!block.lengths[language]) {
            for (; i < sections.length && sections[i] < end && !isNeeded; i++) isNeeded = own[i] < block.names[sections[i] - block.first] && isKept(sections[i])
          }
          if (isNeeded) brought.push(units.bringLengths(block, language))
          i = ArchivePostings.lowerBound(sections, end, i)
        }
      }
    }
    await Promise.all(brought)
  }

  /**
   * Scores the sections that were kept, and drops those that a filter does not want.
   * @param {Found[]} found  of every term
   * @param {Int32Array} kept  rising
   * @param {{units: InstanceType<typeof ArchiveUnits.Units>, firsts: Int32Array}} archive
   * @param {Options["isWanted"]} isWanted
   * @returns {Promise<Hits>}
   */
  async function score(found, kept, { units, firsts }, isWanted) {
    await bringLengths(found, kept, units)
    const hits = {
      count: 0,
      sections: new Int32Array(kept.length),
      scores: new Float64Array(kept.length),
      units: new Int32Array(kept.length),
      languages: new Uint8Array(kept.length),
      places: new Int32Array(kept.length),
    }
    const walks = PARTS.map((part) => new Walk(found, part))
    const sizes = PARTS.map((part) => units.cell[part])
    let collection = 0
    let block = units.blockOf(kept.length ? kept[0] : 0)
    for (let k = 0; k < kept.length; k++) {
      const section = kept[k]
      while (section >= firsts[collection + 1]) collection++
      if (isWanted && !isWanted(section, collection)) continue
      if (section >= block.first + block.names.length) block = units.blockOf(section)
      const own = section - block.first
      const cells = block.size(own)
      const isEntry = firsts[collection + 1] - firsts[collection] === 1
      let best = 0
      let most = -1
      let places = 0
      for (let p = 0; p < walks.length; p++) {
        if (!walks[p].go(section)) continue
        const value = scoreOf(walks[p], block, own, PARTS[p], cells * sizes[p], isEntry)
        places += walks[p].places
        if (value <= most) continue
        best = p
        most = value
      }
      const { unit, apart } = walks[best]
      hits.sections[hits.count] = section
      hits.scores[hits.count] = most
      hits.units[hits.count] = unit < 0 ? apart : unit
      hits.languages[hits.count] = best ? 1 : 0 // Chinese that English quotes is English
      hits.places[hits.count++] = places
    }
    return hits
  }

  return { sectionsOf, common, score }
})()
