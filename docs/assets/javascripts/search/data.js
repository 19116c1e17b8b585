// The files of the search's data, each brought once, when a query needs it: in a worker by fetching, on a page by a script
// element, which works from a folder (file:) too. Every file is a script that hands one value to `put`.
// @ts-check
"use strict"

/**
 * @typedef {object} Head  what is known from the start
 * @property {string} version  of all files: those of another edition of the archive do not fit
 * @property {string} root  the archive's online address
 * @property {string} zh  the first keys of the shards of the Chinese stream, with spaces between
 * @property {string} en
 * @property {string} sections  how many sections each collection has, as numbers
 * @property {number[]} blocks  the first cell of each block of sections, then the number of all cells
 * @property {[number, number, number]} cells  characters and words in a cell, and of how many cells a passage has a multiple
 * @property {number} size  of all files, in characters
 * @property {string[]} names  of all files, where they are few
 * @property {number} policies  how many collections are policies; they come first
 * @property {number} together  how many sections of policies are in a file of texts at most
 * @property {string} simplified
 * @property {string} dropped  where spaces, punctuation and signs begin and end among all characters, as positions
 * @property {string} readings
 * @property {string} functions  the function words, with spaces between
 * @property {string} counted  the frequent characters of which it is told how often sections have them
 * @property {boolean} around  whether what function words stand around other words is told
 * @property {Record<"zh" | "en", Record<string, string>>} words  that are shown, by key
 */

/** The archive was published anew since this page was opened: its files do not fit what was loaded before. */
class StaleDataError extends Error {}

var ArchiveSearchData = (() => {
  /** @type {Map<string, Promise<any>>} */
  const brought = new Map()
  /** @type {Map<string, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map()
  /** what was made of files, by name @type {Map<string, Promise<any>>} */
  const made = new Map()
  /** @type {Map<string, Promise<void>>} */
  const programs = new Map()
  let isAllAsked = false
  const PAUSE = 300 // milliseconds in which the first results are painted

  const data = {
    /** Where the files are, with a slash at its end. */
    base: "",
    /** @type {Head} */
    head: /** @type {any} */ (null),

    /** What every file calls with its value. */
    put(/** @type {string} */ name, /** @type {string} */ version, /** @type {any} */ value) {
      if (name === "head") data.head = value
      else settle(name, version === data.head.version ? value : new StaleDataError(name))
    },

    /**
     * Brings the value of a file; one that could not be loaded is tried anew the next time.
     * @returns {Promise<any>}
     */
    bring(/** @type {string} */ name) {
      let value = brought.get(name)
      if (!value) {
        value = new Promise((resolve, reject) => {
          waiting.set(name, { resolve, reject })
          data.load(name).catch(reject)
        })
        brought.set(name, value)
        value.catch(() => brought.delete(name)).then(() => waiting.delete(name))
      }
      return value
    },

    /**
     * What is made of a file's value, which is not kept beside it; what could not be made is tried anew the next time.
     * @template T
     * @param {string} name
     * @param {(value: any) => T | Promise<T>} make
     * @returns {Promise<T>}
     */
    make(name, make) {
      const known = made.get(name)
      if (known) return known
      const asked = data.bring(name).then((value) => (brought.delete(name), make(value)))
      made.set(name, asked)
      asked.catch(() => made.delete(name))
      return asked
    },

    /** Brings a program that few queries need, once; what could not be brought is tried anew the next time. */
    program(/** @type {string} */ name) {
      const asked = programs.get(name) || data.run(name)
      programs.set(name, asked)
      asked.catch(() => programs.delete(name))
      return asked
    },

    /** Runs a program. @returns {Promise<void>} */
    async run(/** @type {string} */ name) {
      const address = `${data.base}${name}.js`
      if (typeof document !== "undefined") await loadElement(address)
      else /** @type {any} */ (self).importScripts(`${address}?v=${data.head.version}`)
    },

    /**
     * Brings everything of a small archive while nobody waits, so that further queries need no network; not where readers
     * save data or the network is slow.
     */
    async bringAll() {
      const network = /** @type {any} */ (navigator).connection || {}
      if (isAllAsked || network.saveData || /2g|3g/.test(network.effectiveType || "")) return
      isAllAsked = true
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      const names = [...data.head.names]
      const bringNext = async () => {
        for (let name = names.shift(); name; name = names.shift()) await data.bring(name).catch(() => undefined)
      }
      await Promise.all([bringNext(), bringNext(), bringNext()])
    },

    /** Loads one file, which then calls `put`. */
    async load(/** @type {string} */ name) {
      const address = `${data.base}${name}.js`
      if (typeof document !== "undefined") {
        await loadElement(address)
        settle(name, new Error(`${address} holds no data`)) // it came, and did not call `put`
        return
      }
      const response = await fetch(`${address}?v=${data.head.version}`)
      if (!response.ok) throw new Error(`${address}: ${response.status}`)
      const text = await response.text()
      const [from, to] = [text.indexOf("(") + 1, text.lastIndexOf(")")]
      const [put, version, value] = JSON.parse(`[${text.slice(from, to)}]`)
      data.put(put, version, value)
    },
  }

  /** Hands a value, or why there is none, to whoever waits for a file. */
  function settle(/** @type {string} */ name, /** @type {any} */ value) {
    const asked = waiting.get(name)
    if (asked) (value instanceof Error ? asked.reject : asked.resolve)(value)
  }

  /** Loads a script by an element. */
  function loadElement(/** @type {string} */ address) {
    return /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        const element = document.createElement("script")
        element.src = location.protocol === "file:" ? address : `${address}?v=${data.head.version}`
        element.onload = () => resolve(element.remove())
        element.onerror = () => reject(new Error(`${address} cannot be loaded`))
        document.head.appendChild(element)
      })
    )
  }

  return data
})()
