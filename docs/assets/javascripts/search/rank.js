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

  /** The members of two rising lists, rising, each once: of the longer one what lies between those of the shorter. */
  function union(/** @type {Int32Array} */ one, /** @type {Int32Array} */ other) {
    const [long, short] = one.length < other.length ? [other, one] : [one, other]
    const merged = new Int32Array(one.length + other.length)
    let count = 0
    let at = 0
    for (let i = 0; i < short.length; i++) {
      const next = long[at] < short[i] ? ArchivePostings.seek(long, short[i], at) : at
      while (at < next) merged[count++] = long[at++]
      merged[count++] = short[i]
      if (long[at] === short[i]) at++
    }
    merged.set(long.subarray(at), count)
    return merged.subarray(0, count + long.length - at)
  }

  /** The sections that have a term, rising. */
  function sectionsOf(/** @type {Found} */ found) {
    const own = [found.zh, found.around, found.en].map((part) => ("places" in part ? part.sections : ArchivePostings.distinct(part.sections)))
    const lists = [...own, ...(found.held ? [found.held] : [])].filter((list) => list.length)
    return lists.length ? lists.reduce(union) : NONE
  }

  /** The members of every required list and of no excluded one; with `isLoose`, of as many required ones as any is. */
  function common(/** @type {Int32Array[]} */ required, /** @type {Int32Array[]} */ excluded, /** @type {boolean} */ isLoose) {
    let kept = isLoose ? most(required) : [...required].sort((a, b) => a.length - b.length).reduce(shared)
    for (const list of excluded) {
      const has = isIn(list)
      kept = kept.filter((section) => !has(section))
    }
    return kept
  }

  /** The members of a rising list that are in another too. */
  function shared(/** @type {Int32Array} */ list, /** @type {Int32Array} */ other) {
    const kept = new Int32Array(list.length)
    let count = 0
    for (let i = 0, at = 0; i < list.length && at < other.length; i++) {
      if (other[at] < list[i]) at = ArchivePostings.seek(other, list[i], at)
      if (other[at] === list[i]) kept[count++] = list[i]
    }
    return kept.subarray(0, count)
  }

  /** A test for rising numbers: whether each is in a rising list. */
  function isIn(/** @type {Int32Array} */ list) {
    let at = 0
    return (/** @type {number} */ value) => {
      if (list[at] < value) at = ArchivePostings.seek(list, value, at)
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

  /**
   * How well a section answers, by its places in one part.
   * @param {Walk} walk
   * @param {InstanceType<typeof ArchiveUnits.Block>} block
   * @param {number} own  the section's number in its block
   * @param {number} size  of the section, in the part's positions
   * @param {boolean} isEntry
   */
  function scoreOf(walk, block, own, size, isEntry) {
    const score = WEIGHTS.density * min(1, walk.taken / (size + 20)) + WEIGHTS.shortness / (1 + size / 50)
    if (walk.unit < 0) return score + WEIGHTS.apart * (walk.present / walk.terms) ** 2
    const near = WEIGHTS.closeness * min(1, walk.total / walk.width) * (walk.isSure ? 1 : WEIGHTS.unsure)
    if (walk.unit >= block.names[own]) return score + near
    const lengths = /** @type {Int32Array} */ (block.lengths[walk.part === "en" ? "en" : "zh"])
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
    const walks = /** @type {Walk[]} */ (PARTS.map((part) => ArchiveWalks.along(found, part)).filter(Boolean))
    const wanted = isWanted ? filtered(kept, firsts, isWanted) : kept
    const hits = {
      count: wanted.length,
      sections: wanted,
      scores: new Float64Array(wanted.length),
      units: new Int32Array(wanted.length),
      languages: new Uint8Array(wanted.length),
      places: new Int32Array(wanted.length),
    }
    for (let from = 0; from < wanted.length; ) {
      const block = units.blockOf(wanted[from])
      const to = ArchivePostings.lowerBound(wanted, block.first + block.names.length, from)
      for (const walk of walks) scoreIn(hits, from, to, { walk, block, size: units.cell[walk.part], firsts })
      from = to
    }
    return hits
  }

  /** The sections that a filter wants. */
  function filtered(/** @type {Int32Array} */ sections, /** @type {Int32Array} */ firsts, /** @type {NonNullable<Options["isWanted"]>} */ isWanted) {
    let collection = 0
    return sections.filter((section) => {
      while (section >= firsts[collection + 1]) collection++
      return isWanted(section, collection)
    })
  }

  /**
   * Scores the hits of one block by their places in one part; a hit keeps the part in which it scores best.
   * @param {Hits} hits
   * @param {number} from
   * @param {number} to
   * @param {{walk: Walk, block: InstanceType<typeof ArchiveUnits.Block>, size: number, firsts: Int32Array}} along
   */
  function scoreIn({ sections, scores, units, languages, places }, from, to, { walk, block, size, firsts }) {
    const language = walk.part === "zh" ? 0 : 1 // Chinese that English quotes is English
    let collection = ArchivePostings.lowerBound(firsts, sections[from] + 1) - 1
    for (let hit = from; hit < to; hit++) {
      const section = sections[hit]
      if (!walk.go(section)) continue
      while (section >= firsts[collection + 1]) collection++
      const own = section - block.first
      const value = scoreOf(walk, block, own, block.size(own) * size, firsts[collection + 1] - firsts[collection] === 1)
      places[hit] += walk.places
      if (value <= scores[hit]) continue
      scores[hit] = value
      units[hit] = walk.unit < 0 ? walk.apart : walk.unit
      languages[hit] = language
    }
  }

  return { sectionsOf, common, score }
})()
