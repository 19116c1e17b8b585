// A Chinese string that is nowhere → strings of the archive's words that it may have been meant as: characters mistyped by
// sound or shape, put in, left out, doubled, swapped. Nothing of it is sure to stand anywhere.
// @ts-check
"use strict"

/** @typedef {{text: string, cost: number}} Way */

var ArchiveMistakes = (() => {
  // what differences cost: less is likelier
  const COST = { word: 0.1, alone: 0.35, sound: 0.4, nearSound: 0.5, shape: 0.45, other: 0.95, doubled: 0.4, put: 0.8, left: 0.75, swapped: 0.5 }
  const MOST_WAYS = 40 // to a place
  const LONGEST = 8 // characters of a word
  const LONGEST_STRING = 20
  const MOST = 1.7 // a word may cost

  /** What it costs to take one character for another. */
  function costOf(/** @type {string} */ one, /** @type {string} */ other, /** @type {Sounds} */ sounds, /** @type {string} */ reading) {
    if (one === other) return 0
    const own = sounds.readings.get(one) || one
    const [second, otherSecond] = [sounds.second.get(one), sounds.second.get(other)]
    if (own === reading || own === otherSecond || second === reading) return COST.sound
    if (ArchiveShapes.alike(one).has(other)) return COST.shape
    if (ArchivePinyin.blur(own) === ArchivePinyin.blur(reading)) return COST.nearSound
    return COST.other
  }

  /** What it costs to take a string for a word; more than MOST where they have too little in common. */
  function distance(/** @type {string} */ typed, /** @type {string} */ word, /** @type {Sounds} */ sounds) {
    const readings = sounds.spelt.get(word) || []
    if (typed.length === word.length) {
      let cost = 0
      let same = 0
      for (let i = 0; i < word.length; i++) {
        if (typed[i] === word[i]) same++
        else if (i + 1 < word.length && typed[i] === word[i + 1] && typed[i + 1] === word[i]) (cost += COST.swapped), (same += 2), i++
        else cost += costOf(typed[i], word[i], sounds, readings[i])
        if (cost > MOST) return cost
      }
      return same || cost <= COST.nearSound * word.length ? cost : MOST + 1
    }
    const [long, short] = typed.length > word.length ? [typed, word] : [word, typed]
    if (long.length !== short.length + 1 || short.length < 2) return MOST + 1
    let at = 0
    while (at < short.length && long[at] === short[at]) at++
    if (long.slice(at + 1) !== short.slice(at)) return MOST + 1
    return long === typed ? (long[at] === long[at - 1] ? COST.doubled : COST.put) : COST.left
  }

  /** The words that have a character of a string, or one that looks like one of them, or are read as it is. */
  function candidates(/** @type {string} */ typed, /** @type {Sounds} */ sounds) {
    const found = new Set(ArchivePinyin.readAlike(typed, sounds))
    for (const own of typed) {
      for (const character of ArchiveShapes.alike(own)) {
        for (const word of sounds.having.get(character) || []) if (Math.abs(word.length - typed.length) < 2) found.add(word)
      }
    }
    return found
  }

  /** The words near a string, each with what it costs, of equals the more frequent first. @returns {Way[]} */
  function nearWords(/** @type {string} */ typed, /** @type {Sounds} */ sounds) {
    /** @type {Way[]} */
    const near = []
    for (const word of candidates(typed, sounds)) {
      const cost = distance(typed, word, sounds)
      if (cost <= MOST) near.push({ text: word, cost })
    }
    const place = (/** @type {Way} */ { text }) => sounds.places.get(text) || 0
    return near.sort((a, b) => a.cost - b.cost || place(a) - place(b)).slice(0, MOST_WAYS)
  }

  /**
   * What a string may have been meant as, the likeliest first.
   * @returns {Promise<Way[]>}
   */
  async function meant(/** @type {string} */ typed) {
    if (typed.length < 2 || typed.length > LONGEST_STRING) return []
    const sounds = await ArchivePinyin.open()
    /** @type {Way[][]} */
    const ways = [[{ text: "", cost: 0 }]]
    const end = typed.length
    for (let at = 1; at <= end; at++) ways[at] = []
    for (let from = 0; from < end; from++) {
      ways[from] = best(ways[from])
      for (let to = from + 1; to <= Math.min(end, from + LONGEST); to++) {
        const part = typed.slice(from, to)
        const choices = part.length > 1 ? nearWords(part, sounds) : [{ text: part, cost: COST.alone }]
        for (const { text, cost } of choices) for (const way of ways[from]) ways[to].push({ text: way.text + text, cost: way.cost + cost + COST.word })
      }
    }
    return best(ways[end]).filter(({ text }) => text !== typed)
  }

  /** The cheapest ways, each once. */
  function best(/** @type {Way[]} */ ways) {
    const kept = new Map()
    for (const way of ways.sort((a, b) => a.cost - b.cost)) if (!kept.has(way.text)) kept.set(way.text, way)
    return [...kept.values()].slice(0, MOST_WAYS)
  }

  return { meant }
})()
