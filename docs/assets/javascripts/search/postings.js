// Where things stand: the positions of strings, numbers and words in the archive's two streams of text.
//
// `scripts/write/search/index.py` says how the streams and the posting lists are made. A string of n characters stands
// where its pairs of characters stand two apart; so it is found without its text, and nothing else is.
// @ts-check
"use strict"

/**
 * @typedef {object} Places  where a term stands
 * @property {Int32Array} zh  positions in the Chinese stream, rising
 * @property {Int32Array} en  positions in the English stream, rising
 * @property {number} lengthZh  characters that one place takes
 * @property {number} lengthEn  words that one place takes
 * @property {Int32Array | null} sureZh  of the places those that are just what was typed: a whole number; null for all
 * @property {Int32Array | null} sureEn  words in the very form
 * @property {boolean} isExact  false where the places are candidates that the text must confirm
 * @property {boolean} isCut  whether a beginning of a word is too short for all its words to be brought
 */

var ArchivePostings = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  const VALUES = new Uint8Array(128)
  for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i
  const NONE = new Int32Array(0)
  const { clz32 } = Math
  const DIGIT = 6 // bits of a posting list in each digit
  const MOST_HELD = 30 // bits at a time
  const LAST = "\uffff"
  const MOST_PAIRS = 12 // of a long string so many pairs are looked up, and the text confirms the rest
  const SHORTEST_BEGINNING = 2 // a letter alone is a word, no beginning of others
  const MOST_SHARDS = 24 // a beginning of a word that has more shards of words is too short
  const LATIN = /^[\0-\x7f]+$/

  /** The numbers of a text, each a variable-length quantity. */
  function readNumbers(/** @type {string} */ text) {
    const numbers = new Int32Array(text.length)
    let count = 0
    let value = 0
    let shift = 0
    for (let i = 0; i < text.length; i++) {
      const digit = VALUES[text.charCodeAt(i)]
      value |= (digit & 31) << shift
      if (digit > 31) shift += 5
      else {
        numbers[count++] = value
        value = shift = 0
      }
    }
    return numbers.subarray(0, count)
  }

  /**
   * A posting list: the positions, rising, from their differences in Rice codes (scripts/write/search/posting_lists.py).
   * @param {string} text
   */
  function readPositions(text) {
    const low = VALUES[text.charCodeAt(0)]
    const positions = new Int32Array(Math.floor(((text.length - 1) * DIGIT) / (low + 1)))
    let count = 0
    let position = -1
    let held = 0 // bits that were read, and how many of them no number has taken yet
    let left = 0
    let place = 1
    let high = 0
    for (;;) {
      while (left <= MOST_HELD - DIGIT && place < text.length) {
        held = (held << DIGIT) | VALUES[text.charCodeAt(place++)]
        left += DIGIT
      }
      if (!left) return positions.subarray(0, count)
      const zeros = ~held & ((1 << left) - 1)
      if (!zeros) {
        high += left
        left = 0
        continue
      }
      const ones = clz32(zeros) - (32 - left)
      high += ones
      left -= ones + 1
      let value = high
      for (let wanted = low; wanted > 0; ) {
        while (left <= MOST_HELD - DIGIT && place < text.length) {
          held = (held << DIGIT) | VALUES[text.charCodeAt(place++)]
          left += DIGIT
        }
        const taken = wanted < left ? wanted : left
        left -= taken
        value = (value << taken) | ((held >> left) & ((1 << taken) - 1))
        wanted -= taken
      }
      position += value + 1
      positions[count++] = position
      high = 0
    }
  }

  /** A part of a stream's posting lists. */
  class Shard {
    constructor(/** @type {[string, string]} */ [keys, lists]) {
      this.keys = keys.split(" ")
      this.lists = lists.split(" ")
    }

    /** The positions of a key. */
    get(/** @type {string} */ key) {
      const place = lowerBound(this.keys, key)
      return this.keys[place] === key ? readPositions(this.lists[place]) : NONE
    }
  }

  /** The first place in a sorted list whose value is not below another. */
  function lowerBound(/** @type {ArrayLike<string> | ArrayLike<number>} */ list, /** @type {string | number} */ value, from = 0) {
    let low = from
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle] < value) low = middle + 1
      else high = middle
    }
    return low
  }

  /** One stream: its shards, by the first key of each, and the function words that are keys with their neighbours. */
  class Stream {
    constructor(/** @type {Language} */ name, /** @type {string} */ firsts, paired = "") {
      this.name = name
      this.paired = new Set(paired.split(" "))
      const names = firsts ? firsts.split(" ") : []
      this.firsts = names.map((first) => first.replace("=", ""))
      /** whether each shard has but its first key */
      this.isOne = names.map((first) => first.endsWith("="))
      /** @type {Map<number, Promise<Shard>>} */
      this.shards = new Map()
    }

    /** @returns {Promise<Shard>} */
    shard(/** @type {number} */ number) {
      let shard = this.shards.get(number)
      if (!shard) {
        shard = ArchiveSearchData.bring(`${this.name}-${number}`).then((value) => new Shard(value))
        this.shards.set(number, shard)
        shard.catch(() => this.shards.delete(number))
      }
      return shard
    }

    /** The numbers of the shards that can have keys from one to another. */
    range(/** @type {string} */ from, /** @type {string} */ to) {
      const first = Math.max(0, lowerBound(this.firsts, from + "\0") - 1)
      return { first, last: Math.max(first, lowerBound(this.firsts, to) - 1) }
    }

    /** The positions of a key. */
    async get(/** @type {string} */ key) {
      if (!this.firsts.length) return NONE
      return (await this.shard(this.range(key, key + "\0").first)).get(key)
    }

    /** Every key with one beginning that is wanted, with its positions. */
    async all(/** @type {string} */ beginning, /** @type {(key: string) => boolean} */ isWanted) {
      if (!this.firsts.length) return []
      const { first, last } = this.range(beginning, beginning + LAST)
      const isNeeded = (/** @type {number} */ n) => !this.isOne[n] || (this.firsts[n].startsWith(beginning) && isWanted(this.firsts[n]))
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(isNeeded)
      /** @type {[string, Int32Array][]} */
      const found = []
      for (const shard of await Promise.all(numbers.map((number) => this.shard(number)))) {
        for (let i = lowerBound(shard.keys, beginning); i < shard.keys.length && shard.keys[i].startsWith(beginning); i++) {
          if (isWanted(shard.keys[i])) found.push([shard.keys[i], readPositions(shard.lists[i])])
        }
      }
      return found
    }
  }

  /** All members of several rising lists, rising, each once. */
  function merge(/** @type {Int32Array[]} */ lists) {
    let queue = lists.filter((list) => list.length)
    while (queue.length > 1) queue = queue.filter((_, i) => i % 2 === 0).map((list, i) => (queue[2 * i + 1] ? mergeTwo(list, queue[2 * i + 1]) : list))
    return queue[0] || NONE
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
      if (other[at] < wanted) {
        let step = 1 // gallop: the lists can be of very different lengths
        while (at + step < other.length && other[at + step] < wanted) step *= 2
        at = lowerBound(other.subarray(0, Math.min(other.length, at + step + 1)), wanted, at + (step >> 1))
      }
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
   * The positions of a string, and whether they are sure; with `isMixed`, in what is around quoted Chinese too.
   * @param {Stream} stream
   * @param {string} text
   * @param {boolean} isMixed
   */
  async function findString(stream, text, isMixed) {
    const characters = [...text]
    const last = characters.length - 2
    if (last < 0) {
      const keys = isMixed && LATIN.test(text) ? [text, `~${text}`] : [text]
      const found = await Promise.all(keys.map((key) => stream.all(key, () => true)))
      return { positions: merge(ArchiveLists.flatten(found).map(([, list]) => list)), isExact: true }
    }
    let distances = [...characters.keys()].filter((i) => (i % 2 === 0 && i < last) || i === last)
    const isExact = distances.length <= 2 * MOST_PAIRS
    if (!isExact) distances = Array.from({ length: MOST_PAIRS }, (_, i) => Math.round((i * last) / (MOST_PAIRS - 1)))
    const findPair = async (/** @type {number} */ i) => {
      const pair = characters[i] + characters[i + 1]
      return isMixed && LATIN.test(pair) ? merge(await Promise.all([stream.get(pair), stream.get(`~${pair}`)])) : stream.get(pair)
    }
    return { positions: together(await Promise.all(distances.map(findPair)), distances), isExact }
  }

  /**
   * @typedef {object} Sought  one word of a term, or two as one key: a function word and its neighbour, of which the other is sought
   * @property {number} at  where the key's first word is in the term
   * @property {string} word
   * @property {string} before  of the key
   * @property {string} after
   * @property {boolean} isOpen
   */

  /** What is to be looked up for the words of a term: every word by itself or in a pair. */
  function soughtOf(/** @type {Stream} */ stream, /** @type {Term} */ { words, isOpen }) {
    const end = words.length - 1
    const isOpenAt = (/** @type {number} */ i) => isOpen && i === end
    const isPaired = (/** @type {number} */ i) => stream.paired.has(words[i])
    /** @type {Sought[]} */
    const sought = []
    let covered = 0 // so many words
    for (let at = 0; at <= end; at++) {
      if (at < end && isPaired(at)) {
        sought.push({ at, word: words[at + 1], before: `+${words[at]}+`, after: "", isOpen: isOpenAt(at + 1) })
        covered = at + 2
      } else if (at < end && isPaired(at + 1) && !isOpenAt(at + 1)) {
        sought.push({ at, word: words[at], before: "+", after: `+${words[at + 1]}`, isOpen: false })
        covered = at + 2
      } else if (covered <= at) {
        sought.push({ at, word: words[at], before: "", after: "", isOpen: isOpenAt(at) })
      }
    }
    return sought
  }

  /** The positions of a word in all its forms, in the very form, and whether some were too many to bring. */
  async function findWord(/** @type {Stream} */ stream, /** @type {Sought} */ { word, before, after, isOpen }, /** @type {Term} */ term) {
    const exact = stream.get(before + word + after)
    if (term.isQuoted) return { any: await exact, exact: await exact, isCut: false }
    if (term.kind === "number") {
      const percent = await stream.get(`${word}%`)
      return { any: merge([await exact, percent]), exact: merge([await exact, percent]), isCut: false }
    }
    const base = ArchiveInflection.base(word)
    const isForm = (/** @type {string} */ key) =>
      key.endsWith(after) && ArchiveInflection.base(key.slice(before.length, key.length - after.length)) === base
    const range = stream.range(before + word, before + word + LAST)
    const isShort = word.length < SHORTEST_BEGINNING
    const isCut = isOpen && !isShort && range.last - range.first >= MOST_SHARDS
    const lists = await Promise.all([
      ...ArchiveInflection.beginnings(word).map((start) => stream.all(before + start, isForm)),
      isOpen && !isShort && !isCut ? stream.all(before + word, () => true) : [],
    ])
    return { any: merge([await exact, ...ArchiveLists.flatten(lists).map(([, list]) => list)]), exact: await exact, isCut }
  }

  /**
   * Where a term stands in both streams.
   * @returns {Promise<Places>}
   */
  async function find(/** @type {{zh: Stream, en: Stream}} */ streams, /** @type {Term} */ term) {
    const inChinese = findString(streams.zh, term.text, term.kind === "string")
    const whole = term.kind === "number" ? streams.zh.get(`#${term.text}`) : null
    const sought = soughtOf(streams.en, term)
    const words = await Promise.all(sought.map((word) => findWord(streams.en, word, term)))
    const distances = sought.map(({ at }) => at)
    const { positions, isExact } = await inChinese
    return {
      zh: positions,
      en: words.length ? together(words.map((word) => word.any), distances) : NONE,
      lengthZh: [...term.text].length,
      lengthEn: Math.max(1, term.words.length),
      sureZh: await whole,
      sureEn: words.length ? together(words.map((word) => word.exact), distances) : NONE,
      isExact,
      isCut: words.some((word) => word.isCut),
    }
  }

  return { Stream, find, readNumbers, readPositions, lowerBound }
})()
