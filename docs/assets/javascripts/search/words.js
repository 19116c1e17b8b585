// The words that the box and the search page both show, and the signs of each language: from the archive's catalogue
// (scripts/write/words/strings_search.py), with the head. Words that stand in one place alone stand in its script.
// @ts-check
"use strict"

/** @typedef {"section" | "policy-section" | "occurrence" | "entry"} Counted */

var ArchiveWords = (() => {
  /** what is counted, as it is called when there is more than one @type {Record<Counted, string>} */
  const MANY = { section: "sections", "policy-section": "policy-sections", occurrence: "occurrences", entry: "entries" }

  /** The words for a key, with the values that stand in braces put in. */
  function say(/** @type {Language} */ language, /** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) {
    return ArchiveSearchData.head.words[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
  }

  /** A number as readers read it: 1,313. */
  function number(/** @type {number} */ n) {
    return String(n).replace(/\B(?=(?:\d{3})+$)/g, ",")
  }

  /** So many of something. */
  function count(/** @type {Language} */ language, /** @type {Counted} */ what, /** @type {number} */ n) {
    return say(language, n === 1 ? what : MANY[what], { n: number(n) })
  }

  /** That the parts of a query were searched. */
  function parts(/** @type {Language} */ language, /** @type {string[]} */ list) {
    return say(language, "parts", { parts: list.join(say(language, "enumeration")) })
  }

  /** That a query is longer than what is searched of it. */
  function long(/** @type {Language} */ language) {
    return say(language, "long", { n: ArchiveText.LONGEST_QUERY })
  }

  return { say, number, count, parts, long }
})()
