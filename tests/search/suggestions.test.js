// What is suggested where nothing is found: only what finds something, the nearest first; and where a line of a concordance is cut.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
require("./archive.js")

const suggested = async (query, options = {}) => (await ArchiveSuggestions.suggest(query, options)).map((one) => one.query)

test("words that are spelt nearly so are suggested, all that are wrong at once first", async () => {
  assert.equal((await suggested("qualty supervison"))[0], "quality supervision")
  assert.equal((await suggested("food saftey"))[0], "food safety")
  assert.equal((await suggested("standrdization"))[0], "standardization")
  assert.equal((await suggested("质亮强市"))[0], "质量强市")
  assert.equal((await suggested("质量墙市"))[0], "质量强市")
  assert.equal((await suggested("zhiliangqaingshi"))[0], "质量强市")
  assert.equal((await suggested("zhiliang qiangshi"))[0], "质量强市")
})

test("every suggestion finds as many sections as it says", async () => {
  for (const query of ["qualty supervison", "metrology zzzqqq", "质亮强市", "食品 鑫鑫鑫", '"safety food"']) {
    const list = await ArchiveSuggestions.suggest(query, {})
    assert.ok(list.length, query)
    for (const one of list) assert.equal((await ArchiveSearch.search(one.query)).count, one.count, one.query)
  }
  assert.deepEqual(await suggested("杳鑫鑫杳"), [])
})

test("nothing is suggested that is no word, or shares less than half of the characters", async () => {
  assert.deepEqual(await suggested("zzzqqq"), [])
  assert.deepEqual(await suggested("鑫鑫质量杳"), [])
})

test("where a filter leaves nothing, the query without it comes first", async () => {
  const [first] = await ArchiveSuggestions.suggest("质量", { isWanted: () => false })
  assert.equal(first.query, "质量")
  assert.equal(first.isUnfiltered, true)
})

test("letters put in, left out, changed and swapped are one mistake each", () => {
  for (const [one, other, steps] of [["food", "food", 0], ["food", "foood", 1], ["food", "fod", 1], ["food", "fold", 1], ["food", "fodo", 1], ["food", "good", 1], ["food", "mood", 1], ["safety", "saftey", 1]]) {
    assert.equal(ArchiveSuggestions.distance(one, other, 2), steps, other)
  }
})

test("a line begins and ends with a whole number or word, and with no sign that ends something", () => {
  const cut = (text, match, width) => {
    const start = text.indexOf(match)
    const { from, to } = ArchiveResults.contextOf(text, start, start + match.length, width)
    return [text.slice(from, start), text.slice(start + match.length, to)]
  }
  assert.deepEqual(cut("到2025年，质量强市", "质量", 4), ["年，", "强市"])
  assert.deepEqual(cut("到2025年，质量强市", "质量", 6), ["2025年，", "强市"])
  assert.deepEqual(cut("提升。质量强市97.5%以上", "质量", 1), ["", "强"])
  assert.deepEqual(cut("提升。质量强市97.5%以上", "质量", 4), ["提升。", "强市"])
  assert.deepEqual(cut("supervision of food safety in cities", "food", 6), ["of ", " "])
  assert.deepEqual(cut("𠮷质量", "质量", 1), ["", ""])
})
