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
    const lists = [found.zh.sections, found.around.sections, found.en.sections, found.held || NONE].filter((list) => list.length)
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

  /** Brings the lengths of names that scores need: of the blocks and languages in which a section that was kept is shown best by one. */
  async function bringLengths(/** @type {Meeting[]} */ meetings, /** @type {Int32Array} */ kept, /** @type {InstanceType<typeof ArchiveUnits.Units>} */ units) {
    const brought = []
    for (const { part, sections, units: own } of meetings) {
      const language = part === "en" ? "en" : "zh"
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
    const wanted = isWanted ? filtered(kept, firsts, isWanted) : kept
    const meetings = /** @type {Meeting[]} */ (PARTS.map((part) => ArchiveMeetings.find(found, part, wanted, units)).filter(Boolean))
    await bringLengths(meetings, wanted, units)
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
      for (const meeting of meetings) scoreIn(hits, from, to, { meeting, block, size: units.cell[meeting.part], firsts })
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
   * @param {{meeting: Meeting, block: InstanceType<typeof ArchiveUnits.Block>, size: number, firsts: Int32Array}} along
   */
  function scoreIn(hits, from, to, { meeting, block, size, firsts }) {
    const { sections, scores, units, languages, places } = hits // whose columns are no properties in the loop, where all is repeated
    const { sections: met, places: counts, units: bests, sure, several, total, terms } = meeting
    const { edges, names, first } = block
    const language = meeting.part === "zh" ? 0 : 1 // Chinese that English quotes is English
    let { row } = meeting
    for (let hit = from; hit < to; hit++) {
      const section = sections[hit]
      while (row < met.length && met[row] < section) row++
      if (row === met.length) break
      if (met[row] > section) continue
      const own = section - first
      const positions = (edges[own + 1] - edges[own]) * size
      const taken = several ? several.taken[row] : counts[row] * total
      let value = WEIGHTS.density * min(1, taken / (positions + 20)) + WEIGHTS.shortness / (1 + positions / 50)
      if (several && !several.widths[row]) value += WEIGHTS.apart * (several.present[row] / terms) ** 2
      else {
        const width = several ? several.widths[row] : total
        value += WEIGHTS.closeness * min(1, total / width) * (sure[row] ? 1 : WEIGHTS.unsure)
        if (bests[row] < names[own]) value += nameScore(meeting, row, width, { block, own, firsts })
      }
      places[hit] += counts[row]
      if (value <= scores[hit]) continue
      scores[hit] = value
      units[hit] = bests[row]
      languages[hit] = language
    }
    meeting.row = row
  }

  /**
   * What a section scores more where terms meet in a name of it.
   * @param {Meeting} meeting
   * @param {number} row
   * @param {number} width  that the terms take
   * @param {{block: InstanceType<typeof ArchiveUnits.Block>, own: number, firsts: Int32Array}} place
   */
  function nameScore({ part, total, units, sure }, row, width, { block, own, firsts }) {
    const unit = units[row]
    const lengths = /** @type {Int32Array} */ (block.lengths[part === "en" ? "en" : "zh"])
    const length = lengths[block.namesBefore[own] + unit]
    const value = WEIGHTS.inName + WEIGHTS.nameCover * min(1, total / length)
    if (!sure[row] || width !== length) return value
    const collection = ArchivePostings.lowerBound(firsts, block.first + own + 1) - 1
    const isEntry = firsts[collection + 1] - firsts[collection] === 1
    return value + (isEntry ? WEIGHTS.isName - unit : 0)
  }

  return { sectionsOf, common, shared, score }
})()
