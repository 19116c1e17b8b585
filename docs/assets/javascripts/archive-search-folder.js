// From a folder (file:) browsers start no worker. There this stands in for one: the theme's search box gets an object that
// answers like `workers/archive-search-worker.js`, with the engine loaded into the page by script elements.
// @ts-check
"use strict"

if (location.protocol === "file:") {
  class FolderWorker extends EventTarget {
    constructor(/** @type {string | URL} */ address) {
      super()
      const url = new URL(address, location.href)
      this.root = url.href.slice(0, url.href.lastIndexOf("assets/javascripts/workers/"))
      /** @type {Language} */
      this.language = url.searchParams.get("lang") === "en" ? "en" : "zh"
      this.last = 0
    }

    postMessage(/** @type {{type: number, data: any}} */ { type, data }) {
      if (type === 0) this.tell({ type: 1 })
      if (type === 2) this.answer(String(data))
    }

    tell(/** @type {any} */ data) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })))
    }

    async answer(/** @type {string} */ query) {
      const turn = ++this.last
      const isOver = () => turn !== this.last
      if (query.trim()) await this.prepare()
      const asked = { language: this.language, isFolder: true, isOver }
      const items = query.trim() ? await ArchiveSearchBox.answer(query, asked).catch(() => []) : []
      if (!isOver()) this.tell({ type: 3, data: { items } })
    }

    /** Loads the engine, unless the search page has it already. */
    prepare() {
      const scope = /** @type {any} */ (globalThis)
      scope.archiveSearchLoading ??= new Promise((resolve, reject) => {
        if (typeof ArchiveSearch !== "undefined") return resolve(undefined)
        const element = document.createElement("script")
        element.src = `${this.root}data/search/search.js`
        element.onload = () => {
          ArchiveSearchData.base = `${this.root}data/search/`
          resolve(undefined)
        }
        element.onerror = () => reject(new Error(`${element.src} cannot be loaded`))
        document.head.append(element)
      })
      return scope.archiveSearchLoading
    }

    terminate() {}
  }
  Object.assign(globalThis, { Worker: FolderWorker })
}
