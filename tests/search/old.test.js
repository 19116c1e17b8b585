// The search's program in an engine of 2017: without what came later it finds the same.
"use strict"

const assert = require("node:assert/strict")
const fs = require("node:fs")
const path = require("node:path")
const { test } = require("./runner.js")
const vm = require("node:vm")
require("./archive.js")

const DATA = process.env.SEARCH_DATA ?? path.join(__dirname, "../../docs/zh/data/search")
const LATER = `
  for (const name of ["flat", "flatMap", "at", "findLast", "toSorted"]) delete Array.prototype[name]
  for (const name of ["matchAll", "replaceAll", "trimStart", "trimEnd", "at", "isWellFormed", "toWellFormed"]) delete String.prototype[name]
  for (const name of ["fromEntries", "groupBy", "hasOwn"]) delete Object[name]
  delete Promise.prototype.finally
  delete Promise.allSettled
  delete Intl.Segmenter
  delete globalThis.globalThis
`

test("an engine of 2017 finds what a new one finds, and suggests as much", async () => {
  const context = vm.createContext({ console, setTimeout, clearTimeout, atob })
  const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file })
  vm.runInContext(LATER, context)
  run(path.join(DATA, "search.js"))
  run(path.join(DATA, "asking.js"))
  vm.runInContext("this", context).load = async (name) => run(path.join(DATA, `${name}.js`))
  vm.runInContext("ArchiveSearchData.load = ArchiveSearchData.run = load", context)
  const ask = "(query) => ArchiveSearchBox.answer(query, { language: 'zh', isFolder: false, isOver: () => false }).then((answer) => JSON.stringify(answer))"
  const suggest = "(query) => ArchiveSuggestions.suggest(query, {}).then((list) => JSON.stringify(list))"
  for (const query of ["质量强市", "food safety", "著力提昇", "品牌建设标准化体系创新发展", "97%", "食品 -药品", "fangguanfu", "organisation", "\ud800质", "place:济南 食品", "济南的质量目标是什么？"]) {
    assert.equal(await vm.runInContext(ask, context)(query), await eval(ask)(query), query)
  }
  for (const query of ["qualty", "质亮强市", "zhiliangqaing"]) assert.equal(await vm.runInContext(suggest, context)(query), await eval(suggest)(query), query)
})
