// The policies' texts as quotations are looked up in them, from the search's data: of each policy and language its headings
// and blocks, folded, end to end; what scripts/verify/match/texts.py does. Nothing is loaded a second time.
// @ts-check
"use strict"

/** @typedef {{anchor: string, text: string, start: number, isDraft: boolean}} VerifiedUnit */

var ArchiveTexts = (() => {
  /** Of so few policies all are looked into; of more, so many whose pairs of characters, or words, are most like the quotation's. */
  const LIMITS = { few: 12, most: 6 }
  const LOOKED_UP = 12
  const STEP = 32

  /** A policy's text in a language. */
  class PolicyText {
    constructor(/** @type {string} */ policy, /** @type {Language} */ language, /** @type {BothSections[]} */ sections) {
      this.policy = policy
      this.language = language
      this.folded = ""
      /** @type {VerifiedUnit[]} */
      this.units = []
      /** @type {Map<string, Span>} */
      this.spans = new Map()
      /** @type {Map<string, string>} what people call each section */
      this.labels = new Map()
      /** @type {[string, number][]} where each section begins */
      const starts = []
      for (const section of sections.map((both) => both[language])) {
        starts.push([section.anchor, this.folded.length])
        this.labels.set(section.anchor, section.label)
        const [title, ...units] = section.units()
        this.add(section.anchor, title.text, title.isDraft)
        for (const unit of units.filter(({ isName }) => !isName)) this.add(unit.anchor, unit.text, unit.isDraft)
      }
      starts.forEach(([anchor, start], n) => {
        const next = starts.slice(n + 1).find(([other]) => !isWithin(other, anchor))
        this.spans.set(anchor, [start, next ? next[1] : this.folded.length])
      })
    }

    /** Adds a heading or a block. */
    add(/** @type {string} */ anchor, /** @type {string} */ text, isDraft = false) {
      const folded = ArchiveLetters.fold(text)
      this.spans.set(anchor, [this.folded.length, this.folded.length + folded.length])
      if (folded) this.units.push({ anchor, text, start: this.folded.length, isDraft })
      this.folded += folded
    }

    /** What people call a place: 二（一）第1段; Part 2(1), para. 1. */
    label(/** @type {string} */ anchor) {
      const [, section, number] = /^(.*?)-?p(\d+)$/.exec(anchor) || [anchor, anchor, ""]
      const label = this.labels.get(section || "preamble") || ""
      return label + (number && (this.language === "zh" ? `第${number}段` : `, para. ${number}`))
    }

    /** The number of the unit that has a place. */
    unitAt(/** @type {number} */ place) {
      let low = 0
      for (let high = this.units.length; low + 1 < high; ) {
        const middle = (low + high) >> 1
        if (this.units[middle].start <= place) low = middle
        else high = middle
      }
      return low
    }

    /** Whether any of what is printed at a span is English that nobody has confirmed yet. */
    hasDraft(/** @type {Span} */ [start, end]) {
      return start < end && this.units.slice(this.unitAt(start), this.unitAt(end - 1) + 1).some(({ isDraft }) => isDraft)
    }

    /** What is printed at a span, each unit on a line; signs at its ends go with it where the quotation has as many. */
    words(/** @type {Span} */ [start, end], /** @type {string} */ part) {
      const [first, last] = [this.unitAt(start), this.unitAt(end - 1)]
      const [before, after] = outerSigns(part)
      const lines = this.units.slice(first, last + 1).map((unit) => unit.text)
      const map = ArchiveLetters.foldPlaces(this.units[last].text).map
      const high = map[end - 1 - this.units[last].start] + 1
      const low = ArchiveLetters.foldPlaces(this.units[first].text).map[start - this.units[first].start]
      const more = shared(this.units[last].text.slice(high), after)
      const less = shared(reverse(this.units[first].text.slice(0, low)), reverse(before))
      lines[lines.length - 1] = lines[lines.length - 1].slice(0, high + more)
      lines[0] = lines[0].slice(low - less)
      return lines.join("\n")
    }
  }

  /**
   * A text as it was before an edition; what that took away, whose place in the text is not known any more, stands at the end.
   * @param {PolicyText} text
   * @param {[anchor: string, column: number, before: string, after?: string][]} changes
   */
  function undo(text, changes) {
    const column = text.language === "zh" ? 0 : 1
    const former = new PolicyText(text.policy, text.language, [])
    former.labels = text.labels
    const words = new Map(changes.filter((change) => change[1] === column).map(([anchor, , before, after]) => [anchor, { before, after }]))
    const starts = new Map()
    for (const { anchor, text: present, start, isDraft } of text.units) {
      starts.set(start, former.folded.length)
      const { before, after } = words.get(anchor) || { before: present }
      former.add(anchor, after ? present.replace(after, () => before) : before, isDraft)
      words.delete(anchor)
    }
    starts.set(text.folded.length, former.folded.length)
    for (const [anchor, { before }] of words) former.add(anchor, before)
    const placeOf = (/** @type {number} */ start) => (starts.has(start) ? starts.get(start) : former.folded.length)
    for (const [anchor, [low, high]] of text.spans) former.spans.set(anchor, [placeOf(low), placeOf(high)])
    return former
  }

  const reverse = (/** @type {string} */ text) => [...text].reverse().join("")

  /** Whether a section stands within another: by its anchor, or as a box or table, which belong to what they follow but for dashes. */
  function isWithin(/** @type {string} */ other, /** @type {string} */ anchor) {
    return other.startsWith(`${anchor}-`) || (/^(box|t)\d/.test(other) && !/^(box|t)\d|(^|-)d\d+$/.test(anchor))
  }

  /** How many of the signs that follow words in print stand for those that follow them in a quotation. */
  function shared(/** @type {string} */ printed, /** @type {string} */ quoted) {
    let count = 0
    while (count < Math.min(printed.length, quoted.length) && !ArchiveLetters.fold(printed[count])) count++
    return count
  }

  /** The signs before the first word of a text, and those after the last. */
  function outerSigns(/** @type {string} */ part) {
    let [start, end] = [0, part.length]
    while (start < end && !ArchiveLetters.fold(part[start])) start++
    while (end > start && !ArchiveLetters.fold(part[end - 1])) end--
    return [part.slice(0, start), part.slice(end)]
  }

  /** @type {Map<number, Promise<Record<Language, PolicyText>>>} */
  const brought = new Map()
  /** @type {string[] | null} the ids of the policies, in the archive's order */
  let ids = null

  /** The ids of all policies. */
  async function policies() {
    if (!ids) {
      const { collections } = /** @type {{collections: string[][]}} */ (await ArchiveSearchData.bring("filters"))
      ids = collections.slice(0, ArchiveSearchData.head.policies).map(([, path]) => path.split("/")[1])
    }
    return ids
  }

  /** The titles of a policy, which hold quotation marks of their own. */
  async function titles(/** @type {string} */ policy) {
    const { collections } = /** @type {{collections: string[][]}} */ (await ArchiveSearchData.bring("filters"))
    return (collections[(await policies()).indexOf(policy)] || []).slice(2, 4)
  }

  /** A policy's text in both languages; null where there is no such policy. */
  async function bring(/** @type {string} */ policy) {
    const number = (await policies()).indexOf(policy)
    if (number < 0) return null
    let texts = brought.get(number)
    if (!texts) {
      texts = make(policy, number)
      brought.set(number, texts)
      texts.catch(() => brought.delete(number))
    }
    return texts
  }

  async function make(/** @type {string} */ policy, /** @type {number} */ number) {
    const { firsts } = ArchiveSearch.open()
    const ordinals = Array.from({ length: firsts[number + 1] - firsts[number] }, (_, i) => firsts[number] + i)
    const sections = await ArchiveSections.bring(ordinals, ["zh", "en"])
    return { zh: new PolicyText(policy, "zh", sections), en: new PolicyText(policy, "en", sections) }
  }

  /** The policies in which words may stand, in the archive's order. @returns {Promise<string[]>} */
  async function candidates(/** @type {string} */ words, /** @type {Language} */ language) {
    const all = await policies()
    if (all.length <= LIMITS.few) return all
    const { firsts, streams, units } = ArchiveSearch.open()
    const keys = keysOf(words, language)
    const own = (/** @type {Int32Array} */ positions) => (language === "zh" ? units.split(positions).zh : positions)
    const lists = await Promise.all(keys.map(async ([key, offset]) => ({ offset, positions: own(await streams[language].get(key)) })))
    const rarest = lists.filter(({ positions }) => positions.length).sort((a, b) => a.positions.length - b.positions.length)
    /** @type {Map<number, number>} for each place where the words may begin, a bit for each of them that stands as they would have it */
    const votes = new Map()
    rarest.slice(0, LOOKED_UP).forEach(({ offset, positions }, n) => {
      for (const position of positions) {
        const step = Math.floor((position - offset) / STEP)
        votes.set(step, (votes.get(step) || 0) | (1 << n))
      }
    })
    const counted = [...votes].map(([step, bits]) => /** @type {[number, number]} */ ([step, countBits(bits)]))
    const last = units.starts[units.starts.length - 1] * units.cell[language] - 1
    const steps = counted.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 64).map(([step]) => Math.min(last, Math.max(0, step * STEP + STEP / 2)))
    const located = await units.locate(language, Int32Array.from(steps).sort())
    const found = new Set()
    for (const step of steps) {
      const section = located.sections[ArchivePostings.lowerBound(located.begins, located.positions.indexOf(step) + 1) - 1]
      let policy = 0
      while (policy + 1 < firsts.length && firsts[policy + 1] <= section) policy++
      if (policy < all.length && found.size < LIMITS.most) found.add(policy)
    }
    return all.filter((_, number) => found.has(number))
  }

  function countBits(/** @type {number} */ bits) {
    let count = 0
    for (let left = bits; left; left &= left - 1) count++
    return count
  }

  /** What is looked up of words: pairs of characters, or words, each with its distance from the beginning. @returns {[string, number][]} */
  function keysOf(/** @type {string} */ words, /** @type {Language} */ language) {
    if (language === "en") return ArchiveText.words(words).map(({ word }, n) => [word, n])
    const folded = [...ArchiveText.fold(words).text]
    return folded.slice(0, -1).map((character, n) => [character + folded[n + 1], n])
  }

  return { policies, titles, bring, undo, candidates, PolicyText, LIMITS }
})()
