// The same queries put to a search server, for an archive that outgrows a browser. Used where the site's configuration names
// one (`extra.search_server` in mkdocs.yml: a path on the site's own host, no other).
//
// The server keeps the searches (`scripts/write/search/templates.py`); a request names one, and the edition of the archive
// that the page is of, and gives what varies: how each term is looked for, filters, a part. What does not answer in time,
// or not as it should, rests for a while, in which the page goes on with the files; then it is asked whether it is back.
// @ts-check
"use strict"

/**
 * @typedef {Record<string, string>} TermWays  how a term is looked for
 * @typedef {Record<string, string | number | Record<string, string>[] | number[] | undefined>} Asking  what varies of a search
 * @typedef {object} ServerSource  what the server gives out of a section
 * @property {number} ordinal
 * @property {number} collection
 * @property {string} kind
 * @property {string} path
 * @property {string} page_zh
 * @property {string} page_en
 * @property {number[]} drafts  which of names_en and en nobody has confirmed yet, counted from 0
 * @property {string} place_zh
 * @property {string} place_en
 * @property {string} year
 * @property {string} anchor
 * @property {string} label_zh
 * @property {string} label_en
 * @property {string[]} names_zh
 * @property {string[]} names_en
 * @property {string[]} anchors
 * @property {string[]} zh
 * @property {string[]} en
 * @typedef {{key: number, doc_count: number, places?: {value: number}}} Bucket
 * @typedef {{hits: {total: {value: number}, max_score: number | null, hits: {_source: ServerSource}[]}, aggregations?: Record<string, any>}} ServerAnswer
 */

/** The server does not answer as it should: `reason` is "down", or "edition" where it has none for this page. */
class ServerError extends Error {
  constructor(/** @type {string} */ message, /** @type {"down" | "edition"} */ reason = "down") {
    super(message)
    this.reason = reason
  }
}

var ArchiveServer = (() => {
  const LIMIT = 4000 // milliseconds that a reader waits for the server
  const FIRST_REST = 15000
  const LONGEST_REST = 300000
  /** @type {"down" | "edition" | null} why it rests */
  let resting = null
  let rest = FIRST_REST

  /** How one term is looked for, and what each of its places counts: the server adds it up for each pair and each word. @returns {TermWays} */
  function wayOf(/** @type {Term} */ term, counted = 1, countedWords = counted) {
    const [length, count] = [[...term.text].length, term.words.length]
    return Object.assign({ share: String(counted / Math.max(1, length - 1)), wordshare: String(countedWords / Math.max(1, count)) }, soughtOf(term, length === 1))
  }

  /** @returns {TermWays} */
  function soughtOf(/** @type {Term} */ term, /** @type {boolean} */ isOne) {
    if (term.kind === "string") return isOne ? { char: term.text } : { string: term.text }
    const [written, forms] = [term.words.join(" "), term.words.map(ArchiveInflection.base).join(" ")]
    const own = /** @type {TermWays} */ (!term.text ? {} : isOne ? { ownchar: term.text } : { own: term.text })
    if (term.kind === "number" && term.words.length === 1) return Object.assign(own, { number: written, exactforms: forms })
    if (term.kind === "number" || term.isQuoted || term.isLight) return Object.assign(own, { exact: written, exactforms: forms })
    return Object.assign(own, { forms }, openOf(term, written, forms))
  }

  /** What finds a last word that may go on. @returns {TermWays} */
  function openOf(/** @type {Term} */ term, /** @type {string} */ written, /** @type {string} */ forms) {
    if (!term.isOpen || term.words[term.words.length - 1].length < 2) return {}
    return term.words.length > 1 ? { opened: written } : { prefix: written, both: `${forms}|${written}` }
  }

  /** The filters of a state. @returns {TermWays} */
  function filtersOf(/** @type {State} */ state) {
    const path = state.policy && `policies/${state.policy}/`
    const year = String(new Date().getFullYear()) // of the reader's day: a year that a policy plans for is over when it is before it
    const all = { place_zh: state.place, year: state.year, level: state.level, kind: state.kind, topics: state.topic, path, over: state.period === "over" && year, running: state.period === "running" && year }
    const filters = /** @type {TermWays} */ ({})
    for (const [name, value] of Object.entries(all)) if (value) filters[name] = value
    return filters
  }

  /** What a query asks, in every part. @returns {Asking} */
  function askingOf(/** @type {Query} */ query, /** @type {State} */ state) {
    const filters = filtersOf(state)
    return {
      must: query.required.filter((term) => !term.isLight).map((term) => wayOf(term)),
      with: query.required.filter((term) => term.isLight).map((term) => wayOf(term)),
      not: query.excluded.map((term) => wayOf(term)),
      filters: Object.keys(filters).length ? [filters] : [],
      lang: state.lang === "zh" || state.lang === "en" ? state.lang : undefined,
    }
  }

  /** The same, with what ranks the hits: how much a place of each term takes, and whether they can stand near each other. @returns {Asking} */
  function rankedOf(/** @type {Query} */ query, /** @type {Asking} */ asking) {
    const terms = query.required.filter((term) => !term.isLight)
    const isEnglish = terms.every((term) => term.kind !== "string")
    const lengths = terms.map((term) => (isEnglish ? term.words.length : [...term.text].length))
    const must = terms.map((term, i) => Object.assign(wayOf(term, lengths[i], term.words.length), i ? {} : { first: "1" }))
    const isOfOneKind = must.every((way) => (isEnglish ? way.forms : way.string || way.char))
    const near = terms.length < 2 || !isOfOneKind ? undefined : isEnglish ? "forms" : "own"
    const whole = terms.map((term) => term.text).join("")
    const taken = lengths.reduce((sum, length) => sum + length, 0)
    return Object.assign({}, asking, { must, near, whole, taken, english: isEnglish ? 1 : undefined })
  }

  /** The address of the server's searches for the edition of this page; throws where it is not on the site's own host. */
  function addressOf(/** @type {string} */ configured, /** @type {string} */ page) {
    const url = new URL(`${configured.replace(/\/$/, "")}/${ArchiveSearchData.head.version}/`, page)
    if (url.origin !== new URL(page).origin) throw new Error(`extra.search_server must be a path on this site's own host, not ${configured}`)
    return url.href
  }

  /** The address that asks for something. */
  function write(/** @type {string} */ address, /** @type {string} */ name, /** @type {Asking} */ asking) {
    const isGiven = (/** @type {any} */ value) => value !== undefined && value !== "" && (!Array.isArray(value) || value.length > 0)
    const say = (/** @type {any} */ value) => encodeURIComponent(Array.isArray(value) ? JSON.stringify(value) : value)
    const parts = Object.entries(asking).filter(([, value]) => isGiven(value)).map(([key, value]) => `${key}=${say(value)}`)
    return `${address}${name}?${parts.join("&")}`
  }

  /** What a promise gives, in time. @template T @returns {Promise<T>} */
  function inTime(/** @type {Promise<T>} */ promise) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new ServerError(`no answer in ${LIMIT} ms`)), LIMIT)
      promise.then(resolve, reject).then(() => clearTimeout(timer))
    })
  }

  /** Asks the server, and believes no answer that is not whole. @returns {Promise<ServerAnswer>} */
  async function ask(/** @type {string} */ address, /** @type {string} */ name, /** @type {Asking} */ asking) {
    try {
      return await inTime(read(write(address, name, asking)))
    } catch (error) {
      throw error instanceof ServerError ? error : new ServerError(String(error))
    }
  }

  /** @returns {Promise<ServerAnswer>} */
  async function read(/** @type {string} */ address) {
    const response = await fetch(address)
    if (response.status === 404) throw new ServerError(`${address}: no index of this edition`, "edition")
    if (!response.ok) throw new ServerError(`${address} answers ${response.status}`)
    const answer = await response.json()
    const isWhole = answer && answer.timed_out === false && answer._shards && answer._shards.failed === 0 && answer.hits && answer.hits.total
    if (!isWhole) throw new ServerError(`${address} answers in part`)
    if (!answer.hits.hits) answer.hits.hits = [] // nothing is left out where there is nothing
    return answer
  }

  /** Lets the server rest, and asks it later, while nobody waits, whether it is back. */
  function letRest(/** @type {string} */ address, /** @type {"down" | "edition"} */ reason) {
    if (resting) return
    resting = reason
    setTimeout(() => probe(address), rest)
  }

  async function probe(/** @type {string} */ address) {
    try {
      await ask(address, "most", { must: [{ char: "〇", share: "1" }] })
      resting = null
      rest = FIRST_REST
    } catch (error) {
      const reason = /** @type {ServerError} */ (error).reason
      rest = Math.min(LONGEST_REST, rest * 2)
      resting = null
      letRest(address, reason)
    }
  }

  /** A section as the search page shows it, from what the server gives out. */
  function readSection(/** @type {ServerSource} */ source, /** @type {Language} */ language) {
    const passages = ArchiveLists.flatten(source[language].map((text, i) => [source.anchors[i], text]))
    const value = /** @type {SectionValue} */ ([0, source.anchor, source[`label_${language}`], source[`names_${language}`], passages, language === "en" ? source.drafts : undefined])
    const page = source[`page_${language}`] || source.page_zh
    return new ArchiveSections.Section(language, value, { c: { 0: [source.kind, source.path, page, source[`place_${language}`], source.year] }, s: [] })
  }

  return { askingOf, rankedOf, addressOf, write, ask, letRest, whyResting: () => resting, readSection }
})()
