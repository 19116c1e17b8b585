// Where a place stands, said once: everything that leads to a page or a place on it takes its address from here.
// @ts-check
"use strict"

/** @typedef {{path: string, anchor: string}} Place  a page's address below the root of its language, and an id on it or "" */

var ArchiveAddresses = (() => {
  /** The address of a place below the root of its language; from a folder a page is named by its file. */
  function below(/** @type {Place} */ { path, anchor }, /** @type {boolean} */ isFolder) {
    return path + (isFolder ? "index.html" : "") + (anchor ? `#${anchor}` : "")
  }

  /** The permanent online address of a place, also from an offline copy. */
  function online(/** @type {Place} */ place, /** @type {Language} */ language) {
    return ArchiveSearchData.head.root + (language === "en" ? "en/" : "") + below(place, false)
  }

  return { below, online }
})()
