// The words that the box and the search page both show, and the signs of each language: from the archive's catalogue
// (scripts/write/words/strings_search.py), with the head. Words that stand in one place alone stand in its script.
// @ts-check
"use strict"

var ArchiveWords = (() => {
  /** The words for a key, with the values that stand in braces put in. */
  function say(/** @type {Language} */ language, /** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) {
    return ArchiveSearchData.head.words[language][key].replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]))
  }

  /** So many sections. */
  function sections(/** @type {Language} */ language, /** @type {number} */ n) {
    return say(language, n === 1 ? "section" : "sections", { n })
  }

  /** That the parts of a query were searched. */
  function parts(/** @type {Language} */ language, /** @type {string[]} */ list) {
    return say(language, "parts", { parts: list.join(say(language, "enumeration")) })
  }

  return { say, sections, parts }
})()
