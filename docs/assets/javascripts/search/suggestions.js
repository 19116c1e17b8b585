// What else a reader may search for where a query finds nothing: without filters or exclusions, its words one by one, words
// that are spelt nearly so. Only what finds something is suggested.
// @ts-check
"use strict"

/** @typedef {{query: string, count: number, isUnfiltered: boolean}} Suggestion  a query, and how many sections it finds */

var ArchiveSuggestions = (() => {
  const MOST = 6
  const MOST_TRIED = 40
  const MOST_MEANT = 24 // of what may have been meant by a term
  const MOST_NEAR = 3 // for one word
  const MOST_SHARDS = 24 // of the words with one beginning
  const LONGEST_STRING = 6 // of whose parts all are tried
  const LONG = 6 // a word of so many letters may have two mistakes
  const SPOKEN = /[aeiouy]/ // a word has a vowel; the initials of pinyin, by which terms are found too, are nobody's spelling

  /** How many letters to put in, leave out, change or swap to make one word of another; no more than `most` matter. */
  function distance(/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ most) {
    if (Math.abs(one.length - other.length) > most) return most + 1
    const width = other.length + 1
    const table = Array.from({ length: (one.length + 1) * width }, (_, i) => (i < width ? i : i % width ? 0 : i / width))
    for (let i = 1; i <= one.length; i++) {
      for (let j = 1; j < width; j++) {
        const at = i * width + j
        const isSame = one[i - 1] === other[j - 1]
        let cost = Math.min(table[at - 1] + 1, table[at - width] + 1, table[at - width - 1] + (isSame ? 0 : 1))
        const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
        if (isSwapped) cost = Math.min(cost, table[at - 2 * width - 2] + 1)
        table[at] = cost
      }
    }
    return table[table.length - 1]
  }

  /** English words that are spelt nearly as one, the nearest and most frequent first. */
  async function nearWords(/** @type {string} */ word) {
    const stream = ArchiveSearch.open().streams.en
    const most = word.length < LONG ? 1 : 2
    const isFew = (/** @type {string} */ start) => stream.range(start, `${start}\uffff`).last - stream.range(start, start).first < MOST_SHARDS
    const start = [word.slice(0, 1), word.slice(0, 2)].find(isFew)
    if (word.length < 3 || !start || !SPOKEN.test(word)) return []
    const keys = await stream.all(start, (key) => key !== word && SPOKEN.test(key) && distance(key, word, most) <= most)
    const rank = (/** @type {[string, Int32Array]} */ [key, places]) => distance(key, word, most) * 1e6 - Math.min(places.length, 1e5)
    return keys.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_NEAR).map(([key]) => key)
  }

  /** What a Chinese string may have been meant as, and what it holds of at least half its length, the longest first. */
  async function nearStrings(/** @type {string} */ string) {
    const meant = (await ArchiveMistakes.meant(string)).map(({ text }) => text).slice(0, MOST_MEANT)
    if (string.length > LONGEST_STRING) {
      const words = /** @type {string} */ (await ArchiveSearchData.bring("words")).split(" ")
      return meant.concat(ArchiveText.partsOf(string, new Set(words)).slice(0, MOST_NEAR))
    }
    for (let length = string.length - 1; length > 1 && length * 2 >= string.length; length--) {
      for (let start = 0; start + length <= string.length; start++) meant.push(string.slice(start, start + length))
    }
    return meant
  }

  /** What words that are spelt nearly so, and Chinese that is read so. */
  async function nearSpelt(/** @type {Term} */ term) {
    const { exact, near } = await ArchivePinyin.meant(term.words.join(""))
    const choices = await Promise.all(term.words.map(async (word) => [word].concat(await nearWords(word))))
    const most = Math.max(...choices.map((list) => list.length))
    const { words: spelt } = await ArchivePinyin.open()
    const words = Array.from({ length: Math.max(0, most - 1) }, (_, i) => choices.map((list) => list[i + 1] || list[0]).join(" "))
    return [...exact.slice(0, MOST_MEANT), ...words.filter((word) => !spelt.has(word)), ...near.slice(0, MOST_MEANT)]
  }

  const write = (/** @type {Term} */ term) => (term.kind === "string" ? term.text : term.words.join(" "))

  /** What could be meant by a term. @returns {Promise<string[]>} */
  async function near(/** @type {Term} */ term) {
    if (term.kind === "string") return nearStrings(term.text)
    if (term.kind === "number") return []
    return nearSpelt(term)
  }

  /** Chinese that is read as several words of letters are together: zhiliang qiangshi. */
  async function readWhole(/** @type {Query} */ query, /** @type {string} */ typed) {
    const isSpelt = query.required.length > 1 && query.required.every((term) => term.kind === "words")
    const { exact, near } = isSpelt ? await ArchivePinyin.meant(typed) : { exact: [], near: [] }
    return exact.concat(near.slice(0, MOST_NEAR)).slice(0, MOST_MEANT)
  }

  /** Whether something was found, and for no other words than those that were typed. */
  const isAsTyped = (/** @type {InstanceType<typeof ArchiveSearch.Result>} */ result) => result.count > 0 && !result.parts && !result.reading

  /** All queries that may be meant by one that finds nothing, the nearest to it first; only a term that is nowhere is changed. */
  async function candidates(/** @type {Query} */ query, /** @type {string} */ typed, /** @type {Options} */ options) {
    const all = query.required.map(write)
    const known = await Promise.all(all.map(async (text) => isAsTyped(await ArchiveSearch.search(text, options))))
    const others = await Promise.all(query.required.map((term, i) => (known[i] ? [] : near(term))))
    const mended = Array.from({ length: Math.max(0, ...others.map((list) => list.length)) }, (_, n) => all.map((own, i) => (known[i] ? own : others[i][n] || others[i][0] || "")).join(" ").trim())
    const alone = all.length > 1 ? all.concat(ArchiveLists.flatten(others)) : []
    return [all.join(" "), ...(await readWhole(query, typed)), ...mended, ...alone]
  }

  /**
   * Suggests what finds something.
   * @param {string} typed
   * @param {Options} options  with which it found nothing
   * @returns {Promise<Suggestion[]>}
   */
  async function suggest(typed, options) {
    /** @type {Suggestion[]} */
    const found = []
    const add = async (/** @type {string} */ query, /** @type {Options} */ how) => {
      if (found.length >= MOST || found.some((one) => one.query === query)) return
      const result = await ArchiveSearch.search(query, how)
      if (isAsTyped(result)) found.push({ query, count: result.count, isUnfiltered: how !== options })
    }
    if (options.isWanted || options.language) await add(typed, { isOver: options.isOver })
    const tried = new Set(await candidates(ArchiveText.parse(typed), typed, options))
    for (const query of [...tried].slice(0, MOST_TRIED)) if (query && query !== typed) await add(query, options)
    return found
  }

  return { suggest, distance }
})()
