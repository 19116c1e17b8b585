// Answers for the search box: from a worker; or from the search's program in the page itself, where no worker starts (from a
// folder, in a browser that forbids it) or has failed.
// @ts-check
"use strict"

const ArchiveAnswers = (() => {
  const { LANGUAGE } = ArchivePage
  const root = new URL(`${document.documentElement.getAttribute("data-root") || "."}/`, location.href).href
  const isFolder = location.protocol === "file:"
  const PATIENCE = 15000 // milliseconds, after which an answer is not waited for any more

  /** @typedef {(turn: number, query: string) => Promise<any>} Ask  a query → {answer}, {isOver}, or an error */

  let last = 0
  let isWorkerUsed = !isFolder && typeof Worker !== "undefined"
  /** @type {Promise<Ask> | null} */
  let engine = null

  /** Starts the worker. @returns {Promise<Ask>} */
  function startWorker() {
    return new Promise((resolve, reject) => {
      const worker = new Worker(`${root}assets/javascripts/workers/archive-search-worker.js?lang=${LANGUAGE}`)
      /** @type {Map<number, {resolve: (said: any) => void, reject: (error: Error) => void}>} */
      const waiting = new Map()
      const fail = (/** @type {string} */ words) => {
        const error = new Error(words)
        reject(error)
        for (const asked of waiting.values()) asked.reject(error)
        worker.terminate()
      }
      /** @type {Ask} */
      const ask = (turn, query) =>
        new Promise((settle, refuse) => {
          waiting.set(turn, { resolve: settle, reject: refuse })
          worker.postMessage({ turn, query })
        })
      worker.addEventListener("error", (event) => {
        event.preventDefault()
        fail(event.message || "the worker does not start")
      })
      worker.addEventListener("message", ({ data }) => {
        const asked = waiting.get(data.turn)
        waiting.delete(data.turn)
        if (data.ready) resolve(ask)
        else if (!asked) fail(data.problem)
        else if (data.problem) asked.reject(new Error(data.problem))
        else asked.resolve(data)
      })
    })
  }

  /** Brings the search's program into the page, unless it is there. @returns {Promise<Ask>} */
  function startHere() {
    /** @type {Ask} */
    const ask = async (turn, query) => {
      const isOver = () => turn !== last
      const answer = await ArchiveSearchBox.answer(query, { language: LANGUAGE, isFolder, isOver })
      return isOver() ? { isOver: true } : { answer }
    }
    return new Promise((resolve, reject) => {
      if (typeof ArchiveSearchBox !== "undefined") return resolve(ask)
      const element = document.createElement("script")
      element.src = `${root}data/search/search.js`
      element.onload = () => {
        if (typeof ArchiveSearchBox === "undefined") return reject(new Error(`${element.src} does not run`))
        ArchiveSearchData.base = `${root}data/search/`
        resolve(ask)
      }
      element.onerror = () => reject(new Error(`${element.src} cannot be loaded`))
      document.head.appendChild(element)
    })
  }

  /** Starts what answers; what could not start is tried anew the next time, without a worker. */
  function prepare() {
    if (!engine) {
      engine = isWorkerUsed ? startWorker().catch(() => ((isWorkerUsed = false), startHere())) : startHere()
      engine.catch(() => (engine = null))
    }
    return engine
  }

  /** What the box shows of a query; null where nothing is typed, or a newer query has overtaken it. @returns {Promise<BoxAnswer | null>} */
  async function answer(/** @type {string} */ query) {
    const turn = ++last
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer in time")), PATIENCE))
    const made = prepare().then((ask) => ask(turn, query))
    made.catch(() => (engine = null))
    const said = await Promise.race([made, late])
    return turn !== last || said.isOver ? null : said.answer
  }

  return { prepare, answer, root }
})()
