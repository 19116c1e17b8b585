// An answer of a search server in the shape in which the search page takes the answer of our own engine, by the same laws.
// @ts-check
"use strict"

/**
 * @typedef {{counts: () => {sections: number, places: number | null, entries: number}, countsByPolicy: () => {collection: number, count: number}[], arrange: (isByArchive: boolean) => void, size: number, entrySize: number, hits: (from: number, to: number) => Promise<Hit[]>, entryHits: (from: number, to: number) => Promise<Hit[]>, lines: (hits: Hit[]) => Line[], query: Query, language: Language | undefined, notes: Notes}} AnyResults
 * @typedef {{parts: string[] | null, reading: string | null, isCut: boolean, said?: Said, asked?: TypedQuery | null}} Notes  what was searched instead of what was typed
 */

var ArchiveServerResults = (() => {
  const MOST_COUNTED = 1000 // so many sections are brought to count places that overlap

  class Results {
    constructor(/** @type {ServerAsked} */ asked, /** @type {ServerAnswer} */ answer) {
      this.asked = asked
      this.query = asked.query
      this.language = asked.language
      /** @type {Notes} */
      this.notes = { parts: null, reading: null, isCut: false, said: { zh: [], en: [] }, asked: null }
      const { policies, entries } = /** @type {Record<string, {doc_count: number, by: {buckets: Bucket[]}}>} */ (answer.aggregations)
      this.sections = policies.doc_count
      this.found = policies.doc_count + entries.doc_count
      this.buckets = policies.by.buckets
      this.size = this.buckets.reduce((sum, bucket) => sum + bucket.doc_count, 0)
      this.entrySize = entries.by.buckets.length
      this.policies = new ArchiveServerParts.Part(asked, "policies", this.buckets)
      this.entries = new ArchiveServerParts.Part(asked, "entries", entries.by.buckets)
      this.isByArchive = false
      /** how many places each policy has; null where they cannot be told @type {Map<number, number> | null} */
      this.places = new Map(this.buckets.map(({ key, places }) => [key, Number(places && places.value)]))
    }

    /** Counts in the texts themselves, where places may overlap. */
    async countPlaces() {
      if (!overlaps(this.query)) return
      this.places = null
      if (this.size > MOST_COUNTED) return
      const places = new Map()
      for (const hit of await this.following().hits(0, this.size)) places.set(hit.collection, hit.places + (places.get(hit.collection) || 0))
      this.places = places
    }

    following() {
      return this.inOrder || (this.inOrder = new ArchiveServerParts.Following(this.asked, this.policies.sizes))
    }

    /** How many sections of policies, places in them, and entries were found. */
    counts() {
      const places = this.places && [...this.places.values()].reduce((sum, count) => sum + count, 0)
      return { sections: this.sections, places, entries: this.entrySize }
    }

    /** How many places each policy has, or sections where places cannot be told, the most first. */
    countsByPolicy() {
      const { places } = this
      const counts = this.buckets.map(({ key, doc_count: sections }) => ({ collection: key, count: places ? places.get(key) || 0 : sections }))
      return counts.sort((a, b) => b.count - a.count || a.collection - b.collection)
    }

    arrange(/** @type {boolean} */ isByArchive) {
      this.isByArchive = isByArchive
    }

    /** @returns {Promise<Hit[]>} */
    hits(/** @type {number} */ from, /** @type {number} */ to) {
      return (this.isByArchive ? this.following() : this.policies).hits(from, Math.min(to, this.size))
    }

    /** @returns {Promise<Hit[]>} */
    entryHits(/** @type {number} */ from, /** @type {number} */ to) {
      return this.entries.bests(from, to)
    }

    lines(/** @type {Hit[]} */ hits) {
      return ArchiveLists.flatten(hits.map((hit) => ArchiveResults.linesOf(hit, this.query, this.language)))
    }
  }

  /** Whether a place of a term may lie in or across a place of another, or of itself: then places are no sum. */
  function overlaps(/** @type {Query} */ query) {
    const terms = query.required.filter((term) => !term.isLight)
    const isString = (/** @type {Term} */ { kind }) => kind !== "words"
    const meet = (/** @type {Term} */ one, /** @type {Term} */ other) => (isString(one) || isString(other)) && (meets(one.text, other.text, 0) || meets(other.text, one.text, 0))
    return terms.some((one, i) => {
      const isApart = (/** @type {Term} */ other) => !meet(one, other) && !areOneWord(one, other)
      return (isString(one) && meets(one.text, one.text, 1)) || isWordy(one) || !terms.slice(i + 1).every(isApart)
    })
  }

  /** Whether a string begins within another, `from` characters and more behind its beginning. */
  function meets(/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ from) {
    for (let at = from; at < one.length; at++) if (one.startsWith(other.slice(0, one.length - at), at)) return true
    return false
  }

  /** Whether a term is several words, of which the last is open, or one may be another. */
  const isWordy = (/** @type {Term} */ { kind, words, isOpen }) => kind !== "string" && words.length > 1 && (isOpen || new Set(words).size < words.length)

  /** Whether two terms may be found in one English word. */
  function areOneWord(/** @type {Term} */ one, /** @type {Term} */ other) {
    const base = ArchiveInflection.base
    const isOpened = (/** @type {Term} */ open, /** @type {string} */ word) => open.isOpen && word.startsWith(open.words[open.words.length - 1])
    return one.words.some((word) => other.words.some((next) => base(word) === base(next) || isOpened(one, next) || isOpened(other, word)))
  }

  /** Searches with our own engine. @returns {Promise<AnyResults>} */
  async function searchFiles(/** @type {State} */ state, /** @type {Options} */ options) {
    return new ArchiveResults.Results(await ArchiveSearch.search(state.query || "", options), options.language)
  }

  /**
   * Searches on a server: as typed; what stands nowhere is read otherwise, then taken apart, as the files are searched.
   * Filters among the words, and questions that stand nowhere as typed, are read by what searches the files.
   * @returns {Promise<AnyResults>}
   */
  async function search(/** @type {string} */ address, /** @type {State} */ state, /** @type {Options} */ options) {
    ArchiveSearch.open() // which tells how characters are folded
    const words = state.query || ""
    if (ArchiveAsked.mayFilter(words)) return searchFiles(state, options)
    const query = ArchiveText.parse(words)
    const typed = await attempt(address, query, state)
    if (typed.found || query.isEmpty) return typed
    const reread = query.required.map((term) => ArchiveText.otherReading(term) || term)
    if (reread.some((term, i) => term !== query.required[i])) {
      const result = await attempt(address, Object.assign({}, query, { required: reread }), state)
      result.notes.reading = reread.map((term) => term.text).join(" ")
      if (result.found) return result
    }
    if (ArchiveAsked.isQuestion(words)) return searchFiles(state, options)
    const parted = await ArchiveSearch.takeApart(query)
    if (!parted) return typed
    const result = await attemptLoosely(address, parted.query, state)
    result.notes.parts = parted.parts
    return result
  }

  /** Searches for a query as it is. */
  async function attempt(/** @type {string} */ address, /** @type {Query} */ query, /** @type {State} */ state, /** @type {Asking} */ more = {}) {
    /** @type {ServerAsked} */
    const asked = { address, query, asking: Object.assign(ArchiveServer.askingOf(query, state), more), language: state.lang === "zh" || state.lang === "en" ? state.lang : undefined }
    const results = new Results(asked, query.isEmpty ? NOTHING : await ArchiveServer.ask(address, "counts", asked.asking))
    await results.countPlaces()
    return results
  }

  /** Searches for sections that have as many of the terms as any has. */
  async function attemptLoosely(/** @type {string} */ address, /** @type {Query} */ query, /** @type {State} */ state) {
    const { must, lang } = ArchiveServer.askingOf(query, state)
    const { hits } = await ArchiveServer.ask(address, "most", { must, lang })
    return attempt(address, query, state, { atleast: hits.max_score || 1 })
  }

  /** @type {any} */
  const NONE = { doc_count: 0, by: { buckets: [] } }
  const NOTHING = { hits: { total: { value: 0 }, max_score: null, hits: [] }, aggregations: { policies: NONE, entries: NONE } }

  return { search, overlaps }
})()
