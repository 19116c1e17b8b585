// English phrases and function words, on the whole archive: what is quoted is found in every section that has these words
// in a row and in no other; a function word beside other words must be there, and is neither marked nor counted.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections, found } = require("./archive.js")

const EVERY = { 2: 3, 3: 11, 4: 29 } // of all rows of so many words, one in three, eleven …

/** Of each section the words of each English unit, and the folded Chinese units that have Latin letters. */
async function archive() {
  const sections = await allSections()
  return sections.map(({ zh, en }) => ({
    rows: en.units().map((unit) => ArchiveText.words(unit.text).map(({ word }) => word)),
    latin: zh.units().map((unit) => ArchiveText.fold(unit.text).text).filter((text) => /[a-z]{2}/.test(text)),
  }))
}

for (const [count, every] of Object.entries(EVERY)) {
  test(`rows of ${count} English words, one in ${every} of all, are found in all sections that have them and in no other`, async () => {
    const sections = await archive()
    const places = new Map()
    sections.forEach(({ rows }, section) => {
      for (const row of rows) {
        for (let i = 0; i + Number(count) <= row.length; i++) {
          const phrase = row.slice(i, i + Number(count)).join(" ")
          if (!places.has(phrase)) places.set(phrase, new Set())
          places.get(phrase).add(section)
        }
      }
    })
    const chosen = [...places].filter(([phrase], i) => i % every === 0 && /^[a-z ]+$/.test(phrase))
    assert.ok(chosen.length > 1000)
    for (const [phrase, own] of chosen) {
      const string = phrase.replaceAll(" ", "") // Latin letters in Chinese are found as a string
      sections.forEach(({ latin }, section) => latin.some((text) => text.includes(string)) && own.add(section))
      assert.deepEqual(await found(`"${phrase}"`), [...own].sort((a, b) => a - b), phrase)
    }
  })
}

test("words with hyphens are found in their forms, a function word among them too, and while the last is typed", async () => {
  const sections = await archive()
  const holding = (/** @type {RegExp} */ pattern) =>
    sections.flatMap(({ rows }, section) => (rows.some((row) => pattern.test(` ${row.join(" ")} `)) ? [section] : []))
  const same = [
    ["quality-of-product ", / quality of products? /], ["standard-and-brand ", / standards? and brand(s|ed|ing)? /], ["the-enterprises ", / the enterprises? /],
    ["one-and-th", / one and th/], ["of-the-ind", / of the ind/], ["quality-and", / quality and/], ["in-the", / in the/],
  ]
  for (const [query, pattern] of same) assert.deepEqual(await found(query), holding(pattern), query)
})

test("a function word beside others must be there, is not marked, and does not change how high a section stands", async () => {
  const [both, one] = [await ArchiveSearch.search("the metrology "), await ArchiveSearch.search("metrology ")]
  const sections = await archive()
  const has = (/** @type {number} */ section) => sections[section].rows.some((row) => row.includes("the")) || sections[section].latin.some((text) => text.includes("the"))
  const scores = (/** @type {InstanceType<typeof ArchiveSearch.Result>} */ { hits }) =>
    Array.from({ length: hits.count }, (_, i) => [hits.sections[i], hits.scores[i], hits.places[i]])
  assert.deepEqual([...both.hits.sections.subarray(0, both.count)], [...one.hits.sections.subarray(0, one.count)].filter(has))
  assert.ok(both.count && both.count < one.count)
  assert.deepEqual(scores(both), scores(one).filter(([section]) => has(section)))
  assert.equal(ArchiveMarks.mark("the metrology", ArchiveMarks.findAll("the metrology", "en", both.query)), "the <mark>metrology</mark>")
  assert.deepEqual(await found("metrology -the"), [...one.hits.sections.subarray(0, one.count)].filter((section) => !has(section)))
  assert.ok((await found("of the")).length > 100) // none but function words: they are searched as words
})

test("a function word has no other form, so that the list of its sections is whole", async () => {
  const functions = new Set(ArchiveSearchData.head.functions.split(" "))
  const all = new Set((await archive()).flatMap(({ rows }) => rows.flat()))
  assert.deepEqual([...all].filter((word) => functions.has(ArchiveInflection.base(word)) && !functions.has(word)), [])
  for (const word of functions) assert.equal(ArchiveInflection.base(word), word)
})
