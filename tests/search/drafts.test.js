// English that nobody has confirmed yet says so among the results, in the concordance and in the file of occurrences.
"use strict"

const assert = require("node:assert/strict")
const path = require("node:path")
const { test } = require("./runner.js")
const { run } = require("./archive.js")

globalThis.document = { documentElement: { lang: "en" } }
globalThis.location = { protocol: "https:", search: "" }
run(path.join(__dirname, "../../docs/assets/javascripts/archive-search-views.js"))

/** A section whose English paragraph is a draft, or not. */
function hitWith(drafts) {
  const file = { c: { 0: ["policy", "policies/x/", "Plan", "Moxiang", "2031"] }, s: [] }
  const zh = new ArchiveSections.Section("zh", [0, "s1", "一", ["总体要求"], ["s1-p1", "重视质量。"]], file)
  const en = new ArchiveSections.Section("en", [0, "s1", "Part 1", ["Aims"], ["s1-p1", "Value quality."], ...drafts], file)
  return { zh, en, best: [1, "en"], group: 1 }
}

/** All that the page shows of a hit. */
function shown(drafts) {
  const query = ArchiveText.parse("quality")
  const hit = hitWith(drafts)
  const lines = ArchiveResults.linesOf(hit, query, undefined)
  return [ArchiveSearchViews.hit(hit, query), ArchiveSearchViews.lines(lines, 60), ArchiveSearchViews.csv(lines)]
}

test("a draft is told wherever its words are shown, and nothing else is", () => {
  for (const text of shown([[1]])) assert.equal(text.split("draft translation").length, 2, text)
  for (const text of [...shown([]), ...shown([[0]]).slice(1)]) assert.ok(!text.includes("draft translation"), text)
})
