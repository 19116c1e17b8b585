// A passage that is pasted → each address of the archive in it, with the words that are quoted from there; what
// scripts/verify/find/marks.py and quotations.py do, and say. Without an address, all of it is one quotation.
// @ts-check
"use strict"

/** @typedef {{start: number, end: number, address: Cited}} CitedPlace */

var ArchivePassage = (() => {
  /** @type {Record<string, string>} */
  const CLOSERS = { "“": "”", "「": "」", "『": "』", "«": "»", '"': '"', "＂": "＂" }
  const TITLE = /《[^《》]*(?:《[^《》]*》[^《》]*)*》/g
  const ADDRESS =
    /(?:https?:\/\/|file:\/\/\/)[^\s<>"“”‘’「」『』《》（）【】，。；：、！？|`]+|(?:^|[^\w/.:-])(?:\/?(?:en\/)?(?:policies|id)\/)?[a-z][a-z0-9-]*-\d{4}\/?#[a-z][a-z0-9_-]*/g
  const SENTENCE = /[。！？!?；]|\.(?=\s+[A-Z“"])|\n\s*\n/
  const CLOSING = /^[\s。，、；：,.;:!?！？”’」』）)\]"]+/
  const MASKED = "\u0001"
  const HAN_ENOUGH = 6
  const LETTERS_ENOUGH = 15

  /** Lists as one. @template T @returns {T[]} */
  const flat = (/** @type {T[][]} */ lists) => /** @type {T[]} */ ([]).concat(...lists)
  const mask = (/** @type {string} */ text) => MASKED.repeat(text.length)

  /** What a passage cites. @returns {Promise<{address: Cited, quotation: string}[]>} */
  async function read(/** @type {string} */ text) {
    const places = addresses(text, await ArchiveTexts.policies())
    const titles = flat(await Promise.all(places.map(({ address }) => ArchiveTexts.titles(address.policy))))
    const spans = quotations(text, titles)
    const cited = places.map((place) => {
      const quoted = spansOf(place, places, spans, text).map(([start, end]) => text.slice(start, end).trim())
      const carried = place.address.quote
      if (carried && !quoted.some((words) => ArchiveLetters.fold(words) === ArchiveLetters.fold(carried))) quoted.push(carried)
      return (quoted.length ? quoted : [""]).map((quotation) => ({ address: place.address, quotation }))
    })
    return flat(cited)
  }

  /** The addresses of the archive in a text. @returns {CitedPlace[]} */
  function addresses(/** @type {string} */ text, /** @type {string[]} */ known) {
    /** @type {CitedPlace[]} */
    const found = []
    text.replace(ADDRESS, (match, /** @type {number} */ place) => {
      const [before] = /^[^\w/]?/.exec(match) || [""] // an address without a host begins behind another sign
      const start = place + before.length
      const written = withoutTail(match.slice(before.length))
      const address = ArchiveAddress.read(written, known)
      if (address) found.push({ start, end: start + written.length, address })
      return ""
    })
    return found
  }

  /** An address without the signs of a sentence, and without brackets that it does not open. */
  function withoutTail(/** @type {string} */ address) {
    const count = (/** @type {string} */ sign) => address.split(sign).length
    for (let former = ""; former !== address; ) {
      former = address
      address = address.replace(/[.,;:!?'*_]+$/, "")
      if ((address.endsWith(")") && count(")") > count("(")) || (address.endsWith("]") && count("]") > count("["))) address = address.slice(0, -1)
    }
    return address
  }

  /** Where the words in quotation marks stand; those of titles are left out. @returns {Span[]} */
  function quotations(/** @type {string} */ text, /** @type {string[]} */ titles) {
    let masked = text.replace(TITLE, mask)
    for (const title of titles) {
      const words = [...title].filter((sign) => sign.trim()).map((sign) => (ArchiveLetters.fold(sign) ? escape(sign) : "\\W"))
      if (words.length) masked = masked.replace(new RegExp(words.join("\\s*"), "g"), mask)
    }
    /** @type {Span[]} */
    const found = []
    for (let place = 0; place < masked.length; place++) {
      const closer = CLOSERS[masked[place]]
      const end = closer ? closed(masked, place, closer) : -1
      if (end < 0) continue
      if (ArchiveLetters.fold(masked.slice(place + 1, end).split(MASKED).join(""))) found.push([place + 1, end])
      place = end
    }
    return found
  }

  const escape = (/** @type {string} */ sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")

  /** Where the mark that is opened at a place is closed; -1 where it is not. */
  function closed(/** @type {string} */ text, /** @type {number} */ place, /** @type {string} */ closer) {
    if (text[place] === closer) return text.indexOf(closer, place + 1)
    let depth = 0
    for (let at = place; at < text.length; at++) {
      depth += Number(text[at] === text[place]) - Number(text[at] === closer)
      if (!depth) return at
    }
    return -1
  }

  /** The quotations that belong to an address. */
  function spansOf(/** @type {CitedPlace} */ place, /** @type {CitedPlace[]} */ places, /** @type {Span[]} */ spans, /** @type {string} */ text) {
    const before = spans.filter(([, end]) => end <= place.start && isOneSentence(text.slice(end + 1, place.start).replace(CLOSING, "")))
    const last = before.pop()
    if (last) {
      const low = Math.max(0, ...places.filter((other) => other.end <= last[0]).map((other) => other.end))
      return [...before.filter(([start, end]) => start >= low && isLong(text.slice(start, end))), last]
    }
    const behind = spans.find(([start]) => start >= place.end)
    if (!behind || places.some((other) => other !== place && other.start >= place.end && other.start <= behind[0])) return []
    return isLong(text.slice(...behind)) && isOneSentence(text.slice(place.end, behind[0] - 1)) ? [behind] : []
  }

  /** Whether a text ends no sentence; what brackets hold does not count. */
  function isOneSentence(/** @type {string} */ between) {
    let plain = between
    for (let former = ""; former !== plain; ) {
      former = plain
      plain = plain.replace(/[（(\[][^（()）\[\]]*[）)\]]/g, "")
    }
    return !SENTENCE.test(plain.replace(/[（(\[][^]*/, ""))
  }

  /** Whether words in quotation marks are a quotation, and no term. */
  function isLong(/** @type {string} */ words) {
    const folded = ArchiveLetters.fold(words)
    return folded.length >= (/^[\x00-\x7f]*$/.test(folded) ? LETTERS_ENOUGH : HAN_ENOUGH)
  }

  return { read }
})()
