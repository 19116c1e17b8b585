// Two strings are gone along in one pass, any other terms step by step: both find the same.
"use strict"

const assert = require("node:assert/strict")
const { test } = require("./runner.js")
const { allSections } = require("./archive.js")

const MOST = 400

/** Pairs of strings that stand in one section, of one to three characters, near each other, far, and one within the other. */
async function pairs() {
  const texts = (await allSections()).map(({ zh }) => ArchiveText.fold(zh.units().map(({ text }) => text).join("")).text).filter((text) => text.length > 60)
  return texts.slice(0, MOST).flatMap((text, i) => {
    const at = (i * 7) % 40
    const [one, other] = [text.slice(at, at + 1 + (i % 3)), text.slice(at + (i % 20), at + (i % 20) + 1 + (i % 2))]
    return one !== other ? [[one, other]] : []
  })
}

/** The columns of a meeting. */
function columns({ sections, places, units, sure, several }) {
  const own = { places, units, sure, ...several }
  return [...sections].map((section, row) => [section, ...Object.keys(own).sort().map((name) => own[name][row])])
}

test("where two strings meet is found in one pass as step by step", async () => {
  const { streams, units } = ArchiveSearch.open()
  let [met, near, apart] = [0, 0, 0]
  for (const [one, other] of await pairs()) {
    const required = ArchiveText.parse(`"${one}" "${other}"`).required
    if (required.length < 2 || required.some(({ kind }) => kind !== "string")) continue
    const found = await new ArchiveTerms.Terms(streams, units, undefined).findTogether(required, true)
    const kept = found.map(ArchiveRank.sectionsOf).reduce((all, list) => Int32Array.from(new Set([...all, ...list])).sort())
    const sure = found.map((each) => ({ ...each, places: { ...each.places, sureZh: each.zh.positions } })) // so each is asked for
    const quick = ArchiveMeetings.find(found, "zh", kept, units)
    assert.deepEqual(columns(quick), columns(ArchiveMeetings.find(sure, "zh", kept, units)), `${one} ${other}`)
    met++
    for (const [row] of quick.sections.entries()) {
      if (quick.several.widths[row]) near++
      else if (quick.several.present[row] === 2) apart++
    }
  }
  assert.ok(met > 100 && near > 1000 && apart > 50, `${met} ${near} ${apart}`)
})

test("of several terms only the sections that have all are gone through, and no answer differs", async () => {
  let found = 0
  for (const [one, other] of (await pairs()).slice(0, 120)) {
    const text = `${one} ${other} 质量`
    const { hits } = await ArchiveSearch.search(text)
    const { required } = ArchiveText.parse(text)
    const { streams, units, firsts } = ArchiveSearch.open()
    const all = await new ArchiveTerms.Terms(streams, units, undefined).findTogether(required, true) // as if it were enough to have some
    const kept = ArchiveRank.common(all.map(ArchiveRank.sectionsOf), [], false)
    const plain = await ArchiveRank.score(all, kept, { units, firsts }, undefined)
    for (const name of ["sections", "scores", "units", "languages", "places"]) assert.deepEqual(Array.from(hits[name]), Array.from(plain[name]), `${text}: ${name}`)
    found += hits.count
  }
  assert.ok(found > 1000, `${found}`)
})
