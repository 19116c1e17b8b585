// An address and words quoted from it → the verdict; what scripts/verify/match/verifier.py, exact.py and nearest.py do, and say.
// @ts-check
"use strict"

/**
 * @typedef {"holds" | "differs" | "held" | "elsewhere" | "nowhere" | "leads" | "lost"} VerdictKind
 * @typedef {"no-policy" | "no-anchor"} AddressFault
 * @typedef {InstanceType<typeof ArchiveTexts.PolicyText>} VerifiedText
 * @typedef {object} FoundWords  where words stand, or those that are nearest to them
 * @property {string} policy
 * @property {string} anchor
 * @property {Language} language
 * @property {string[]} quoted
 * @property {string[]} printed
 * @property {boolean} isExact
 * @property {number} distance  in folded characters
 * @property {number} size
 * @property {number} others
 * @property {boolean} isDraft  whether they are English that nobody has confirmed yet, in whole or in part
 * @property {Held} [held]  where they stood in an earlier edition only
 * @typedef {{edition: number, dates: [string, string], place: string}} Held  the edition, the day from which the words are others, the place on the page of editions
 * @typedef {{kind: VerdictKind, address: Cited | null, quotation: string, found: FoundWords | null, fault: AddressFault | null, instead: string}} Verdict
 */

var ArchiveVerdict = (() => {
  const NEAR_HERE = 0.75
  const NEAR_ELSEWHERE = 0.85
  const SIZES = { zh: 2, en: 6 }
  const FURTHER = 3000
  const MOST = 100
  const HAN = new RegExp(`[${ArchiveLetters.HAN}]`, "u")

  const likeness = (/** @type {FoundWords} */ found) => Math.max(0, 1 - found.distance / found.size)

  /** Whether words stand at an address, or where else they do; without words, whether it leads anywhere. @returns {Promise<Verdict>} */
  async function verify(/** @type {Cited | null} */ address, /** @type {string} */ quotation) {
    const readings = ArchiveQuotation.read(quotation)
    const own = address ? await ArchiveTexts.bring(address.policy) : null
    const { fault, instead } = findFault(address, own)
    if (!readings.length) return { kind: fault ? "lost" : "leads", address, quotation: "", found: null, fault, instead }
    const { kind, found } = await find(fault ? null : own, address, readings)
    return { kind, address, quotation: quotation.trim(), found, fault, instead }
  }

  /** What is wrong with an address, and the anchor to use instead. @returns {{fault: AddressFault | null, instead: string}} */
  function findFault(/** @type {Cited | null} */ address, /** @type {Record<Language, VerifiedText> | null} */ own) {
    if (!address || (own && (!address.anchor || own.zh.spans.has(address.anchor)))) return { fault: null, instead: "" }
    if (!own) return { fault: "no-policy", instead: "" }
    const steps = address.anchor.split("-")
    const holders = steps.slice(0, -1).map((_, n) => steps.slice(0, steps.length - 1 - n).join("-"))
    return { fault: "no-anchor", instead: holders.find((holder) => own.zh.spans.has(holder)) || "" }
  }

  /**
   * What is to be said of the words, and where they, or those nearest to them, stand.
   * @param {Record<Language, VerifiedText> | null} own  the policy of the address, where that leads anywhere
   * @param {Cited | null} address
   * @param {Reading[]} readings
   * @returns {Promise<{kind: VerdictKind, found: FoundWords | null}>}
   */
  async function find(own, address, readings) {
    const languages = languagesOf(readings[0])
    const spans = own ? languages.map((language) => spanOf(own[language], address)) : []
    const here = bestOf(spans.map((span, n) => findHere(/** @type {any} */ (own)[languages[n]], span, readings)))
    if (here) return { kind: here.isExact ? "holds" : "differs", found: here }
    const held = own && address ? await findHeld(own, address, languages, readings) : null
    if (held) return { kind: "held", found: held }
    const longest = readings[0].parts.reduce((a, b) => (b.length > a.length ? b : a))
    const policies = await ArchiveTexts.candidates(longest, languages[0])
    const texts = await Promise.all(policies.map(async (policy) => /** @type {Record<Language, VerifiedText>} */ (await ArchiveTexts.bring(policy))))
    const near = (address && address.policy) || ""
    const ordered = [...texts].sort((a, b) => Number(b.zh.policy === near) - Number(a.zh.policy === near))
    const elsewhere = bestOf(languages.map((language) => findAnywhere(ordered.map((both) => both[language]), readings)))
    if (elsewhere) return { kind: address ? "elsewhere" : elsewhere.isExact ? "holds" : "differs", found: elsewhere }
    for (const [n, language] of own ? languages.entries() : []) {
      const text = /** @type {Record<Language, VerifiedText>} */ (own)[language]
      const found = findNearest(text, around(text, spans[n], readings), readings)
      if (found && likeness(found) >= NEAR_HERE) return { kind: "differs", found }
    }
    const [language] = languages
    const nearest = nearestOf(texts.map((both) => findNearest(both[language], [0, both[language].folded.length], readings)))
    if (nearest && !address && likeness(nearest) >= NEAR_HERE) return { kind: "differs", found: nearest }
    return { kind: nearest && likeness(nearest) >= NEAR_ELSEWHERE ? "elsewhere" : "nowhere", found: nearest }
  }

  /**
   * Where the words stood at an address in an earlier edition, the latest first.
   * @param {Record<Language, VerifiedText>} own
   * @param {Cited} address
   * @param {Language[]} languages
   * @param {Reading[]} readings
   * @returns {Promise<FoundWords | null>}
   */
  async function findHeld(own, address, languages, readings) {
    const editions = await ArchiveCiting.loadFormer(address.policy)
    for (const language of languages) {
      let text = own[language]
      for (const [edition, zh, en, changes] of editions) {
        text = ArchiveTexts.undo(text, changes)
        const found = findHere(text, spanOf(text, address), readings)
        if (!found) continue
        const isChanged = changes.some(([anchor]) => anchor === found.anchor)
        const place = `edition-${edition}` + (isChanged ? `-${found.anchor}` : "")
        return Object.assign(found, { held: { edition: edition - 1, dates: [zh, en], place } })
      }
    }
    return null
  }

  /** The languages in which words are looked up, the likelier first. @returns {Language[]} */
  function languagesOf(/** @type {Reading} */ reading) {
    const han = [...reading.folded.join("")].filter((character) => HAN.test(character)).length
    return han && han * 3 >= reading.size ? ["zh", "en"] : ["en", "zh"]
  }

  /** Where the words of an address are in a text. @returns {Span} */
  function spanOf(/** @type {VerifiedText} */ text, /** @type {Cited | null} */ address) {
    return (address && address.anchor && text.spans.get(address.anchor)) || [0, text.folded.length]
  }

  /** A span with so much before and behind it as words may run over its borders. @returns {Span} */
  function around(/** @type {VerifiedText} */ text, /** @type {Span} */ span, /** @type {Reading[]} */ readings) {
    const size = Math.max(...readings.map((reading) => reading.size))
    return [Math.max(0, span[0] - size + 1), Math.min(text.folded.length, span[1] + size - 1)]
  }

  /** The first place at which words stand letter for letter, else the first. */
  function bestOf(/** @type {(FoundWords | null)[]} */ places) {
    return places.find((place) => place !== null && place.isExact) || places.find((place) => place) || null
  }

  function nearestOf(/** @type {(FoundWords | null)[]} */ places) {
    return places.reduce((best, place) => (place && (!best || likeness(place) > likeness(best)) ? place : best), null)
  }

  /** Where one of the readings stands at a span of a text, or runs over its borders. */
  function findHere(/** @type {VerifiedText} */ text, /** @type {Span} */ span, /** @type {Reading[]} */ readings) {
    /** @type {FoundWords | null} */
    let best = null
    for (const reading of readings)
      if (!best || !(best.isExact || reading.isFree))
        best = bestOf([best, ...findParts(text, reading, span).map((spans) => makeFound(text, reading, spans))])
    return best
  }

  /** Where one of the readings stands in any of the texts, and at how many other places. */
  function findAnywhere(/** @type {VerifiedText[]} */ texts, /** @type {Reading[]} */ readings) {
    /** @type {FoundWords | null} */
    let best = null
    for (const reading of readings) {
      if (best && (best.isExact || reading.isFree)) continue
      const lists = texts.map((text) => findParts(text, reading, [0, text.folded.length]).map((spans) => makeFound(text, reading, spans)))
      const places = /** @type {FoundWords[]} */ ([]).concat(...lists)
      const found = bestOf(places)
      if (found && (!best || found.isExact)) best = Object.assign(found, { others: places.length - 1 })
    }
    return best
  }

  /** The places of all parts in their order, the first of them at the span, or running over its borders. @returns {Span[][]} */
  function findParts(/** @type {VerifiedText} */ text, /** @type {Reading} */ { folded }, /** @type {Span} */ span) {
    const [first, ...rest] = folded
    /** @type {Span[][]} */
    const found = []
    let place = text.folded.indexOf(first, Math.max(0, span[0] - first.length + 1))
    while (place >= 0 && place < span[1] && found.length < MOST) {
      /** @type {Span[]} */
      const spans = [[place, place + first.length]]
      for (const part of rest) {
        const low = text.folded.indexOf(part, spans[spans.length - 1][1])
        if (low < 0) return found
        spans.push([low, low + part.length])
      }
      found.push(spans)
      place = text.folded.indexOf(first, place + 1)
    }
    return found
  }

  /** What stands at these places of a text, compared with the parts of a reading. @returns {FoundWords} */
  function makeFound(/** @type {VerifiedText} */ text, /** @type {Reading} */ { parts, size }, /** @type {Span[]} */ spans, distance = 0) {
    const printed = spans.map((span, n) => (span[0] < span[1] ? text.words(span, parts[n]) : ""))
    const isExact = !distance && parts.every((part, n) => ArchiveLetters.even(part) === ArchiveLetters.even(printed[n]))
    const unit = text.units[text.unitAt(spans[0][0])]
    const anchor = unit ? unit.anchor : ""
    return { policy: text.policy, anchor, language: text.language, quoted: parts, printed, isExact, distance, size, others: 0, isDraft: spans.some((span) => text.hasDraft(span)) }
  }

  /** The words of a span that are nearest to one of the readings; null where it has no words. */
  function findNearest(/** @type {VerifiedText} */ text, /** @type {Span} */ span, /** @type {Reading[]} */ readings) {
    return span[0] < span[1] ? nearestOf(readings.map((reading) => nearestTo(text, span, reading))) : null
  }

  /** The words nearest to a reading: those nearest to its longest part, and around them those to the others. */
  function nearestTo(/** @type {VerifiedText} */ text, /** @type {Span} */ span, /** @type {Reading} */ reading) {
    const { folded } = reading
    const lead = folded.reduce((best, part, n) => (part.length > folded[best].length ? n : best), 0)
    const compare = (/** @type {string} */ words, /** @type {Span} */ [low, high]) => {
      const part = ArchiveAlign.nearest(words, text.folded.slice(low, high), SIZES[text.language])
      return { start: low + part.start, end: low + part.end, distance: part.distance }
    }
    /** @type {Part[]} */
    const parts = []
    parts[lead] = compare(folded[lead], span)
    for (let n = lead + 1; n < folded.length; n++) {
      const low = parts[n - 1].end
      parts[n] = compare(folded[n], [low, Math.min(low + FURTHER, text.folded.length)])
    }
    for (let n = lead - 1; n >= 0; n--) {
      const high = parts[n + 1].start
      parts[n] = compare(folded[n], [Math.max(high - FURTHER, 0), high])
    }
    const distance = parts.reduce((sum, part) => sum + part.distance, 0)
    return makeFound(text, reading, parts.map((part) => [part.start, part.end]), distance)
  }

  return { verify, likeness }
})()
