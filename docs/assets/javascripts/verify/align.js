// Words and a text → the part of it that is nearest to them, and how the two differ, character by character; what
// scripts/verify/match/alignment.py and grams.py do.
// @ts-check
"use strict"

/**
 * @typedef {{start: number, end: number, distance: number}} Part
 * @typedef {{start: number, quoted: string, printed: string}} Difference
 */

var ArchiveAlign = (() => {
  const SHORT = 4000 // a text of so many characters is compared as a whole
  const STEP = 32
  const WINDOWS = 6
  const TOKEN = /[A-Za-z0-9\u00c0-\u024f]+|[^]/gu // what differs as a whole: a word of Latin letters, or any other character

  /** The part of a text that is nearest to words. @returns {Part} */
  function nearestPart(/** @type {string} */ words, /** @type {string} */ text) {
    const ends = endDistances(words, text, () => 0)
    const end = lastOfRun(ends)
    const begins = endDistances(reverse(words), reverse(text.slice(0, end)), (place) => place)
    return { start: end - lastOfRun(begins), end, distance: ends[end] }
  }

  const reverse = (/** @type {string} */ text) => [...text].reverse().join("")

  /** The place of the least distance; of equal ones the first, or the last of those that follow it at once. */
  function lastOfRun(/** @type {Int32Array} */ distances) {
    let place = 0
    for (let i = 1; i < distances.length; i++) if (distances[i] < distances[place]) place = i
    while (place + 1 < distances.length && distances[place + 1] === distances[place]) place++
    return place
  }

  /** For each place of a text the distance of words from the part that ends there; `cost` is what it costs to begin at a place. */
  function endDistances(/** @type {string} */ words, /** @type {string} */ text, /** @type {(place: number) => number} */ cost) {
    const row = Int32Array.from({ length: text.length + 1 }, (_, place) => cost(place))
    for (let i = 0; i < words.length; i++) {
      const code = words.charCodeAt(i)
      let diagonal = row[0]
      row[0] = i + 1
      for (let j = 1; j <= text.length; j++) {
        const changed = diagonal + (text.charCodeAt(j - 1) === code ? 0 : 1)
        diagonal = row[j]
        row[j] = Math.min(changed, diagonal + 1, row[j - 1] + 1)
      }
    }
    return row
  }

  /** The part of a text that is nearest to words; of a long text those windows are compared that share most pairs with them. @returns {Part} */
  function nearest(/** @type {string} */ words, /** @type {string} */ text, /** @type {number} */ size) {
    if (text.length <= SHORT) return nearestPart(words, text)
    /** @type {Part | null} */
    let best = null
    for (const [low, high] of windows(words, text, size)) {
      const part = nearestPart(words, text.slice(low, high))
      if (!best || part.distance < best.distance || (part.distance === best.distance && low + part.start < best.start))
        best = { start: low + part.start, end: low + part.end, distance: part.distance }
    }
    return best || { start: 0, end: 0, distance: words.length }
  }

  /** Where words may stand in a text: where most of their grams, of this size, vote for. @returns {[number, number][]} */
  function windows(/** @type {string} */ words, /** @type {string} */ text, /** @type {number} */ size) {
    /** @type {Map<string, number[]>} */
    const offsets = new Map()
    for (let i = 0; i + size <= words.length; i++) {
      const gram = words.slice(i, i + size)
      offsets.set(gram, [...(offsets.get(gram) || []), i])
    }
    const votes = new Int32Array(Math.ceil(text.length / STEP) + 2)
    for (let place = 0; place + size <= text.length; place++) {
      for (const offset of offsets.get(text.slice(place, place + size)) || []) votes[Math.max(0, Math.floor((place - offset) / STEP))]++
    }
    const steps = [...votes.keys()].filter((step) => votes[step] + (votes[step + 1] || 0) > 0)
    steps.sort((a, b) => votes[b] + (votes[b + 1] || 0) - votes[a] - (votes[a + 1] || 0) || a - b)
    const margin = Math.floor(words.length / 3) + STEP
    return steps.slice(0, WINDOWS).map((step) => [
      Math.max(0, step * STEP - margin),
      Math.min(text.length, step * STEP + words.length + STEP + margin),
    ])
  }

  /** Where a quotation differs from what is printed, in its order: by characters, and by words of Latin letters. @returns {Difference[]} */
  function differences(/** @type {string} */ quoted, /** @type {string} */ printed) {
    const [ours, theirs] = [quoted.match(TOKEN) || [], printed.match(TOKEN) || []]
    let head = 0
    while (head < ours.length && ours[head] === theirs[head]) head++
    let tail = 0
    const most = Math.min(ours.length, theirs.length) - head
    while (tail < most && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail++
    const found = steps(ours.slice(head, ours.length - tail), theirs.slice(head, theirs.length - tail))
    return found.map((step) => Object.assign(step, { start: ours.slice(0, head + step.start).join("").length }))
  }

  /** The differences of two rows of words, by the shortest way from one to the other; those that follow each other are one. */
  function steps(/** @type {string[]} */ ours, /** @type {string[]} */ theirs) {
    const table = distances(ours, theirs)
    /** @type {Difference[]} */
    const found = []
    let [i, j] = [ours.length, theirs.length]
    let isOpen = false
    while (i || j) {
      const isChanged = i > 0 && j > 0 && table[i][j] === table[i - 1][j - 1] + Number(ours[i - 1] !== theirs[j - 1])
      if (isChanged && ours[i - 1] === theirs[j - 1]) isOpen = false
      else {
        if (!isOpen) found.unshift({ start: i, quoted: "", printed: "" })
        isOpen = true
      }
      const isMore = isChanged || (i > 0 && table[i][j] === table[i - 1][j] + 1)
      const isLess = isChanged || !isMore
      if (isMore) i--
      if (isLess) j--
      if (isOpen) {
        found[0].quoted = (isMore ? ours[i] : "") + found[0].quoted
        found[0].printed = (isLess ? theirs[j] : "") + found[0].printed
        found[0].start = i
      }
    }
    return found
  }

  /** For each beginning of two rows how many words differ at least. @returns {Uint16Array[]} */
  function distances(/** @type {string[]} */ ours, /** @type {string[]} */ theirs) {
    const table = Array.from({ length: ours.length + 1 }, () => new Uint16Array(theirs.length + 1))
    for (let i = 0; i <= ours.length; i++)
      for (let j = 0; j <= theirs.length; j++) {
        if (!i || !j) table[i][j] = i + j
        else table[i][j] = Math.min(table[i - 1][j - 1] + Number(ours[i - 1] !== theirs[j - 1]), table[i - 1][j] + 1, table[i][j - 1] + 1)
      }
    return table
  }

  return { nearest, differences }
})()
