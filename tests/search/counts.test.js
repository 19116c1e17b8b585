// What is counted is what is marked: terms are a set, and their places are counted in their union, none within another.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections } = require("./archive.js")

/** How many places the search counts for a query, and how many are marked in the texts of its sections. */
async function counts(query) {
  const result = await ArchiveSearch.search(query)
  const { sections, places, count } = result.hits
  const texts = await ArchiveSections.bring([...sections.subarray(0, count)], ["zh", "en"])
  const marked = texts.map(({ zh, en }) => [...zh.units(), ...en.units()].reduce((sum, unit) => sum + ArchiveMarks.findAll(unit.text, unit.language, result.query).length, 0))
  return { counted: [...places.subarray(0, count)], marked }
}

const sum = (list) => list.reduce((total, count) => total + count, 0)

test("a word typed twice is one word", async () => {
  for (const [once, twice] of [["质量", "质量 质量"], ["质量", "质量 質量 质，量"], ["quality", "quality quality"], ["quality", "Quality QUALITY"], ["97%", "97% ９７％"], ["品牌 -质量", "品牌 -质量 -质量"]]) {
    assert.deepEqual(await counts(twice), await counts(once), twice)
  }
})

test("a string and a part of it count as the string does where it stands", async () => {
  const whole = (await counts("质量")).counted
  const both = (await counts("质量 质")).counted
  assert.equal(whole.length, both.length)
  assert.ok(both.every((count, i) => count >= whole[i]))
  assert.equal(sum(both), sum((await counts("质量 质")).marked))
})

test("of hundreds of queries every section has as many places counted as marked", async () => {
  const sections = await allSections()
  const chinese = sections.map(({ zh }) => ArchiveText.fold(zh.units().map(({ text }) => text).join("")).text).filter((text) => text.length > 40)
  const english = sections.map(({ en }) => en.units().flatMap(({ text }) => ArchiveText.words(text).map(({ word }) => word))).filter((words) => words.length > 30)
  const queries = ["人人", "一 一一", "标准 标准化 化", "standard standards standardization", "in the quality of quality", "GDP 质量", "ISO9001 9001", 'co "governance by" co']
  for (let i = 0; i < 150; i++) {
    const [text, words] = [chinese[(i * 37) % chinese.length], english[(i * 53) % english.length]]
    const at = (i * 13) % (text.length - 8)
    queries.push(`${text.slice(at, at + 3)} ${text.slice(at + 1, at + 3)}`, `${text.slice(at, at + 2)} ${text.slice(at + 1, at + 4)} ${text.slice(at + 2, at + 3)}`)
    queries.push(`${words[i % 20]} "${words[(i % 20) + 1]} ${words[(i % 20) + 2]}" ${words[i % 20]}`)
  }
  let found = 0
  for (const query of queries) {
    const { counted, marked } = await counts(query)
    assert.deepEqual(counted, marked, query)
    found += counted.length
  }
  assert.ok(found > 1000)
})
