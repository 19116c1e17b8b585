// The worker behind the search box: it brings the search's program when it starts, and answers what it is asked.
//
// It is told {turn, query} and says {turn, answer}, with what `ArchiveSearchBox` makes of it; {turn, isOver} where a newer query
// has overtaken this one; {turn, problem} where the program or its data cannot be had. Told {turn, find} it says {turn, found}:
// the ordinals of all sections that a query finds. Of itself it says {ready} once its program is there.
// From a folder (file:) browsers start no worker; there `page/search-answers.js` does the same in the page.
// @ts-check
"use strict"

;(() => {
  const scope = /** @type {any} */ (self)
  const here = new URL(scope.location.href)
  const root = here.href.slice(0, here.href.lastIndexOf("assets/javascripts/workers/"))
  const language = here.searchParams.get("lang") === "en" ? "en" : "zh"
  let last = 0

  /** Brings the program, unless it is there; one that could not be brought is tried anew. */
  function prepare() {
    if (typeof ArchiveSearch !== "undefined") return
    scope.importScripts(`${root}data/search/search.js`)
    ArchiveSearchData.base = `${root}data/search/`
  }

  /** Answers the newest query. */
  async function answer(/** @type {number} */ turn, /** @type {string} */ query) {
    last = turn
    prepare()
    const made = await ArchiveSearchBox.answer(query, { language, isFolder: false, isOver: () => turn !== last })
    if (query.trim()) ArchiveSearchData.bringAll()
    return { turn, answer: made }
  }

  async function find(/** @type {number} */ turn, /** @type {string} */ query) {
    prepare()
    return { turn, found: await ArchiveSearch.find(query) }
  }

  /** What is said where there is no answer. */
  function excuse(/** @type {number} */ turn, /** @type {any} */ error) {
    return turn !== last || error.constructor.name === "OverError" ? { turn, isOver: true } : { turn, problem: String(error) }
  }

  scope.addEventListener("message", (/** @type {MessageEvent} */ event) => {
    const { turn, query, find: wanted } = event.data
    const made = wanted === undefined ? answer(turn, String(query)) : find(turn, String(wanted))
    made.catch((error) => excuse(turn, error)).then((said) => scope.postMessage(said))
  })

  try {
    prepare()
    scope.postMessage({ ready: true })
  } catch (error) {
    scope.postMessage({ problem: String(error) })
  }
})()
