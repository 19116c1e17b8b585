// An answer of a search server in the shape in which the search page takes the answer of our own engine.
// @ts-check
"use strict"

/**
 * @typedef {{_source: ServerSource, sort: any[]}} ServerHit
 * @typedef {{hits: {total: {value: number}, hits: ServerHit[]}, aggregations?: Json}} ServerAnswer
 * @typedef {{counts: () => {sections: number, places: number | null, entries: number}, countsByPolicy: () => {collection: number, count: number}[], arrange: (isByArchive: boolean) => void, size: number, entrySize: number, hits: (from: number, to: number) => Promise<Hit[]>, entryHits: (from: number, to: number) => Promise<Hit[]>, lines: (hits: Hit[]) => Line[], query: Query, language: Language | undefined, notes: Notes}} AnyResults
 * @typedef {{parts: string[] | null, reading: string | null, isCut: boolean, said?: Said, asked?: TypedQuery | null}} Notes  what was searched instead of what was typed
 */

var ArchiveServerResults = (() => {
  const PAGE = 200

  /** Asks a server. @returns {Promise<ServerAnswer>} */
  async function ask(/** @type {string} */ address, /** @type {Json} */ body) {
    const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${address} answers ${response.status}`)
    return response.json()
  }

  /** The hits of one kind, brought in the server's order as far as they are asked for. */
  class Cursor {
    constructor(/** @type {string} */ address, /** @type {Json} */ query, /** @type {"policy" | "entry"} */ kind, /** @type {boolean} */ isByArchive) {
      this.address = address
      this.query = query
      this.kind = kind
      this.isByArchive = isByArchive
      /** @type {ServerHit[]} */
      this.hits = []
      this.isDone = false
    }

    async bring(/** @type {number} */ from, /** @type {number} */ to) {
      while (this.hits.length < to && !this.isDone) {
        const after = this.hits.length ? this.hits[this.hits.length - 1].sort : null
        const size = Math.min(PAGE, to - this.hits.length)
        const { kind, isByArchive } = this
        const { hits } = await ask(this.address, ArchiveServer.makeBody(this.query, { kind, size, isByArchive, after }))
        this.hits.push(...hits.hits)
        this.isDone = hits.hits.length < size
      }
      return this.hits.slice(from, to)
    }
  }

  class Results {
    constructor(/** @type {string} */ address, /** @type {Query} */ query, /** @type {Json} */ asked, /** @type {ServerAnswer} */ answer, /** @type {Language | undefined} */ language, /** @type {Notes} */ notes) {
      this.address = address
      this.asked = asked
      this.query = query
      this.language = language
      this.notes = notes
      const { policies = { doc_count: 0 }, entries = { doc_count: 0 } } = answer.aggregations || {}
      this.size = policies.doc_count
      this.entrySize = entries.doc_count
      /** @type {{key: number, doc_count: number}[]} */
      this.buckets = policies.by ? policies.by.buckets : []
      this.policies = new Cursor(address, asked, "policy", false)
      this.entries = new Cursor(address, asked, "entry", false)
    }

    /** A server counts sections, not the places in them. */
    counts() {
      return { sections: this.size, places: null, entries: this.entrySize }
    }

    countsByPolicy() {
      return this.buckets.map(({ key, doc_count: count }) => ({ collection: key, count })).sort((a, b) => b.count - a.count || a.collection - b.collection)
    }

    arrange(/** @type {boolean} */ isByArchive) {
      this.policies = new Cursor(this.address, this.asked, "policy", isByArchive)
    }

    async hits(/** @type {number} */ from, /** @type {number} */ to) {
      return (await this.policies.bring(from, to)).map((hit) => this.read(hit))
    }

    async entryHits(/** @type {number} */ from, /** @type {number} */ to) {
      return (await this.entries.bring(from, to)).map((hit) => this.read(hit))
    }

    /** @returns {Hit} */
    read(/** @type {ServerHit} */ { _source: source }) {
      const [zh, en] = [ArchiveServer.readSection(source, "zh"), ArchiveServer.readSection(source, "en")]
      const units = { zh: zh.units(), en: en.units() }
      const group = (this.buckets.find(({ key }) => key === source.collection) || { doc_count: 1 }).doc_count
      for (const language of /** @type {Language[]} */ (["zh", "en"])) {
        const unit = units[language].findIndex(({ text }) => ArchiveMarks.findAll(text, language, this.query).length)
        if (unit >= 0) return { zh, en, best: [unit, language], group }
      }
      return { zh, en, best: [0, "zh"], group }
    }

    lines(/** @type {Hit[]} */ hits) {
      return ArchiveLists.flatten(hits.map((hit) => ArchiveResults.linesOf(hit, this.query, this.language)))
    }
  }

  /**
   * Searches on a server: as typed; where no policy has that, with characters read the other way, then with the glossary's
   * synonyms. If these find no policy either, what was found as typed is the answer.
   */
  async function search(/** @type {string} */ address, /** @type {State} */ state) {
    ArchiveSearch.open() // which tells how characters are folded
    const query = ArchiveText.parse(state.query || "")
    const language = state.lang === "zh" || state.lang === "en" ? state.lang : undefined
    const attempt = async (/** @type {Query} */ tried, withSynonyms = false) => {
      const asked = ArchiveServer.makeQuery(tried, state, withSynonyms)
      const answer = await ask(address, ArchiveServer.makeBody(asked, { kind: null, size: 0, isByArchive: false, after: null }))
      const reading = tried === query ? null : tried.required.map((term) => term.text).join(" ")
      return new Results(address, tried, asked, answer, language, { parts: null, reading, isCut: false })
    }
    const typed = await attempt(query)
    if (typed.size || query.isEmpty) return typed
    const reread = query.required.map((term) => ArchiveText.otherReading(term) || term)
    if (reread.some((term, i) => term !== query.required[i])) {
      const other = await attempt(Object.assign({}, query, { required: reread }))
      if (other.size || (other.entrySize && !typed.entrySize)) return other
    }
    const synonymous = await attempt(query, true)
    return synonymous.size ? synonymous : typed
  }

  return { search }
})()
