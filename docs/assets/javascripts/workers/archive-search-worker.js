// The worker behind the theme's search box: it speaks the theme's protocol (SETUP 0, READY 1, QUERY 2, RESULT 3). The engine
// and its data are loaded by the first query that has a word, so that a page that nobody searches costs nothing.
// Beyond the theme's protocol, FIND 4 is answered by FOUND 5: the ordinals of all sections that a query finds.
//
// From a folder (file:) browsers start no worker; there `archive-search-folder.js` does the same in the page.
// @ts-check
"use strict"

;(() => {
  const scope = /** @type {any} */ (globalThis)
  const here = new URL(scope.location.href)
  const root = here.href.slice(0, here.href.lastIndexOf("assets/javascripts/workers/"))
  const language = here.searchParams.get("lang") === "en" ? "en" : "zh"
  let last = 0

  function prepare() {
    if (typeof ArchiveSearch !== "undefined") return
    scope.importScripts(`${root}data/search/search.js`)
    ArchiveSearchData.base = `${root}data/search/`
  }

  /** Answers the newest query; one that a newer has overtaken is dropped. */
  async function answer(/** @type {string} */ query) {
    const turn = ++last
    const isOver = () => turn !== last
    if (query.trim()) prepare()
    const items = query.trim() ? await ArchiveSearchBox.answer(query, { language, isFolder: false, isOver }) : []
    if (!isOver()) scope.postMessage({ type: 3, data: { items } })
    if (query.trim()) ArchiveSearchData.bringAll()
  }

  scope.addEventListener("message", (/** @type {MessageEvent} */ event) => {
    const { type, data } = event.data
    if (type === 0) scope.postMessage({ type: 1 })
    if (type === 4) {
      prepare()
      ArchiveSearch.find(String(data)).then((found) => scope.postMessage({ type: 5, data: found }))
    }
    if (type === 2) answer(String(data)).catch((error) => scope.postMessage({ type: 3, data: { items: failure(error) } }))
  })

  /** What is shown when the data cannot be had; nothing when a newer query has overtaken this one. */
  function failure(/** @type {any} */ error) {
    if (error?.constructor?.name === "OverError") return []
    console.error(error)
    const words = {
      zh: ["未能载入检索数据", "请检查网络连接，或刷新页面再试。"],
      en: ["The search data could not be loaded", "Please check the connection, or reload the page and try again."],
    }[/** @type {"zh" | "en"} */ (language)]
    return [[{ location: language === "en" ? "en/search/" : "search/", title: words[0], text: words[1], score: 1, terms: {} }]]
  }
})()
