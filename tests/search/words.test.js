// The words that box and search page share: from the catalogue, with numbers and lists in them, in both languages.
"use strict"

const assert = require("node:assert/strict")
const path = require("node:path")
const { test } = require("./runner.js")
const { run } = require("./archive.js")

/** The search page's views, as a page in this language loads them. */
function viewsIn(language) {
  globalThis.document = { documentElement: { lang: language } }
  run(path.join(__dirname, "../../docs/assets/javascripts/archive-search-views.js"))
  delete globalThis.document
  return ArchiveSearchViews.WORDS
}

test("one section and several are counted as the language does", () => {
  assert.deepEqual([1, 2, 1313].map((n) => ArchiveWords.count("zh", "section", n)), ["1节", "2节", "1,313节"])
  assert.deepEqual([1, 2, 1313].map((n) => ArchiveWords.count("en", "section", n)), ["1 section", "2 sections", "1,313 sections"])
})

test("the page says with a stop what the box says without", () => {
  for (const [language, tag, stop] of [["zh", "zh-Hans", "。"], ["en", "en", "."]]) {
    const words = viewsIn(tag)
    assert.equal(ArchiveWords.say(language, "tag"), tag)
    assert.equal(words.parts(["一", "二"]), ArchiveWords.parts(language, ["一", "二"]) + stop)
    assert.equal(words.reading("一"), ArchiveWords.say(language, "reading", { words: "一" }) + stop)
    assert.equal(words.short, ArchiveWords.say(language, "short") + stop)
    assert.equal(words.group(3), ArchiveWords.count(language, "section", 3))
  }
  assert.equal(viewsIn("zh-Hans").parts(["一", "二"]), "没有整句相符的结果，已改查其中各词：一、二。")
  assert.equal(viewsIn("en").parts(["a", "b"]), "No section has the whole query; searched for its parts: a, b.")
})

test("every kind of result has its name, and what readers typed is put in as it is", async () => {
  const { collections } = await ArchiveSearchData.bring("filters")
  for (const language of ["zh", "en"])
    for (const [kind] of collections) assert.ok(ArchiveWords.say(language, `kind-${kind}`), kind)
  assert.ok(ArchiveWords.say("en", "reading", { words: "$& {n}" }).endsWith("$& {n}"))
})
