// {style, locales, language, locator, items} on standard input → what citeproc-js makes of each item: a reference of the
// list, or, where there is a locator, a note that leads to it.
"use strict"

const CSL = require("citeproc")
const fs = require("node:fs")

const { style, locales, language, locator, items } = JSON.parse(fs.readFileSync(0, "utf8"))

// an item alone each time, so that no other changes it; its place in the list is its id, for several are of one policy
const system = {
  retrieveLocale: (/** @type {string} */ name) => locales[name] ?? locales["en-US"],
  retrieveItem: (/** @type {string} */ id) => ({ ...items[Number(id)], id }),
}
const engine = new CSL.Engine(system, style, language)
engine.setOutputFormat("text")

/** What is made of an item. */
function makeReference(/** @type {unknown} */ _, /** @type {number} */ index) {
  engine.updateItems([String(index)])
  if (!locator) return engine.makeBibliography()[1][0].trim()
  const cited = { citationItems: [{ id: String(index), locator, label: "section" }], properties: { noteIndex: 1 } }
  return engine.processCitationCluster(cited, [], [])[1].at(-1)[1]
}

process.stdout.write(JSON.stringify(items.map(makeReference)))
