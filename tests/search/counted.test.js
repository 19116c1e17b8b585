// What is counted of a frequent character when the index is made is what the program counts from the places of its pairs.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
require("./archive.js")

const { head } = ArchiveSearchData
const CHARACTERS = [...head.counted]

/** All that an answer says, as columns. */
async function answer(query, options) {
  const { hits, isCut } = await ArchiveSearch.search(query, options)
  const columns = ["sections", "scores", "units", "languages", "places"].map((name) => Array.from(hits[name].subarray(0, hits.count)))
  return { columns, isCut }
}

/** The same without what was counted. */
async function plainAnswer(query, options) {
  const { counted } = head
  head.counted = ""
  try {
    return await answer(query, options)
  } finally {
    head.counted = counted
  }
}

test("a frequent character has the same answer, counted or from its pairs, in each language", async () => {
  assert.ok(CHARACTERS.length > 50)
  let quoted = 0
  for (const character of CHARACTERS) {
    for (const language of [undefined, "zh", "en"]) {
      const counted = await answer(character, { language })
      assert.deepEqual(counted, await plainAnswer(character, { language }), `${character} ${language}`)
      if (language === "en") quoted += counted.columns[0].length
    }
  }
  assert.ok(quoted > 0)
})

test("so has one that is excluded, or filtered, or beside others", async () => {
  for (const [i, character] of CHARACTERS.entries()) {
    const other = CHARACTERS[(i + 7) % CHARACTERS.length]
    for (const query of [`质量 -${character}`, `${other} -${character}`, `${other} ${character}`, `${other}${character}`]) {
      assert.deepEqual(await answer(query, {}), await plainAnswer(query, {}), query)
    }
    const isWanted = (section) => section % 3 === 1
    assert.deepEqual(await answer(character, { isWanted }), await plainAnswer(character, { isWanted }), character)
  }
})

test("what is counted is brought instead of the pairs", async () => {
  const brought = new Set()
  const { make } = ArchiveSearchData
  ArchiveSearchData.make = (name, ...rest) => (brought.add(name), make(name, ...rest))
  try {
    const [character] = CHARACTERS
    await answer(character, {})
    assert.equal([...brought].filter((name) => /^zh-/.test(name)).length, 1)
  } finally {
    ArchiveSearchData.make = make
  }
})
