// English words without their inflection: what is one word and what is not, on examples and on the archive's own words.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections } = require("./archive.js")

const SAME = [
  "policy policies", "standard standards", "improve improved improving improves", "plan planned planning plans", "rate rated rates rating",
  "label labelled labelling labeled labels", "call called calls", "pass passed passes", "use used using uses", "organisation organization organizations",
  "organise organized organising", "centre center centres", "programme program programmes", "labour labor", "analyse analyze analysing", "analysis analyses",
  "supervise supervised supervising", "defence defense", "licence license licensing licensed", "process processes processed", "carry carried carries carrying",
  "build built building", "catalogue catalogs", "business businesses", "behaviour behavior", "agency agencies", "study studies studied", "fulfil fulfilled fulfill",
  "focus focused focuses", "measure measures measuring", "make made making", "take took taken", "criterion criteria", "city cities", "agree agreed agreeing",
]
const DIFFERENT = ["standard standardization", "plan plane", "supervise supervision", "product production", "four for", "hour hor", "news new", "status state", "universal universe"]

for (const words of SAME) {
  test(`one word: ${words}`, () => {
    const bases = words.split(" ").map(ArchiveInflection.base)
    assert.equal(new Set(bases).size, 1, bases.join(" "))
  })
}
for (const words of DIFFERENT) {
  test(`two words: ${words}`, () => assert.equal(new Set(words.split(" ").map(ArchiveInflection.base)).size, 2))
}

test("the beginnings of a word are those of all its forms in the archive", async () => {
  const forms = new Map()
  for (const { en } of await allSections()) {
    for (const { word } of en.units().flatMap((unit) => ArchiveText.words(unit.text))) {
      const base = ArchiveInflection.base(word)
      forms.set(base, (forms.get(base) ?? new Set()).add(word))
    }
  }
  assert.ok(forms.size > 2000)
  for (const words of forms.values()) {
    for (const word of words) {
      const beginnings = ArchiveInflection.beginnings(word)
      for (const other of words) assert.ok(beginnings.some((start) => other.startsWith(start)), `${word} ${beginnings} ${other}`)
    }
  }
})
