// The search engine on the real data, in node: what is typed is found wherever it stands, in any form, and nothing else.
"use strict"

const assert = require("node:assert/strict")
const fs = require("node:fs")
const path = require("node:path")
const { test } = require("node:test")
const vm = require("node:vm")

const ROOT = path.join(__dirname, "../..")
const SCRIPTS = path.join(ROOT, "docs/assets/javascripts")
const DATA = path.join(ROOT, "docs/zh/data/search")

/** Runs a script in this context, as a page or worker would. */
function run(file) {
  vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file })
}

run(path.join(SCRIPTS, "archive-search.js"))
run(path.join(SCRIPTS, "archive-search-data.js"))
const search = globalThis.ArchiveSearch
const data = globalThis.ArchiveSearchData
const loaded = data.load(DATA + "/", async (url) => run(url))

/** The sections in which a query is found, as policy and anchor. */
function found(query) {
  const parsed = search.parse(query)
  return parsed.isEmpty ? [] : search.searchSections(data.sections, parsed).map((hit) => name(hit.searchable.section)).sort()
}

function name(section) {
  return `${section.policy}#${section.anchor}`
}

/** All strings of Han characters of a length, each with the sections that hold it: cut out of the texts, not searched. */
function strings(length) {
  const places = new Map()
  for (const { section } of data.sections) {
    for (const text of [section.title_zh, ...section.passages.map((passage) => passage.zh)]) {
      const plain = [...text].filter((character) => /[\p{L}\p{N}%+]/u.test(character)).join("").toLowerCase()
      for (let i = 0; i + length <= plain.length; i++) {
        const string = plain.slice(i, i + length)
        if (!/^\p{Script=Han}+$/u.test(string)) continue
        if (!places.has(string)) places.set(string, new Set())
        places.get(string).add(name(section))
      }
    }
  }
  return places
}

for (const length of [1, 2, 3, 4, 5, 6]) {
  test(`every string of ${length} characters is found in all sections that hold it and in no other`, async () => {
    await loaded
    const step = { 1: 1, 2: 1, 3: 3, 4: 7, 5: 13, 6: 17 }[length]
    let index = 0
    for (const [string, sections] of strings(length)) {
      if (index++ % step) continue
      const inEnglish = found(string).filter((section) => !sections.has(section))
      assert.deepEqual(found(string).filter((section) => sections.has(section)), [...sections].sort(), string)
      for (const section of inEnglish) {
        const { section: value } = data.sections.find((searchable) => name(searchable.section) === section)
        const english = [value.title_en, ...value.passages.map((passage) => passage.en)].join("\n")
        assert.ok(search.fold(english).text.includes(string), `${string} in ${section}`) // Chinese quoted in the English
      }
    }
  })
}

test("Traditional, full-width, spaced and punctuated forms find the same", async () => {
  await loaded
  const same = [
    ["质量强市", "質量強市"], ["着力提升", "着力提昇"], ["97%", "97％"], ["ISO9001", "ＩＳＯ９００１"], ["ISO9001", "iso 9001".replace(" ", "")],
    ["双随机、一公开", "双随机一公开"], ["中发〔2017〕24号", "中发［2017］24号"], ["中发〔2017〕24号", "中发(2017)24号"], ["二〇三五年", "二○三五年"],
    ["三品一标", "“三品一标”"], ["GDP", "gdp"],
  ]
  for (const [plain, other] of same) {
    assert.ok(found(plain).length > 0, plain)
    assert.deepEqual(found(other), found(plain), other)
  }
})

test("a string inside a longer word is found, several must all be there, - excludes, quotes keep", async () => {
  await loaded
  assert.ok(found("智能").length > found("人工智能").length)
  const both = found("食品 药品")
  assert.deepEqual(both, found("食品").filter((section) => found("药品").includes(section)))
  const without = found("食品 -药品")
  assert.ok(without.length && !without.some((section) => both.includes(section)))
  assert.deepEqual(found('"质量 强市"'), found("质量强市"))
})

test("a point between digits counts: 8.8 is not 88", async () => {
  await loaded
  assert.equal(found("8.8%").length, 1)
  assert.ok(!found("88%").includes(found("8.8%")[0]))
})

test("English finds words, inflections, beginnings while typing, and phrases", async () => {
  await loaded
  assert.deepEqual(found('"standard"'), found('"standards"'))
  assert.ok(found("supervis").length >= found("supervision ").length)
  const phrase = found('"food safety"')
  assert.ok(phrase.length > 0 && phrase.length <= found("food safety ").length)
})

test("an English word finds the Chinese section, and the other way round", async () => {
  await loaded
  const hit = search.searchSections(data.sections, search.parse("metrology "))[0]
  assert.ok(hit.searchable.section.passages.some((passage) => passage.zh.includes("计量")))
})

test("pinyin, whole or initials, and forms lead to the term", async () => {
  await loaded
  for (const query of ["fangguanfu", "fgf", "放管服"]) {
    const { entries } = await data.search(query)
    assert.equal(entries[0].entry.zh, "放管服", query)
  }
})

test("a long query that stands nowhere is searched by its parts", async () => {
  await loaded
  const result = await data.search("品牌建设标准化体系创新发展")
  assert.ok(result.parts.length > 1)
  assert.ok(result.hits.length > 0)
  assert.equal((await data.search("质量提升")).parts, null)
})

test("an entry whose name is the query comes first, titles before texts, and the order is stable", async () => {
  await loaded
  const { hits, entries } = await data.search("食品药品")
  const first = hits[0].searchable.section
  assert.match(first.title_zh, /食品药品/)
  assert.deepEqual((await data.search("食品药品")).hits.map((hit) => name(hit.searchable.section)), hits.map((hit) => name(hit.searchable.section)))
  assert.equal(entries[0].entry.kind, "topic")
})

const HOSTILE = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", ".*", "[", "(((((", "\\", "^$", "a{1000000}", "😀", "\ud800", "\udc00质量", "\u0000", "质".repeat(10000),
  "a ".repeat(5000), '"', '""', "-", "- -", "-质量", "“”", "'", "%", "+", "   ", "", "__proto__", "constructor", "${1}", "{{7*7}}", "\u202e质量", "质量\n强市",
]

for (const query of HOSTILE) {
  test(`a hostile query gets an answer: ${JSON.stringify(query.slice(0, 24))}`, async () => {
    await loaded
    const result = await data.search(query)
    assert.ok(Array.isArray(result.hits))
    const marked = search.mark(query, [[0, Math.min(3, query.length)]])
    assert.ok(!/<(?!\/?mark>)/.test(marked))
  })
}

test("marks are whole characters and in order, and an excerpt shows the first", () => {
  const text = new search.Text("建设（质 量）强市，𠮷质量", false)
  const [term] = search.parse("质量").required
  const spans = text.find(term)
  assert.deepEqual(spans.map(([start, end]) => text.original.slice(start, end)), ["质 量", "质量"])
  assert.match(search.excerpt(text.original, spans, 8), /<mark>质 量<\/mark>/)
})
