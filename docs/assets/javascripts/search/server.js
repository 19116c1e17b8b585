// The same queries put to an OpenSearch or Elasticsearch server, for an archive that outgrows a browser. Used where the
// site's configuration names one (`extra.search_server` in mkdocs.yml: a path on the site's own host, no other).
//
// `scripts/write/opensearch.py` says what the index holds. A query becomes one `bool`; each term a clause of its own.
// @ts-check
"use strict"

/**
 * @typedef {Record<string, any>} Json
 * @typedef {object} ServerSource  what the server keeps of a section
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
 */

var ArchiveServer = (() => {
  const NAME = 4 // how much more a name counts than a passage
  const WHOLE_NAME = 1000
  const POLICIES = 1000 // so many policies are counted by themselves

  const any = (/** @type {Json[]} */ clauses) => ({ bool: { should: clauses, minimum_should_match: 1 } })
  const phrase = (/** @type {string} */ field, /** @type {string} */ text, boost = 1) => ({ match_phrase: { [field]: { query: text, boost } } })

  /** A string in Chinese: by pairs of characters, one alone by itself. */
  function stringClauses(/** @type {string} */ text, /** @type {Language | undefined} */ language, /** @type {boolean} */ isQuoted) {
    const isOne = [...text].length === 1
    const own = isOne ? ["zh.one", "names_zh.one"] : ["zh", "names_zh"]
    const quoted = isOne ? ["en.one", "names_en.one"] : ["en.strings", "names_en.strings"]
    const fields = [...(language === "en" ? [] : own), ...(language === "zh" || !isQuoted ? [] : quoted)]
    return fields.map((field) => phrase(field, text, field.startsWith("names") ? NAME : 1))
  }

  /** Words in English: in their forms, in quotation marks as they stand, and the last one as far as it is typed. */
  function wordClauses(/** @type {Term} */ term) {
    const text = term.words.join(" ")
    const fields = term.isQuoted || term.kind === "number" ? ["en.exact", "names_en.exact"] : ["en", "names_en"]
    const clauses = fields.map((field) => phrase(field, text, field.startsWith("names") ? NAME : 1))
    if (term.isOpen) {
      for (const field of ["en.exact", "names_en.exact"]) {
        clauses.push(/** @type {any} */ ({ match_phrase_prefix: { [field]: { query: text, max_expansions: 50 } } }))
      }
    }
    return clauses
  }

  /** One term of a query as a clause. @returns {Json} */
  function clause(/** @type {Term} */ term, /** @type {Language | undefined} */ language) {
    const words = term.kind !== "string" && language !== "zh" ? wordClauses(term) : []
    return any([...stringClauses(term.text, language, term.kind === "string"), ...words])
  }

  /** Terms with the glossary's synonyms, for a search that found nothing. @returns {Json} */
  function synonymClause(/** @type {Term} */ term, /** @type {Language | undefined} */ language) {
    const isString = term.kind === "string"
    const text = isString ? term.text : term.words.join(" ")
    const fields = isString ? ["zh.one", "names_zh.one"] : ["en", "names_en"]
    const analyzer = isString ? "zh_synonyms" : "en_synonyms"
    if (language && (language === "zh") !== isString) return clause(term, language)
    return any(fields.map((field) => ({ match_phrase: { [field]: { query: text, analyzer } } })))
  }

  /** The filters of a state. @returns {Json[]} */
  function filters(/** @type {State} */ state) {
    const fields = { place_zh: state.place, year: state.year, level: state.level, kind: state.kind, topics: state.topic }
    const list = Object.entries(fields).filter(([, value]) => value)
    if (state.policy) list.push(["path", `policies/${state.policy}/`])
    const terms = list.map(([field, value]) => ({ term: { [field]: value } }))
    const year = new Date().getFullYear() // of the reader's day: a year that a policy plans for is over when it is before it
    const ranges = { over: { gt: 0, lt: year }, running: { gte: year } }
    const range = state.period === "over" || state.period === "running" ? [{ range: { until: ranges[state.period] } }] : []
    return [...terms, ...range]
  }

  /**
   * A query as the `query` of a search request.
   * @returns {Json}
   */
  function makeQuery(/** @type {Query} */ query, /** @type {State} */ state, withSynonyms = false) {
    const language = state.lang === "zh" || state.lang === "en" ? state.lang : undefined
    const whole = query.required.map((term) => term.text).join("")
    return {
      bool: {
        must: query.required.map((term) => (withSynonyms ? synonymClause : clause)(term, language)),
        must_not: query.excluded.map((term) => clause(term, language)),
        should: [{ term: { keys: { value: whole, boost: WHOLE_NAME } } }],
        filter: filters(state),
      },
    }
  }

  /** What the first request asks besides hits: how many sections of policies, entries and pages, and how many of each policy. */
  const COUNTS = {
    policies: { filter: { term: { kind: "policy" } }, aggs: { by: { terms: { field: "collection", size: POLICIES } } } },
    entries: { filter: { bool: { must_not: [{ term: { kind: "policy" } }] } } },
  }

  /**
   * The body of a search request (https://opensearch.org/docs/latest/api-reference/search/).
   * @param {Json} query
   * @param {{kind: "policy" | "entry" | null, size: number, isByArchive: boolean, after: any[] | null}} part
   * @returns {Json}
   */
  function makeBody(query, { kind, size, isByArchive, after }) {
    const ofKind = kind && { bool: { [kind === "policy" ? "filter" : "must_not"]: [{ term: { kind: "policy" } }] } }
    const body = {
      size,
      track_total_hits: true,
      query: ofKind ? { bool: { must: [query], filter: [ofKind] } } : query,
      sort: isByArchive ? [{ ordinal: "asc" }] : [{ _score: "desc" }, { ordinal: "asc" }],
    }
    return Object.assign(body, after && { search_after: after }, !kind && { aggs: COUNTS })
  }

  /** The server's address for searches; throws where it is not on the site's own host. */
  function addressOf(/** @type {string} */ configured, /** @type {string} */ page) {
    const url = new URL(`${configured.replace(/\/$/, "")}/_search`, page)
    if (url.origin !== new URL(page).origin) throw new Error(`extra.search_server must be a path on this site's own host, not ${configured}`)
    return url.href
  }

  /** A section as the search page shows it, from what the server keeps. */
  function readSection(/** @type {ServerSource} */ source, /** @type {Language} */ language) {
    const passages = ArchiveLists.flatten(source[language].map((text, i) => [source.anchors[i], text]))
    const value = /** @type {SectionValue} */ ([0, source.anchor, source[`label_${language}`], source[`names_${language}`], passages, language === "en" ? source.drafts : undefined])
    const page = source[`page_${language}`] || source.page_zh
    return new ArchiveSections.Section(language, value, { c: { 0: [source.kind, source.path, page, source[`place_${language}`], source.year] }, s: [] })
  }

  return { makeQuery, makeBody, addressOf, readSection }
})()
