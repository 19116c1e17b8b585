// What the parts of the search's data hand their values to, and how the parts are loaded: by <script> on a page, by
// importScripts in a worker. Nothing is fetched, so it works from a folder too.
// @ts-check
"use strict"

;(function () {
  const core = /** @type {any} */ (globalThis).ArchiveSearch

  const data = {
    /** @type {any} */
    head: null,
    /** @type {any[]} sections ready to be searched, in the order of policies and text */
    sections: [],
    /** @type {any[][]} */
    shards: [],

    setHead(/** @type {any} */ head) {
      data.head = head
      core.setSimplified(head.simplified)
    },
    /** @type {Set<string>} */
    vocabulary: new Set(),
    setWords(/** @type {string} */ words) {
      data.vocabulary = new Set(words.split(" "))
    },
    addText(/** @type {number} */ number, /** @type {any[]} */ sections) {
      data.shards[number] = sections.map((section) => new core.Searchable(section))
    },

    /** Loads everything, once; `load` brings one script by its address. */
    load(/** @type {string} */ base, /** @type {(url: string) => Promise<void>} */ load) {
      data.loading ??= (async () => {
        await load(base + "head.js")
        data.bring = () => load(base + "words.js")
        for (let number = 0; number < data.head.shards; number++) await load(`${base}text-${number}.js`)
        data.sections = data.shards.flat()
      })()
      return data.loading
    },
    /** @type {Promise<void> | undefined} */
    loading: undefined,
    /** Brings the words by which a long query is taken apart; needed seldom. @type {() => Promise<void>} */
    bring: async () => {},

    /**
     * Searches everything. When a long Chinese query stands nowhere whole, its parts are searched, and `parts` says which.
     */
    async search(/** @type {string} */ text) {
      const query = core.parse(text)
      if (query.isEmpty) return { query, entries: [], hits: [], parts: null }
      const first = data.searchFor(query)
      if (first.hits.length || first.entries.length) return { ...first, parts: null }
      if (!data.vocabulary.size) await data.bring()
      const parts = core.partsOf(text, data.vocabulary)
      if (!parts) return { ...first, parts: null }
      return { ...data.searchFor(core.parse(parts.join(" "))), parts }
    },

    searchFor(/** @type {any} */ query) {
      const hits = core.searchSections(data.sections, query)
      hits.sort((/** @type {any} */ a, /** @type {any} */ b) => b.score - a.score)
      const entries = core.searchEntries(data.head.entries, query)
      entries.sort((/** @type {any} */ a, /** @type {any} */ b) => b.score - a.score)
      return { query, entries, hits }
    },
  }
  Object.assign(globalThis, { ArchiveSearchData: data })
})()
