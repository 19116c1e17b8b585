// node minisearch_build.js LIBRARY SECTIONS INDEX: the sections of each language, a line of JSON each → an index that is a
// script. The text of the index stands in quotes, as browsers read JSON faster than objects written in a program.
const fs = require("node:fs")
const path = require("node:path")
const readline = require("node:readline")
require("./minisearch_options.js")

const [library, sections, index] = process.argv.slice(2)
const MiniSearch = require(library)

/** Text as it stands between single quotes in a program. */
const quoted = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`

const build = async (language) => {
  const search = new MiniSearch(globalThis.OPTIONS)
  const lines = readline.createInterface({ input: fs.createReadStream(path.join(sections, `${language}.jsonl`)) })
  for await (const line of lines) search.add(JSON.parse(line))
  fs.writeFileSync(path.join(index, `${language}.js`), `globalThis.INDEX = ${quoted(JSON.stringify(search))}\n`)
}

build("zh").then(() => build("en"))
