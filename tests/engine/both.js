// The same queries put to the files and to a search server: prints, for each, what both say, as one line of JSON.
// SEARCH_SERVER is the server's path on a site, as the page has it.
"use strict"

const fs = require("node:fs")
const path = require("node:path")
const { run } = require("../search/archive.js")

run(path.join(__dirname, "../../docs/zh/data/search/server.js"))
const FIRST = 10

/** What an answer says: how much there is of what, what was searched instead, and the first of each part, with what is shown of it. */
async function tell(results) {
  const told = { counts: results.counts(), notes: results.notes, byPolicy: results.countsByPolicy() }
  const show = ({ zh, en, best, group }) => [zh.collection.path, zh.anchor, ...best, group, en.drafts]
  results.arrange(false)
  told.first = (await results.hits(0, FIRST)).map(show)
  told.entries = (await results.entryHits(0, FIRST)).map(({ zh, best }) => [zh.collection.path, zh.anchor, ...best])
  results.arrange(true)
  told.inOrder = (await results.hits(0, FIRST)).map(show)
  return told
}

async function askFiles(state, options) {
  return tell(new ArchiveResults.Results(await ArchiveSearch.search(state.query, options), options.language))
}

async function main() {
  const address = ArchiveServer.addressOf(process.env.SEARCH_SERVER, process.env.SEARCH_SERVER)
  for (const state of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
    const options = { language: state.lang, isWanted: await ArchiveResults.filter(state) }
    const begin = performance.now()
    const server = await ArchiveServerResults.search(address, state, options).then(tell).catch((error) => ({ error: String(error.stack) }))
    const time = Math.round(performance.now() - begin)
    process.stdout.write(`${JSON.stringify({ state, time, files: await askFiles(state, options), server })}\n`)
  }
}

main()
