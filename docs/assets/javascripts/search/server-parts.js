// The hits of a search server, brought part by part as the search page asks for them, in the order of the files.
// @ts-check
"use strict"

/**
 * @typedef {Hit & {score: number, ordinal: number, collection: number, places: number}} RankedHit
 * @typedef {{address: string, query: Query, asking: Asking, language: Language | undefined}} ServerAsked  what is asked, in every part of an answer
 */

var ArchiveServerParts = (() => {
  const PART = 200 // so many hits come at once: as scripts/write/search/templates.py has it

  /** Hits of an answer with the places in their texts. @returns {Promise<RankedHit[]>} */
  async function readHits(/** @type {ServerAnswer} */ answer, /** @type {ServerAsked} */ { query, language }) {
    const sizes = ArchivePostings.readNumbers(ArchiveSearchData.head.sections)
    const found = answer.hits.hits.map(({ _source: source }) => ({ source, zh: ArchiveServer.readSection(source, "zh"), en: ArchiveServer.readSection(source, "en") }))
    const ranks = await ArchiveServerRank.rank(found, found.map(({ source }) => sizes[source.collection] === 1), query, language)
    return found.map(({ source, zh, en }, i) => Object.assign({ zh, en, group: 1, ordinal: source.ordinal, collection: source.collection }, ranks[i]))
  }

  const byScore = (/** @type {RankedHit} */ a, /** @type {RankedHit} */ b) => b.score - a.score || a.ordinal - b.ordinal

  /** The hits of policies, or of entries and pages: those of a page together, the pages with the best first. */
  class Part {
    constructor(/** @type {ServerAsked} */ asked, /** @type {"policies" | "entries"} */ part, /** @type {Bucket[]} */ buckets) {
      this.asked = asked
      this.asking = Object.assign({}, ArchiveServer.rankedOf(asked.query, asked.asking), { part })
      this.sizes = new Map(buckets.map((bucket) => [bucket.key, bucket.doc_count]))
      /** @type {Promise<number[]> | null} */
      this.ordered = null
      /** the hits of each page as far as they were brought @type {Map<number, RankedHit[]>} */
      this.brought = new Map()
    }

    sizeOf(/** @type {number} */ collection) {
      return this.sizes.get(collection) || 0
    }

    /** The pages, the best first: the server's order, in which its first hits are ranked anew. @returns {Promise<number[]>} */
    order() {
      if (!this.ordered) this.ordered = this.bringOrder()
      return this.ordered
    }

    async bringOrder() {
      if (!this.sizes.size) return []
      const answer = await ArchiveServer.ask(this.asked.address, "ranked", this.asking)
      /** @type {Map<number, number>} */
      const best = new Map()
      for (const { collection, score } of await readHits(answer, this.asked)) best.set(collection, Math.max(score, best.get(collection) || 0))
      const first = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([collection]) => collection)
      const { buckets } = /** @type {{buckets: Bucket[]}} */ (answer.aggregations && answer.aggregations.by)
      const others = buckets.map(({ key }) => key).filter((key) => !best.has(key) && this.sizes.has(key))
      return [...first, ...others]
    }

    /** Brings hits of pages: all of several, or of a large one as many as are asked for. */
    async bring(/** @type {number[]} */ collections, /** @type {number} */ most) {
      const isMissing = (/** @type {number} */ own) => (this.brought.get(own) || []).length < Math.min(this.sizeOf(own), most)
      for (let missing = collections.filter(isMissing); missing.length; missing = collections.filter(isMissing)) {
        const among = [missing[0]]
        const from = (this.brought.get(missing[0]) || []).length
        let size = this.sizeOf(missing[0]) - from
        for (const other of from ? [] : missing.slice(1)) {
          size += this.sizeOf(other)
          if (size > PART) break
          among.push(other)
        }
        const answer = await ArchiveServer.ask(this.asked.address, "hits", Object.assign({}, this.asking, { among, from: from || undefined }))
        if (!answer.hits.hits.length) throw new ServerError("hits are missing")
        this.keep((await readHits(answer, this.asked)).sort(byScore))
      }
    }

    keep(/** @type {RankedHit[]} */ hits) {
      for (const hit of hits) {
        hit.group = this.sizeOf(hit.collection)
        const brought = this.brought.get(hit.collection)
        if (brought) brought.push(hit)
        else this.brought.set(hit.collection, [hit])
      }
    }

    /** Hits in that order, page by page. */
    async hits(/** @type {number} */ from, /** @type {number} */ to) {
      /** @type {[number, number, number][]} a page, and from which of its hits to which */
      const wanted = []
      let at = 0
      for (const collection of await this.order()) {
        const size = this.sizeOf(collection)
        const [first, last] = [Math.max(0, from - at), Math.min(size, to - at)]
        if (first < last) wanted.push([collection, first, last])
        at += size
      }
      const isWhole = (/** @type {[number, number, number]} */ [collection]) => this.sizeOf(collection) <= PART
      await this.bring(wanted.filter(isWhole).map(([collection]) => collection), PART)
      for (const [collection, , last] of wanted.filter((each) => !isWhole(each))) await this.bring([collection], last)
      return ArchiveLists.flatten(wanted.map(([collection, first, last]) => (this.brought.get(collection) || []).slice(first, last)))
    }

    /** The best hit of each page. */
    async bests(/** @type {number} */ from, /** @type {number} */ to) {
      const wanted = (await this.order()).slice(from, to)
      await this.bring(wanted, PART)
      return wanted.map((collection) => (this.brought.get(collection) || [])[0])
    }
  }

  /** All hits of policies as they stand in the archive, as far as they were asked for. */
  class Following {
    constructor(/** @type {ServerAsked} */ asked, /** @type {Map<number, number>} */ sizes) {
      this.asked = asked
      this.sizes = sizes
      /** @type {RankedHit[]} */
      this.brought = []
      this.isAll = false
    }

    async hits(/** @type {number} */ from, /** @type {number} */ to) {
      while (this.brought.length < to && !this.isAll) {
        const last = this.brought[this.brought.length - 1]
        const asking = Object.assign({}, this.asked.asking, { part: "policies", after: last && last.ordinal })
        const hits = await readHits(await ArchiveServer.ask(this.asked.address, "following", asking), this.asked)
        for (const hit of hits) hit.group = this.sizes.get(hit.collection) || 1
        this.brought.push(...hits)
        this.isAll = hits.length < PART
      }
      return this.brought.slice(from, to)
    }
  }

  return { Part, Following }
})()
