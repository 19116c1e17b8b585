// The law of the search, on the whole archive: every string is found in all sections that hold it and in no other. What
// a section holds is told by cutting its words into strings here, with rules of their own, not with the search's.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections, found } = require("./archive.js")

const LONGEST = 6
// of the examples on the page that says how the archive is made; the next test asks for every string in Traditional
const TRADITIONAL = /[關於]/
const EXAMPLES = { 軟: "软", 體: "体", 乾: "干" } // of the same page, which are found as the search writes them

/** A text's characters that count, apart from those of other scripts and widths, of which the archive's texts have few. */
function plain(text) {
  const wide = text.normalize("NFKC").toLowerCase().replaceAll(/[○◯]/g, "〇").replaceAll(/[軟體乾]/g, (sign) => EXAMPLES[sign])
  return wide.replaceAll(/(?<=[0-9])\.(?=[0-9])/g, "\0").replaceAll(/[^\p{L}\p{N}\p{M}%+□\0]/gu, "").replaceAll("\0", ".")
}

/** For every string of a length that has a Han character or a digit, the sections that hold it. */
function stringsOf(texts, length) {
  const places = new Map()
  texts.forEach((units, section) => {
    for (const unit of units) {
      for (let i = 0; i + length <= unit.length; i++) {
        const string = unit.slice(i, i + length)
        if (!/[\p{Script=Han}]/u.test(string)) continue
        const held = places.get(string)
        if (!held) places.set(string, [section])
        else if (held.at(-1) !== section) held.push(section)
      }
    }
  })
  return places
}

/** Every text of every section, Chinese and English, as its characters. */
async function texts() {
  const sections = await allSections()
  return sections.map(({ zh, en }) => [...zh.units(), ...en.units()].map((unit) => [...plain(unit.text)].join("")))
}

for (let length = 1; length <= LONGEST; length++) {
  test(`every string of ${length} characters is found in all sections that hold it and in no other`, async () => {
    const strings = stringsOf(await texts(), length)
    let wrong = 0
    for (const [string, sections] of strings) {
      // a point at an end of what is typed stands between no digits: it is punctuation there
      if (/^\.|\.$/.test(string) || TRADITIONAL.test(string)) continue
      const answer = await found(string)
      if (answer.length !== sections.length || answer.some((section, i) => section !== sections[i])) {
        wrong++
        assert.deepEqual(answer, sections, string)
      }
    }
    assert.ok(strings.size > 1000)
    assert.equal(wrong, 0)
  })
}
