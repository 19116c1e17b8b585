// Where things stand: the positions of strings, numbers and words in the archive's two streams of text.
//
// `scripts/write/search/index.py` says how the streams and the posting lists are made. A string of n characters stands
// where its pairs of characters stand two apart; so it is found without its text, and nothing else is.
// @ts-check
"use strict"

/**
 * @typedef {object} Places  where a term stands
 * @property {Int32Array[]} zh  positions in the Chinese stream, in rising lists, none with a member of another; more than
 *   one only of what takes one position
 * @property {Int32Array[]} en  the same in the English stream
 * @property {number} lengthZh  characters that one place takes
 * @property {number} lengthEn  words that one place takes
 * @property {Int32Array | null} sureZh  of the places those that are just what was typed: a whole number; null for all
 * @property {Int32Array | null} sureEn  words in the very form
 * @property {boolean} isExact  false where the places are candidates that the text must confirm
 * @property {boolean} isCut  whether a beginning of a word is too short for all its words to be brought
 * @typedef {(run: string) => boolean} RunTest
 * @typedef {object} Around  what must stand around a word's places
 * @property {RunTest | null} before  of the function words before it, as far as the next other word
 * @property {RunTest | null} after
 */

var ArchivePostings = (() => {
  const { readNumbers, readCodes, readPositions, lowerBound, seek } = ArchiveNumbers
  const NONE = new Int32Array(0)
  /** @type {Around} */
  const ANYTHING = { before: null, after: null }
  const LAST = "\uffff"
  const MOST_PAIRS = 12 // of a long string so many pairs are looked up, and the text confirms the rest
  const FEW_LISTS = 4
  const COUNTED = "#" // behind a frequent character: what is counted of it
  const LATIN = /^[\0-\x7f]+$/

  /** A part of a stream's posting lists, with what stands before and after the places of words. */
  class Shard {
    constructor(/** @type {string[]} */ [keys, ...columns]) {
      this.keys = keys.split(" ")
      this.columns = columns.map((column) => column.split(" "))
    }

    /** The positions of the key at a place in the list of keys, of those around which all is as wanted. */
    read(/** @type {number} */ place, /** @type {Around} */ { before, after } = ANYTHING) {
      const positions = readPositions(this.columns[0][place])
      const wanted = before ? [placesOf(before, this.columns[1][place], positions.length)] : []
      if (after) wanted.push(placesOf(after, this.columns[2][place], positions.length))
      return wanted.length ? positions.filter((_, i) => wanted.every((has) => has[i] === 1)) : positions
    }

    /** The text of a key. */
    text(/** @type {string} */ key) {
      const place = lowerBound(this.keys, key)
      return this.keys[place] === key ? this.columns[0][place] : ""
    }

    /** The positions of a key. */
    get(/** @type {string} */ key, /** @type {Around} */ around = ANYTHING) {
      const place = lowerBound(this.keys, key)
      return this.keys[place] === key ? this.read(place, around) : NONE
    }
  }

  /** Which places of a word have a run that is wanted: 1 for each that has (scripts/write/search/runs.py). */
  function placesOf(/** @type {RunTest} */ isWanted, /** @type {string} */ text, /** @type {number} */ count) {
    const [own, codes] = text.split(",")
    const wanted = Uint8Array.from(readNumbers(own), (run) => (isWanted(runs[run]) ? 1 : 0))
    return codes ? Uint8Array.from(readCodes(codes), (run) => wanted[run]) : new Uint8Array(count).fill(wanted[0])
  }

  /** all runs of function words, the most frequent first @type {string[]} */
  let runs = []

  /** Brings the runs, before positions are read for what stands around them. */
  async function bringRuns() {
    if (!runs.length) runs = (await ArchiveSearchData.bring("runs")).split(",")
  }

  /** One stream: its shards, by the first key of each, and its function words. */
  class Stream {
    constructor(/** @type {Language} */ name, /** @type {string} */ firsts, functions = "") {
      this.name = name
      this.functions = new Set(functions.split(" "))
      const names = firsts ? firsts.split(" ") : []
      this.firsts = names.map((first) => first.replace("=", ""))
      /** whether each shard has but its first key */
      this.isOne = names.map((first) => first.endsWith("="))
    }

    /** @returns {Promise<Shard>} */
    shard(/** @type {number} */ number) {
      return ArchiveSearchData.make(`${this.name}-${number}`, (value) => new Shard(value))
    }

    /** The numbers of the shards that can have keys from one to another. */
    range(/** @type {string} */ from, /** @type {string} */ to) {
      const first = Math.max(0, lowerBound(this.firsts, from + "\0") - 1)
      return { first, last: Math.max(first, lowerBound(this.firsts, to) - 1) }
    }

    /** The positions of a key. */
    async get(/** @type {string} */ key, around = ANYTHING) {
      if (!this.firsts.length) return NONE
      return (await this.shard(this.range(key, key + "\0").first)).get(key, around)
    }

    /** The text of a key, where it is no posting list. */
    async text(/** @type {string} */ key) {
      return this.firsts.length ? (await this.shard(this.range(key, key + "\0").first)).text(key) : ""
    }

    /** Every key with one beginning that is wanted, with its positions. */
    async all(/** @type {string} */ beginning, /** @type {(key: string) => boolean} */ isWanted, around = ANYTHING) {
      if (!this.firsts.length) return []
      const { first, last } = this.range(beginning, beginning + LAST)
      const isNeeded = (/** @type {number} */ n) => !this.isOne[n] || (this.firsts[n].startsWith(beginning) && isWanted(this.firsts[n]))
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(isNeeded)
      /** @type {[string, Int32Array][]} */
      const found = []
      for (const shard of await Promise.all(numbers.map((number) => this.shard(number)))) {
        for (let i = lowerBound(shard.keys, beginning); i < shard.keys.length && shard.keys[i].startsWith(beginning); i++) {
          if (isWanted(shard.keys[i])) found.push([shard.keys[i], shard.read(i, around)])
        }
      }
      return found
    }
  }

  /** All members of several rising lists, rising, each once. */
  function merge(/** @type {Int32Array[]} */ lists) {
    let queue = lists.filter((list) => list.length)
    if (queue.length > FEW_LISTS) return mergeMany(queue)
    while (queue.length > 1) queue = queue.filter((_, i) => i % 2 === 0).map((list, i) => (queue[2 * i + 1] ? mergeTwo(list, queue[2 * i + 1]) : list))
    return queue[0] || NONE
  }

  /** The same of many lists: so many are quicker sorted than compared. */
  function mergeMany(/** @type {Int32Array[]} */ lists) {
    const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0))
    let place = 0
    for (const list of lists) {
      all.set(list, place)
      place += list.length
    }
    return distinct(all.sort())
  }

  /** The members of a rising list with repetitions, each once. */
  function distinct(/** @type {Int32Array} */ list) {
    const kept = new Int32Array(list.length)
    let count = 0
    for (let i = 0; i < list.length; i++) if (!count || kept[count - 1] !== list[i]) kept[count++] = list[i]
    return kept.subarray(0, count)
  }

  function mergeTwo(/** @type {Int32Array} */ one, /** @type {Int32Array} */ other) {
    const merged = new Int32Array(one.length + other.length)
    let count = 0
    let i = 0
    let j = 0
    while (i < one.length && j < other.length) {
      const [a, b] = [one[i], other[j]]
      merged[count++] = a < b ? a : b
      if (a <= b) i++
      if (b <= a) j++
    }
    while (i < one.length) merged[count++] = one[i++]
    while (j < other.length) merged[count++] = other[j++]
    return merged.subarray(0, count)
  }

  /** The members p of a rising list for which p + distance is in another. */
  function follow(/** @type {Int32Array} */ list, /** @type {Int32Array} */ other, /** @type {number} */ distance) {
    const kept = new Int32Array(Math.min(list.length, other.length))
    let count = 0
    let at = 0
    for (let i = 0; i < list.length && at < other.length; i++) {
      const wanted = list[i] + distance
      if (other[at] < wanted) at = seek(other, wanted, at)
      if (other[at] === wanted) kept[count++] = list[i]
    }
    return kept.subarray(0, count)
  }

  /** Where all lists stand together, each at its distance from the first position; the shortest leads. */
  function together(/** @type {Int32Array[]} */ lists, /** @type {number[]} */ distances) {
    const order = lists.map((_, i) => i).sort((a, b) => lists[a].length - lists[b].length)
    const [lead, ...rest] = order
    let found = lists[lead]
    for (const i of rest) found = follow(found, lists[i], distances[i] - distances[lead])
    if (!distances[lead]) return found
    return found.map((position) => position - distances[lead])
  }

  /**
   * The positions of a string, in lists, and whether they are sure; with `isMixed`, in what is around quoted Chinese too.
   * @param {Stream} stream
   * @param {string} text
   * @param {boolean} isMixed
   */
  async function findString(stream, text, isMixed) {
    const characters = [...text]
    const last = characters.length - 2
    if (last < 0) {
      const keys = isMixed && LATIN.test(text) ? [text, `~${text}`] : [text]
      const found = await Promise.all(keys.map((key) => stream.all(key, (pair) => !pair.endsWith(COUNTED))))
      return { lists: ArchiveLists.flatten(found).map(([, list]) => list), isExact: true }
    }
    let distances = [...characters.keys()].filter((i) => (i % 2 === 0 && i < last) || i === last)
    const isExact = distances.length <= 2 * MOST_PAIRS
    if (!isExact) distances = Array.from({ length: MOST_PAIRS }, (_, i) => Math.round((i * last) / (MOST_PAIRS - 1)))
    const findPair = async (/** @type {number} */ i) => {
      const pair = characters[i] + characters[i + 1]
      return isMixed && LATIN.test(pair) ? merge(await Promise.all([stream.get(pair), stream.get(`~${pair}`)])) : stream.get(pair)
    }
    return { lists: [together(await Promise.all(distances.map(findPair)), distances)], isExact }
  }

  /** Whether a term may stand in Chinese: of English words only those that are in its Latin letters. */
  async function isInChinese(/** @type {Term} */ { kind, text }) {
    return kind !== "words" || !LATIN.test(text) || /** @type {string} */ (await ArchiveSearchData.bring("latin")).includes(text)
  }

  /** What is counted of a term that is one frequent character, as four texts (scripts/write/search/counted.py); else none. */
  async function counted(/** @type {Stream} */ stream, /** @type {Term} */ { kind, text }) {
    const isCounted = kind === "string" && [...text].length === 1 && ArchiveSearchData.head.counted.includes(text)
    return isCounted ? (await stream.text(text + COUNTED)).split(",") : null
  }

  /**
   * Where a term stands in both streams; with `inChinese`, what is known of the Chinese one.
   * @returns {Promise<Places>}
   */
  async function find(/** @type {{zh: Stream, en: Stream}} */ streams, /** @type {Term} */ term) {
    const inChinese = isInChinese(term).then((is) => (is ? findString(streams.zh, term.text, term.kind === "string") : { lists: [], isExact: true }))
    const whole = term.kind === "number" ? streams.zh.get(`#${term.text}`) : null
    const { any, exact, isCut } = await ArchiveRows.find(streams.en, term)
    const { lists, isExact } = await inChinese
    return {
      zh: lists,
      en: any,
      lengthZh: [...term.text].length,
      lengthEn: Math.max(1, term.words.length),
      sureZh: await whole,
      sureEn: exact,
      isExact,
      isCut,
    }
  }

  return { Stream, find, counted, merge, together, bringRuns, ANYTHING, readNumbers, readPositions, lowerBound, seek }
})()
