// The search's program and the real archive's data in node, as a page or a worker would load them.
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const vm = require("node:vm")

const DATA = process.env.SEARCH_DATA ?? path.join(__dirname, "../../docs/zh/data/search")

/** Runs a script in this context. */
function run(file) {
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file })
}

run(path.join(DATA, "search.js"))
ArchiveSearchData.load = ArchiveSearchData.run = async (name) => run(path.join(DATA, `${name}.js`))
run(path.join(DATA, "asking.js"))

/** Every section of the archive with its words in both languages, by ordinal. */
async function allSections() {
  const count = ArchivePostings.readNumbers(ArchiveSearchData.head.sections).reduce((sum, size) => sum + size, 0)
  return ArchiveSections.bring([...Array(count).keys()], ["zh", "en"])
}

/** The ordinals of all sections that a query finds as it is, without other readings or parts. */
async function found(query) {
  const result = await ArchiveSearch.search(query)
  return result.parts || result.reading ? [] : [...result.hits.sections.subarray(0, result.count)]
}

ArchiveSearch.open()

module.exports = { allSections, found, run }
